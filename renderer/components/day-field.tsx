import { useState } from 'react';
import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import type { Day } from '../../main/contract/index.ts';
import { parsePeriodText } from '../i18n/period-text.ts';
import type { PeriodEdge } from '../i18n/period-text.ts';
import { useWords } from '../i18n/words.tsx';
import './day-field.css';

interface DayFieldProps {
  /** Which day of a month or a year that is written is meant. */
  readonly edge: PeriodEdge;
  readonly value: Day | null;
  readonly label: string;
  /** Why a day cannot be chosen here; null when it can. */
  readonly refuse?: (day: Day) => string | null;
  readonly onChange: (day: Day | null) => void;
}

/** A day, written as a day, a month or a year, in words or in numbers. */
export function DayField({ edge, value, label, refuse, onChange }: DayFieldProps): ReactNode {
  const words = useWords();
  const shown = value === null ? '' : words.day(value);
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
  // A draft holds until it is read, or until the value changes under it.
  const text = draft !== null && draft.over === shown ? draft.text : shown;
  const read = text === shown ? value : parsePeriodText(text, edge);
  const refusal = read === null ? null : (refuse?.(read) ?? null);
  const [left, setLeft] = useState(false);
  const isBad = (text.trim() !== '' && read === null) || refusal !== null;
  const commit = (): void => {
    setLeft(true);
    if (isBad) return;
    setDraft(null);
    if (read !== value) onChange(text.trim() === '' ? null : read);
  };
  const meant = isBad || read === null || text === shown ? null : words.day(read);
  return (
    <TextField
      className="day-field"
      value={text}
      isInvalid={isBad && left}
      onChange={(next) => {
        setDraft({ text: next, over: shown });
        setLeft(false);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else event.continuePropagation();
      }}
    >
      <Label className="day-label">{label}</Label>
      <Input className="day-input" placeholder={words.t('period.placeholder')} autoComplete="off" />
      <FieldError className="field-error">{refusal ?? words.t('period.unreadable')}</FieldError>
      {meant === null ? null : (
        <Text slot="description" className="day-meant">
          {words.t('period.meant', { day: meant })}
        </Text>
      )}
    </TextField>
  );
}
