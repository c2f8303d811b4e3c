import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import type { WorkNotice as Notice } from '../../state/work-store.ts';
import './work-notice.css';

const UNDO_KEY = 'Ctrl Z';

/** How long it stays over the foot of the window what was done. */
const SHOWN_MS = 15_000;

/**
 * What was done last with the reader's own work, with a way to take it back; or why it was refused, which stays until it is put
 * away. Nobody is hurried: what was done can still be taken back by its key when the words are gone.
 */
export function WorkNotice(): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { notice } = useWork();
  useCommand('undo-work', () => void store.undo());
  const isOld = useIsOld(notice);
  const undo = useFocusThatWasLost(notice);
  return (
    <output className="work-notice-place">
      {notice === null || isOld ? null : (
        <span className="work-notice" data-tone={notice.type}>
          <Icon name={notice.type === 'done' ? 'check' : 'warning'} />
          <p>{notice.type === 'done' ? notice.say(words) : problemInWords(notice.problem, words.language)}</p>
          {notice.type === 'done' && notice.undo !== null ? (
            <Button ref={undo} className="button" onPress={() => void store.undo()}>
              <Icon name="undo" />
              <span>{t('removal.undo')}</span>
              <kbd>{UNDO_KEY}</kbd>
            </Button>
          ) : null}
          <Button className="icon-button" aria-label={t('common.dismiss')} onPress={store.dismiss}>
            <Icon name="close" />
          </Button>
        </span>
      )}
    </output>
  );
}

const LOST_WITHIN_MS = 600;
const LOOKED_EVERY_MS = 60;

/** The way to take something back has the focus when what had it was removed: one is never left nowhere. */
function useFocusThatWasLost(notice: Notice | null): RefObject<HTMLButtonElement | null> {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (notice?.type !== 'done' || !notice.removes) return;
    const timer = setInterval(() => {
      if (document.activeElement === document.body) undo.current?.focus({ preventScroll: true });
    }, LOOKED_EVERY_MS);
    const end = setTimeout(() => clearInterval(timer), LOST_WITHIN_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [notice]);
  return undo;
}

/** Whether what was done has been told for long enough; never while the focus is in it. */
function useIsOld(notice: Notice | null): boolean {
  const [old, setOld] = useState<Notice | null>(null);
  useEffect(() => {
    if (notice?.type !== 'done') return;
    const timer = setInterval(() => {
      if (document.querySelector('.work-notice:focus-within, .work-notice:hover') === null) setOld(notice);
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [notice]);
  return old !== null && old === notice;
}
