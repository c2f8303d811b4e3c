/** A half-open range of UTF-16 offsets in the reading text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** One run of reading text on the page: every element of a text that bears its offset in `data-at`. */
const RUN = '[data-at]';

/** A point of the page, as ranges and selections have them. */
interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** The passage of the reading text that a range of the page holds; null where it holds none of it. */
export function passageOf(root: HTMLElement, range: Range): Passage | null {
  let [start, end] = [Infinity, -Infinity];
  for (const run of root.querySelectorAll<HTMLElement>(RUN)) {
    if (!range.intersectsNode(run)) continue;
    const at = offsetOfRun(run);
    const length = run.textContent.length;
    const from = run.contains(range.startContainer)
      ? within(run, range.startContainer, range.startOffset)
      : 0;
    const to = run.contains(range.endContainer) ? within(run, range.endContainer, range.endOffset) : length;
    if (to <= from) continue;
    start = Math.min(start, at + from);
    end = Math.max(end, at + to);
  }
  return end > start ? { start, end } : null;
}

/** Where on the page a passage of the reading text stands; null where none of it is shown. */
export function rangeOf(root: HTMLElement, { start, end }: Passage): Range | null {
  let [first, last]: [Point | null, Point | null] = [null, null];
  for (const run of root.querySelectorAll<HTMLElement>(RUN)) {
    const at = offsetOfRun(run);
    const until = at + run.textContent.length;
    if (until <= start || at >= end) continue;
    first ??= pointIn(run, Math.max(0, start - at));
    last = pointIn(run, Math.min(until, end) - at);
  }
  if (first === null || last === null) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

/** The leaves of a text (paragraphs, items, cells) as they stand on the page, in reading order. */
export function leavesOn(root: HTMLElement): readonly { readonly start: number; readonly text: string }[] {
  const leaves: { start: number; text: string }[] = [];
  for (const run of root.querySelectorAll<HTMLElement>(RUN)) {
    const at = offsetOfRun(run);
    const before = leaves.at(-1);
    if (before !== undefined && before.start + before.text.length === at) before.text += run.textContent;
    else leaves.push({ start: at, text: run.textContent });
  }
  return leaves;
}

function offsetOfRun(run: HTMLElement): number {
  return Number(run.dataset['at']);
}

/** How many UTF-16 units of a run stand before a point in it. */
function within(run: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(run, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function pointIn(run: HTMLElement, offset: number): Point {
  const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Point = { node: run, offset: 0 };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}
