import lunr from 'lunr';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import type { IndexSettings } from '../../../../../archive/search/core/packed/settings.ts';
import { NamedSections } from './named-sections.ts';

/** A document as both builders take it. */
export interface ExampleDocument {
  readonly ref: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly boost?: number;
}

export interface Example {
  readonly settings: IndexSettings;
  readonly documents: readonly ExampleDocument[];
}

/** A clause as plain data. Lunr writes into the clauses it is given, so that each asking needs its own. */
export interface AskedClause {
  readonly term: string;
  readonly fields?: readonly string[];
  readonly boost?: number;
  readonly presence?: number;
  readonly wildcard?: number;
  readonly editDistance?: number;
  readonly usePipeline?: boolean;
}

export interface Answer {
  readonly ref: string;
  readonly document: number;
  readonly score: number;
}

/** Where stock Lunr puts the document's own name; no field has it. */
const REF_KEY = ' ref';

/**
 * Lunr knows the nodes of its automaton by keys like `0a12b7`, letter and node number run together, so that with
 * digits for letters two nodes can have one key (see differences.test.ts). With numbers that all have the same
 * number of digits they cannot.
 */
numberNodesFrom(1e9);

/** Gives the nodes of automata made from now on numbers from here, unless theirs are higher already. */
export function numberNodesFrom(least: number): void {
  // The type declarations of lunr leave it out.
  const numbering = lunr.TokenSet as unknown as Record<'_nextId', number>;
  numbering['_nextId'] = Math.max(numbering['_nextId'], least);
}

/** What Lunr itself builds. */
export function stockIndex({ settings, documents }: Example): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref(REF_KEY);
  for (const { name, boost } of settings.fields) builder.field(name, { boost });
  builder.b(settings.b);
  builder.k1(settings.k1);
  builder.pipeline = lunr.Pipeline.load([...settings.pipeline]);
  builder.searchPipeline = lunr.Pipeline.load([...settings.searchPipeline]);
  for (const { ref, fields, boost } of documents)
    builder.add(
      Object.assign(Object.create(null), fields, { [REF_KEY]: ref }) as object,
      boost === undefined ? {} : { boost },
    );
  return builder.build();
}

/** The same, packed, written and opened. */
export function packedSegment(example: Example): PackedSegment {
  return PackedSegment.open(packedSections(example), 'x/');
}

/** The sections of the same. */
export function packedSections({ settings, documents }: Example): NamedSections {
  const builder = new PackedBuilder(settings);
  for (const { ref, fields, boost } of documents)
    builder.add(ref, fields, boost === undefined ? {} : { boost });
  const sections = new NamedSections();
  builder.finish(sections, 'x/');
  return sections;
}

export function packedIndex(example: Example): PackedIndex {
  return PackedIndex.of(packedSegment(example));
}

/** A query made of clauses, for `query` of either index. */
export function asking(clauses: readonly AskedClause[]): (query: lunr.Query) => void {
  return (query) => {
    for (const { term, ...options } of clauses)
      query.term(term, { ...options, ...(options.fields && { fields: [...options.fields] }) });
  };
}

/** Nearer than this, relative to the larger, two scores are the same. */
const SCORE_TOLERANCE = 1e-3;
/** Nearer than this, relative to the larger, the documents' own order decides. */
const ORDER_TOLERANCE = 1e-6;
/** Sums of weights that cancel out leave noise of this size. */
const NOISE = 1e-9;

/**
 * Says how an answer differs from Lunr's: the same refs, the same scores within the tolerance, the same order where
 * scores differ, otherwise that of the documents. Null when it does not.
 */
export function mismatch(stock: readonly lunr.Index.Result[], given: readonly Answer[]): string | null {
  const expected = new Map(stock.map(({ ref, score }) => [ref, score]));
  const refs = new Set(given.map(({ ref }) => ref));
  const missing = stock.find(({ ref }) => !refs.has(ref));
  if (missing !== undefined) return `does not find ${JSON.stringify(missing.ref)}`;
  const extra = given.find(({ ref }) => !expected.has(ref));
  if (extra !== undefined) return `finds ${JSON.stringify(extra.ref)}`;
  if (refs.size < given.length) return 'finds one document twice';
  const off = given.find(({ ref, score }) => !areNear(expected.get(ref) ?? 0, score, SCORE_TOLERANCE));
  if (off !== undefined)
    return `scores ${JSON.stringify(off.ref)} ${off.score}, not ${expected.get(off.ref)}`;
  return disorder(given.map(({ ref, document }) => ({ document, score: expected.get(ref) ?? 0 })));
}

/** Says where documents, with the scores that Lunr gives them, are out of order. */
function disorder(documents: readonly { document: number; score: number }[]): string | null {
  let lowest = Number.POSITIVE_INFINITY;
  for (const [place, { document, score }] of documents.entries()) {
    if (score > lowest && !areNear(score, lowest, ORDER_TOLERANCE))
      return `puts document ${document} (${score}) behind one of ${lowest}`;
    lowest = Math.min(lowest, score);
    const next = documents[place + 1];
    if (next && areNear(score, next.score, ORDER_TOLERANCE) && next.document < document)
      return `puts document ${document} before ${next.document}, though both have ${score}`;
  }
  return null;
}

function areNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + NOISE;
}

/** What Lunr answers; null when it falls over, which it does with a TypeError. */
export function stockAnswer(
  index: lunr.Index,
  clauses: readonly AskedClause[],
): readonly lunr.Index.Result[] | null {
  try {
    return index.query(asking(clauses));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
