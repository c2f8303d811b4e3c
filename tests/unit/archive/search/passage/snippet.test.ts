import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainManner } from '../../../../../archive/search/core/match/manner.ts';
import { Marker } from '../../../../../archive/search/core/passage/marker.ts';
import { bestSnippet } from '../../../../../archive/search/core/passage/snippet.ts';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';

const markerOf = (query: string): Marker =>
  new Marker({ root: parseQuery(query).root, manner: plainManner, associated: [] }, 'text');
const filler = (words: number): string => Array.from({ length: words }, (_, n) => `fyllnad${n}`).join(' ');

describe('snippets', () => {
  it('are the passage where most of what was asked for stands together', () => {
    const blocks = [
      `${filler(60)} hamn ${filler(60)}`,
      `${filler(60)} hamn och bro vid stationen ${filler(60)}`,
    ];
    const { text, marks } = bestSnippet(blocks, markerOf('hamn bro station'));
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['hamn', 'bro', 'stationen']);
    expect(text.startsWith('… ')).toBe(true);
    expect(text.endsWith(' …')).toBe(true);
  });

  it('begin with the sentence when it begins nearby', () => {
    const { text } = bestSnippet(
      [`${filler(60)}. Nu byggs en ny hamn i norr. ${filler(60)}`],
      markerOf('hamn'),
    );
    expect(text.startsWith('Nu byggs en ny hamn')).toBe(true);
  });

  it('are the beginning of the text when nothing matches there', () => {
    const { text, marks } = bestSnippet(['Först detta.', filler(100)], markerOf('hamn'));
    expect(text.startsWith('Först detta. fyllnad0')).toBe(true);
    expect(marks).toEqual([]);
  });

  it('are the whole text when it is short, and nothing when there is none', () => {
    expect(bestSnippet(['En  ny\n hamn.'], markerOf('hamn'))).toEqual({
      text: 'En ny hamn.',
      marks: [[6, 10]],
    });
    expect(bestSnippet([], markerOf('hamn'))).toEqual({ text: '', marks: [] });
  });

  it('are one line of whole words of the text, with marks on words, whatever the text', () => {
    const word = fc.oneof(
      fc.constantFrom('hamn', 'hamnen', 'bro.', 'Bro', '–', 'covid-19'),
      fc.stringMatching(/^[a-zåäö]{1,12}[.!]?$/),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      fc.constant('x'.repeat(400)),
    );
    const blocks = fc.array(
      fc.array(word, { maxLength: 80 }).map((words) => words.join(' ')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        blocks,
        fc.constantFrom('hamn', 'hamn bro', 'covid-19 "bro hamn"', 'x*x', ''),
        (texts, query) => {
          const { text, marks } = bestSnippet(texts, markerOf(query));
          const whole = ` ${texts.join(' ').replace(/\s+/gu, ' ').trim()} `;
          const inside = text.replace(/^… /u, '').replace(/ …$/u, '');
          expect(whole).toContain(inside === '' ? '' : ` ${inside} `);
          let last = 0;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
          expect(marks.length > 0).toBe(texts.some((one) => markerOf(query).matches(one).length > 0));
        },
      ),
      { numRuns: 300 },
    );
  });
});
