import { memo, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { Completion } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { LiveText } from '../../components/live-text.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import type { CompletionStore } from '../../state/completion-store.ts';
import { withoutStretch } from '../../state/completion-store.ts';
import { markKeystroke } from '../../state/typing-marks.ts';
import { CompletionList } from './completion-list.tsx';
import { useCompletion } from './use-completion.ts';

interface SearchBoxProps {
  readonly query: string;
  readonly isDisabled: boolean;
  readonly completions: CompletionStore;
  readonly onType: (query: string) => void;
  /** A name was taken for what is typed of it. */
  readonly onComplete: (completion: Completion) => void;
  /** The person is done typing and wants to go to the results. */
  readonly onLeave: () => void;
}

/** Told when names have been there for so long, in milliseconds. */
const TOLD_AFTER = 900;

/** The one search field, always in reach, with the names that what is typed may be the beginning of. */
export const SearchBox = memo(function SearchBox(props: SearchBoxProps): ReactNode {
  const { t } = useWords();
  const { query, completions: store } = props;
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState('');
  const { completions, onKeyDownCapture, fieldProps, listProps, optionProps } = useCompletion({
    store,
    query,
    onTake: (completion) => {
      const { caret } = withoutStretch(query, completion);
      // The field has what is left of the query when the next frame is made.
      requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret));
      setTaken(t('complete.taken', { label: completion.label }));
      props.onComplete(completion);
    },
  });
  useFocusCommand(input, props.isDisabled);
  const pressedAt = useRef<number | null>(null);
  const type = (typed: string): void => {
    setTaken('');
    props.onType(typed);
    store.ask(typed, input.current?.selectionStart ?? typed.length);
  };
  const isOpen = completions.length > 0;
  const told = isOpen ? t('complete.hint', { count: completions.length }) : '';
  return (
    <search
      className="search"
      onKeyDownCapture={(event) => {
        pressedAt.current = event.timeStamp;
        onKeyDownCapture(event);
      }}
    >
      <SearchField
        className="search-field"
        value={query}
        isDisabled={props.isDisabled}
        onChange={type}
        onSubmit={props.onLeave}
        onBlur={store.close}
        maxLength={10_000}
      >
        <Label className="only-heard">{t('search.label')}</Label>
        <Icon name="search" />
        <Input
          ref={input}
          className="search-input"
          placeholder={t('search.placeholder')}
          spellCheck="false"
          autoComplete="off"
          {...fieldProps}
          onInput={(event) => {
            markKeystroke(event.currentTarget.value, pressedAt.current ?? event.timeStamp);
            pressedAt.current = null;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            props.onLeave();
          }}
        />
        <Button className="search-clear" aria-label={t('search.clear')}>
          <Icon name="close" />
        </Button>
        <kbd className="search-key" aria-hidden="true">
          /
        </kbd>
      </SearchField>
      {isOpen ? (
        <CompletionList completions={completions} listProps={listProps} optionProps={optionProps} />
      ) : null}
      <LiveText text={taken === '' ? told : taken} after={taken === '' ? TOLD_AFTER : 0} />
    </search>
  );
});

/** Takes the focus when asked to, and at the start where nothing else has it. */
function useFocusCommand(input: { readonly current: HTMLInputElement | null }, isDisabled: boolean): void {
  useCommand('focus-search', () => {
    input.current?.focus();
    input.current?.select();
  });
  useEffect(() => {
    if (!isDisabled && document.activeElement === document.body) input.current?.focus();
  }, [input, isDisabled]);
}
