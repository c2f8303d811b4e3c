import type { HeldOffice } from '../../../main/contract/index.ts';
import type { Words } from '../../i18n/words.tsx';

/** When an office was held, in words; what no source gives is said. */
export function heldDays(
  held: Pick<HeldOffice, 'from' | 'to' | 'fromUnknown' | 'toUnknown'>,
  words: Words,
): string {
  const { t, day } = words;
  const { from, to } = held;
  if (from === null) return to === null ? t('held.days-unknown') : t('held.from-unknown', { to: day(to) });
  if (to !== null) return words.range(from, to) ?? '';
  return held.toUnknown ? t('held.to-unknown', { from: day(from) }) : t('held.since', { from: day(from) });
}

/** The title of an office as it was held. */
export function heldTitle(held: Pick<HeldOffice, 'title' | 'acting'>, words: Words): string {
  return held.acting ? words.t('held.acting', { title: held.title }) : held.title;
}

/** The days of a department or a government, in words. */
export function daysInWords(from: string | null, to: string | null, words: Words): string {
  return words.range(from, to) ?? words.t('held.no-days');
}

/** With a capital first, as a line of its own begins. */
export function asLine(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
