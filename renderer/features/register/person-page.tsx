import type { ReactNode } from 'react';
import type { PersonView, ReaderApi } from '../../../main/contract/index.ts';
import { AskedPage } from '../../components/asked-page.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { useAsked } from '../../state/use-asked.ts';
import { officeRow } from './held-row.tsx';
import { asLine, heldDays, heldTitle } from './held-words.ts';
import { MonthChart } from './month-chart.tsx';
import { Releases } from './releases.tsx';
import type { ReleaseWays } from './releases.tsx';
import { PageSection } from './section.tsx';
import { Sources } from './sources.tsx';
import type { Sourced } from './sources.tsx';
import { TimeRows } from './time-rows.tsx';
import './register.css';

interface PersonPageProps {
  readonly api: ReaderApi;
  readonly id: string;
  readonly ways: ReleaseWays;
}

/** A minister: her offices in time, what became of her, and the releases that she is in. */
export function PersonPage({ api, id, ways }: PersonPageProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const asked = useAsked('person', async () => await api.person({ id }));
  return (
    <AskedPage asked={asked}>
      {(person) => {
        const parties = [...new Set(person.offices.flatMap(({ party }) => party ?? []))];
        return (
          <PageFrame
            title={person.name}
            kind={
              person.series === null
                ? t('person.kind')
                : t('page.kind-in', { kind: t('person.kind'), series: person.series })
            }
            lead={<PersonLead person={person} parties={parties} words={words} />}
          >
            <PageSection title={t('person.offices')}>
              <TimeRows
                label={t('person.offices')}
                rows={person.offices.map((held) => officeRow(held, parties.length > 1))}
                asOf={person.asOf}
              />
            </PageSection>
            <MonthChart api={api} facet="minister" id={person.id} />
            <Releases api={api} facet="minister" id={person.id} ways={ways} />
            <Sources rows={sourced(person, words)} language={person.language} />
          </PageFrame>
        );
      }}
    </AskedPage>
  );
}

function PersonLead(props: {
  readonly person: PersonView;
  readonly parties: readonly string[];
  readonly words: Words;
}): ReactNode {
  const { person, parties, words } = props;
  const { t } = words;
  return (
    <>
      {parties.length === 0 ? null : <p>{words.list(parties)}</p>}
      {person.afterwards === null ? null : (
        <p>{t('person.afterwards', { what: asLine(words.label(person.afterwards)) })}</p>
      )}
      {person.otherNames.length === 0 ? null : (
        <p>{t('person.other-names', { names: person.otherNames.join(', ') })}</p>
      )}
    </>
  );
}

function sourced(person: PersonView, words: Words): readonly Sourced[] {
  const { id, name, note, sources, offices } = person;
  return [
    { key: id, about: name, note, sources },
    ...offices.map((held) => ({
      key: held.id,
      about: `${asLine(heldTitle(held, words))}, ${heldDays(held, words)}`,
      note: held.note,
      sources: held.sources,
    })),
  ];
}
