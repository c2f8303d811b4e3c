import type { ReactNode } from 'react';
import { Button, Link } from 'react-aria-components';
import type { Hit, ReaderApi, RegisterFacet } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { useKept } from '../../state/page-place.tsx';
import { useAsked } from '../../state/use-asked.ts';
import { PageSection } from './section.tsx';

/** What can be done with the releases on a page. */
export interface ReleaseWays {
  readonly open: (releaseId: string) => void;
  /** Goes to the search, narrowed to the releases of one person, department or government. */
  readonly searchAmong: (facet: RegisterFacet, id: string) => void;
}

interface ReleasesProps {
  readonly api: ReaderApi;
  readonly facet: RegisterFacet;
  readonly id: string;
  readonly ways: ReleaseWays;
}

const STEP = 20;
const MOST_DEPARTMENTS = 2;

/** The releases linked to what the page is about, the newest first, some at a time. */
export function Releases(props: ReleasesProps): ReactNode {
  const { t } = useWords();
  const { api, facet, id, ways } = props;
  const [steps, setSteps] = useKept('releases', 1);
  const first = useAsked(
    'releases 0',
    async () => await api.releasesBy({ facet, id, offset: 0, limit: STEP }),
  );
  const total = first.state === 'told' ? first.value.total : null;
  const shown = total === null ? 0 : Math.min(total, steps * STEP);
  return (
    <PageSection
      title={total === null ? t('releases.title') : t('releases.count', { count: total })}
      lead={total === 0 ? t('releases.none') : t(leads[facet])}
      aside={
        total === null || total === 0 ? null : (
          <Button className="button" onPress={() => ways.searchAmong(facet, id)}>
            <Icon name="search" />
            <span>{t('releases.search')}</span>
          </Button>
        )
      }
    >
      <div className="releases">
        {Array.from({ length: steps }, (_, step) => (
          <Step key={step} {...props} step={step} />
        ))}
      </div>
      {total === null || shown >= total ? null : (
        <div className="buttons">
          <Button className="button" onPress={() => setSteps(steps + 1)}>
            {t('releases.more', { count: Math.min(STEP, total - shown) })}
          </Button>
          <span className="releases-shown">{t('releases.shown', { shown, total })}</span>
        </div>
      )}
    </PageSection>
  );
}

const leads = {
  minister: 'releases.of-minister',
  department: 'releases.of-department',
  government: 'releases.of-government',
} as const;

function Step({ api, facet, id, ways, step }: ReleasesProps & { readonly step: number }): ReactNode {
  const { t, language } = useWords();
  const asked = useAsked(
    `releases ${step}`,
    async () => await api.releasesBy({ facet, id, offset: step * STEP, limit: STEP }),
  );
  switch (asked.state) {
    case 'waiting':
      return <output className="releases-waiting">{t('results.fetching')}</output>;
    case 'refused':
      return <ProblemNote tone="warn">{problemInWords(asked.problem, language)}</ProblemNote>;
    case 'told':
      return (
        <ol className="release-rows" start={step * STEP + 1}>
          {asked.value.hits.map((hit) => (
            <ReleaseRow key={hit.id} hit={hit} isNamed={isOnlyNamed(hit, facet, id)} onOpen={ways.open} />
          ))}
        </ol>
      );
  }
}

interface ReleaseRowProps {
  readonly hit: Hit;
  readonly isNamed: boolean;
  readonly onOpen: (releaseId: string) => void;
}

function ReleaseRow({ hit, isNamed, onOpen }: ReleaseRowProps): ReactNode {
  const words = useWords();
  const departments = hit.departments.slice(0, MOST_DEPARTMENTS).map(({ label }) => label);
  const about = [hit.kind, departments.join(', ')].filter((part) => part !== null && part !== '');
  return (
    <li className="release-row">
      <span className="release-date">{words.date(hit.date)}</span>
      <span className="release-words">
        <Link className="release-link" onPress={() => onOpen(hit.id)}>
          {hit.title === '' ? words.t('hit.untitled') : hit.title}
        </Link>
        <small>
          {about.join(' · ')}
          {isNamed ? <span className="badge badge-possible">{words.t('releases.named')}</span> : null}
        </small>
      </span>
    </li>
  );
}

/** Whether a person stands there by her bare name only. */
function isOnlyNamed(hit: Hit, facet: RegisterFacet, id: string): boolean {
  if (facet !== 'minister') return false;
  const links = hit.ministers.filter(({ personId }) => personId === id);
  return links.length > 0 && links.every(({ strength }) => strength === 'weak');
}
