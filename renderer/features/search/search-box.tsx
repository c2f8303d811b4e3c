import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';

interface SearchBoxProps {
  readonly query: string;
  readonly isDisabled: boolean;
  readonly onType: (query: string) => void;
  /** The person is done typing and wants to go to the results. */
  readonly onLeave: () => void;
}

/** The one search field, always in reach. */
export function SearchBox(props: SearchBoxProps): ReactNode {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  useCommand('focus-search', () => {
    input.current?.focus();
    input.current?.select();
  });
  const { isDisabled } = props;
  useEffect(() => {
    if (!isDisabled && document.activeElement === document.body) input.current?.focus();
  }, [isDisabled]);
  return (
    <search className="search">
      <SearchField
        className="search-field"
        value={props.query}
        isDisabled={props.isDisabled}
        onChange={props.onType}
        onSubmit={props.onLeave}
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
    </search>
  );
}
