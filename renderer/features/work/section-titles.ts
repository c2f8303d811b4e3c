import type { WorkSection } from '../../../main/contract/index.ts';
import type { PlainKey } from '../../i18n/words.tsx';

/** What each part of the reader's own work is called. */
export const sectionTitles = {
  collections: 'collections.title',
  notes: 'notes.title',
  searches: 'searches.title',
  history: 'history.title',
  corrections: 'corrections.title',
} as const satisfies Readonly<Record<WorkSection, PlainKey>>;
