import lunr from 'lunr';
import { fuzzyAutomaton, variantsAutomaton } from './automata.ts';
import { patternOf, presenceOf } from './clauses.ts';
import type { MatchClause, ResolvedClause, TermPattern } from './clauses.ts';
import { Evaluation } from './evaluation.ts';
import type { Found } from './evaluation.ts';
import { PackedLibrary } from './library.ts';
import type { LibraryPart, LibraryTerm } from './library.ts';
import { decodePositions } from './positions.ts';
import type { Occurrences } from './positions.ts';
import { IndexFormatError } from './format-error.ts';
import { joinOccurrences } from './occurrences.ts';
import { byScore } from './order.ts';
import { Scoreboard } from './scorer.ts';
import type { PackedSegment } from './segment.ts';
import { checkSettings } from './settings.ts';
import type { IndexSettings } from './settings.ts';
import { Vocabulary } from './vocabulary.ts';

/** A document that a query found. */
export interface IndexResult {
  readonly ref: string;
  /** Its number through all segments. */
  readonly document: number;
  readonly score: number;
}

/** Terms that a pattern stands for. */
export interface Expansion {
  /** At most as many as were asked for, the most frequent then; otherwise all, in order. */
  readonly terms: readonly string[];
  /** How many there are. */
  readonly total: number;
}

/**
 * A Lunr index over packed segments: Lunr's queries, its weights and its scores, read from where they lie.
 *
 * It finds what `lunr.Index` of Lunr 2.3.9 finds for the same builder settings and (live) documents, with the same
 * scores but for the last digits of their sums. Where Lunr throws or mixes things up it gives a plain answer.
 */
export class PackedIndex {
  readonly settings: IndexSettings;
  readonly #library: PackedLibrary;
  readonly #evaluation: Evaluation;
  readonly #pipeline: lunr.Pipeline;
  readonly #fieldNumbers: ReadonlyMap<string, number>;
  readonly #allFields: readonly number[];
  readonly #scratch: Scoreboard;
  #vocabularies: readonly Vocabulary[] | null = null;

  /**
   * @param parts at least one; documents are numbered through them in order.
   * @throws RangeError when they are not of the same settings.
   * @throws IndexFormatError when they name a pipeline function that there is not (any more).
   */
  constructor(parts: readonly LibraryPart[]) {
    const [first] = parts;
    if (first === undefined) throw new RangeError('an index has at least one segment');
    const { settings } = first.segment;
    const written = JSON.stringify(settings);
    if (parts.some(({ segment }) => JSON.stringify(segment.settings) !== written))
      throw new RangeError('the segments are of different settings');
    checkSettings(settings);
    this.settings = settings;
    this.#library = new PackedLibrary(parts);
    this.#evaluation = new Evaluation(this.#library, settings);
    this.#scratch = new Scoreboard(this.#library.size);
    this.#pipeline = loadedPipeline(settings.searchPipeline);
    this.#fieldNumbers = new Map(settings.fields.map(({ name }, number) => [name, number]));
    this.#allFields = settings.fields.map((_, number) => number);
  }

  /** An index of one segment all of whose documents count. */
  static of(segment: PackedSegment): PackedIndex {
    return new PackedIndex([{ segment, live: null }]);
  }

  /** Documents, those that do not count among them. */
  get size(): number {
    return this.#library.size;
  }

  /** Documents that count. */
  get documentCount(): number {
    return this.#library.documentCount;
  }

  /** What a document is called: its number where it has no name. */
  refOf(document: number): string {
    return this.#library.refOf(document);
  }

  /** `lunr.Index.query`: the documents that a query finds, the best first; equally good ones in their order. */
  query(build: (query: lunr.Query) => void): readonly IndexResult[] {
    const query = new lunr.Query(this.settings.fields.map(({ name }) => name));
    build.call(query, query);
    const { refs, scores } = this.#run(query);
    return Array.from(byScore(scores), (at) => {
      const document = refs[at] ?? 0;
      return { ref: this.refOf(document), document, score: scores[at] ?? 0 };
    });
  }

