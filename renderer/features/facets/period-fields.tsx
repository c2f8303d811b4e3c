import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import type { Day } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { parsePeriodText } from './period-text.ts';
import type { PeriodEdge } from './period-text.ts';

interface PeriodFieldsProps {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly onChange: (from: Day | null, to: Day | null) => void;
}

/** From and to, as a day, a month or a year. */
export const PeriodFields = memo(function PeriodFields(props: PeriodFieldsProps): ReactNode {
  const { t } = useWords();
  const { from, to, onChange } = props;
  const reversed = from !== null && to !== null && from > to;
  return (
    <fieldset className="period">
      <legend className="only-heard">{t('period.title')}</legend>
      <DayField edge="from" value={from} label={t('period.from')} onChange={(day) => onChange(day, to)} />
      <DayField edge="to" value={to} label={t('period.to')} onChange={(day) => onChange(from, day)} />
      {reversed ? (
        <p className="field-error" role="alert">
          {t('period.reversed')}
        </p>
      ) : null}
    </fieldset>
  );
});

interface DayFieldProps {
  readonly edge: PeriodEdge;
  readonly value: Day | null;
  readonly label: string;
  readonly onChange: (day: Day | null) => void;
}

function DayField({ edge, value, label, onChange }: DayFieldProps): ReactNode {
  const words = useWords();
  const shown = value === null ? '' : words.day(value);
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
  // A draft holds until it is read, or until the value changes under it.
  const text = draft !== null && draft.over === shown ? draft.text : shown;
  const read = text === shown ? value : parsePeriodText(text, edge);
  const [left, setLeft] = useState(false);
  const isBad = text.trim() !== '' && read === null;
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
      <FieldError className="field-error">{words.t('period.unreadable')}</FieldError>
      {meant === null ? null : (
        <Text slot="description" className="day-meant">
          {words.t('period.meant', { day: meant })}
        </Text>
      )}
    </TextField>
  );
}
