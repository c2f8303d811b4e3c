import type { Filters } from '../../../archive/model/search.ts';
import type { TextField } from '../../../archive/search/core/index-port.ts';

/** One release as every engine takes it in. `ref` counts from 0. */
export interface BenchDocument {
  readonly ref: number;
  readonly fields: Readonly<Record<TextField, string>>;
}

export const askClasses = [
  'one rare word',
  'one common word',
  'two words',
  'three words',
  'phrase',
  'beginning of a word',
  'end of a word',
  'inside a word',
  'spelling distance',
  'word and filter',
  'facets only',
] as const;

export type AskClass = (typeof askClasses)[number];

/** What is looked for, in no engine's language. All words are required; words are forms as they stand in texts. */
export type Wanted =
  | { readonly type: 'words' | 'phrase'; readonly words: readonly string[] }
  | { readonly type: 'beginning' | 'end' | 'inside'; readonly letters: string }
  | { readonly type: 'spelling'; readonly word: string; readonly distance: 1 | 2 }
  | { readonly type: 'everything' };

export interface Ask {
  readonly class: AskClass;
  readonly wanted: Wanted;
  readonly filters: Partial<Filters>;
}

/** Where things lie for one set of documents. */
export interface BenchPlaces {
  readonly packageDir: string;
  /** The documents, one as JSON a line. */
  readonly documentsFile: string;
  /** What facets are counted from. */
  readonly facetsFile: string;
  /** Where an engine puts its index: a folder of its own. */
  readonly indexDir: string;
}

/** What an engine gives for an ask: every release found, the best first. */
export type Ranked = Uint32Array;

/** The counted answer: the same of every engine. */
export interface Answer {
  readonly top: readonly number[];
  readonly total: number;
  /** Values with their counts, summed over all facets: tells whether engines counted the same. */
  readonly facetSum: number;
}

export interface OpenEngine {
  /** Null where the engine has no way to say what is wanted. */
  find(wanted: Wanted): Ranked | null;
}

/** An engine that answers whole asks itself. */
export interface AnsweringEngine {
  answer(ask: Ask): Answer | null;
}

export interface BenchEngine {
  /** Reads the documents and writes the index. */
  build(places: BenchPlaces): Promise<void>;
  /** Bytes of what words are looked for in, where the index holds more than that. */
  textBytes?(places: BenchPlaces): number;
  /** What its app does before a first package is opened. Where there is nothing of the kind, a small index is opened. */
  warmUp?(): void;
  /** Opens what was built. */
  open(places: BenchPlaces): Promise<OpenEngine | AnsweringEngine>;
}

/** How much a title counts in the engines that weigh fields; the other fields count once. */
export const TITLE_BOOST = 5;
