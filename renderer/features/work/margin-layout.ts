import { rangeOf } from './text-range.ts';
import type { Passage } from './text-range.ts';

interface Margin {
  /** What scrolls, */
  readonly root: HTMLElement;
  /** and what stands beside or below the text in it. */
  readonly aside: HTMLElement;
  readonly isBeside: boolean;
  /** Those marked, in the order of their cards. */
  readonly passages: readonly Passage[];
}

const GAP_PX = 12;

/**
 * Puts pins at the lines where passages begin and, where there is room, cards beside them: each as near its passage as those
 * before it let it. Where there is none, the one that is written in stands under its passage. All is measured before anything
 * is moved.
 */
export function layOutMargin({ root, aside, isBeside, passages }: Margin): void {
  const origin = root.getBoundingClientRect().top - root.scrollTop;
  const asideTop = aside.getBoundingClientRect().top - root.getBoundingClientRect().top + root.scrollTop;
  const boxes = passages.map((passage) => rangeOf(root, passage)?.getClientRects() ?? null);
  const tops = boxes.map((box) => (box?.[0] === undefined ? null : box[0].top - origin));
  const bottoms = boxes.map((box) =>
    box?.[0] === undefined ? null : (box[box.length - 1]?.bottom ?? 0) - origin,
  );
  const article = root.querySelector('article')?.getBoundingClientRect();
  const left = (article?.left ?? 0) - aside.getBoundingClientRect().left;
  const cards = [...aside.querySelectorAll<HTMLElement>('.note-card')];
  const heights = cards.map((card) => card.offsetHeight);
  const title = aside.querySelector<HTMLElement>('.margin-title')?.offsetHeight ?? 0;

  for (const [index, top] of tops.entries()) {
    const pin = aside.querySelector<HTMLElement>(`[data-pin="${index}"]`);
    if (pin === null) continue;
    pin.hidden = top === null;
    pin.style.translate = `${left}px ${(top ?? 0) - asideTop}px`;
  }
  const wanted = wantedTops(cards, tops, asideTop);
  const placed = placedTops(wanted, heights, title + GAP_PX);
  const whole = cards.filter((card) => card.dataset['passage'] === undefined).length;
  for (const [index, card] of cards.entries()) {
    const bottom =
      isBeside || card.dataset['writing'] === undefined ? null : (bottoms[index - whole] ?? null);
    card.toggleAttribute('data-at-passage', bottom !== null);
    card.style.top = isBeside
      ? `${placed[index] ?? 0}px`
      : bottom === null
        ? ''
        : `${bottom - asideTop + GAP_PX}px`;
  }
  const [last, height] = [placed.at(-1), heights.at(-1)];
  aside.style.minHeight = isBeside && last !== undefined ? `${last + (height ?? 0) + GAP_PX}px` : '';
}

/** Where each card would stand by itself: at its passage, or (those on the whole, those not found) as high as can be. */
function wantedTops(
  cards: readonly HTMLElement[],
  tops: readonly (number | null)[],
  asideTop: number,
): readonly number[] {
  let next = 0;
  return cards.map((card) => {
    if (card.dataset['passage'] === undefined) return 0;
    const top = tops[next] ?? null;
    next += 1;
    return top === null ? 0 : top - asideTop;
  });
}

/** Tops of cards in a column: none higher than wanted, none over the one before it. */
export function placedTops(
  wanted: readonly number[],
  heights: readonly number[],
  first: number,
): readonly number[] {
  let free = first;
  return wanted.map((top, index) => {
    const placed = Math.max(top, free);
    free = placed + (heights[index] ?? 0) + GAP_PX;
    return placed;
  });
}
