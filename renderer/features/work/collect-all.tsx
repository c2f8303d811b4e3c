import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Hit } from '../../../main/contract/index.ts';
import { ToolButton } from '../../components/tool-button.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { CollectionChoice } from './collection-choice.tsx';
import './collect.css';

interface CollectAllProps {
  readonly total: number;
  /** The first releases of the result; null when that was stopped. `tell` hears how many are there, and answers whether to go on. */
  readonly first: (most: number, tell: (done: number) => boolean) => Promise<readonly Hit[] | null>;
}

/** The most that are put into a collection at once. */
const MOST = 2000;

/** Puts the whole result, or as much of it as may be, into a collection. */
export function CollectAll({ total, first }: CollectAllProps): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { overview } = useWork();
  const [isOpen, setIsOpen] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const goesOn = useRef(true);
  const count = Math.min(total, MOST);
  const collect = async (name: string, id: string | null): Promise<void> => {
    goesOn.current = true;
    setDone(0);
    const hits = await first(MOST, (now) => {
      setDone(now);
      return goesOn.current;
    });
    const releases = hits?.map((hit) => ({ id: hit.id, version: hit.version })) ?? [];
    if (releases.length > 0)
      await store.change(
        id === null
          ? { do: 'make-collection', name, description: '', releases }
          : { do: 'add-to-collection', id, releases, why: '' },
        (words) => words.t('collect.all-put', { count: releases.length, name }),
      );
    setDone(null);
    setIsOpen(false);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <ToolButton icon="collect" label={t('collect.all')} />
      <Popover className="popover collect-popover" placement="bottom end" offset={4}>
        <Dialog className="collect">
          <Heading slot="title" level={2} className="collect-title">
            {t('collect.all-title', { count })}
          </Heading>
          {total > MOST ? <p className="collect-said">{t('collect.all-most', { count: MOST })}</p> : null}
          {done === null ? (
            <CollectionChoice
              chosen={[]}
              onChoose={(id) => {
                const name = overview?.collections.find((one) => one.id === id)?.name ?? '';
                void collect(name, id);
              }}
              onMake={(name) => void collect(name, null)}
              onDone={() => undefined}
            />
          ) : (
            <WorkProgress
              label={t('collect.all-fetching')}
              share={{ done, total: count }}
              onCancel={() => {
                goesOn.current = false;
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
