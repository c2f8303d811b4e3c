import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { authorChoices, referenceStyles } from '../../../main/contract/index.ts';
import type { ReaderResult, ReferenceForm, Reply } from '../../../main/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { formIn, useOut } from './out-provider.tsx';
import { authorNames, styleNames } from './out-words.ts';
import { plainReference } from './reference-text.ts';

interface ReferenceDialogProps {
  /** The release that is cited, as `ID@version`. */
  readonly id: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** How references are written, seen on the release that lies open. What is chosen holds from then on. */
export function ReferenceDialog(props: ReferenceDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <RoomDialog
      shape="page"
      title={t('reference.title')}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <ReferenceChoice id={props.id} />
    </RoomDialog>
  );
}

function ReferenceChoice({ id }: { readonly id: string }): ReactNode {
  const { t, language } = useWords();
  const { settings, saveSettings } = useOut();
  const form = formIn(settings);
  const reply = useReference(id, form);
  const choose = (change: Partial<ReferenceForm>): void =>
    saveSettings({ ...settings, reference: { ...form, ...change } });
  return (
    <div className="reference">
      <div className="reference-form">
        <Choice label={t('reference.style')}>
          <SelectField
            label={t('reference.style')}
            value={form.style}
            choices={referenceStyles.map((style) => ({ id: style, label: t(styleNames[style]) }))}
            onChange={(style) => choose({ style })}
          />
        </Choice>
        <Choice label={t('reference.language')}>
          <SelectField
            label={t('reference.language')}
            value={form.language}
            choices={(['sv', 'en'] as const).map((one) => ({ id: one, label: t(languages[one]) }))}
            onChange={(chosen) => choose({ language: chosen })}
          />
        </Choice>
        <Choice label={t('reference.author')}>
          <SelectField
            label={t('reference.author')}
            value={form.author}
            choices={authorChoices.map((author) => ({ id: author, label: t(authorNames[author]) }))}
            onChange={(author) => choose({ author })}
          />
        </Choice>
      </div>
      {reply === null ? null : reply.ok ? (
        <>
          <p className="reference-text" lang={form.language}>
            {reply.value.runs.map(({ text, italic }, n) =>
              italic === true ? <em key={n}>{text}</em> : <span key={n}>{text}</span>,
            )}
          </p>
          <p className="reference-held" lang={form.language}>
            {reply.value.held}
          </p>
          <div className="buttons">
            <CopyButton
              className="button"
              text={() => plainReference(reply.value.runs)}
              label={t('out.copy-reference')}
            />
            <CopyButton
              className="button"
              text={() => `${plainReference(reply.value.runs)}\n\n${reply.value.held}`}
              label={t('reference.copy-held')}
            />
          </div>
          <p className="reference-hint">{t('reference.hint')}</p>
        </>
      ) : (
        <ProblemNote tone="warn">{problemInWords(reply.problem, language)}</ProblemNote>
      )}
    </div>
  );
}

const languages = { sv: 'language.sv', en: 'language.en' } as const;

function Choice(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="reference-choice">
      <span aria-hidden="true">{props.label}</span>
      {props.children}
    </div>
  );
}

/** The reference in a form; null until the first is there. The former one stays while the next is fetched. */
function useReference(id: string, form: ReferenceForm): Reply<ReaderResult<'reference'>> | null {
  const { api } = useOut();
  const [reply, setReply] = useState<Reply<ReaderResult<'reference'>> | null>(null);
  const { style, language, author } = form;
  useEffect(() => {
    let over = false;
    void (async () => {
      const next = await api.reference({ id, form: { style, language, author } });
      if (!over) setReply(next);
    })();
    return () => {
      over = true;
    };
  }, [api, id, style, language, author]);
  return reply;
}
