import { useId } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Day, GovernmentTerm, GovernmentView } from '../../../main/contract/index.ts';
import { LiveText } from '../../components/live-text.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';
import { changesWithin, sittingOn } from './cabinet.ts';
import { DayChoice } from './day-choice.tsx';
import { heldDays, heldTitle } from './held-words.ts';
import './cabinet.css';

interface CabinetSectionProps {
  readonly government: GovernmentView;
  readonly day: Day;
  readonly onDay: (day: Day) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

const SAID_AFTER_MS = 600;

/** Who sat in a government on one of its days, which is chosen here. */
export function CabinetSection({ government, day, onDay, heading }: CabinetSectionProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const sitting = sittingOn(government.terms, day);
  const people = new Set(sitting.map(({ person }) => person.id)).size;
  const said = t('cabinet.sitting', { count: people, day: words.day(day) });
  return (
    <section className="page-section" aria-labelledby={id}>
      <div className="page-section-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {t('cabinet.title')}
        </h2>
      </div>
      <DayChoice government={government} day={day} onDay={onDay} />
      <div className="cabinet-said">
        <p>{said}</p>
        <DayNotes government={government} day={day} sitting={sitting} />
      </div>
      <LiveText text={said} after={SAID_AFTER_MS} />
      <ul className="cabinet" aria-label={t('cabinet.title')}>
        {sitting.toSorted(byDepartment).map((term) => (
          <Seat key={term.office.id} term={term} />
        ))}
      </ul>
    </section>
  );
}

function Seat({ term: { person, office } }: { readonly term: GovernmentTerm }): ReactNode {
  const words = useWords();
  return (
    <li className="seat">
      <span className="seat-name">
        <PageLink page={{ type: 'person', id: person.id }}>{person.name}</PageLink>
      </span>
      <span className="seat-office">
        {heldTitle(office, words)}
        <small>{heldDays(office, words)}</small>
      </span>
      <span className="seat-department">
        {office.department === null ? null : (
          <PageLink page={{ type: 'department', id: office.department.id }}>
            {office.department.name}
          </PageLink>
        )}
      </span>
    </li>
  );
}

interface DayNotesProps extends Pick<CabinetSectionProps, 'government' | 'day'> {
  readonly sitting: readonly GovernmentTerm[];
}

/** What is particular about the day: a change of government or within it, and what the register does not know. */
function DayNotes({ government, day, sitting }: DayNotesProps): ReactNode {
  const { t } = useWords();
  const { from, to, before, after } = government;
  const other = day === from ? before : day === to ? after : null;
  const isChange = changesWithin(government.terms, government).some((change) => change.day === day);
  const unsure = sitting.filter(({ office }) => office.fromUnknown || office.toUnknown).length;
  return (
    <>
      {other === null ? null : <p>{t('cabinet.government-change', { government: other.name })}</p>}
      {isChange ? <p>{t('cabinet.change')}</p> : null}
      {unsure === 0 ? null : <p>{t('cabinet.unsure', { count: unsure })}</p>}
    </>
  );
}

const names = new Intl.Collator('sv');

/** By department, those without one last; then by title. */
function byDepartment(a: GovernmentTerm, b: GovernmentTerm): number {
  const [first, second] = [a.office.department?.name ?? null, b.office.department?.name ?? null];
  if (first !== second) {
    if (first === null) return 1;
    return second === null ? -1 : names.compare(first, second);
  }
  return names.compare(a.office.title, b.office.title);
}
