import type { GovernmentBand, TimeBin, TimeUnit } from '../../../main/contract/index.ts';
import type { PlainKey, Words } from '../../i18n/words.tsx';
import { countIn, governmentsIn } from './chart.ts';
import type { Chart } from './chart.ts';

/** What each unit is called. */
export const unitWords = {
  year: 'timeline.year',
  month: 'timeline.month',
  day: 'timeline.day',
} as const satisfies Readonly<Record<TimeUnit, PlainKey>>;

/** A bin with its releases: "mars 2017: 312 handlingar". */
export function binInWords(bin: TimeBin, count: number, words: Words): string {
  return words.t('timeline.bin', {
    time: words.span(bin.from, bin.to),
    releases: words.t('results.count', { count }),
  });
}

/** Chosen days with their releases, where the bars tell how many. */
export function daysInWords(chart: Chart, days: TimeBin, words: Words): string {
  const count = countIn(chart, days);
  return count === null ? words.span(days.from, days.to) : binInWords(days, count, words);
}

/** The names of the governments of a bin: "Regeringen Brandt och Regeringen Ahlgren I"; empty when there is none. */
export function governmentsInWords(
  governments: readonly GovernmentBand[],
  bin: TimeBin,
  words: Words,
): string {
  return words.list(governmentsIn(governments, bin).map(({ label }) => label));
}

/**
 * Each bin as it is heard. Governments are named where they begin to hold or change, not at every bar that one walks
 * over.
 */
export function binsAsHeard(
  { bins, counts }: Chart,
  governments: readonly GovernmentBand[],
  words: Words,
): readonly string[] {
  let before = '';
  return bins.map((bin, n) => {
    const said = binInWords(bin, counts[n] ?? 0, words);
    const names = governmentsInWords(governments, bin, words);
    const isNew = names !== before && names !== '';
    before = names;
    return isNew ? `${said}. ${names}` : said;
  });
}
