import type { Day, HeldOffice } from '../../../main/contract/index.ts';
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

/** The days of a department, in words. Its beginning is often before what the register tells of. */
export function departmentDays(
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
  words: Words,
): string {
  if (from !== null) return words.range(from, to) ?? '';
  return to === null
    ? words.t('department.standing')
    : words.t('department.from-unknown', { to: words.day(to) });
}

/** With a capital first, as a line of its own begins. */
export function asLine(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
