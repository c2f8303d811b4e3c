import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import type { KeyPreview, Problem, ReaderApi, Reply } from '../../../main/contract/index.ts';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';

interface AddKeyProps {
  readonly api: ReaderApi;
  readonly onDone: () => void;
}

/** Trusting a key: it is handed in, its fingerprint is compared, it gets a name. Only then is anything trusted. */
export function AddKey({ api, onDone }: AddKeyProps): ReactNode {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<KeyPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const take = async (asked: Promise<Reply<KeyPreview | null>>): Promise<void> => {
    const reply = await asked;
    setProblem(reply.ok ? null : reply.problem);
    setFound(reply.ok ? reply.value : null);
  };
  return (
    <section className="add-key" aria-label={t('key.add')}>
      {found === null ? (
        <>
          <TextField
            className="text-field"
            value={text}
            onChange={setText}
            maxLength={10_000}
            onKeyDown={escapeTo(onDone)}
          >
            <Label>{t('key.paste')}</Label>
            <TextArea ref={field} rows={3} className="code" spellCheck="false" />
          </TextField>
          {problem === null ? null : (
            <div role="alert">
              <ProblemNote tone="warn">{problemInWords(problem, language)}</ProblemNote>
            </div>
          )}
          <div className="buttons">
            <Button
              className="button button-main"
              isDisabled={text.trim() === ''}
              onPress={() => void take(api.readKey({ text }))}
            >
              {t('key.show')}
            </Button>
            <Button className="button button-large" onPress={() => void take(api.chooseKey({}))}>
              {t('key.choose-file')}
            </Button>
            <Button className="button button-large" onPress={onDone}>
              {t('work.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Compare key={found.key} found={found} api={api} onDone={onDone} onOther={() => setFound(null)} />
      )}
    </section>
  );
}

interface CompareProps extends AddKeyProps {
  readonly found: KeyPreview;
  readonly onOther: () => void;
}

function Compare({ found, api, onDone, onOther }: CompareProps): ReactNode {
  const { t, language } = useWords();
  const [name, setName] = useState(found.name ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  const trust = async (): Promise<void> => {
    const reply = await api.trustKey({ key: found.key, name: name.trim() });
    if (reply.ok) onDone();
    else setProblem(reply.problem);
  };
  return (
    <>
      <p ref={said} tabIndex={-1} className="add-key-said">
        {found.isTrusted ? t('key.known') : t('key.compare')}
      </p>
      <Fingerprint fingerprint={found.fingerprint} keyId={found.keyId} />
      {found.isTrusted ? null : (
        <TextField
          className="text-field"
          value={name}
          onChange={setName}
          maxLength={200}
          onKeyDown={escapeTo(onDone)}
        >
          <Label>{t('key.name')}</Label>
          <Input placeholder={t('key.name-placeholder')} />
        </TextField>
      )}
      {problem === null ? null : (
        <div role="alert">
          <ProblemNote tone="warn">{problemInWords(problem, language)}</ProblemNote>
        </div>
      )}
      <div className="buttons">
        {found.isTrusted ? null : (
          <Button className="button button-main" isDisabled={name.trim() === ''} onPress={() => void trust()}>
            {t('key.trust')}
          </Button>
        )}
        <Button className="button button-large" onPress={onOther}>
          {t('key.other')}
        </Button>
        <Button className="button button-large" onPress={onDone}>
          {found.isTrusted ? t('common.close') : t('work.cancel')}
        </Button>
      </div>
    </>
  );
}

/** Esc leaves what is typed in, and not the library. */
function escapeTo(leave: () => void): NonNullable<TextFieldProps['onKeyDown']> {
  return (event) => {
    if (event.key === 'Escape') leave();
    else event.continuePropagation();
  };
}
