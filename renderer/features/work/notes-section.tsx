import { useCallback, useDeferredValue, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { NoteView } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { LiveText } from '../../components/live-text.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey } from '../../i18n/words.tsx';
import { usePaged } from '../../state/use-paged.ts';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { EmptyWork } from './empty-work.tsx';
import { LongList } from './long-list.tsx';
import { Quote } from './quote.tsx';
import { ReleaseLine, titleOf } from './release-line.tsx';
import type { WorkActions } from './work-actions.ts';
import { WorkHead } from './work-head.tsx';

const ROW_PX = 150;
const TOLD_AFTER_MS = 600;

const foundWords = {
  exact: null,
  moved: 'found.moved',
  altered: 'found.altered',
  gone: 'found.gone',
  unknown: 'found.unknown',
} as const satisfies Readonly<Record<NonNullable<NoteView['found']>['how'], PlainKey | null>>;

/** All notes, the newest first, and a way to find one. */
export function NotesSection({ actions }: { readonly actions: WorkActions }): ReactNode {
  const { t } = useWords();
  const { api } = useWorkStore();
  const { revision, overview } = useWork();
  const [typed, setTyped] = useState('');
  const match = useDeferredValue(typed.trim());
  const ask = useCallback(
    (offset: number, limit: number) => api.notes({ match, offset, limit }),
    [api, match],
  );
  const list = usePaged({ key: match, revision, ask });
  const count = list.total ?? 0;
  return (
    <>
      <WorkHead title={t('notes.title')} about={t('notes.about')} />
      {overview?.notes === 0 ? null : (
        <SearchField className="text-field work-find" value={typed} onChange={setTyped}>
          <Label>{t('notes.find')}</Label>
          <Input className="find-input" maxLength={200} />
        </SearchField>
      )}
      <LiveText text={match === '' ? '' : t('notes.count', { count })} after={TOLD_AFTER_MS} />
      <LongList
        label={t('notes.title')}
        listKey={match}
        list={list}
        rowHeight={ROW_PX}
        idOf={({ id }) => id}
        renderRow={(note) => <NoteRow note={note} actions={actions} />}
        empty={
          match === '' ? (
            <EmptyWork
              icon="note"
              title={t('notes.empty')}
              said={t('notes.empty-said')}
              keys={[
                { key: 'Ctrl N', does: t('key.note') },
                { key: 'Ctrl M', does: t('key.passage') },
              ]}
            />
          ) : (
            <p className="work-none">{t('notes.none-found', { match })}</p>
          )
        }
      />
    </>
  );
}

function NoteRow({ note, actions }: { readonly note: NoteView; readonly actions: WorkActions }): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { anchor, found } = note;
  const said = found === null ? null : foundWords[found.how];
  const title = titleOf(note.release, note.now, words);
  return (
    <div className="work-row">
      <div className="work-row-words">
        <ReleaseLine release={note.release} now={note.now} onOpen={actions.open} />
        {anchor === null ? null : <Quote text={anchor.quote.exact} />}
        {said === null ? null : <p className="note-found">{t(said)}</p>}
        {note.text === '' ? null : <p className="note-text">{note.text}</p>}
        <p className="release-line-meta dotted">
          <span>{t('mine.changed', { day: words.instant(note.changed) })}</span>
        </p>
      </div>
      <Button
        className="quiet-button"
        aria-label={t('notes.remove-on', { title })}
        onPress={() =>
          void store.change({ do: 'remove-notes', ids: [note.id] }, (words) => words.t('note.removed'))
        }
      >
        <Icon name="trash" />
        <span>{t('mine.remove')}</span>
      </Button>
    </div>
  );
}
