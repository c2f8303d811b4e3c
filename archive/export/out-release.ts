import type { Register } from '../authority/register.ts';
import { citationOf } from '../cite/citation.ts';
import type { Citation, CitedArchive } from '../cite/citation.ts';
import { plainReference, writeReference } from '../cite/cite.ts';
import { isDay } from '../model/day.ts';
import type { Links } from '../model/links.ts';
import type { ReferenceForm } from '../model/reference.ts';
import type { ReleaseRecord, Withdrawal } from '../model/said.ts';

/** One release version on its way out of the archive. */
export interface OutRelease {
  readonly record: ReleaseRecord;
  readonly links: Links;
  readonly register: Register;
  readonly archive: CitedArchive;
  /** live: newest, not withdrawn. former: an earlier version. withdrawn: taken back by its publisher. */
  readonly state: 'live' | 'former' | 'withdrawn';
  readonly withdrawal: Withdrawal | null;
}

/** What is cited of it. The page was at its address the day it was fetched. */
export function citationFor(
  { record, links, register, archive }: OutRelease,
  author: ReferenceForm['author'],
): Citation {
  const fetched = record.said.source.fetched?.slice(0, 10) ?? '';
  return citationOf({ record, links, register, archive, author, accessed: isDay(fetched) ? fetched : null });
}

/** Its reference, without italics. */
export function referenceFor(release: OutRelease, { style, language, author }: ReferenceForm): string {
  return plainReference(writeReference(citationFor(release, author), style, language));
}
