import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { LONGEST_NAME } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWork } from '../../state/work-context.tsx';

interface CollectionChoiceProps {
  readonly chosen: readonly string[];
  /** A collection was pressed: put in where it is not chosen, taken out where it is. */
  readonly onChoose: (id: string) => void;
  /** A name that no collection has was given. */
  readonly onMake: (name: string) => void;
  readonly onDone: () => void;
}

/**
 * The reader's collections, narrowed by what is typed. Enter in the field takes the only one that begins so, and else makes a
 * new one of the name typed: so that to collect is a few letters and Enter.
 */
export function CollectionChoice(props: CollectionChoiceProps): ReactNode {
  const { t } = useWords();
  const { overview } = useWork();
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const name = typed.trim();
  const all = overview?.collections ?? [];
  const shown = all.filter((one) => has(one.name, name));
  const isNew = name !== '' && !all.some((one) => same(one.name, name));
  const make = (): void => {
    props.onMake(name);
    setTyped('');
    props.onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const begun = shown.filter((one) => startsWith(one.name, name));
    const meant = shown.find((one) => same(one.name, name)) ?? (begun.length === 1 ? begun[0] : undefined);
    if (event.key === 'ArrowDown') {
      list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    } else if (event.key !== 'Enter' || name === '') return;
    else if (meant !== undefined) {
      props.onChoose(meant.id);
      props.onDone();
    } else make();
    event.preventDefault();
  };
  return (
    <>
      <div onKeyDownCapture={onKeyDown}>
        {/* The popover was asked for: its field is where one goes on. */}
        <TextField
          className="text-field collect-field"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={typed}
          onChange={setTyped}
          maxLength={LONGEST_NAME}
        >
          <Label>{t(all.length === 0 ? 'collect.first' : 'collect.find')}</Label>
          <Input />
        </TextField>
      </div>
      {shown.length === 0 ? null : (
        <ListBox
          ref={list}
          className="collect-list"
          aria-label={t('collections.title')}
          selectionMode="multiple"
          selectedKeys={props.chosen}
          onSelectionChange={(keys) => {
            const changed = shown.find(
              ({ id }) => (keys === 'all' || keys.has(id)) !== props.chosen.includes(id),
            );
            if (changed !== undefined) props.onChoose(changed.id);
          }}
        >
          {shown.map((one) => (
            <ListBoxItem key={one.id} id={one.id} textValue={one.name} className="select-item collect-item">
              {({ isSelected }) => (
                <>
                  <span className="collect-check">{isSelected ? <Icon name="check" /> : null}</span>
                  <span className="collect-name">{one.name}</span>
                  <span className="collect-count">{one.releases}</span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      )}
      {isNew ? (
        <Button className="button collect-make" onPress={make}>
          <Icon name="plus" />
          <span>{t('collect.make', { name })}</span>
        </Button>
      ) : null}
    </>
  );
}

function has(name: string, part: string): boolean {
  return name.toLocaleLowerCase().includes(part.toLocaleLowerCase());
}

function startsWith(name: string, part: string): boolean {
  return name.toLocaleLowerCase().startsWith(part.toLocaleLowerCase());
}

function same(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();
}
