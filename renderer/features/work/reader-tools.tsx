import type { ReactNode } from 'react';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { ToolButton } from '../../components/tool-button.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useSend } from '../../state/commands.tsx';
import { useReleaseWork, useWork, useWorkStore } from '../../state/work-context.tsx';
import { CollectButton } from './collect-button.tsx';

/** What the reader can make her own of the release that lies open. */
export function ReaderTools({ view }: { readonly view: ReleaseView }): ReactNode {
  const { t } = useWords();
  const send = useSend();
  const store = useWorkStore();
  const { overview } = useWork();
  const { collections } = useReleaseWork(view.id, view.version);
  const releases = [{ id: view.id, version: view.version }];
  const nameOf = (id: string): string => overview?.collections.find((one) => one.id === id)?.name ?? '';
  return (
    <>
      <CollectButton
        within={collections}
        onPut={(id) => {
          const name = nameOf(id);
          void store.change({ do: 'add-to-collection', id, releases, why: '' }, (words) =>
            words.t('collect.put', { name }),
          );
        }}
        onTake={(entry) => {
          const name = collections.find((one) => one.entry === entry)?.name ?? '';
          void store.change({ do: 'remove-entries', entries: [entry] }, (words) =>
            words.t('collect.taken', { name }),
          );
        }}
        onMake={(name) =>
          void store.change({ do: 'make-collection', name, description: '', releases }, (words) =>
            words.t('collect.made', { name }),
          )
        }
      />
      <ToolButton icon="note" label={t('note.short')} onPress={() => send('note')} />
    </>
  );
}
