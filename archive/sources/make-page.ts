import { createHash } from 'node:crypto';
import { blockText } from '../model/reading-text.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { SourcePage } from '../model/source.ts';
import { isBlank } from './inlines.ts';
import type { PageReading, Source } from './source.ts';

/** What is known of a file beside its words. */
export interface PageOrigin {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** As the one who hands it over gives them; null when unknown. They go before what the page says. */
  readonly address: string | null;
  readonly fetched: string | null;
  /** Canonical JSON of the entry that came beside it. */
  readonly metadata?: Uint8Array;
}

/** A page, ready for the package, and what is odd about it. */
export interface MadePage {
  readonly page: SourcePage;
  readonly problems: readonly Problem[];
}

/** Puts a page's words and its origin together. A page without lead and body is kept, and said so. */
export function makePage(
  reading: PageReading,
  source: Pick<Source, 'parser' | 'mediaType'>,
  origin: PageOrigin,
): MadePage {
  const { words } = reading;
  const { metadata } = origin;
  const page: SourcePage = {
    said: {
      ...words,
      source: {
        address: origin.address ?? reading.address,
        file: origin.file,
        fetched: origin.fetched,
        sha256: sha256(origin.bytes),
        bytes: origin.bytes.length,
        mediaType: source.mediaType,
        ...(metadata === undefined ? {} : { metadataSha256: sha256(metadata) }),
        parser: source.parser,
      },
    },
    original: origin.bytes,
    ...(metadata === undefined ? {} : { metadata }),
  };
  const isEmpty = [...words.lead, ...words.body].every((block) => isBlank(blockText(block)));
  const empty = isEmpty
    ? [problem('source-page-without-text', { file: origin.file }, { title: words.title })]
    : [];
  return { page, problems: [...reading.problems, ...empty] };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
