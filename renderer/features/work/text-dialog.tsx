import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { LONGEST_TEXT } from '../../../main/contract/index.ts';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { useWords } from '../../i18n/words.tsx';
import { RefusedNote } from './refused-note.tsx';

interface TextDialogProps {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  /** Answers false when it was refused: then what was written stays. */
  readonly onKeep: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A longer text about something, written and then kept. */
export function TextDialog(props: TextDialogProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(props.text);
  const [isRefused, setIsRefused] = useState(false);
  const keep = async (): Promise<void> => {
    const isKept = await props.onKeep(text.trim());
    setIsRefused(!isKept);
    if (isKept) props.onClose();
  };
  return (
    <RoomDialog
      shape="page"
      title={props.title}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}
      foot={
        <div className="buttons text-dialog-foot">
          <Button className="button button-main" onPress={() => void keep()}>
            {t('mine.keep')}
          </Button>
          <Button className="button button-large" onPress={props.onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      }
    >
      <div className="text-dialog">
        <TextField
          className="text-field"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={text}
          maxLength={LONGEST_TEXT}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
            else event.continuePropagation();
          }}
        >
          <Label>{props.label}</Label>
          <TextArea rows={5} />
        </TextField>
        {isRefused ? <RefusedNote /> : null}
      </div>
    </RoomDialog>
  );
}
