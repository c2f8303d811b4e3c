import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CorrectionView } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { usePaged } from '../../state/use-paged.ts';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { correctionSentence } from './correction-words.ts';
import { EmptyWork } from './empty-work.tsx';
import { LongList } from './long-list.tsx';
import { Quote } from './quote.tsx';
import { ReleaseLine } from './release-line.tsx';
import { standingWords } from './standing-words.ts';
import type { WorkActions } from './work-actions.ts';
import { WorkHead } from './work-head.tsx';

const ROW_PX = 140;
const PAGE = 200;

/** What the reader has said is wrong, and a way to hand it to whoever keeps the archive. */
export function CorrectionsSection({ actions }: { readonly actions: WorkActions }): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { revision, overview } = useWork();
  const { api } = store;
  const ask = useCallback((offset: number, limit: number) => api.corrections({ offset, limit }), [api]);
  const list = usePaged({ key: 'all', revision, ask });
  const { total, notHanded } = overview?.corrections ?? { total: 0, notHanded: 0 };
  const hand = async (isAll: boolean): Promise<void> => {
    const ids = isAll ? null : await notHandedIn(ask);
    if (ids !== null && ids.length === 0) return;
    const reply = await api.saveCorrections({ ids });
    if (!reply.ok) store.refuse(reply.problem);
    else if (reply.value !== null) {
      const { file, items } = reply.value;
      store.say((words) => words.t('corrections.handed', { count: items, file }));
    }
  };
  return (
    <>
      <WorkHead
        title={t('corrections.title')}
        about={t('corrections.about')}
        tools={
          total === 0 ? undefined : (
            <>
              <Button className="button" onPress={() => void hand(true)}>
                <Icon name="tray" />
                <span>{t('corrections.hand-all')}</span>
              </Button>
              {notHanded === 0 || notHanded === total ? null : (
                <Button className="button" onPress={() => void hand(false)}>
                  {t('corrections.hand-new', { count: notHanded })}
                </Button>
              )}
            </>
          )
        }
      />
      <LongList
        label={t('corrections.title')}
        listKey="all"
        list={list}
        rowHeight={ROW_PX}
        idOf={({ id }) => id}
        renderRow={(correction) => <CorrectionRow correction={correction} actions={actions} />}
        empty={
          <EmptyWork
            icon="flag"
            title={t('corrections.empty')}
            said={t('corrections.empty-said')}
            keys={[]}
          />
        }
      />
    </>
  );
}

function CorrectionRow(props: {
  readonly correction: CorrectionView;
  readonly actions: WorkActions;
}): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { id, corrected, release, now, ground, evidence, handed, standing } = props.correction;
  const sentence = correctionSentence(corrected, words);
  return (
    <div className="work-row">
      <div className="work-row-words">
        <ReleaseLine release={release} now={now} onOpen={props.actions.open} />
        <p className="correction-sentence">{sentence}</p>
        {evidence === null ? null : <Quote text={evidence.quote.exact} />}
        {ground === '' ? null : <p className="note-text">{ground}</p>}
        <p className="release-line-meta dotted">
          <span>{t(standingWords[standing])}</span>
          <span>
            {handed === null
              ? t('corrections.not-handed')
              : t('corrections.handed-on', { day: words.instant(handed) })}
          </span>
        </p>
      </div>
      <Button
        className="quiet-button"
        aria-label={t('correct.withdraw-named', { correction: sentence })}
        onPress={() =>
          void store.change({ do: 'remove-corrections', ids: [id] }, (words) => words.t('correct.withdrawn'))
        }
      >
        <Icon name="trash" />
        <span>{t('correct.withdraw')}</span>
      </Button>
    </div>
  );
}

type AskCorrections = Parameters<typeof usePaged<CorrectionView>>[0]['ask'];

/** Those that were in no file yet. */
async function notHandedIn(ask: AskCorrections): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const reply = await ask(offset, PAGE);
    if (!reply.ok) return ids;
    const { items, total } = reply.value;
    ids.push(...items.filter(({ handed }) => handed === null).map(({ id }) => id));
    if (items.length === 0 || offset + items.length >= total) return ids;
  }
}
