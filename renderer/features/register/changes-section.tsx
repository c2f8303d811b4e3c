import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Day, GovernmentTerm, GovernmentView } from '../../../main/contract/index.ts';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';
import { changesWithin } from './cabinet.ts';
import { heldTitle } from './held-words.ts';
import { PageSection } from './section.tsx';

/** Who came and who left while a government sat. */
export function ChangesSection(props: {
  readonly government: GovernmentView;
  readonly onDay: (day: Day) => void;
}): ReactNode {
  const { t, day: inWords } = useWords();
  const changes = changesWithin(props.government.terms, props.government);
  return (
    <PageSection title={t('changes.title')} {...(changes.length === 0 ? { lead: t('changes.none') } : {})}>
      <ol className="cabinet-changes">
        {changes.map(({ day, came, left }) => (
          <li key={day} className="cabinet-change">
            <Button className="link-button" onPress={() => props.onDay(day)}>
              {inWords(day)}
              <span className="only-heard"> {t('changes.show-day')}</span>
            </Button>
            <dl>
              <Moves label={t('changes.left')} terms={left} />
              <Moves label={t('changes.came')} terms={came} />
            </dl>
          </li>
        ))}
      </ol>
    </PageSection>
  );
}

function Moves(props: { readonly label: string; readonly terms: readonly GovernmentTerm[] }): ReactNode {
  const words = useWords();
  if (props.terms.length === 0) return null;
  return (
    <div>
      <dt>{props.label}</dt>
      {props.terms.map(({ person, office }) => (
        <dd key={office.id}>
          <PageLink page={{ type: 'person', id: person.id }}>{person.name}</PageLink>,{' '}
          {heldTitle(office, words)}
        </dd>
      ))}
    </div>
  );
}
