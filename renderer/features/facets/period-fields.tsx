import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Day } from '../../../main/contract/index.ts';
import { DayField } from '../../components/day-field.tsx';
import { useWords } from '../../i18n/words.tsx';

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
