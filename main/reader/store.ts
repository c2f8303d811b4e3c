import type { LineLog } from '../../archive/index.ts';
import { ProblemError, problem } from '../contract/index.ts';
import type { Problem } from '../contract/index.ts';
import { foundLog } from './found-log.ts';

/** A log this many times longer than what it holds is written anew. */
const COMPACT_FACTOR = 50;

type Json = unknown;

interface Entry {
  readonly key: string;
  readonly value: Json;
}

/** The reader's own data: a log of `key = value` entries (see `LineLog`), of which the last one of a key holds. */
export class Store {
  /** Null when the disk does not let it be written. */
  readonly #log: LineLog | null;
  readonly #path: string;
  readonly #values = new Map<string, Json>();
  readonly problems: readonly Problem[];
  #lines: number;

  private constructor(path: string) {
    const { log, values, problems } = foundLog(path);
    this.#log = log;
    this.#path = path;
    for (const { key, value } of values.filter(isEntry)) this.#values.set(key, value);
    this.#lines = values.length;
    this.problems = problems;
  }

  /**
   * Opens the log at `path`, creating it and its folder when they are missing. Where the disk refuses, what can be read is
   * there, `problems` say so, and nothing can be set.
   */
  static open(path: string): Store {
    return new Store(path);
  }

  /** The value last set, not yet parsed: data from outside. Undefined when there is none. */
  get(key: string): Json {
    return this.#values.get(key);
  }

  /** Sets a value for good: it is on the disk when this returns. Throws ProblemError `store-unwritable`, or what the disk refuses. */
  set(key: string, value: Json): void {
    if (this.#values.has(key) && JSON.stringify(value) === JSON.stringify(this.#values.get(key))) return;
    this.#writable().append({ key, value });
    this.#values.set(key, value);
    this.#lines += 1;
    if (this.#lines > COMPACT_FACTOR * (this.#values.size + 1)) this.#compact();
  }

  close(): void {
    this.#log?.close();
  }

  #writable(): LineLog {
    if (this.#log !== null) return this.#log;
    throw new ProblemError(problem('store-unwritable', { file: this.#path }));
  }

  #compact(): void {
    this.#writable().replace([...this.#values].map(([key, value]): Entry => ({ key, value })));
    this.#lines = this.#values.size;
  }
}

function isEntry(of: unknown): of is Entry {
  return typeof of === 'object' && of !== null && 'key' in of && 'value' in of && typeof of.key === 'string';
}
