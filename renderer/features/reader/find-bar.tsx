import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { markPlace, MarkSteps } from './mark-steps.tsx';
import type { MarkWalk } from './use-marks.ts';

interface FindBarProps {
  readonly typed: string;
  /** True until what is typed has been looked for. */
  readonly isBehind: boolean;
  readonly walk: MarkWalk;
  readonly onType: (typed: string) => void;
  readonly onClose: () => void;
}

/** Finds a text in the release that lies open. */
export function FindBar(props: FindBarProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { walk } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const said =
    props.typed.trim() === '' || props.isBehind
      ? ''
      : walk.count === 0
        ? t('find.none')
        : markPlace(walk, words);
  return (
    <div className="find-bar">
      <SearchField className="find-field" value={props.typed} onChange={props.onType}>
        <Label className="only-heard">{t('find.label')}</Label>
        <Input
          ref={input}
          className="find-input"
          placeholder={t('find.label')}
          spellCheck="false"
          onKeyDown={(event) => {
            if (event.key === 'Escape') props.onClose();
            else if (event.key === 'Enter') (event.shiftKey ? walk.previous : walk.next)();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </SearchField>
      <output className="find-said">{said}</output>
      <MarkSteps walk={walk} />
      <Button className="quiet-button find-close" onPress={props.onClose}>
        <Icon name="close" />
        <span>{t('find.close')}</span>
      </Button>
    </div>
  );
}
