import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { workSections } from '../../../main/contract/index.ts';
import type { WorkOverview, WorkSection } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { useWork } from '../../state/work-context.tsx';
import { CollectionPage } from './collection-page.tsx';
import type { CollectionExport } from './collection-page.tsx';
import { CollectionsSection } from './collections-section.tsx';
import { CorrectionsSection } from './corrections-section.tsx';
import { Exchange } from './exchange.tsx';
import { HistorySection } from './history-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { SearchesSection } from './searches-section.tsx';
import { sectionTitles } from './section-titles.ts';
import type { WorkActions } from './work-actions.ts';
import './work-screen.css';
import './work-rows.css';
import './entry-list.css';

interface WorkScreenProps {
  readonly section: WorkSection;
  /** One of the section, e.g. a collection; null for all. */
  readonly id: string | null;
  readonly actions: WorkActions;
  /** Ways out of a collection, in its head. */
  readonly collectionExport?: CollectionExport;
}

const icons: Readonly<Record<WorkSection, IconName>> = {
  collections: 'collect',
  notes: 'note',
  searches: 'star',
  history: 'clock',
  corrections: 'flag',
};

/** What the reader keeps of her own: its sections beside one another, and one of them. */
export function WorkScreen({ section, id, actions, collectionExport }: WorkScreenProps): ReactNode {
  const { t, language } = useWords();
  const { overview } = useWork();
  return (
    <main className="work-screen" aria-label={t('mine.title')} data-pane="page" tabIndex={-1}>
      <nav className="work-nav" aria-label={t('mine.title')}>
        <ul className="work-sections">
          {workSections.map((one) => (
            <li key={one}>
              <Button
                className="work-section-link"
                {...(one === section ? { 'aria-current': 'page' as const } : {})}
                onPress={() => actions.go({ type: 'work', section: one, id: null })}
              >
                <Icon name={icons[one]} />
                <span className="work-section-name">{t(sectionTitles[one])}</span>
                <span className="work-section-count">{countOf(overview, one)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <Exchange />
      </nav>
      <div className="work-content">
        {overview?.problem === null || overview === null ? null : (
          <div role="alert">
            <ProblemNote tone="warn">{problemInWords(overview.problem, language)}</ProblemNote>
          </div>
        )}
        <Section section={section} id={id} actions={actions} collectionExport={collectionExport} />
      </div>
    </main>
  );
}

function Section(
  props: Omit<WorkScreenProps, 'collectionExport'> & {
    readonly collectionExport: CollectionExport | undefined;
  },
): ReactNode {
  const { section, id, actions } = props;
  switch (section) {
    case 'collections':
      return id === null ? (
        <CollectionsSection actions={actions} />
      ) : (
        <CollectionPage key={id} id={id} actions={actions} ways={props.collectionExport} />
      );
    case 'notes':
      return <NotesSection actions={actions} />;
    case 'searches':
      return <SearchesSection actions={actions} />;
    case 'history':
      return <HistorySection actions={actions} />;
    case 'corrections':
      return <CorrectionsSection actions={actions} />;
  }
}

function countOf(overview: WorkOverview | null, section: WorkSection): number | null {
  if (overview === null) return null;
  switch (section) {
    case 'collections':
      return overview.collections.length;
    case 'notes':
      return overview.notes;
    case 'searches':
      return overview.searches.length;
    case 'history':
      return overview.history.total;
    case 'corrections':
      return overview.corrections.total;
  }
}
