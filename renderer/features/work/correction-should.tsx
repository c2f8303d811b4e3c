import type { ReactNode } from 'react';
import { Input, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { LONGEST_TEXT } from '../../../main/contract/index.ts';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { parsePeriodText } from '../../i18n/period-text.ts';
import type { CorrectionForm, Recorded } from './correction-form.ts';
import { NamedField } from './named-field.tsx';

interface ShouldFieldsProps {
  readonly form: CorrectionForm;
  readonly recorded: Recorded;
  readonly view: ReleaseView;
  readonly onChange: (form: CorrectionForm) => void;
}

/** Which value is wrong, and what should stand instead, by what kind of fact it is. */
export function ShouldFields({ form, recorded, view, onChange }: ShouldFieldsProps): ReactNode {
  const { t } = useWords();
  switch (form.about) {
    case 'other':
      return (
        <TextField
          className="text-field"
          value={form.other}
          maxLength={LONGEST_TEXT}
          onChange={(other) => onChange({ ...form, other })}
        >
          <Label>{t('correct.other-what')}</Label>
          <TextArea rows={4} />
        </TextField>
      );
    case 'date':
      return <DateFields form={form} view={view} onChange={onChange} />;
    case 'minister':
      return (
        <>
          <WrongChoice
            form={form}
            labels={recorded.minister.map(({ person, office }) =>
              office === null
                ? person.label
                : t('hit.minister', { person: person.label, role: office.label }),
            )}
            onChange={onChange}
          />
          {form.isGone ? null : (
            <div className="correct-pair">
              <NamedField
                label={t('correct.person')}
                facet="minister"
                value={form.value}
                onChange={(value) => onChange({ ...form, value })}
              />
              <NamedField
                label={t('correct.office')}
                facet="role"
                value={form.office}
                onChange={(office) => onChange({ ...form, office })}
              />
            </div>
          )}
        </>
      );
    case 'department':
    case 'government':
    case 'subject':
      return (
        <>
          <WrongChoice
            form={form}
            labels={recorded[form.about].map(({ label }) => label)}
            onChange={onChange}
          />
          {form.isGone ? null : (
            <NamedField
              label={t('correct.should')}
              facet={form.about}
              value={form.value}
              onChange={(value) => onChange({ ...form, value })}
            />
          )}
        </>
      );
  }
}

/** Which of the values is wrong, or that one is missing; and whether anything should stand instead. */
function WrongChoice(props: {
  readonly form: CorrectionForm;
  readonly labels: readonly string[];
  readonly onChange: (form: CorrectionForm) => void;
}): ReactNode {
  const { t } = useWords();
  const { form, labels, onChange } = props;
  return (
    <>
      {labels.length === 0 ? null : (
        <RadioGroup
          className="choices"
          value={String(form.wrong)}
          onChange={(wrong) => onChange({ ...form, wrong: Number(wrong), isGone: false })}
        >
          <Label className="settings-label">{t('correct.which')}</Label>
          <div className="correct-values">
            {labels.map((label, index) => (
              <Radio key={label} value={String(index)} className="correct-radio">
                {label}
              </Radio>
            ))}
            <Radio value="-1" className="correct-radio">
              {t('correct.missing')}
            </Radio>
          </div>
        </RadioGroup>
      )}
      {form.wrong < 0 ? null : (
        <RadioGroup
          className="choices"
          value={form.isGone ? 'gone' : 'other'}
          onChange={(value) => onChange({ ...form, isGone: value === 'gone' })}
        >
          <Label className="settings-label">{t('correct.instead')}</Label>
          <div className="correct-values">
            <Radio value="other" className="correct-radio">
              {t('correct.another')}
            </Radio>
            <Radio value="gone" className="correct-radio">
              {t('correct.gone')}
            </Radio>
          </div>
        </RadioGroup>
      )}
    </>
  );
}

function DateFields({ form, view, onChange }: Omit<ShouldFieldsProps, 'recorded'>): ReactNode {
  const words = useWords();
  const { t } = words;
  const from = parsePeriodText(form.from, 'from');
  const to = parsePeriodText(form.to.trim() === '' ? form.from : form.to, 'to');
  const isUnread = (form.from.trim() !== '' && from === null) || (form.to.trim() !== '' && to === null);
  const said = from !== null && to !== null && from <= to ? words.date({ earliest: from, latest: to }) : null;
  return (
    <>
      <p className="correct-record">{t('correct.date-now', { date: words.date(view.date) })}</p>
      <div className="correct-pair">
        <TextField
          className="text-field"
          value={form.from}
          onChange={(text) => onChange({ ...form, from: text })}
        >
          <Label>{t('correct.date-should')}</Label>
          <Input placeholder={t('period.placeholder')} />
        </TextField>
        <TextField
          className="text-field"
          value={form.to}
          onChange={(text) => onChange({ ...form, to: text })}
        >
          <Label>{t('correct.date-latest')}</Label>
          <Input placeholder={t('period.placeholder')} />
        </TextField>
      </div>
      <output className="correct-record">
        {isUnread ? t('period.unreadable') : said === null ? '' : t('correct.date-read', { date: said })}
      </output>
    </>
  );
}
