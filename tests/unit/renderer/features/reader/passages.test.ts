import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findInLeaves,
  isShown,
  piecesOf,
  shownMarks,
} from '../../../../../renderer/features/reader/passages.ts';
import type { Passage } from '../../../../../renderer/features/reader/passages.ts';
import { Layout, paragraph, viewOf } from './view.ts';

const passages = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((start, index): Passage[] => {
      const end = edges[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    }),
  );

describe('a run cut for showing', () => {
  it('gives its text back whole, every unit marked exactly as the marks say', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 40 }),
        passages,
        fc.option(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 9 }))),
        (text, start, marks, pointed) => {
          const pointedAt = pointed === null ? null : { start: pointed[0], end: pointed[0] + pointed[1] };
          const pieces = piecesOf({ text, start }, marks, pointedAt);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          for (const piece of pieces) {
            for (let at = piece.start; at < piece.start + piece.text.length; at += 1) {
              const mark = marks.findIndex((one) => one.start <= at && at < one.end);
              expect(piece.mark ?? -1).toBe(mark);
              expect(piece.isPointedAt).toBe(
                pointedAt !== null && pointedAt.start <= at && at < pointedAt.end,
              );
            }
          }
        },
      ),
    );
  });

  it('opens a mark once, though a link divides it', () => {
    const marks = [{ start: 2, end: 9 }];
    const [first, second] = new Layout().runs('ett sam', ['mansatt', 'https://a.example/']);
    const pieces = [first, second].flatMap((run) => (run === undefined ? [] : piecesOf(run, marks, null)));
    expect(pieces.filter((piece) => piece.mark === 0)).toHaveLength(2);
    expect(pieces.filter((piece) => piece.opensMark)).toHaveLength(1);
  });
});

describe('what is shown', () => {
  const layout = new Layout();
  const view = viewOf({
    title: layout.runs('Nya bostäder'),
    body: [paragraph(layout.runs('Bostäder byggs i ', ['Marsund', 'https://a.example/'], '.'))],
    marks: [
      [4, 12],
      [14, 22],
      [500, 508],
    ],
  });

  it('holds the marks that can be gone to, not those in banners', () => {
    expect(shownMarks(view)).toEqual([
      { start: 4, end: 12 },
      { start: 14, end: 22 },
    ]);
  });

  it('knows evidence that stands in it from evidence in metadata', () => {
    expect(isShown(view, { start: 14, end: 20 })).toBe(true);
    expect(isShown(view, { start: -1, end: -1 })).toBe(false);
    expect(isShown(view, { start: 800, end: 820 })).toBe(false);
  });

  it('is searched letter case aside, across the edges of links, each find once', () => {
    expect(findInLeaves(view, 'BOSTÄDER')).toEqual([
      { start: 4, end: 12 },
      { start: 14, end: 22 },
    ]);
    expect(findInLeaves(view, 'i marsund.')).toEqual([{ start: 29, end: 39 }]);
    expect(findInLeaves(view, 'bostader')).toEqual([]);
    expect(findInLeaves(view, 'i\u00a0Marsund')).toEqual([{ start: 29, end: 38 }]);
    expect(findInLeaves(view, '  ')).toEqual([]);
  });
});
