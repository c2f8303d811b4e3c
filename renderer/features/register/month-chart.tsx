import type { ReactNode } from 'react';
import { noFilters } from '../../../main/contract/index.ts';
import type { ReaderApi, RegisterFacet, Reply, TimelineAnswer } from '../../../main/contract/index.ts';
import { Fold } from '../../components/fold.tsx';
import { monthNames } from '../../i18n/dates.ts';
import { useWords } from '../../i18n/words.tsx';
import { useKept } from '../../state/page-place.tsx';
import { useAsked } from '../../state/use-asked.ts';
import { monthsOf } from './months.ts';
import type { Months } from './months.ts';
import { PageSection } from './section.tsx';
import './month-chart.css';

interface MonthChartProps {
  readonly api: ReaderApi;
  readonly facet: RegisterFacet;
  readonly id: string;
}

/** Searches that may go before the counts until they are given up. */
const MOST_TRIES = 5;
/** Fewer months than these do not fill the page, so that a bar stays a bar. */
const FILLING_BARS = 60;
/** Years written under the bars. */
const MOST_YEARS = 10;

/** Releases a month, drawn, with the same numbers as a table. */
export function MonthChart({ api, facet, id }: MonthChartProps): ReactNode {
  const { t, month } = useWords();
  const [isTable, setIsTable] = useKept('months', false);
  const asked = useAsked('months', async () => await countMonths(api, facet, id, MOST_TRIES));
  if (asked.state === 'waiting') return <div className="months-waiting" />;
  const months = asked.state === 'told' ? monthsOf(asked.value) : null;
  if (months === null) return null;
  const { busiest, inexact } = months;
  return (
    <PageSection
      title={t('months.title')}
      lead={
        <>
          {t('months.busiest', { month: month(busiest.month), count: busiest.count })}
          {inexact === 0 ? null : ` ${t('months.inexact', { count: inexact })}`}
        </>
      }
    >
      <Bars months={months} />
      <Fold
        level={3}
        className="months-fold"
        title={t('months.table')}
        isOpen={isTable}
        onOpenChange={setIsTable}
      >
        <Table months={months} />
      </Fold>
    </PageSection>
  );
}

/** A search that is asked meanwhile goes before: then it is asked anew. */
async function countMonths(
  api: ReaderApi,
  facet: RegisterFacet,
  id: string,
  tries: number,
): Promise<Reply<TimelineAnswer>> {
  const filters = { ...noFilters, [facet]: [id] };
  const reply = await api.timeline({ query: '', filters, unit: 'month', from: null, to: null });
  const isMoot = !reply.ok && reply.problem.code === 'job-cancelled';
  return isMoot && tries > 1 ? await countMonths(api, facet, id, tries - 1) : reply;
}

function Bars({ months: { years, busiest } }: { readonly months: Months }): ReactNode {
  const counts = years.flatMap((year) => year.counts);
  const step = Math.ceil(years.length / MOST_YEARS);
  return (
    <div
      className="months"
      aria-hidden="true"
      style={{ width: `max(${Math.min(1, counts.length / FILLING_BARS) * 100}%, min(100%, 18rem))` }}
    >
      <svg viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none">
        {counts.map((count, n) => {
          const height = count / busiest.count;
          if (count === 0) return null;
          return <rect key={n} x={n + 0.1} y={1 - height} width={0.8} height={height} />;
        })}
      </svg>
      <div className="months-years">
        {years.map(({ year }, n) =>
          n % step === 0 ? (
            <span key={year} style={{ left: `${(n / years.length) * 100}%` }}>
              {year}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}

function Table({ months: { years } }: { readonly months: Months }): ReactNode {
  const { t, number, language } = useWords();
  const names = monthNames(language);
  return (
    <div className="months-table">
      <table aria-label={t('months.title')}>
        <thead>
          <tr>
            <th scope="col">{t('months.year')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
            <th scope="col">{t('months.all')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, counts, total }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {counts.map((count, n) => (
                <td key={names[n] ?? n} data-none={count === 0 || undefined}>
                  {number(count)}
                </td>
              ))}
              <td>{number(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
