import { join } from 'node:path';
import { ProblemError, problem } from '../../contract/index.ts';
import type { CollectionEntry, Problem } from '../../contract/index.ts';
import { ItemLog } from './item-log.ts';
import type { ItemChange, ItemKind, ItemOf } from './items.ts';

/** How many changes can be taken back. */
const MOST_UNDO = 200;

interface Taken {
  readonly change: ItemChange;
  readonly before: ItemChange;
}

/**
 * Everything that a reader keeps, in three logs of `personal/`: `work.log`, and apart from it `history.log`, of which every
 * byte can be wiped, and `looked.log`, whose entries are long and can be worked out anew.
 */
export class WorkItems {
  readonly #work: ItemLog;
  readonly #history: ItemLog;
  readonly #looked: ItemLog;
  readonly #undo = new Map<string, readonly Taken[]>();
  #lastUndo = 0;
  #revision = 1;
  #entries: {
    readonly revision: number;
    readonly by: ReadonlyMap<string, readonly CollectionEntry[]>;
  } | null = null;

  private constructor(folder: string) {
    this.#work = ItemLog.open(join(folder, 'work.log'));
    this.#history = ItemLog.open(join(folder, 'history.log'));
    this.#looked = ItemLog.open(join(folder, 'looked.log'));
  }

  /** @param folder of the reader's own; it is made when it is missing. */
  static open(folder: string): WorkItems {
    return new WorkItems(folder);
  }

  get problem(): Problem | null {
    return [...this.#work.problems, ...this.#history.problems, ...this.#looked.problems][0] ?? null;
  }

  /** Another number after each change. */
  get revision(): number {
    return this.#revision;
  }

  all<K extends ItemKind>(kind: K): ReadonlyMap<string, ItemOf<K>> {
    return this.#logOf(kind).all(kind);
  }

  get<K extends ItemKind>(kind: K, id: string): ItemOf<K> | null {
    return this.#logOf(kind).get(kind, id);
  }

  /** The thing, or ProblemError `work-unknown`. */
  known<K extends ItemKind>(kind: K, id: string): ItemOf<K> {
    const found = this.get(kind, id);
    if (found === null) throw new ProblemError(problem('work-unknown', { id }));
    return found;
  }

  former(kind: ItemKind, id: string): readonly string[] {
    return this.#logOf(kind).former(kind, id);
  }

  /** The entries of a collection, in its order. */
  entriesOf(collection: string): readonly CollectionEntry[] {
    if (this.#entries?.revision !== this.#revision)
      this.#entries = { revision: this.#revision, by: inOrder([...this.all('entry').values()]) };
    return this.#entries.by.get(collection) ?? [];
  }

  /**
   * Makes changes, for good when this returns. Throws ProblemError where they cannot be kept: then nothing has changed.
   *
   * @param pasts see `ItemLog.write`.
   * @returns what takes them back with `undo`.
   */
  write(changes: readonly ItemChange[], pasts?: ReadonlyMap<string, readonly string[]>): string {
    const taken = changes.map((change): Taken => {
      const before = { kind: change.kind, id: change.id, value: this.get(change.kind, change.id) };
      return { change, before: before as ItemChange };
    });
    for (const log of [this.#work, this.#history, this.#looked])
      log.write(
        changes.filter(({ kind }) => this.#logOf(kind) === log),
        pasts,
      );
    this.#revision += 1;
    return this.#keepUndo(taken);
  }

  /** Takes a change back; what is answered takes that back. Throws `work-undo-stale` when something of it has changed since. */
  undo(token: string): string {
    const taken = this.#undo.get(token);
    const isAsLeft = taken?.every(
      ({ change }) => JSON.stringify(this.get(change.kind, change.id)) === JSON.stringify(change.value),
    );
    if (taken === undefined || isAsLeft !== true) throw new ProblemError(problem('work-undo-stale'));
    const again = this.write(taken.map(({ before }) => before));
    this.#undo.delete(token);
    return again;
  }

  /** Forgets things of the history so that no byte of them is left in the files. */
  forgetHistory(ids: readonly string[]): void {
    this.#history.forget('visit', ids);
    for (const [token, taken] of this.#undo)
      if (taken.some(({ change }) => change.kind === 'visit')) this.#undo.delete(token);
    this.#revision += 1;
  }

  close(): void {
    for (const log of [this.#work, this.#history, this.#looked]) log.close();
  }

  #logOf(kind: ItemKind): ItemLog {
    if (kind === 'visit') return this.#history;
    return kind === 'looked' ? this.#looked : this.#work;
  }

  #keepUndo(taken: readonly Taken[]): string {
    this.#lastUndo += 1;
    const token = `undo-${this.#lastUndo}`;
    this.#undo.set(token, taken);
    const [oldest] = this.#undo.keys();
    if (this.#undo.size > MOST_UNDO && oldest !== undefined) this.#undo.delete(oldest);
    return token;
  }
}

function inOrder(entries: readonly CollectionEntry[]): ReadonlyMap<string, readonly CollectionEntry[]> {
  const by = new Map<string, CollectionEntry[]>();
  for (const entry of entries) {
    const list = by.get(entry.collection) ?? [];
    list.push(entry);
    by.set(entry.collection, list);
  }
  for (const list of by.values()) list.sort((a, b) => compare(a.place, b.place) || compare(a.id, b.id));
  return by;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
