import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { Hit, KeptSearch } from '../../main/contract/index.ts';
import { ExportMenu } from '../features/out/export-menu.tsx';
import { CollectAll } from '../features/work/collect-all.tsx';
import { SaveSearch } from '../features/work/save-search.tsx';
import { nameOfSearch } from '../i18n/search-name.ts';
import { useWords } from '../i18n/words.tsx';
import { requestOf } from '../state/result-store.ts';
import type { Search } from '../state/use-search.ts';

interface ResultToolsProps {
  readonly search: Search;
  readonly kept: KeptSearch;
}

/** What can be done with a whole result: the search saved, what it finds collected, and taken out of the room. */
export function ResultTools({ search, kept }: ResultToolsProps): ReactNode {
  const words = useWords();
  const { view, labels, store } = search;
  const first = useCallback(
    (most: number, tell: (done: number) => boolean): Promise<readonly Hit[] | null> =>
      store.first(most, tell),
    [store],
  );
  const total = view.state === 'shown' ? view.summary.total : 0;
  return (
    <>
      <SaveSearch search={kept} name={nameOfSearch(kept, labels, words)} />
      {view.state !== 'shown' || total === 0 ? null : (
        <>
          <CollectAll total={total} first={first} />
          <ExportMenu
            subject={{ type: 'result', request: requestOf(view.terms) }}
            hasKeys={search.state.releaseId === null}
          />
        </>
      )}
    </>
  );
}