  /**
   * The documents that some clauses find, any of them, with Lunr's scores. Terms are taken as they are.
   *
   * @param within only among these, ascending: spares scoring the others.
   */
  match(clauses: readonly MatchClause[], within?: Uint32Array): Found {
    return this.#evaluation.run(
      clauses.map(({ terms, fields, boost }) => ({
        terms,
        fields: this.#numbersOf(fields),
        boost: boost ?? 1,
        presence: 'optional',
      })),
      within,
    );
  }

  /** The terms of live documents that a pattern stands for; the most frequent `limit` of them when there are more. */
  expand(pattern: TermPattern, limit = Number.POSITIVE_INFINITY): Expansion {
    const found = new Map<string, number>();
    this.#vocabulary().forEach((vocabulary, part) => {
      for (const number of numbersOf(pattern, vocabulary)) {
        const term = vocabulary.term(number);
        const frequency =
          this.#library.parts[part]?.live === null
            ? vocabulary.frequency(number)
            : this.#library.occurrencesIn(part, term);
        if (frequency > 0) found.set(term, (found.get(term) ?? 0) + frequency);
      }
    });
    const terms = [...found.keys()];
    if (terms.length <= limit) return { terms: terms.toSorted(), total: terms.length };
    terms.sort((a, b) => (found.get(b) ?? 0) - (found.get(a) ?? 0) || (a < b ? -1 : 1));
    return { terms: terms.slice(0, limit), total: terms.length };
  }

  /** Whether a live document has a term. */
  has(term: string): boolean {
    return this.#library.find(term) !== null;
  }

  /** How many live documents have a term, in any field. */
  frequency(term: string): number {
    const found = this.#library.find(term);
    if (found === null) return 0;
    const isOnceEach = found.places.every((fields) => fields.length <= 1);
    return isOnceEach ? found.occurrences : this.#union([found], this.#allFields).length;
  }

  /** How many live documents have a term in each field, added up: what `frequency` is at most. */
  postings(term: string): number {
    return this.#library.find(term)?.occurrences ?? 0;
  }

  /** The live documents, ascending, that have any of some terms in any of some fields (all when none are named). */
  documents(terms: readonly string[], fields?: readonly string[]): Uint32Array {
    const found = terms.map((term) => this.#library.find(term)).filter((term) => term !== null);
    return this.#union(found, this.#numbersOf(fields));
  }

  /**
   * Where a term stands in a field of live documents.
   *
   * @param within only in these, ascending.
   * @throws RangeError when the index keeps no positions.
   */
  occurrences(term: string, field: string, within?: Uint32Array): Occurrences {
    if (!this.settings.positions) throw new RangeError('the index keeps no positions');
    const found = this.#library.find(term);
    const number = this.#fieldNumbers.get(field);
    const pieces = this.#library.parts.flatMap((part, n) => {
      const place = found?.places[n]?.find((one) => one.field === number);
      if (place === undefined) return [];
      return [
        decodePositions(part.segment.positions(place), this.#library.select(part, place, within ?? null)),
      ];
    });
    return joinOccurrences(pieces);
  }

  /** Every term of live documents, sorted as JavaScript sorts strings. */
  terms(): readonly string[] {
    return this.expand({ type: 'wildcard', pieces: ['', ''] }).terms;
  }

  #run(query: lunr.Query): Found {
    const clauses: ResolvedClause[] = [];
    for (const clause of query.clauses) {
      const resolved = this.#resolve(clause);
      if (resolved === null) return this.#evaluation.nothing;
      clauses.push(resolved);
    }
    if (this.#allFields.length === 0) return this.#evaluation.nothing;
    const isNegated = clauses.every(({ presence }) => presence === 'prohibited');
    return isNegated ? this.#evaluation.allBut(clauses) : this.#evaluation.run(clauses);
  }

  /** A clause with the terms that it comes to; null when it is required and cannot be met. */
  #resolve(clause: lunr.Query.Clause): ResolvedClause | null {
    const { boost, usePipeline } = clause;
    const presence = presenceOf(clause);
    const fields = this.#numbersOf(clause.fields);
    const asked = usePipeline ? runPipeline(this.#pipeline, clause) : [clause.term];
    const terms = asked.map((term) => this.#expanded(term, clause.editDistance as number | undefined));
    const isHopeless =
      fields.length === 0 || terms.length === 0 || terms.some((expanded) => expanded.length === 0);
    if (presence === 'required' && isHopeless && clause.fields.length > 0) return null;
    return { terms: terms.flat(), fields, boost, presence };
  }

  #expanded(term: string, editDistance: number | undefined): readonly string[] {
    const pattern = patternOf(term, editDistance);
    if (pattern !== null) return this.expand(pattern).terms;
    // As Lunr: the empty term is never found, though a document may have it.
    return term !== '' && this.has(term) ? [term] : [];
  }

  #numbersOf(fields: readonly string[] | undefined): readonly number[] {
    if (fields === undefined) return this.#allFields;
    return fields.map((name) => this.#fieldNumbers.get(name)).filter((number) => number !== undefined);
  }

  #union(terms: readonly LibraryTerm[], fields: readonly number[]): Uint32Array {
    this.#scratch.clear();
    for (const term of terms)
      this.#library.eachDocument(term, fields, (document) => this.#scratch.add(document, 0));
    return this.#scratch.documents();
  }

  #vocabulary(): readonly Vocabulary[] {
    this.#vocabularies ??= this.#library.parts.map(({ segment }) => new Vocabulary(segment));
    return this.#vocabularies;
  }
}

function loadedPipeline(names: readonly string[]): lunr.Pipeline {
  try {
    return lunr.Pipeline.load([...names]);
  } catch {
    throw new IndexFormatError(`not all these pipeline functions are registered: ${names.join(', ')}`);
  }
}

/** The terms that a pipeline makes of a clause's. The type declarations of lunr leave out the metadata. */
function runPipeline(pipeline: lunr.Pipeline, { term, fields }: lunr.Query.Clause): readonly string[] {
  const run = pipeline.runString.bind(pipeline) as (text: string, metadata: object) => string[];
  return run(term, { fields });
}

function numbersOf(pattern: TermPattern, vocabulary: Vocabulary): readonly number[] {
  switch (pattern.type) {
    case 'wildcard':
      return vocabulary.withPieces(pattern.pieces);
    case 'fuzzy':
      return vocabulary.taken(fuzzyAutomaton(pattern.term, pattern.distance));
    case 'variants':
      return vocabulary.taken(variantsAutomaton(pattern.letters));
  }
}
