import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { LONGEST_NAME } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly done: string;
  /** Answers false when it was refused: then what was typed stays. */
  readonly onName: (name: string) => Promise<boolean>;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
  /** True where it was asked for: then it has the focus. */
  readonly isAskedFor: boolean;
}

/** Gives something a name. */
export function NameField(props: NameFieldProps): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState(props.name);
  const { onCancel } = props;
  const keep = async (): Promise<void> => {
    const name = typed.trim();
    if (name !== '' && (await props.onName(name))) setTyped(props.name);
  };
  return (
    <Form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        className="text-field name-field"
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.isAskedFor}
        value={typed}
        onChange={setTyped}
        maxLength={LONGEST_NAME}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && onCancel !== null) onCancel();
          else event.continuePropagation();
        }}
      >
        <Label>{props.label}</Label>
        {/* A name that is proposed, or that there is, is written over at once. */}
        <Input onFocus={({ currentTarget }) => currentTarget.select()} />
      </TextField>
      <Button type="submit" className="button name-done" isDisabled={typed.trim() === ''}>
        {props.done}
      </Button>
      {onCancel === null ? null : (
        <Button className="button name-done" onPress={onCancel}>
          {t('work.cancel')}
        </Button>
      )}
    </Form>
  );
}
