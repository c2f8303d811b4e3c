import lunr from 'lunr';
import { textFields } from '../index-port.ts';
import type { TextField } from '../index-port.ts';
import { PIPELINE_NAME } from '../text/swedish.ts';

/** How the lines below are laid out. */
const FILE_FORMAT = 1;
/** What Lunr calls a term's number in a posting. */
const TERM_NUMBER = '_index';

/** Term number and weight in turn, by rising term number: the elements of a `lunr.Vector`. */
type Elements = number[];
/** `[ref, elements for each field]`. */
type VectorLine = readonly [number, ...Elements[]];
/** `[term, term number, refs for each field]`. */
type TermLine = readonly [string, number, ...(readonly (readonly number[])[])];

/** Per term: its number, and per field the refs that have it. */
export type Posting = { readonly [TERM_NUMBER]: number } & Readonly<
  Record<TextField, Readonly<Record<string, object>>>
>;

/** What a built Lunr index consists of. */
export interface LunrTables {
  readonly size: number;
  /** By `field/ref`. */
  readonly fieldVectors: Readonly<Record<string, lunr.Vector>>;
  readonly invertedIndex: Readonly<Record<string, Posting>>;
}

/** Thrown when stored lines are not those of a whole index of this version. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError';
}

/**
 * An index as lines of JSON: a head, a line per release with its weights, a line per term with its releases.
 * The same as Lunr's own serialisation holds, but readable piece by piece, and without the empty match data of
 * every posting.
 */
export function* writeTables(tables: LunrTables): Generator<string> {
  const terms = Object.keys(tables.invertedIndex).toSorted();
  yield JSON.stringify({ ...expectedHead(), size: tables.size, terms: terms.length });
  for (let ref = 0; ref < tables.size; ref += 1) {
    const vectors = textFields.map((field) => tables.fieldVectors[`${field}/${ref}`]?.toJSON() ?? []);
    yield JSON.stringify([ref, ...vectors]);
  }
  for (const term of terms) {
    const posting = tables.invertedIndex[term];
    if (posting === undefined) continue;
    const refs = textFields.map((field) => Object.keys(posting[field]).map(Number));
    yield JSON.stringify([term, posting[TERM_NUMBER], ...refs]);
  }
}

/**
 * Reads the lines of `writeTables`.
 *
 * @throws IndexFormatError when they are of another version, cut off or not JSON of that shape.
 */
export function readTables(lines: Iterable<string>): LunrTables {
  const reader = lines[Symbol.iterator]();
  const { size, terms } = readHead(nextLine(reader));
  const fieldVectors: Record<string, lunr.Vector> = emptyTable();
  for (let n = 0; n < size; n += 1) readVectors(nextLine(reader) as VectorLine, fieldVectors);
  const invertedIndex: Record<string, Posting> = emptyTable();
  for (let n = 0; n < terms; n += 1) {
    const [term, number, ...refs] = nextLine(reader) as TermLine;
    invertedIndex[term] = new StoredPosting(number, refs) as unknown as Posting;
  }
  return { size, fieldVectors, invertedIndex };
}

function expectedHead(): Readonly<Record<string, unknown>> {
  return { format: FILE_FORMAT, lunr: lunr.version, pipeline: PIPELINE_NAME, fields: textFields.join(' ') };
}

function readHead(head: unknown): { size: number; terms: number } {
  const given = (head ?? {}) as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(expectedHead()))
    if (given[key] !== value)
      throw new IndexFormatError(`${key} is ${String(given[key])}, not ${String(value)}`);
  const { size, terms } = given;
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(terms)) throw new IndexFormatError('no counts');
  return { size: size as number, terms: terms as number };
}

function nextLine(reader: Iterator<string>): unknown {
  const next = reader.next();
  if (next.done === true) throw new IndexFormatError('cut off');
  try {
    return JSON.parse(next.value) as unknown;
  } catch {
    throw new IndexFormatError('not JSON');
  }
}

function readVectors([ref, ...vectors]: VectorLine, into: Record<string, lunr.Vector>): void {
  textFields.forEach((field, index) => {
    const elements = vectors[index] ?? [];
    if (elements.length > 0) into[`${field}/${ref}`] = new lunr.Vector(elements);
  });
}

/** Match data of a posting: we keep none, and Lunr only reads it, so that all share one. */
const NO_MATCH_DATA: object = Object.freeze(emptyTable());

/**
 * A posting as it is kept: its refs as plain lists. Lunr reads `posting[field]` as a table with the refs as
 * keys; kept so they would take three times the memory, so each is made when a query touches it.
 */
class StoredPosting {
  readonly number: number;
  readonly refs: readonly (readonly number[])[];

  constructor(number: number, refs: readonly (readonly number[])[]) {
    this.number = number;
    this.refs = refs;
  }
}

textFields.forEach((field, index) => {
  Object.defineProperty(StoredPosting.prototype, field, {
    get(this: StoredPosting): Readonly<Record<string, object>> {
      // Refs are numbers, so that a plain object is safe.
      return Object.fromEntries((this.refs[index] ?? []).map((ref) => [ref, NO_MATCH_DATA]));
    },
  });
});
Object.defineProperty(StoredPosting.prototype, TERM_NUMBER, {
  get(this: StoredPosting): number {
    return this.number;
  },
});

/** A table that any key is safe in, `constructor` and `__proto__` among them. */
function emptyTable<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
