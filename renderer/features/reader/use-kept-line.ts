import { useEffect } from 'react';
import type { RefObject } from 'react';

/** What a line of the text stands in. */
const BLOCKS = '.release :is(p, li, h1, h2, h3, h4, tr, dd, address)';
/** Where the line that is kept is looked for, in pixels from the top of what scrolls. */
const DEPTHS = [12, 40, 80];

interface Line {
  readonly block: Element;
  /** Pixels from the top of what scrolls. */
  readonly top: number;
  readonly height: number;
}

/** Keeps the line at the top where it is when the text is set anew: wider or narrower, or in letters of another size. */
export function useKeptLine(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = scroller.current;
    const text = pane?.querySelector('.release') ?? null;
    if (pane === null || text === null) return;
    let line: Line | null = null;
    let setting = settingOf(text);
    const remember = (): void => {
      if (pane.clientWidth > 0 && settingOf(text) === setting) line = lineAtTop(pane) ?? line;
    };
    const observer = new ResizeObserver(() => {
      const now = settingOf(text);
      if (text.clientWidth === 0 || now === setting) return;
      setting = now;
      if (line?.block.isConnected === true) backTo(line, pane);
    });
    pane.addEventListener('scroll', remember, { passive: true });
    observer.observe(text);
    return () => {
      pane.removeEventListener('scroll', remember);
      observer.disconnect();
    };
  }, [scroller]);
}

/** What decides where lines end. */
function settingOf(text: Element): string {
  return `${text.clientWidth} ${getComputedStyle(text).fontSize}`;
}

function lineAtTop(pane: HTMLElement): Line | null {
  const [beginning] = pane.children;
  // At the very top the beginning stays the beginning.
  if (pane.scrollTop === 0 && beginning !== undefined) return lineOf(beginning, pane);
  const { left, top, width } = pane.getBoundingClientRect();
  for (const depth of DEPTHS) {
    const block = document.elementFromPoint(left + width / 2, top + depth)?.closest(BLOCKS) ?? null;
    if (block !== null && pane.contains(block)) return lineOf(block, pane);
  }
  return null;
}

function lineOf(block: Element, pane: HTMLElement): Line {
  return { block, top: topIn(block, pane), height: block.getBoundingClientRect().height };
}

/** Of a block that begins above, as much of its new height is above as was of the former. */
function backTo({ block, top, height }: Line, pane: HTMLElement): void {
  const now = block.getBoundingClientRect().height;
  const wanted = top < 0 && height > 0 ? (top * now) / height : top;
  pane.scrollTop += topIn(block, pane) - wanted;
}

function topIn(block: Element, pane: HTMLElement): number {
  return block.getBoundingClientRect().top - pane.getBoundingClientRect().top;
}
