import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { ToolButton } from '../../components/tool-button.tsx';
import { useWords } from '../../i18n/words.tsx';
import { CollectionChoice } from './collection-choice.tsx';
import { useCommand } from '../../state/commands.tsx';
import './collect.css';

interface CollectButtonProps {
  /** Collections that what is collected is in, each with its entry. */
  readonly within: readonly { readonly id: string; readonly entry: string }[];
  readonly onPut: (collection: string) => void;
  readonly onTake: (entry: string) => void;
  readonly onMake: (name: string) => void;
}

/** Puts the release that lies open into collections, and takes it out of them. */
export function CollectButton(props: CollectButtonProps): ReactNode {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  useCommand('collect', () => setIsOpen(true));
  const count = props.within.length;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <ToolButton
        icon="collect"
        label={count === 0 ? t('collect.short') : t('collect.in', { count })}
        isKept={count > 0}
      />
      <Popover className="popover collect-popover" placement="bottom end" offset={4}>
        <Dialog className="collect">
          <Heading slot="title" level={2} className="collect-title">
            {t('collect.title')}
          </Heading>
          <CollectionChoice
            chosen={props.within.map(({ id }) => id)}
            onChoose={(id) => {
              const entry = props.within.find((one) => one.id === id)?.entry;
              if (entry === undefined) props.onPut(id);
              else props.onTake(entry);
            }}
            onMake={props.onMake}
            onDone={() => setIsOpen(false)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
