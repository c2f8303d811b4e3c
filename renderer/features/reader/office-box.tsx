import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { precisionOf } from '../../../main/contract/index.ts';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { Fold } from '../../components/fold.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { groupHolders, holderSentence } from './office-words.tsx';

const FEW = 4;

interface OfficeBoxProps {
  readonly view: ReleaseView;
  readonly isExplained: boolean;
  readonly onExplain: (open: boolean) => void;
}

/** Under which government, and who held which office that day; how we know it, on demand. */
export function OfficeBox(props: OfficeBoxProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { view } = props;
  const [showsAll, setShowsAll] = useState(false);
  const groups = groupHolders(view.officeHolders);
  const shown = showsAll ? groups : groups.slice(0, FEW);
  return (
    <section className="office">
      <h2 className="only-heard">{t('office.title')}</h2>
      <PeriodSentence view={view} words={words} />
      {shown.map((group) => (
        <p key={group.personId}>{holderSentence(group, words)}</p>
      ))}
      {groups.length > FEW ? (
        <Button className="link-button" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('office.show-few') : t('office.show-all', { count: groups.length })}
        </Button>
      ) : null}
      <Fold
        level={3}
        className="office-why"
        title={t('why.title')}
        isOpen={props.isExplained}
        onOpenChange={props.onExplain}
      >
        <EvidencePanel view={view} />
      </Fold>
    </section>
  );
}

function PeriodSentence({ view, words }: { readonly view: ReleaseView; readonly words: Words }): ReactNode {
  const { t, rich } = words;
  // On a day of change both governments hold; otherwise several mean that the day is not known.
  const isChange = precisionOf(view.date) === 'day' && view.governments.length > 1;
  const governments = joined(
    view.governments.map((one) => namedPeriod(one, words)),
    isChange ? t('office.both') : t('office.or'),
  );
  const mandates = joined(
    view.mandatePeriods.map((one) => (
      <span key={one.id} className="whole">
        {one.label}
      </span>
    )),
    t('office.or'),
  );
  const inexact = inexactDate(view, words);
  return (
    <>
      {inexact === null ? null : <p>{inexact}</p>}
      {governments === null ? null : (
        <p>
          {mandates === null
            ? rich('office.under', { governments })
            : rich('office.under-in', { governments, mandates })}
          {isChange ? ` ${t('office.change')}` : null}
        </p>
      )}
    </>
  );
}

/** That the day is not known, and what is; null where it is known. */
function inexactDate({ date }: ReleaseView, { t, date: inWords }: Words): string | null {
  switch (precisionOf(date)) {
    case 'day':
      return null;
    case 'month':
      return t('date.month', { month: inWords(date) });
    case 'year':
      return t('date.year', { year: inWords(date) });
    case 'bounds':
      return t('date.bounds', { bounds: inWords(date) });
    case 'unknown':
      return t('date.unknown');
  }
}

function namedPeriod(period: ReleaseView['governments'][number], words: Words): ReactNode {
  const days = words.range(period.from, period.to);
  return (
    <span key={period.id}>
      <PageLink page={{ type: 'government', id: period.id }}>{period.label}</PageLink>
      {days === null ? '' : ` (${days})`}
    </span>
  );
}

function joined(parts: readonly ReactNode[], between: string): ReactNode {
  if (parts.length === 0) return null;
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : between}
      {part}
    </Fragment>
  ));
}
