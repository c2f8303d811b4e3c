import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { LONGEST_TEXT } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { MarginNote } from '../../state/margin-notes.ts';
import type { NoteDraft } from '../../state/work-drafts.ts';
import { useDraft, useWork, useWorkStore } from '../../state/work-context.tsx';
import { Quote } from './quote.tsx';
import type { Passage } from './text-range.ts';

/** Esc is done too. */
const DONE_KEY = 'Ctrl Enter';

interface NoteCardProps {
  readonly note: MarginNote;
  /** Which of the marked passages it is about, counted from 1; null for a note on the whole. */
  readonly number: number | null;
  /** The version that is shown. */
  readonly version: string;
  readonly onShow: (passage: Passage) => void;
  /** After it is written: where to go. */
  readonly onDone: () => void;
}

/** A note beside the text it is about: what is marked, what is written of it, and a way to write more. */
export function NoteCard({ note, number, version, onShow, onDone }: NoteCardProps): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const isWriting = useWork().writing === note.id;
  const draft = useDraft(note.id);
  const { drafts } = store;
  const text = draft?.text ?? note.text;
  useEffect(() => {
    if (!isWriting && draft?.state === 'kept' && draft.text === note.text) drafts.drop(note.id);
  }, [drafts, draft, isWriting, note.id, note.text]);
  const finish = async (): Promise<void> => {
    if (!(await drafts.keep(note.id))) return;
    store.write(null);
    onDone();
    // A note on the whole with nothing in it says nothing; a passage with nothing written is still marked.
    if (text.trim() === '' && note.quote === null) remove(false);
  };
  const remove = (isTold: boolean): void => {
    drafts.drop(note.id);
    store.settle([note.id]);
    void store.change(
      { do: 'remove-notes', ids: [note.id] },
      isTold ? (words) => words.t('note.removed') : null,
    );
  };
  const name = number === null ? t('note.on-release') : t('note.number', { number });
  return (
    <li
      className="note-card"
      data-note={note.id}
      data-passage={note.quote === null ? undefined : ''}
      data-writing={isWriting ? '' : undefined}
    >
      <Place note={note} number={number} version={version} onShow={onShow} />
      {isWriting ? (
        <Writing
          text={text}
          draft={draft}
          label={name}
          onType={(now) => drafts.type(note.id, now)}
          onKeep={() => void drafts.keep(note.id)}
          onDone={() => void finish()}
        />
      ) : (
        <>
          {text === '' ? null : <p className="note-text">{text}</p>}
          <Status draft={draft?.state === 'refused' ? draft : null} />
          <div className="note-actions-row">
            <Button
              className="link-button"
              aria-label={t(text === '' ? 'note.write-named' : 'note.edit-named', { note: name })}
              onPress={() => store.write(note.id)}
            >
              {t(text === '' ? 'note.write' : 'note.edit')}
            </Button>
            <Button
              className="link-button"
              aria-label={t('note.remove-named', { note: name })}
              onPress={() => remove(true)}
            >
              {t('mine.remove')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

/** What the note is about, and whether that still stands in the version that is shown. */
function Place({ note, number, version, onShow }: Omit<NoteCardProps, 'onDone'>): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { quote, found } = note;
  if (quote === null) return <p className="note-whole">{t('note.on-release')}</p>;
  const place = found !== null && 'start' in found ? found : null;
  return (
    <div className="note-place">
      <span className="note-number" aria-hidden="true">
        {number}
      </span>
      <div>
        {place === null ? (
          <Quote text={quote} />
        ) : (
          <Button
            className="note-quote-button"
            onPress={() => onShow({ start: place.start, end: place.end })}
          >
            <span className="only-heard">{t('note.show')}</span>
            <Quote text={quote} />
          </Button>
        )}
        {found?.how === 'gone' ? <p className="note-found">{t('note.gone')}</p> : null}
        {found?.how === 'altered' ? (
          <p className="note-found">
            {t('note.altered')}{' '}
            <Button
              className="link-button"
              onPress={() =>
                void store.change(
                  {
                    do: 'fasten-note',
                    id: note.id,
                    version,
                    passage: { start: found.start, end: found.end },
                  },
                  (words) => words.t('note.fastened'),
                )
              }
            >
              {t('note.fasten')}
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  );
}

interface WritingProps {
  readonly text: string;
  readonly draft: NoteDraft | null;
  readonly label: string;
  readonly onType: (text: string) => void;
  readonly onKeep: () => void;
  readonly onDone: () => void;
}

/** The field that a note is written in: kept while one writes, and said when it could not be. */
function Writing(props: WritingProps): ReactNode {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    // Laid out at its passage first: to bring it into sight before would move the text away.
    element?.focus({ preventScroll: true });
    requestAnimationFrame(() => element?.closest('.note-card')?.scrollIntoView({ block: 'nearest' }));
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    props.onDone();
  };
  return (
    <div className="note-writing" onKeyDownCapture={onKeyDown}>
      <TextField
        className="text-field"
        value={props.text}
        onChange={props.onType}
        onBlur={props.onKeep}
        maxLength={LONGEST_TEXT}
      >
        <Label className="only-heard">{props.label}</Label>
        <TextArea ref={field} rows={3} placeholder={t('note.placeholder')} />
      </TextField>
      <Status draft={props.draft} />
      <div className="note-actions-row">
        <Button className="button" onPress={props.onDone}>
          <Icon name="check" />
          <span>{t('note.done')}</span>
        </Button>
        <kbd className="note-key">{DONE_KEY}</kbd>
      </div>
    </div>
  );
}

/** Whether what is written has been kept; why not, where the disk refused it. */
function Status({ draft }: { readonly draft: NoteDraft | null }): ReactNode {
  const { t, language } = useWords();
  if (draft === null) return null;
  if (draft.state === 'refused' && draft.problem !== null)
    return (
      <div role="alert">
        <ProblemNote tone="warn">
          <p>{t('note.not-kept')}</p>
          <p>{problemInWords(draft.problem, language)}</p>
        </ProblemNote>
      </div>
    );
  return <p className="note-status">{t(draft.state === 'kept' ? 'note.kept' : 'note.keeping')}</p>;
}
