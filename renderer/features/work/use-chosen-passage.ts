import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenText } from '../../state/reader-slots.ts';
import { chosenBy, passageChosen, sentenceAt, sentencesOf } from './sentences.ts';
import type { Choice, Sentences } from './sentences.ts';
import { leavesOn, passageOf, rangeOf } from './text-range.ts';
import type { Passage } from './text-range.ts';

/** A passage that the person has chosen in the text that lies open. */
export interface Chosen {
  readonly passage: Passage;
  readonly text: string;
  /** Where it ends on the page, in pixels from the top left of what scrolls. */
  readonly below: { readonly top: number; readonly left: number };
}

export interface ChosenPassage {
  readonly chosen: Chosen | null;
  /** True while it is being chosen by keys. */
  readonly byKeys: boolean;
  /** Begins to choose by keys, at what is chosen or at the first sentence in sight. False where there is no text. */
  readonly begin: () => boolean;
  /** Takes a key that changes what is chosen; answers false for any other. */
  readonly press: (key: { readonly key: string; readonly shift: boolean }) => boolean;
  readonly letGo: () => void;
}

interface ByKeys {
  readonly sentences: Sentences;
  readonly choice: Choice;
}

/** The passage chosen in a text, by the pointer or by keys: both make it the selection of the page. */
export function useChosenPassage({ scroller, view }: OpenText): ChosenPassage {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [byKeys, setByKeys] = useState<ByKeys | null>(null);
  const isPointing = usePointing(scroller, () => setChosen(chosenIn(scroller.current)));
  useEffect(() => {
    const follow = (): void => {
      if (!isPointing.current) setChosen(chosenIn(scroller.current));
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [scroller, isPointing]);

  const take = useCallback(
    (now: ByKeys) => {
      setByKeys(now);
      const root = scroller.current;
      const passage = passageChosen(now.sentences, now.choice);
      const range = root === null || passage === null ? null : rangeOf(root, passage);
      if (range === null) return;
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      showRange(root, range);
    },
    [scroller],
  );
  const begin = useCallback((): boolean => {
    const root = scroller.current;
    if (root === null) return false;
    const sentences = sentencesOf(leavesOn(root), view.language ?? 'sv');
    if (sentences.all.length === 0) return false;
    const at = chosenIn(root)?.passage.start ?? firstInSight(root);
    const from = sentenceAt(sentences, at);
    take({ sentences, choice: { from, to: from, words: 0 } });
    return true;
  }, [scroller, view.language, take]);
  const press: ChosenPassage['press'] = (key) => {
    if (byKeys === null) return false;
    const choice = chosenBy(byKeys.sentences, byKeys.choice, key);
    if (choice !== null) take({ ...byKeys, choice });
    return choice !== null;
  };
  const letGo = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setByKeys(null);
    setChosen(null);
  }, []);
  return { chosen, byKeys: byKeys !== null, begin, press, letGo };
}

/** Whether the pointer is held down in the text: what is chosen is told when it is let go. */
function usePointing(scroller: OpenText['scroller'], onEnd: () => void): { current: boolean } {
  const isPointing = useRef(false);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });
  useEffect(() => {
    const root = scroller.current;
    const down = (): void => {
      isPointing.current = true;
    };
    const up = (): void => {
      if (!isPointing.current) return;
      isPointing.current = false;
      // A press that takes a selection away does so after the pointer is up.
      requestAnimationFrame(() => ended.current());
    };
    root?.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    return () => {
      root?.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
    };
  }, [scroller]);
  return isPointing;
}

function chosenIn(root: HTMLElement | null): Chosen | null {
  const selection = document.getSelection();
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const passage = passageOf(root, range);
  if (passage === null) return null;
  const place = root.getBoundingClientRect();
  const end = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const below = { top: end.bottom - place.top + root.scrollTop, left: end.left - place.left };
  return { passage, text: selection.toString().trim(), below };
}

/** The offset of the first text that is in sight. */
function firstInSight(root: HTMLElement): number {
  const { top } = root.getBoundingClientRect();
  const runs = [...root.querySelectorAll<HTMLElement>('[data-at]')];
  const first = runs.find((run) => run.getBoundingClientRect().bottom > top) ?? runs[0];
  return Number(first?.dataset['at'] ?? 0);
}

/** Brings a range into sight, with room below it for what is said about it. */
function showRange(root: HTMLElement | null, range: Range): void {
  if (root === null) return;
  const place = root.getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  const room = 96;
  if (bottom > place.bottom - room) root.scrollBy({ top: bottom - place.bottom + room });
  else if (top < place.top) root.scrollBy({ top: top - place.top - 24 });
}
