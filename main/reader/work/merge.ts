import type { WorkPreview, WorkSection } from '../../contract/index.ts';
import type { FiledItem } from './exchange-file.ts';
import { fingerprint } from './fingerprint.ts';
import { idFrom } from './ids.ts';
import { keyOf } from './item-log.ts';
import type { ItemChange, ItemKind, ItemOf } from './items.ts';
import type { WorkItems } from './work-items.ts';

type Fate = 'added' | 'changed' | 'same' | 'conflicting';

/** What taking things in comes to. */
export interface Merge {
  readonly changes: readonly ItemChange[];
  /** Their pasts, by `keyOf`. */
  readonly pasts: ReadonlyMap<string, readonly string[]>;
  readonly tally: WorkPreview['tally'];
  readonly conflicts: WorkPreview['conflicts'];
}

/** Conflicts that are named; all are counted. */
const MOST_NAMED = 100;

const sectionOf: Readonly<Record<ItemKind, WorkSection>> = {
  collection: 'collections',
  entry: 'collections',
  note: 'notes',
  search: 'searches',
  looked: 'searches',
  correction: 'corrections',
  visit: 'history',
  switch: 'history',
};

/** What goes with a thing without being one of its own: not counted. */
const UNCOUNTED: ReadonlySet<ItemKind> = new Set(['looked', 'switch']);

/**
 * Works out what taking the things of a file in would do; nothing is lost by it. By id: what is not here is added. What is here
 * and says another thing is, by its past, an older form of the file's (which takes its place), a newer one (which stays), or
 * both were changed apart: then both are kept, the file's under a new id.
 */
export function mergeOf(filed: readonly FiledItem[], items: WorkItems): Merge {
  const merged = filed.flatMap((one) => withItsOwn(one, filed, items));
  const changes = new Map<string, ItemChange>();
  const pasts = new Map<string, readonly string[]>();
  const tally = emptyTally();
  const conflicts: { section: WorkSection; name: string }[] = [];
  for (const { fate, kind, value, former, name } of merged) {
    const key = keyOf(kind, value.id);
    const isCounted = !UNCOUNTED.has(kind);
    if (isCounted) tally[sectionOf[kind]][fate] += 1;
    if (isCounted && fate === 'conflicting' && conflicts.length < MOST_NAMED)
      conflicts.push({ section: sectionOf[kind], name });
    if (fate === 'same') continue;
    changes.set(key, { kind, id: value.id, value } as ItemChange);
    pasts.set(key, former);
  }
  return { changes: [...changes.values()], pasts, tally, conflicts };
}

type Merged = FiledItem & { readonly fate: Fate; readonly name: string };

/** A thing with its fate. Of a collection that both are kept of, the copy has its entries too. */
function withItsOwn(one: FiledItem, filed: readonly FiledItem[], items: WorkItems): readonly Merged[] {
  const { kind, value } = one;
  const fate = fateOf(one, items);
  const name = nameOf(value);
  if (fate !== 'conflicting') return [{ ...one, fate, name }];
  const copy = { ...value, id: idFrom(kind, value.id, fingerprint(value)) } as ItemOf<ItemKind>;
  const isHere = items.get(kind, copy.id) !== null;
  const own = isHere || kind !== 'collection' ? [] : entriesOf(value.id, copy.id, filed);
  return [{ ...one, value: copy, fate: isHere ? 'same' : fate, name }, ...own];
}

function fateOf({ kind, value, former }: FiledItem, items: WorkItems): Fate {
  const here = items.get(kind, value.id);
  if (here === null) return 'added';
  // When it was looked at here counts here.
  if (kind === 'looked') return 'same';
  const [ours, theirs] = [fingerprint(here), fingerprint(value)];
  const [isOursLater, isTheirsLater] = [items.former(kind, value.id).includes(theirs), former.includes(ours)];
  if (ours === theirs) return 'same';
  // Where something was changed back to what it had been, each is in the other's past: the time tells.
  if (isOursLater && isTheirsLater) return timeOf(value) > timeOf(here) ? 'changed' : 'same';
  if (isOursLater) return 'same';
  return isTheirsLater ? 'changed' : 'conflicting';
}

function timeOf(value: ItemOf<ItemKind>): string {
  return 'changed' in value ? value.changed : '';
}

function entriesOf(collection: string, copy: string, filed: readonly FiledItem[]): readonly Merged[] {
  return filed.flatMap((one) => {
    if (one.kind !== 'entry') return [];
    const entry = one.value as ItemOf<'entry'>;
    if (entry.collection !== collection) return [];
    const value = { ...entry, id: idFrom('entry', copy, entry.release.id), collection: copy };
    return [{ ...one, value, former: [], fate: 'added' as const, name: nameOf(value) }];
  });
}

/** What a person knows a thing by. */
function nameOf(value: ItemOf<ItemKind>): string {
  if ('name' in value) return value.name;
  return 'release' in value ? value.release.title : '';
}

function emptyTally(): Record<WorkSection, Record<Fate, number>> {
  const none = (): Record<Fate, number> => ({ added: 0, changed: 0, same: 0, conflicting: 0 });
  return { collections: none(), notes: none(), searches: none(), history: none(), corrections: none() };
}
