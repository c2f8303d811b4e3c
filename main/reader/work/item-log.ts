import { basename } from 'node:path';
import { isSystemError } from '../../../archive/index.ts';
import type { LineLog } from '../../../archive/index.ts';
import { ProblemError, problem } from '../../contract/index.ts';
import type { Problem } from '../../contract/index.ts';
import { foundLog } from '../found-log.ts';
import { pastWith } from './fingerprint.ts';
import { LINE_FORMAT, parseItemLine } from './item-line.ts';
import type { ItemLine } from './item-line.ts';
import { isItemKind, parseItem } from './items.ts';
import type { ItemChange, ItemKind, ItemOf } from './items.ts';

/** A log is written anew when it is this many times longer than what it holds, and a megabyte besides. */
const COMPACT_FACTOR = 4;
const COMPACT_FROM = 1 << 20;

interface Held {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
  readonly former: readonly string[];
  /** Its length in the log. */
  readonly size: number;
  /** False for what this program cannot make out; it is kept as it stands. */
  readonly isKnown: boolean;
}

/**
 * Things of the reader's own in one log. A change is one line, on the disk before it counts, however many things it touches:
 * nothing is rewritten for it, and after a kill it is there whole or not at all. The log is written anew when most of it is past.
 */
export class ItemLog {
  readonly #path: string;
  /** Null when it cannot, or may not, be written. */
  readonly #log: LineLog | null;
  readonly #held = new Map<string, Held>();
  readonly #byKind = new Map<ItemKind, Map<string, unknown>>();
  readonly problems: readonly Problem[];
  #heldSize = 0;
  #size = 0;

  private constructor(path: string) {
    const { log, values, problems } = foundLog(path);
    this.#path = path;
    const lines = values.map(parseItemLine);
    for (const line of lines) if (typeof line === 'object') this.#take(line);
    const newer = lines.includes('newer');
    const unreadable = lines.filter((line) => line === 'unreadable').length + this.#unknown;
    // What a newer program wrote is not written over by an older one, nor mended, nor made shorter.
    if (newer) log?.close();
    this.#log = newer ? null : log;
    this.problems = [
      ...(newer ? [problem('work-newer', { file: path })] : []),
      ...ownProblems(path, problems),
      ...(unreadable > 0 ? [problem('work-unreadable', { file: path }, { count: unreadable })] : []),
    ];
  }

  /** Opens the log at `path`, creating it and its folder when they are missing. */
  static open(path: string): ItemLog {
    return new ItemLog(path);
  }

  /** All things of a kind, by id, in the order in which they came. */
  all<K extends ItemKind>(kind: K): ReadonlyMap<string, ItemOf<K>> {
    return this.#kindOf(kind) as ReadonlyMap<string, ItemOf<K>>;
  }

  get<K extends ItemKind>(kind: K, id: string): ItemOf<K> | null {
    return this.all(kind).get(id) ?? null;
  }

  /** Fingerprints of what a thing was before. */
  former(kind: ItemKind, id: string): readonly string[] {
    return this.#held.get(keyOf(kind, id))?.former ?? [];
  }

