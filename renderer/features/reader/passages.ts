import type { Marks, ReleaseView, Run, ViewBlock } from '../../../main/contract/index.ts';

/** A half-open range of UTF-16 offsets in the reading text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a run that is shown in one way. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** Which mark it belongs to, counted from 0; null when unmarked. */
  readonly mark: number | null;
  /** Whether it is the first piece of its mark: the one to go to. */
  readonly opensMark: boolean;
  readonly isPointedAt: boolean;
}

/** All leaves that are shown, in reading order: title, lead, body, contacts. */
export function shownLeaves(view: ReleaseView): readonly (readonly Run[])[] {
  return [
    view.title,
    ...view.lead.flatMap(leavesOfBlock),
    ...view.body.flatMap(leavesOfBlock),
    ...view.contacts.flat(),
  ].filter((runs) => runs.length > 0);
}

/** The marks that lie in what is shown; others (in banners, senders, tags) have no place to go to. */
export function shownMarks(view: ReleaseView): readonly Passage[] {
  return passagesOf(view.marks).filter((passage) => isShown(view, passage));
}

/** Whether a range of the reading text lies in what is shown. */
export function isShown(view: ReleaseView, { start, end }: Passage): boolean {
  return start >= 0 && shownLeaves(view).some((runs) => start < leafEnd(runs) && end > leafStart(runs));
}

/** Where a text typed by the person stands in what is shown, letter case aside. */
export function findInLeaves(view: ReleaseView, typed: string): readonly Passage[] {
  const wanted = folded(typed.trim());
  if (wanted === '') return [];
  return shownLeaves(view).flatMap((runs) => {
    const text = folded(runs.map((run) => run.text).join(''));
    const found: Passage[] = [];
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      found.push({ start: leafStart(runs) + at, end: leafStart(runs) + at + wanted.length });
    }
    return found;
  });
}

/** A run cut where marks and the passage pointed at begin and end. Marks are ascending and disjoint. */
export function piecesOf(run: Run, marks: readonly Passage[], pointedAt: Passage | null): readonly Piece[] {
  const end = run.start + run.text.length;
  const near = marksWithin(marks, run.start, end);
  const cuts = new Set([run.start, end]);
  for (const { start: from, end: to } of [...near, ...(pointedAt === null ? [] : [pointedAt])]) {
    if (from > run.start && from < end) cuts.add(from);
    if (to > run.start && to < end) cuts.add(to);
  }
  const edges = [...cuts].toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((start, index): Piece => {
    const mark = near.find((one) => one.start <= start && start < one.end);
    return {
      text: run.text.slice(start - run.start, (edges[index + 1] ?? end) - run.start),
      start,
      mark: mark?.index ?? null,
      opensMark: mark?.start === start,
      isPointedAt: pointedAt !== null && pointedAt.start <= start && start < pointedAt.end,
    };
  });
}

/** The marks that reach into a range, each with its place among all. They are in order, so the first is soon found. */
function marksWithin(
  marks: readonly Passage[],
  start: number,
  end: number,
): readonly (Passage & { readonly index: number })[] {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const within: (Passage & { readonly index: number })[] = [];
  for (let index = low; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined || mark.start >= end) break;
    within.push({ ...mark, index });
  }
  return within;
}

function passagesOf(marks: Marks): readonly Passage[] {
  return marks.map(([start, end]) => ({ start, end }));
}

function leavesOfBlock(block: ViewBlock): readonly (readonly Run[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.runs];
    case 'list':
      return block.items.map((item) => item.runs);
    case 'table':
      return block.rows.flat();
  }
}

function leafStart(runs: readonly Run[]): number {
  return runs[0]?.start ?? 0;
}

function leafEnd(runs: readonly Run[]): number {
  const last = runs.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
}

/** Signs that keyboards write in one way and printers in several. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/\s/gu, ' '],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/[“”„«»]/gu, '"'],
  [/[‘’]/gu, "'"],
];

/**
 * Lower case, one kind of space, dash and quotation mark; with as many UTF-16 units as before: a letter whose lower case
 * is longer stays as it is.
 */
function folded(text: string): string {
  return alike.reduce((left, [sign, plain]) => left.replace(sign, plain), lowered(text));
}

function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}
