import { useEffect } from 'react';
import type { OpenText } from '../../state/reader-slots.ts';
import { rangeOf } from './text-range.ts';
import type { Passage } from './text-range.ts';

/** The name by which the style sheet knows passages that have a note. */
const NOTED = 'noted';

/**
 * Marks passages in the text that lies open, over whatever else is marked there: nothing in the text itself is changed, so
 * that what is copied and read aloud stays the text. `onLaidOut` is told whenever they may stand elsewhere on the page.
 */
export function usePassageMarks(
  scroller: OpenText['scroller'],
  passages: readonly Passage[],
  onLaidOut: () => void,
): void {
  useEffect(() => {
    const root = scroller.current;
    const text = root?.querySelector('article') ?? null;
    if (root === null || text === null || passages.length === 0) return;
    let frame = 0;
    const mark = (): void => {
      const ranges = passages.flatMap((passage) => rangeOf(root, passage) ?? []);
      CSS.highlights.set(NOTED, new Highlight(...ranges));
      onLaidOut();
    };
    const markSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    mark();
    // Hits that are marked anew put other elements where the ranges began and ended.
    const changes = new MutationObserver(markSoon);
    changes.observe(text, { childList: true, subtree: true, characterData: true });
    const sizes = new ResizeObserver(markSoon);
    sizes.observe(text);
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      sizes.disconnect();
      CSS.highlights.delete(NOTED);
    };
  }, [scroller, passages, onLaidOut]);
}
