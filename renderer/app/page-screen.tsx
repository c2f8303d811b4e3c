import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { noFilters } from '../../main/contract/index.ts';
import type { OpenArchive, Page, ReaderApi, RegisterFacet } from '../../main/contract/index.ts';
import { DepartmentPage } from '../features/register/department-page.tsx';
import { GovernmentPage } from '../features/register/government-page.tsx';
import { PersonPage } from '../features/register/person-page.tsx';
import { RegisterPage } from '../features/register/register-page.tsx';
import type { ReleaseWays } from '../features/register/releases.tsx';
import { useWords } from '../i18n/words.tsx';
import { useCommand } from '../state/commands.tsx';
import { PagePlaceProvider } from '../state/page-place.tsx';
import type { Visits } from '../state/page-place.tsx';
import type { Search } from '../state/use-search.ts';
import { focusPane } from './panes.ts';
import { WorkPage } from './work-page.tsx';

interface PageScreenProps {
  readonly api: ReaderApi;
  readonly archive: OpenArchive;
  readonly search: Search;
  readonly page: Page;
  /** Kept by the window, so that a page is found as it was left. */
  readonly visits: Visits;
}

/** The page that is shown instead of the search. */
export function PageScreen({ api, archive, search, page, visits }: PageScreenProps): ReactNode {
  const { language } = useWords();
  const { state, hasPast, dispatch } = search;
  const goBack = useCallback(() => dispatch({ type: hasPast ? 'back' : 'page-left' }), [dispatch, hasPast]);
  useCommand('step-back', goBack);
  const epoch = `${archive.edition} ${language}`;
  const visit = visits.of(state);
  const place = useMemo(() => ({ visit, epoch, goBack }), [visit, epoch, goBack]);
  const ways = useMemo(
    (): ReleaseWays => ({
      open: (releaseId) => dispatch({ type: 'opened', releaseId, version: null }),
      searchAmong: (facet: RegisterFacet, id: string) => {
        dispatch({ type: 'asked', query: '', filters: { ...noFilters, [facet]: [id] } });
        requestAnimationFrame(() => focusPane('results'));
      },
    }),
    [dispatch],
  );
  return (
    <PagePlaceProvider key={JSON.stringify(page)} place={place}>
      <ShownPage api={api} page={page} ways={ways} dispatch={dispatch} />
    </PagePlaceProvider>
  );
}

interface ShownPageProps {
  readonly api: ReaderApi;
  readonly page: Page;
  readonly ways: ReleaseWays;
  readonly dispatch: Search['dispatch'];
}

function ShownPage({ api, page, ways, dispatch }: ShownPageProps): ReactNode {
  switch (page.type) {
    case 'register':
      return <RegisterPage api={api} />;
    case 'person':
      return <PersonPage api={api} id={page.id} ways={ways} />;
    case 'department':
      return <DepartmentPage api={api} id={page.id} ways={ways} />;
    case 'government':
      return <GovernmentPage api={api} id={page.id} ways={ways} />;
    case 'work':
      return <WorkPage page={page} dispatch={dispatch} />;
  }
}
