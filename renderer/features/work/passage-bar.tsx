import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import { LiveText } from '../../components/live-text.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { ChosenPassage } from './use-chosen-passage.ts';

interface PassageBarProps {
  readonly passage: ChosenPassage;
  readonly onNote: () => void;
  readonly onCorrect: () => void;
  /** Puts the focus back in the text. */
  readonly onLeave: () => void;
}

const TOLD_AFTER_MS = 250;

/** What can be done with the passage that is chosen, close to it. By keys it is chosen from here. */
export function PassageBar({ passage, onNote, onCorrect, onLeave }: PassageBarProps): ReactNode {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const { chosen, byKeys } = passage;
  const isThere = chosen !== null;
  useEffect(() => {
    if (byKeys && isThere) bar.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [byKeys, isThere]);
  if (chosen === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      passage.letGo();
      onLeave();
    } else if (!passage.press({ key: event.key, shift: event.shiftKey })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // Arrow keys choose: said to assistive technology, which would else keep them to itself.
    <div
      ref={bar}
      className="passage-bar"
      role="application"
      aria-label={t('passage.chosen')}
      style={{ top: chosen.below.top, left: Math.max(0, chosen.below.left) }}
      onKeyDownCapture={onKeyDown}
    >
      <div className="passage-actions">
        <Button className="quiet-button" onPress={onNote}>
          <Icon name="note" />
          <span>{t('passage.note')}</span>
        </Button>
        <Button className="quiet-button" onPress={onCorrect}>
          <Icon name="flag" />
          <span>{t('passage.correct')}</span>
        </Button>
      </div>
      {byKeys ? <p className="passage-keys">{t('passage.keys')}</p> : null}
      <LiveText text={byKeys ? chosen.text : ''} after={TOLD_AFTER_MS} />
    </div>
  );
}
