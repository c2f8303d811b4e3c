import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../archive/model/block.ts';
import {
  dropStart,
  isBlank,
  joinLines,
  linesOf,
  oneLine,
  tidyInlines,
} from '../../../../archive/sources/inlines.ts';

const pieces = fc.constantFrom('a', 'ord', ' ', '  ', '\n', '\t', '\u00A0', '\u00AD', '\r\n', 'å');
const inline = fc.record({ text: fc.array(pieces).map((parts) => parts.join('')) });
const linked = inline.map(({ text }) => ({ text, href: 'https://nordland.example/' }));
const inlines = fc.array(fc.oneof(inline, linked), { maxLength: 8 });

describe('tidied inlines', () => {
  test('white space collapses across runs, line breaks stay, NBSP and soft hyphens too', () => {
    expect(
      tidyInlines([
        { text: ' Tre ' },
        { text: ' fy\u00ADrar ', href: 'x' },
        { text: ' \n ' },
        { text: ' i\u00A0norr \t' },
      ]),
    ).toEqual([{ text: 'Tre ' }, { text: 'fy\u00ADrar', href: 'x' }, { text: '\ni\u00A0norr' }]);
  });

  test('runs that point to the same place are one', () => {
    expect(
      tidyInlines([{ text: 'a' }, { text: 'b' }, { text: 'c', href: 'x' }, { text: 'd', href: 'x' }]),
    ).toEqual([{ text: 'ab' }, { text: 'cd', href: 'x' }]);
  });

  test('their words are those of the whole text, collapsed; tidying again changes nothing', () => {
    fc.assert(
      fc.property(inlines, (runs) => {
        const whole = plainText(runs)
          .replace(/[ \t\r\f]+/gu, ' ')
          .replace(/ ?\n ?/gu, '\n')
          .replace(/^[ \n]+|[ \n]+$/gu, '');
        const tidied = tidyInlines(runs);
        expect(plainText(tidied)).toBe(whole);
        expect(tidyInlines(tidied)).toEqual(tidied);
      }),
      { numRuns: 2000 },
    );
  });

  test('lines joined again are the text they came from', () => {
    fc.assert(
      fc.property(inlines, (runs) => {
        const tidied = tidyInlines(runs);
        expect(plainText(joinLines(linesOf(tidied)))).toBe(plainText(tidied));
      }),
    );
  });

  test('dropping from the start takes that many characters, whatever the runs', () => {
    fc.assert(
      fc.property(inlines, fc.nat(12), (runs, count) => {
        expect(plainText(dropStart(runs, count))).toBe(plainText(runs).slice(count));
      }),
    );
  });
});

test('a text of invisible characters alone is blank', () => {
  expect(isBlank(' \u00A0\u00AD\u200B\n')).toBe(true);
  expect(isBlank('\u00AD.')).toBe(false);
});

test('one line keeps NBSP and nothing of other white space but single spaces', () => {
  expect(oneLine('\n Fyr \t\r\n på\u00A0\u00A0ön ')).toBe('Fyr på\u00A0\u00A0ön');
});
