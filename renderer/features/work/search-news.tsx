import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../../i18n/words.tsx';
import { usePaged } from '../../state/use-paged.ts';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { LongList } from './long-list.tsx';
import type { OpenRelease } from './work-actions.ts';

const ROW_PX = 56;
/** Room for a row, its title in two lines. */
const ROW_REM = 5;

/** What a saved search finds that is new, then what has changed. */
export function SearchNews(props: {
  readonly id: string;
  readonly name: string;
  /** How many there are. */
  readonly count: number;
  readonly onOpen: OpenRelease;
}): ReactNode {
  const words = useWords();
  const { t } = words;
  const { api } = useWorkStore();
  const { revision } = useWork();
  const { id } = props;
  const ask = useCallback(
    (offset: number, limit: number) => api.searchNews({ id, offset, limit }),
    [api, id],
  );
  const list = usePaged({ key: id, revision, ask });
  return (
    <div className="search-news-list" style={{ height: `min(16rem, ${props.count * ROW_REM}rem)` }}>
      <LongList
        label={t('searches.news-of', { name: props.name })}
        listKey={id}
        list={list}
        rowHeight={ROW_PX}
        idOf={(item) => item.id}
        renderRow={(item) => (
          <div className="news-row">
            <p className="release-line-meta dotted">
              <span>{words.date(item.date)}</span>
              {item.what === 'changed' ? <span className="badge">{t('news.is-changed')}</span> : null}
            </p>
            <Button
              className="release-line-title release-line-open"
              onPress={() => props.onOpen(item.id, null)}
            >
              {item.title === '' ? t('hit.untitled') : item.title}
            </Button>
          </div>
        )}
        empty={null}
      />
    </div>
  );
}
