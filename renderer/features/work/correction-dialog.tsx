import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Form, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { LONGEST_TEXT } from '../../../main/contract/index.ts';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWorkStore } from '../../state/work-context.tsx';
import type { Correcting } from '../../state/work-store.ts';
import { abouts, aboutOther, correctedBy, emptyForm, formOf, recordedIn } from './correction-form.ts';
import type { About, CorrectionForm } from './correction-form.ts';
import { ShouldFields } from './correction-should.tsx';
import { aboutTitles } from './correction-words.ts';
import { Quote } from './quote.tsx';
import { RefusedNote } from './refused-note.tsx';
import './correction.css';

interface CorrectionDialogProps {
  readonly view: ReleaseView;
  readonly correcting: Correcting;
}

/** Says what is wrong of the release that lies open, and what it should say. */
export function CorrectionDialog({ view, correcting }: CorrectionDialogProps): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { of, evidence } = correcting;
  const recorded = recordedIn(view);
  const [form, setForm] = useState<CorrectionForm>(() =>
    of === null ? aboutOther(emptyForm, 'minister', recorded) : formOf(of.corrected, of.ground, view),
  );
  const [isRefused, setIsRefused] = useState(false);
  const corrected = correctedBy(form, view);
  const close = (): void => store.correct(null);
  const keep = async (): Promise<void> => {
    if (corrected === null) return;
    const { ground } = form;
    const done = await store.change(
      of === null
        ? {
            do: 'make-correction',
            release: { id: view.id, version: view.version },
            corrected,
            ground,
            evidence: evidence === null ? null : { start: evidence.start, end: evidence.end },
          }
        : { do: 'edit-correction', id: of.id, corrected, ground },
      (words) => words.t('correct.kept'),
    );
    // What was written stays in the form when the disk refuses it.
    setIsRefused(done === null);
    if (done !== null) close();
  };
  return (
    <RoomDialog
      shape="page"
      title={t('correct.title')}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      foot={
        <div className="buttons correct-foot">
          <Button className="button button-main" isDisabled={corrected === null} onPress={() => void keep()}>
            {t('correct.keep')}
          </Button>
          <Button className="button button-large" onPress={close}>
            {t('work.cancel')}
          </Button>
        </div>
      }
    >
      <Form className="correct" onSubmit={(event) => event.preventDefault()}>
        <p className="section-lead">{t('correct.lead')}</p>
        {evidence === null ? null : (
          <div className="correct-evidence">
            <p>{t('correct.evidence')}</p>
            <Quote text={evidence.text} />
          </div>
        )}
        <AboutChoice form={form} onChange={(about) => setForm(aboutOther(form, about, recorded))} />
        <ShouldFields form={form} recorded={recorded} view={view} onChange={setForm} />
        <TextField
          className="text-field"
          value={form.ground}
          maxLength={LONGEST_TEXT}
          onChange={(ground) => setForm({ ...form, ground })}
        >
          <Label>{t('correct.ground')}</Label>
          <TextArea rows={2} placeholder={t('correct.ground-placeholder')} />
        </TextField>
        {isRefused ? <RefusedNote /> : null}
      </Form>
    </RoomDialog>
  );
}

function AboutChoice(props: {
  readonly form: CorrectionForm;
  readonly onChange: (about: About) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <RadioGroup
      className="choices"
      value={props.form.about}
      onChange={(value) => {
        const about = abouts.find((one) => one === value);
        if (about !== undefined) props.onChange(about);
      }}
    >
      <Label className="settings-label">{t('correct.about')}</Label>
      <div className="correct-abouts">
        {abouts.map((about) => (
          <Radio key={about} value={about} className="correct-radio">
            {t(aboutTitles[about])}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
