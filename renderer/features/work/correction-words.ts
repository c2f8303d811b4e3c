import type { Corrected } from '../../../main/contract/index.ts';
import type { PlainKey, Words } from '../../i18n/words.tsx';
import type { About } from './correction-form.ts';

/** What each kind of fact is called. */
export const aboutTitles = {
  minister: 'facet.minister',
  date: 'correct.date',
  department: 'facet.department',
  government: 'facet.government',
  subject: 'facet.subject',
  other: 'correct.other',
} as const satisfies Readonly<Record<About, PlainKey>>;

/** What the archive says and what it should say, in words; null where there is nothing. */
export function correctedInWords(
  corrected: Corrected,
  words: Words,
): { readonly record: string | null; readonly should: string | null } {
  switch (corrected.about) {
    case 'other':
      return { record: null, should: corrected.should };
    case 'date':
      return { record: words.date(corrected.record), should: words.date(corrected.should) };
    case 'minister':
      return { record: inOffice(corrected.record, words), should: inOffice(corrected.should, words) };
    default:
      return { record: corrected.record?.label ?? null, should: corrected.should?.label ?? null };
  }
}

type InOffice = Extract<Corrected, { readonly about: 'minister' }>['should'];

function inOffice(of: InOffice, { t }: Words): string | null {
  if (of === null) return null;
  return of.office === null
    ? of.person.label
    : t('hit.minister', { person: of.person.label, role: of.office.label });
}

/** The whole correction as one sentence: what it is about, and what it says. */
export function correctionSentence(corrected: Corrected, words: Words): string {
  const { record, should } = correctedInWords(corrected, words);
  const about = words.t(aboutTitles[corrected.about]);
  if (corrected.about === 'other') return corrected.should;
  if (should === null) return words.t('correct.said-none', { about, record: record ?? '' });
  if (record === null) return words.t('correct.said-missing', { about, should });
  return words.t('correct.said-instead', { about, should, record });
}
