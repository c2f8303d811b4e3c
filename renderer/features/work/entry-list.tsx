import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import {
  Button,
  GridList,
  GridListItem,
  ListLayout,
  Virtualizer,
  useDragAndDrop,
} from 'react-aria-components';
import type { EntryView } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWorkStore } from '../../state/work-context.tsx';
import { moved, placeAfter } from './entry-order.ts';
import { ReleaseLine, titleOf } from './release-line.tsx';
import { TextDialog } from './text-dialog.tsx';
import type { OpenRelease } from './work-actions.ts';

interface EntryListProps {
  readonly entries: readonly EntryView[];
  readonly onReorder: (entries: readonly EntryView[]) => void;
  readonly onOpen: OpenRelease;
}

const layoutOptions = { estimatedRowHeight: 92 };

/**
 * The releases of a collection in the reader's own order: dragged by pointer, or by keys from the handle of a row; Alt with an
 * arrow moves the row that has the focus, Delete takes it out.
 */
export function EntryList({ entries, onReorder, onOpen }: EntryListProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const [writes, setWrites] = useState<EntryView | null>(null);

  const move = (ids: readonly string[], before: string | null): void => {
    onReorder(moved(entries, ids, before));
    void store.change({ do: 'move-entries', entries: ids, before }, (words) => words.t('collection.moved'));
  };
  const remove = (entry: EntryView): void => {
    const title = titleOf(entry.release, entry.now, words);
    void store.change({ do: 'remove-entries', entries: [entry.id] }, (words) =>
      words.t('collection.removed', { title }),
    );
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleFor(entries, String(key)) })),
    onReorder: ({ keys, target }) => {
      const before =
        target.dropPosition === 'before' ? String(target.key) : placeAfter(entries, String(target.key));
      move(
        entries.filter(({ id }) => keys.has(id)).map(({ id }) => id),
        before,
      );
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const at = entries.findIndex(({ id }) => id === row?.getAttribute('data-key'));
    const entry = entries[at];
    if (entry === undefined) return;
    if (event.altKey && event.key === 'ArrowUp' && at > 0) move([entry.id], entries[at - 1]?.id ?? null);
    else if (event.altKey && event.key === 'ArrowDown' && at < entries.length - 1)
      move([entry.id], entries[at + 2]?.id ?? null);
    else if (event.key === 'Delete') remove(entry);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p className="work-keys" id="entry-keys">
        {t('collection.keys')}
      </p>
      <div className="entry-list-place" onKeyDownCapture={onKeyDown}>
        <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
          <GridList
            className="entry-list"
            aria-label={t('collection.list')}
            aria-describedby="entry-keys"
            items={entries}
            dragAndDropHooks={dragAndDropHooks}
            onAction={(key) => {
              const entry = entries.find(({ id }) => id === key);
              if (entry !== undefined && entry.now.state !== 'missing') onOpen(entry.now.id, null);
            }}
          >
            {(entry) => (
              <Entry
                entry={entry}
                title={titleOf(entry.release, entry.now, words)}
                onOpen={onOpen}
                onWrite={() => setWrites(entry)}
                onRemove={() => remove(entry)}
              />
            )}
          </GridList>
        </Virtualizer>
      </div>
      {writes === null ? null : (
        <TextDialog
          title={t('collection.why-title')}
          label={titleOf(writes.release, writes.now, words)}
          text={writes.why}
          onKeep={async (why) => (await store.change({ do: 'edit-entry', entry: writes.id, why })) !== null}
          onClose={() => setWrites(null)}
        />
      )}
    </>
  );
}

interface EntryProps {
  readonly entry: EntryView;
  readonly title: string;
  readonly onOpen: OpenRelease;
  readonly onWrite: () => void;
  readonly onRemove: () => void;
}

function Entry({ entry, title, onOpen, onWrite, onRemove }: EntryProps): ReactNode {
  const { t } = useWords();
  return (
    <GridListItem id={entry.id} textValue={title} className="entry">
      <Button slot="drag" className="icon-button entry-grip" aria-label={t('collection.move', { title })}>
        <Icon name="grip" />
      </Button>
      <div className="entry-words">
        <ReleaseLine release={entry.release} now={entry.now} onOpen={onOpen} />
        {entry.why === '' ? null : <p className="entry-why">{entry.why}</p>}
      </div>
      <div className="entry-tools">
        <Button
          className="icon-button"
          aria-label={t(entry.why === '' ? 'collection.why-add' : 'collection.why-edit', { title })}
          onPress={onWrite}
        >
          <Icon name="note" />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('mine.remove-named', { name: title })}
          onPress={onRemove}
        >
          <Icon name="trash" />
        </Button>
      </div>
    </GridListItem>
  );
}

function titleFor(entries: readonly EntryView[], id: string): string {
  return entries.find((entry) => entry.id === id)?.release.title ?? '';
}
