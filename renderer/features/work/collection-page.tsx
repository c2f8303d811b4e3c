import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CollectionSummary, EntryView } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { useCollection } from '../../state/use-collection.ts';
import { useWorkStore } from '../../state/work-context.tsx';
import { EmptyWork } from './empty-work.tsx';
import { EntryList } from './entry-list.tsx';
import { TextDialog } from './text-dialog.tsx';
import { NameField } from './name-field.tsx';
import type { WorkActions } from './work-actions.ts';
import { WorkHead } from './work-head.tsx';

/** Ways out of a collection, shown in its head: they are given its name and the releases in it, in its order. */
export type CollectionExport = (collection: {
  readonly name: string;
  /** `ID@version`, or `ID` where the version that was taken up is not held. */
  readonly releases: readonly string[];
}) => ReactNode;

interface CollectionPageProps {
  readonly id: string;
  readonly actions: WorkActions;
  readonly ways: CollectionExport | undefined;
}

/** One collection: what it is called and why it is kept, and its releases in the reader's own order. */
export function CollectionPage({ id, actions, ways }: CollectionPageProps): ReactNode {
  const { t, language } = useWords();
  const { collection, entries, problem, reorder } = useCollection(id);
  const back = (): void => actions.go({ type: 'work', section: 'collections', id: null });
  const releases = entries.flatMap(nameOfEntry);
  return (
    <>
      <Button className="quiet-button work-back" onPress={back}>
        <Icon name="arrow-left" />
        <span>{t('collections.title')}</span>
      </Button>
      {problem === null ? null : (
        <>
          <h1 className="only-heard">{t('collections.title')}</h1>
          <ProblemNote tone="warn">{problemInWords(problem, language)}</ProblemNote>
        </>
      )}
      {collection === null ? null : (
        <>
          <Head collection={collection} onRemoved={back}>
            {releases.length === 0 ? null : ways?.({ name: collection.name, releases })}
          </Head>
          {collection.releases === 0 ? (
            <EmptyWork
              icon="collect"
              title={t('collection.empty')}
              said={t('collection.empty-said')}
              keys={[{ key: 'Ctrl D', does: t('key.collect') }]}
            />
          ) : (
            <EntryList entries={entries} onReorder={reorder} onOpen={actions.open} />
          )}
        </>
      )}
    </>
  );
}

/** What an entry is called outside; none where the archive that is open does not have it. */
function nameOfEntry({ release, now }: EntryView): readonly string[] {
  if (now.state === 'missing') return [];
  return now.state === 'newer' && !now.isHeld ? [now.id] : [`${now.id}@${release.version}`];
}

interface HeadProps {
  readonly collection: CollectionSummary;
  readonly onRemoved: () => void;
  readonly children: ReactNode;
}

function Head({ collection, onRemoved, children }: HeadProps): ReactNode {
  const { t, instant } = useWords();
  const store = useWorkStore();
  const [edits, setEdits] = useState<'name' | 'description' | null>(null);
  const { id, name, description, releases, changed } = collection;
  const edit = async (changes: {
    readonly name?: string;
    readonly description?: string;
  }): Promise<boolean> => {
    const done = await store.change({ do: 'edit-collection', id, name, description, ...changes });
    if (done !== null) setEdits(null);
    return done !== null;
  };
  const remove = async (): Promise<void> => {
    const done = await store.change({ do: 'remove-collection', id }, (words) =>
      words.t('mine.removed-named', { name }),
    );
    if (done !== null) onRemoved();
  };
  if (edits === 'name')
    return (
      <>
        <h1 className="only-heard">{name}</h1>
        <NameField
          label={t('collection.name')}
          name={name}
          done={t('mine.keep')}
          onName={(now) => edit({ name: now })}
          onCancel={() => setEdits(null)}
          isAskedFor
        />
      </>
    );
  return (
    <>
      <WorkHead
        title={name}
        about={
          <>
            {description === '' ? null : <p className="collection-description">{description}</p>}
            <p className="release-line-meta dotted">
              <span>{t('results.count', { count: releases })}</span>
              <span>{t('mine.changed', { day: instant(changed) })}</span>
            </p>
          </>
        }
        tools={
          <>
            {children}
            <Button className="quiet-button" onPress={() => setEdits('name')}>
              <Icon name="note" />
              <span>{t('mine.rename')}</span>
            </Button>
            <Button className="quiet-button" onPress={() => setEdits('description')}>
              <Icon name="page" />
              <span>{t('collection.describe')}</span>
            </Button>
            <Button className="quiet-button" onPress={() => void remove()}>
              <Icon name="trash" />
              <span>{t('mine.remove')}</span>
            </Button>
          </>
        }
      />
      {edits === 'description' ? (
        <TextDialog
          title={t('collection.describe-title', { name })}
          label={t('collection.description')}
          text={description}
          onKeep={(text) => edit({ description: text })}
          onClose={() => setEdits(null)}
        />
      ) : null}
    </>
  );
}