  /**
   * Changes things for good, all or none: it is on the disk when this returns. Throws ProblemError, and then nothing is changed.
   *
   * @param pasts of things that come from elsewhere and bring theirs along, by kind and id.
   */
  write(changes: readonly ItemChange[], pasts: ReadonlyMap<string, readonly string[]> = new Map()): void {
    if (changes.length === 0) return;
    const line = this.#lineOf(changes, pasts);
    const log = this.#writable();
    try {
      log.append(line);
    } catch (error) {
      throw refusedBy(error, this.#path);
    }
    this.#take(line);
    if (this.#size > COMPACT_FACTOR * this.#heldSize + COMPACT_FROM) this.#compactIfPossible();
  }

  /**
   * Takes things away so that no byte of them is left: the log is written anew without them and without what is past, and what was
   * set aside of it is deleted. Throws ProblemError; where the log cannot be written anew, nothing is changed.
   */
  forget(kind: ItemKind, ids: readonly string[]): void {
    const log = this.#writable();
    try {
      this.#compact(log, new Set(ids.map((id) => keyOf(kind, id))));
      for (const id of ids) this.#set(kind, id, null);
      log.forgetDamaged();
    } catch (error) {
      throw refusedBy(error, this.#path);
    }
  }

  close(): void {
    this.#log?.close();
  }

  #lineOf(changes: readonly ItemChange[], pasts: ReadonlyMap<string, readonly string[]>): ItemLine {
    const put = changes.flatMap(({ kind, id, value }) => {
      if (value === null) return [];
      const key = keyOf(kind, id);
      const before = this.#held.get(key);
      const past = before === undefined ? [] : pastWith(before.former, before.value);
      return [{ kind, id, value, former: pasts.get(key) ?? past }];
    });
    const dropped = changes.flatMap(({ kind, id, value }) => (value === null ? [{ kind, id }] : []));
    return { format: LINE_FORMAT, put, dropped };
  }

  #writable(): LineLog {
    if (this.#log === null) throw new ProblemError(problem('work-unwritable', { file: this.#path }));
    if (!this.#log.isAsLeft()) throw new ProblemError(problem('work-elsewhere', { file: this.#path }));
    return this.#log;
  }

  #take({ put, dropped }: ItemLine): void {
    for (const { kind, id } of dropped) this.#set(kind, id, null);
    for (const { kind, id, value, former } of put) {
      const item = isItemKind(kind) ? parseItem(kind, value) : null;
      const isKnown = item !== null && item.id === id;
      const size = JSON.stringify(value).length;
      this.#set(kind, id, { kind, id, value: isKnown ? item : value, former, size, isKnown });
      this.#size += size;
    }
  }

  #set(kind: string, id: string, held: Held | null): void {
    const key = keyOf(kind, id);
    this.#heldSize += (held?.size ?? 0) - (this.#held.get(key)?.size ?? 0);
    if (held === null) this.#held.delete(key);
    else this.#held.set(key, held);
    if (!isItemKind(kind)) return;
    const things = this.#kindOf(kind);
    if (held?.isKnown === true) things.set(id, held.value);
    else things.delete(id);
  }

  #kindOf(kind: ItemKind): Map<string, unknown> {
    const found = this.#byKind.get(kind) ?? new Map<string, unknown>();
    this.#byKind.set(kind, found);
    return found;
  }

  get #unknown(): number {
    return [...this.#held.values()].filter(({ isKnown }) => !isKnown).length;
  }

  /** The change that gave rise to it is kept already: a disk without room for a second log does not undo it. */
  #compactIfPossible(): void {
    try {
      this.#compact(this.#writable());
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  /** One line for each thing: damage to one takes no other with it. */
  #compact(log: LineLog, without: ReadonlySet<string> = new Set()): void {
    const kept = [...this.#held].filter(([key]) => !without.has(key)).map(([, held]) => held);
    const lines = kept.map(({ kind, id, value, former }): ItemLine => ({
      format: LINE_FORMAT,
      put: [{ kind, id, value, former }],
      dropped: [],
    }));
    log.replace(lines);
    this.#size = kept.reduce((sum, { size }) => sum + size, 0);
  }
}

/** The name of a thing among all. */
export function keyOf(kind: string, id: string): string {
  return `${kind}/${id}`;
}

/** What opening met, told of a reader's work. */
function ownProblems(path: string, problems: readonly Problem[]): readonly Problem[] {
  const damaged = problems.filter(({ code }) => code === 'store-damaged-lines');
  const unwritable = problems.find(({ code }) => code === 'store-unwritable');
  return [
    ...(unwritable === undefined ? [] : [problem('work-unwritable', { file: path }, unwritable.params)]),
    ...(damaged.length === 0
      ? []
      : [problem('work-damaged', { file: path, line: damaged[0]?.line }, { count: damaged.length })]),
  ];
}

function refusedBy(error: unknown, path: string): unknown {
  if (!isSystemError(error)) return error;
  return new ProblemError(problem('work-write-failed', { file: basename(path) }, { reason: error.code }));
}
