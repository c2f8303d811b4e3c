import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { DayRange, TimeBin, TimelineAnswer } from '../../../main/contract/index.ts';
import type { PlainKey } from '../../i18n/words.tsx';
import { useWords } from '../../i18n/words.tsx';
import { stretchOf } from './chart.ts';
import type { Chart } from './chart.ts';
import { governmentsInWords, unitWords } from './time-words.ts';

interface TimeTableProps {
  readonly chart: Chart;
  readonly answer: TimelineAnswer;
  readonly period: DayRange;
  readonly onPick: (days: TimeBin) => void;
}

/** The same numbers as the bars have, row by row; a row's time can be chosen. */
export function TimeTable({ chart, answer, period, onPick }: TimeTableProps): ReactNode {
  const words = useWords();
  const { t, number } = words;
  const { bins, counts } = chart;
  const isOpen = period.from === null && period.to === null;
  const chosen = isOpen ? null : stretchOf(bins, period);
  const beside: readonly (readonly [PlainKey, number])[] = [
    ['timeline.before', answer.before],
    ['timeline.after', answer.after],
    ['timeline.inexact', answer.inexact],
    ['timeline.undated', answer.undated],
  ];
  const all = counts.reduce((sum, n) => sum + n, 0) + beside.reduce((sum, [, n]) => sum + n, 0);
  return (
    <div className="time-table">
      <table>
        <caption className="only-heard">{t('timeline.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(unitWords[chart.unit])}</th>
            <th scope="col" className="time-number">
              {t('timeline.releases')}
            </th>
            <th scope="col">{t('facet.government')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, n) => (
            <tr key={bin.from} data-chosen={isIn(chosen, n) ? '' : undefined}>
              <th scope="row">
                <Button className="link-button" aria-pressed={isIn(chosen, n)} onPress={() => onPick(bin)}>
                  {words.span(bin.from, bin.to)}
                </Button>
              </th>
              <td className="time-number">{number(counts[n] ?? 0)}</td>
              <td>{governmentsInWords(answer.governments, bin, words)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {[...beside.filter(([, count]) => count > 0), ['timeline.all', all] as const].map(
            ([name, count]) => (
              <tr key={name}>
                <th scope="row">{t(name)}</th>
                <td className="time-number">{number(count)}</td>
              </tr>
            ),
          )}
        </tfoot>
      </table>
    </div>
  );
}

function isIn(chosen: ReturnType<typeof stretchOf>, n: number): boolean {
  return chosen !== null && n + 1 > chosen.start && n < chosen.end;
}
