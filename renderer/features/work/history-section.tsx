import { useCallback, useDeferredValue, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { Visit } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { SwitchField } from '../../components/switch-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import { countFilters } from '../../state/search-state.ts';
import { usePaged } from '../../state/use-paged.ts';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { EmptyWork } from './empty-work.tsx';
import { LongList } from './long-list.tsx';
import { ReleaseLine } from './release-line.tsx';
import type { WorkActions } from './work-actions.ts';
import { WorkHead } from './work-head.tsx';

const ROW_PX = 72;

/** What was searched and opened, the newest first: kept only as long as the reader wants it kept. */
export function HistorySection({ actions }: { readonly actions: WorkActions }): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { revision, overview } = useWork();
  const [typed, setTyped] = useState('');
  const [asksToForget, setAsksToForget] = useState(false);
  const match = useDeferredValue(typed.trim());
  const { api } = store;
  const ask = useCallback(
    (offset: number, limit: number) => api.history({ match, offset, limit }),
    [api, match],
  );
  const list = usePaged({ key: match, revision, ask });
  const history = overview?.history ?? { isOn: true, total: 0, most: 0 };
  const forgetAll = (): void => {
    setAsksToForget(false);
    void store.change({ do: 'forget-history', ids: null }, ({ t: say }) => say('history.forgotten'));
  };
  return (
    <>
      <WorkHead
        title={t('history.title')}
        about={t('history.about', { most: history.most })}
        tools={
          history.total === 0 ? undefined : (
            <Button className="button button-danger" onPress={() => setAsksToForget(true)}>
              {t('history.forget')}
            </Button>
          )
        }
      />
      <SwitchField
        label={t('history.keep')}
        hint={t('history.keep-hint')}
        isOn={history.isOn}
        onChange={(on) => void store.change({ do: 'keep-history', on })}
      />
      {history.total === 0 ? null : (
        <SearchField className="text-field work-find" value={typed} onChange={setTyped}>
          <Label>{t('history.find')}</Label>
          <Input className="find-input" maxLength={200} />
        </SearchField>
      )}
      <LongList
        label={t('history.title')}
        listKey={match}
        list={list}
        rowHeight={ROW_PX}
        idOf={({ id }) => id}
        renderRow={(visit, before) => (
          <>
            {before !== undefined && words.instant(before.at) === words.instant(visit.at) ? null : (
              <p className="history-day">{words.instant(visit.at)}</p>
            )}
            <VisitRow visit={visit} actions={actions} />
          </>
        )}
        empty={
          match !== '' ? (
            <p className="work-none">{t('history.none-found', { match })}</p>
          ) : (
            <EmptyWork
              icon="clock"
              title={t('history.empty')}
              said={t(history.isOn ? 'history.empty-said' : 'history.off-said')}
              keys={[]}
            />
          )
        }
      />
      <RoomDialog
        shape="page"
        title={t('history.forget-title')}
        isOpen={asksToForget}
        onOpenChange={setAsksToForget}
        foot={
          <div className="buttons text-dialog-foot">
            <Button className="button button-danger button-large" onPress={forgetAll}>
              {t('history.forget-do', { count: history.total })}
            </Button>
            <Button className="button button-large" onPress={() => setAsksToForget(false)}>
              {t('work.cancel')}
            </Button>
          </div>
        }
      >
        <p className="text-dialog">{t('history.forget-said')}</p>
      </RoomDialog>
    </>
  );
}

function VisitRow({ visit, actions }: { readonly visit: Visit; readonly actions: WorkActions }): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { what } = visit;
  return (
    <div className="work-row">
      <Icon name={what.type === 'search' ? 'search' : 'page'} />
      <div className="work-row-words">
        {what.type === 'release' ? (
          <ReleaseLine release={what.release} now={null} onOpen={actions.open} />
        ) : (
          <>
            <p className="release-line-meta dotted">
              <span>{t('results.count', { count: what.total })}</span>
              {countFilters(what.search.filters) === 0 ? null : (
                <span>{t('searches.filters', { count: countFilters(what.search.filters) })}</span>
              )}
            </p>
            <Button className="history-search" onPress={() => actions.run(what.search)}>
              {what.search.query.trim() === '' ? t('history.all') : what.search.query}
            </Button>
          </>
        )}
      </div>
      <Button
        className="icon-button"
        aria-label={t('history.forget-one', {
          name: what.type === 'release' ? what.release.title : what.search.query,
        })}
        onPress={() => void store.change({ do: 'forget-history', ids: [visit.id] })}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
