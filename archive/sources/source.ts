import type { Said } from '../model/said.ts';
import type { Problem } from '../model/problem.ts';

/** A page's words, as its reader finds them; where the file came from is added by `makePage`. */
export type PageWords = Omit<Said, 'source'>;

/** One file as a reader meets it: its text, or what a parser common to several readers has made of it. */
export interface PageInput<Content = string> {
  readonly content: Content;
  /** The file's name relative to what was handed over, with `/`. */
  readonly file: string;
  /** The page's address as the one who hands it over gives it; null when unknown. */
  readonly address: string | null;
}

/** What reading one page gives. `address` is what the page says of itself, canonical; null when it says nothing. */
export interface PageReading {
  readonly words: PageWords;
  readonly address: string | null;
  readonly problems: readonly Problem[];
}

/** A kind of source: each has one reader, and this is all they share. */
export interface Source<Content = string> {
  /** Name and version, kept with each page: a better reader of ours makes no new version of a release. */
  readonly parser: string;
  readonly mediaType: 'text/plain' | 'text/html' | 'text/markdown';
  /** Reads a page; null when it is not of this kind after all. */
  read(input: PageInput<Content>): PageReading | null;
}
