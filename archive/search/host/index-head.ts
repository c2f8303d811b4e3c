import { z } from 'zod';
import { daySchema } from '../../model/day.ts';
import type { Day } from '../../model/day.ts';
import { LEXICON_NAME } from '../core/compounds/default-splitter.ts';
import { POSITION_GAP, indexSettings } from '../core/index-settings.ts';
import { IndexFormatError } from '../core/packed/format-error.ts';
import type { SectionSource } from '../core/packed/sections.ts';
import { PIPELINE_NAME } from '../core/text/swedish.ts';
import { UnusableIndex } from './index-errors.ts';

/** The name of an index file in its folder. */
export const INDEX_FILE = 'search.index';

/** The section that says what an index was built from. */
export const HEAD = 'head';
/** The package's register, as JSON: the words for the values of its releases. */
export const REGISTER = 'register';
/** What the package itself says about withdrawals: `StatedWithdrawals` as JSON. */
export const WITHDRAWALS = 'withdrawals';
/** Prefix of the catalogue's sections. */
export const CATALOGUE = 'catalogue/';

export const indexHeadSchema = z.strictObject({
  /** Identity of the package it was built from. */
  identity: z.string(),
  /** How it was built; see `currentMaking`. */
  making: z.string(),
  /** The package's series, its place there, and what it calls itself. */
  series: z.string(),
  sequence: z.number().int(),
  title: z.string(),
  /** Identities of the packages of the series that it was built over, oldest first: what they hold of its releases is in it. */
  over: z.array(z.string()).readonly(),
  /** Identity of the package whose register the names are of. */
  named: z.string(),
  releases: z.number().int().nonnegative(),
  /** First and last day of any release; null when no date bounds them. */
  earliest: daySchema.nullable(),
  latest: daySchema.nullable(),
});

export type IndexHead = z.infer<typeof indexHeadSchema>;

/** What is known of the packages that are open for search. */
export interface Opened {
  readonly releases: number;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** What an index is made with now: text pipeline, lexicon and settings. One made with anything else is built anew. */
export function currentMaking(): string {
  const words = { pipeline: PIPELINE_NAME, lexicon: LEXICON_NAME, positionGap: POSITION_GAP };
  return JSON.stringify({ ...words, ...indexSettings });
}

/** The head of an index. @throws UnusableIndex when it is another package's, or made in another way. */
export function readIndexHead(source: SectionSource, identity: string): IndexHead {
  const range = source.section(HEAD);
  if (range === null) throw new UnusableIndex('damaged', 'the index has no head');
  const head = indexHeadSchema.safeParse(parseJson(range.read(0, range.length)));
  if (!head.success) throw new UnusableIndex('damaged', 'the head of the index');
  if (head.data.identity !== identity) throw new UnusableIndex('other', 'the index is of another package');
  if (head.data.making !== currentMaking()) throw new UnusableIndex('other', 'the index is made otherwise');
  return head.data;
}

/** JSON out of an index, as `jsonBytes` gave it. @throws IndexFormatError when it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new IndexFormatError('a section is no JSON');
  }
}

export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value), 'utf8');
}
