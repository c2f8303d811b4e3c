import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { GovernmentView, ReaderApi } from '../../../main/contract/index.ts';
import { AskedPage } from '../../components/asked-page.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { useKept } from '../../state/page-place.tsx';
import { useAsked } from '../../state/use-asked.ts';
import { lastDayOf } from './cabinet.ts';
import { CabinetSection } from './cabinet-section.tsx';
import { ChangesSection } from './changes-section.tsx';
import { asLine, heldDays, heldTitle } from './held-words.ts';
import { MonthChart } from './month-chart.tsx';
import { Releases } from './releases.tsx';
import type { ReleaseWays } from './releases.tsx';
import { PageSection } from './section.tsx';
import { Sources } from './sources.tsx';
import type { Sourced } from './sources.tsx';
import './register.css';

interface GovernmentPageProps {
  readonly api: ReaderApi;
  readonly id: string;
  readonly ways: ReleaseWays;
}

/** A government: from when to when, who sat in it on each of its days, what changed, and its releases. */
export function GovernmentPage({ api, id, ways }: GovernmentPageProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const asked = useAsked('government', async () => await api.government({ id }));
  return (
    <AskedPage asked={asked}>
      {(government) => {
        const kind = t('government.kind');
        const { name, series } = government;
        return (
          <PageFrame
            title={name}
            kind={series === null ? kind : t('page.kind-in', { kind, series })}
            lead={<GovernmentLead government={government} words={words} />}
          >
            <DayByDay government={government} />
            <Departments departments={government.departments} />
            <MonthChart api={api} facet="government" id={government.id} />
            <Releases api={api} facet="government" id={government.id} ways={ways} />
            <Sources rows={sourced(government, words)} language={government.language} />
          </PageFrame>
        );
      }}
    </AskedPage>
  );
}

function Departments({ departments }: Pick<GovernmentView, 'departments'>): ReactNode {
  const { t } = useWords();
  if (departments.length === 0) return null;
  return (
    <PageSection title={t('register.departments')}>
      <ul className="names">
        {departments.map(({ id, name }) => (
          <li key={id}>
            <PageLink page={{ type: 'department', id }}>{name}</PageLink>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

/** One that is in office is shown as it sits, another as it began. */
function DayByDay({ government }: { readonly government: GovernmentView }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [day, setDay] = useKept('day', government.to === null ? lastDayOf(government) : government.from);
  return (
    <>
      <CabinetSection government={government} day={day} onDay={setDay} heading={heading} />
      <ChangesSection
        government={government}
        onDay={(chosen) => {
          setDay(chosen);
          heading.current?.focus();
        }}
      />
    </>
  );
}

function GovernmentLead(props: { readonly government: GovernmentView; readonly words: Words }): ReactNode {
  const { words } = props;
  const { from, to, before, after } = props.government;
  return (
    <>
      <p>{asLine(words.range(from, to) ?? '')}</p>
      {before === null && after === null ? null : (
        <p className="government-ways">
          {before === null ? null : (
            <span>
              {words.rich('government.before', {
                government: <PageLink page={{ type: 'government', id: before.id }}>{before.name}</PageLink>,
              })}
            </span>
          )}
          {after === null ? null : (
            <span>
              {words.rich('government.after', {
                government: <PageLink page={{ type: 'government', id: after.id }}>{after.name}</PageLink>,
              })}
            </span>
          )}
        </p>
      )}
    </>
  );
}

function sourced(government: GovernmentView, words: Words): readonly Sourced[] {
  const { id, name, note, sources, terms } = government;
  return [
    { key: id, about: name, note, sources },
    ...terms.map(({ person, office }) => ({
      key: office.id,
      about: `${person.name}: ${heldTitle(office, words)}, ${heldDays(office, words)}`,
      note: office.note,
      sources: office.sources,
    })),
  ];
}
