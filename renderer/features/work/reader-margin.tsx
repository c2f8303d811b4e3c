import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import type { OpenText } from '../../state/reader-slots.ts';
import { useMarginNotes, useWorkStore } from '../../state/work-context.tsx';
import { layOutMargin } from './margin-layout.ts';
import { NoteCard } from './note-card.tsx';
import { PassageBar } from './passage-bar.tsx';
import { rangeOf } from './text-range.ts';
import type { Passage } from './text-range.ts';
import { useChosenPassage } from './use-chosen-passage.ts';
import { usePassageMarks } from './use-passage-marks.ts';
import './reader-work.css';

/** A note stands beside its passage from this width on of what scrolls, in rem; else below the text. */
const BESIDE_FROM_REM = 59;

/** The reader's notes on the release that lies open: their passages marked, what she wrote beside or below. */
export function ReaderMargin({ text }: { readonly text: OpenText }): ReactNode {
  const { t } = useWords();
  const { view, scroller, pointAt } = text;
  const store = useWorkStore();
  const notes = useMarginNotes(view.id, view.version);
  const margin = useRef<HTMLElement>(null);
  const isBeside = useIsBeside(scroller);
  const chosen = useChosenPassage(text);
  const passages = useMemo(
    () => notes.flatMap(({ found }) => (found !== null && 'start' in found ? [found] : [])),
    [notes],
  );
  const isNoted = notes.length > 0;
  const layOut = useCallback(() => {
    const [root, aside] = [scroller.current, margin.current];
    // Where nothing is noted nothing is measured: most releases are opened so.
    if (root !== null && aside !== null && isNoted) layOutMargin({ root, aside, isBeside, passages });
  }, [scroller, isBeside, passages, isNoted]);
  usePassageMarks(scroller, passages, layOut);
  useCardSizes(margin, layOut);

  const toText = (): void => scroller.current?.focus({ preventScroll: true });
  const begin = (): void => {
    const { chosen: marked } = chosen;
    const passage = marked === null ? null : { ...marked.passage, text: marked.text };
    store.begin({ release: { id: view.id, version: view.version }, passage });
    chosen.letGo();
  };
  useCommand('note', begin);
  useCommand('choose-passage', () => void chosen.begin());
  usePassagePress(text, notes, passages);

  const ordered = notes.filter(({ quote }) => quote !== null);
  return (
    <>
      <PassageBar
        passage={chosen}
        onNote={begin}
        onCorrect={() => {
          const { passage, text: words } = chosen.chosen ?? { passage: null, text: '' };
          store.correct({ of: null, evidence: passage === null ? null : { ...passage, text: words } });
          chosen.letGo();
        }}
        onLeave={toText}
      />
      <aside
        ref={margin}
        className="margin"
        data-place={isBeside ? 'beside' : 'below'}
        data-empty={isNoted ? undefined : ''}
        aria-label={t('notes.yours')}
      >
        <div className="margin-pins" aria-hidden="true">
          {passages.map((passage, index) => (
            <button
              key={`${passage.start} ${passage.end}`}
              type="button"
              tabIndex={-1}
              className="margin-pin"
              data-pin={index}
              onClick={() => focusCard(margin.current, ordered[index]?.id)}
            >
              {index + 1}
            </button>
          ))}
        </div>
        {!isNoted ? (
          <p className="margin-hint">{t('notes.hint')}</p>
        ) : (
          <>
            <h2 className="margin-title">{t('notes.yours')}</h2>
            <ul className="margin-notes">
              {notes.map((note) => (
                <NoteCard
                  key={note.id}
                  note={note}
                  number={note.quote === null ? null : ordered.indexOf(note) + 1}
                  version={view.version}
                  onShow={pointAt}
                  onDone={() =>
                    isBeside || note.quote === null ? focusCard(margin.current, note.id) : toText()
                  }
                />
              ))}
            </ul>
          </>
        )}
      </aside>
    </>
  );
}

/** Whether there is room for notes beside the text. */
function useIsBeside(scroller: OpenText['scroller']): boolean {
  const [isBeside, setIsBeside] = useState(false);
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    const sizes = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setIsBeside(root.clientWidth / rem >= BESIDE_FROM_REM);
    });
    sizes.observe(root);
    return () => sizes.disconnect();
  }, [scroller]);
  return isBeside;
}

/** Lays the margin out anew when there are other cards in it, and when one gets another height: one writes in it. */
function useCardSizes(margin: { readonly current: HTMLElement | null }, layOut: () => void): void {
  useLayoutEffect(() => {
    const aside = margin.current;
    if (aside === null) return;
    const sizes = new ResizeObserver(layOut);
    const follow = (): void => {
      sizes.disconnect();
      for (const card of aside.querySelectorAll('.note-card')) sizes.observe(card);
      layOut();
    };
    follow();
    const changes = new MutationObserver(follow);
    changes.observe(aside, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, [margin, layOut]);
}

/** A press on a marked passage goes to its note. */
function usePassagePress(
  { scroller }: OpenText,
  notes: readonly { readonly id: string; readonly found: unknown }[],
  passages: readonly Passage[],
): void {
  useEffect(() => {
    const root = scroller.current;
    const press = (event: globalThis.MouseEvent | MouseEvent): void => {
      const { target } = event;
      if (root === null || !(target instanceof Element) || target.closest('[data-at]') === null) return;
      if (document.getSelection()?.isCollapsed === false) return;
      const found = passages.find((passage) => isOver(root, passage, event));
      const note = notes.find((one) => one.found === found);
      if (note !== undefined) focusCard(root, note.id);
    };
    root?.addEventListener('click', press);
    return () => root?.removeEventListener('click', press);
  }, [scroller, notes, passages]);
}

function isOver(root: HTMLElement, passage: Passage, at: { clientX: number; clientY: number }): boolean {
  const boxes = [...(rangeOf(root, passage)?.getClientRects() ?? [])];
  return boxes.some(
    (box) =>
      at.clientX >= box.left && at.clientX <= box.right && at.clientY >= box.top && at.clientY <= box.bottom,
  );
}

function focusCard(within: HTMLElement | null, id: string | undefined): void {
  requestAnimationFrame(() => {
    const card = id === undefined ? null : within?.querySelector<HTMLElement>(`[data-note="${id}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  });
}
