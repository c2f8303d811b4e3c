import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { KeptSearch } from '../../../main/contract/index.ts';
import { ToolButton } from '../../components/tool-button.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { NameField } from './name-field.tsx';
import './collect.css';

interface SaveSearchProps {
  readonly search: KeptSearch;
  /** A name made of what is searched. */
  readonly name: string;
}

/** Keeps the search that is shown under a name, so that it can be run again and tell what is new. */
export function SaveSearch({ search, name }: SaveSearchProps): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { overview } = useWork();
  const [isOpen, setIsOpen] = useState(false);
  useCommand('save-search', () => setIsOpen(true));
  const saved = overview?.searches.find((one) => JSON.stringify(one.search) === JSON.stringify(search));
  const save = async (now: string): Promise<boolean> => {
    const done = await store.change({ do: 'save-search', name: now, search }, (words) =>
      words.t('searches.saved', { name: now }),
    );
    if (done !== null) setIsOpen(false);
    return done !== null;
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <ToolButton
        icon="star"
        label={t(saved === undefined ? 'searches.save' : 'searches.is-saved')}
        isKept={saved !== undefined}
      />
      <Popover className="popover collect-popover" placement="bottom end" offset={4}>
        <Dialog className="collect">
          <Heading slot="title" level={2} className="collect-title">
            {t('searches.save-title')}
          </Heading>
          {saved === undefined ? null : (
            <p className="collect-said">{t('searches.saved-as', { name: saved.name })}</p>
          )}
          <NameField
            label={t('searches.name')}
            name={name}
            done={t('mine.keep')}
            onName={save}
            onCancel={null}
            isAskedFor
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
