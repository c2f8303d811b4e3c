import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Page } from '../../main/contract/index.ts';
import { ExportMenu } from '../features/out/export-menu.tsx';
import type { CollectionExport } from '../features/work/collection-page.tsx';
import { WorkScreen } from '../features/work/work-screen.tsx';
import type { WorkActions } from '../features/work/work-actions.ts';
import type { Search } from '../state/use-search.ts';
import { focusPane } from './panes.ts';

interface WorkPageProps {
  readonly page: Extract<Page, { readonly type: 'work' }>;
  readonly dispatch: Search['dispatch'];
}

/** The reader's own work, with the ways from it to the search and to releases. */
export function WorkPage({ page, dispatch }: WorkPageProps): ReactNode {
  const actions = useMemo(
    (): WorkActions => ({
      open: (releaseId, version) => dispatch({ type: 'opened', releaseId, version }),
      run: (search) => {
        dispatch({ type: 'taken-up', search });
        requestAnimationFrame(() => focusPane('results'));
      },
      go: (to) => dispatch({ type: 'went', page: to }),
    }),
    [dispatch],
  );
  return (
    <WorkScreen section={page.section} id={page.id} actions={actions} collectionExport={collectionExport} />
  );
}

/** A collection leaves the room as the reader has put it together: in her order, at the versions that she took up. */
const collectionExport: CollectionExport = ({ name, releases }) => (
  <ExportMenu subject={{ type: 'releases', ids: releases, title: name }} hasKeys />
);
