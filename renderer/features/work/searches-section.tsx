import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { News, SavedSearchView } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { countFilters } from '../../state/search-state.ts';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { EmptyWork } from './empty-work.tsx';
import { NameField } from './name-field.tsx';
import { SearchNews } from './search-news.tsx';
import type { WorkActions } from './work-actions.ts';
import { WorkHead } from './work-head.tsx';

/** Saved searches, each with what it finds that was not there when it was last looked at. */
export function SearchesSection({ actions }: { readonly actions: WorkActions }): ReactNode {
  const { t } = useWords();
  const { overview } = useWork();
  const searches = overview?.searches ?? [];
  return (
    <>
      <WorkHead title={t('searches.title')} about={t('searches.about')} />
      {overview !== null && searches.length === 0 ? (
        <EmptyWork
          icon="star"
          title={t('searches.empty')}
          said={t('searches.empty-said')}
          keys={[{ key: 'Ctrl S', does: t('key.save-search') }]}
        />
      ) : (
        <ul className="work-rows" aria-label={t('searches.title')}>
          {searches.map((one) => (
            <SearchRow key={one.id} saved={one} actions={actions} />
          ))}
        </ul>
      )}
    </>
  );
}

function SearchRow(props: { readonly saved: SavedSearchView; readonly actions: WorkActions }): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { saved, actions } = props;
  const { id, name, search, looked, news } = saved;
  const [renames, setRenames] = useState(false);
  const [showsNews, setShowsNews] = useState(false);
  const fresh = freshIn(news);
  const rename = async (now: string): Promise<boolean> => {
    const done = await store.change({ do: 'edit-search', id, name: now, search: null });
    if (done !== null) setRenames(false);
    return done !== null;
  };
  return (
    <li className="work-row work-row-search">
      <div className="work-row-words">
        {renames ? (
          <NameField
            label={t('searches.name')}
            name={name}
            done={t('mine.keep')}
            onName={rename}
            onCancel={() => setRenames(false)}
            isAskedFor
          />
        ) : (
          <Button
            className="release-line-title release-line-open"
            isDisabled={news.state === 'elsewhere'}
            onPress={() => actions.run(search)}
          >
            {name}
          </Button>
        )}
        <p className="release-line-meta dotted">
          {search.query.trim() === '' || search.query.trim() === name ? null : (
            <span className="search-query">{search.query}</span>
          )}
          {countFilters(search.filters) === 0 ? null : (
            <span>{t('searches.filters', { count: countFilters(search.filters) })}</span>
          )}
          <span>{t('searches.looked', { day: words.instant(looked.at) })}</span>
        </p>
        <p className="search-news" data-fresh={fresh > 0 ? '' : undefined}>
          {newsInWords(news, words)}
        </p>
        {fresh > 0 ? (
          <div className="note-actions-row">
            <Button
              className="link-button"
              aria-expanded={showsNews}
              onPress={() => setShowsNews(!showsNews)}
            >
              {t(showsNews ? 'searches.hide-news' : 'searches.show-news')}
            </Button>
            <Button
              className="link-button"
              onPress={() =>
                void store.change({ do: 'looked-at-search', id }, (words) =>
                  words.t('searches.seen', { name }),
                )
              }
            >
              {t('searches.mark-seen')}
            </Button>
          </div>
        ) : null}
        {showsNews && fresh > 0 ? (
          <SearchNews id={id} name={name} count={fresh} onOpen={actions.open} />
        ) : null}
      </div>
      <div className="entry-tools">
        <Button
          className="icon-button"
          aria-label={t('mine.rename-named', { name })}
          onPress={() => setRenames(true)}
        >
          <Icon name="note" />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('mine.remove-named', { name })}
          onPress={() =>
            void store.change({ do: 'remove-search', id }, (words) => words.t('mine.removed-named', { name }))
          }
        >
          <Icon name="trash" />
        </Button>
      </div>
    </li>
  );
}

/** How many releases a saved search finds anew or changed. */
function freshIn(news: News): number {
  return news.state === 'known' ? news.added + news.changed : 0;
}

function newsInWords(news: News, words: Words): string {
  const { t } = words;
  switch (news.state) {
    case 'waiting':
      return t('news.waiting');
    case 'elsewhere':
      return t('news.elsewhere');
    case 'failed':
      return problemInWords(news.problem, words.language);
    case 'known': {
      const parts = [
        ...(news.added > 0 ? [t('news.added', { count: news.added })] : []),
        ...(news.changed > 0 ? [t('news.changed', { count: news.changed })] : []),
        ...(news.lost > 0 ? [t('news.lost', { count: news.lost })] : []),
      ];
      const total = t('results.count', { count: news.total });
      return parts.length === 0
        ? t('news.none', { total })
        : t('news.some', { news: words.list(parts), total });
    }
  }
}
