import { describe, expect, test } from 'vitest';
import { BlockWriter } from '../../../../archive/sources/block-writer.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';

function typed(...paragraphs: string[]): readonly string[] {
  const writer = new BlockWriter();
  paragraphs.forEach((text) => writer.paragraph([{ text }]));
  return notation(writer.blocks);
}

describe('a line after a dash', () => {
  test.each(['–', '—', '-', '–\u00A0'])('is spoken after %j when it is a sentence', (dash) => {
    const line = `${dash} Havet är stort, säger fyrvaktaren.`;
    expect(typed(line)).toEqual([`q ${line}`]);
  });

  test('is spoken when it names its speaker, with or without a stop', () => {
    expect(typed('– Havet är stort, säger fyrvaktaren')).toEqual(['q – Havet är stort, säger fyrvaktaren']);
  });

  test('is an item when it is no sentence; items typed one by one make one list', () => {
    expect(typed('– räkna hamnarna,', '– muddra dem')).toEqual(['* räkna hamnarna,', '* muddra dem']);
  });

  test('is an item where several hyphens follow each other and nobody speaks', () => {
    expect(typed('Utredaren ska\n- Räkna hamnarna.\n- Muddra dem.\nUppdraget tar ett år.')).toEqual([
      'p Utredaren ska',
      '* Räkna hamnarna.',
      '* Muddra dem.',
      'p Uppdraget tar ett år.',
    ]);
  });

  test('is its own quote in the middle of a paragraph', () => {
    expect(typed('Statsrådet log.\n– Nu blir det ljusare, sade hon.\n– Ja, sade fyrvaktaren.')).toEqual([
      'p Statsrådet log.',
      'q – Nu blir det ljusare, sade hon.',
      'q – Ja, sade fyrvaktaren.',
    ]);
  });

  test('a minus before a figure and a hyphen within a word are neither', () => {
    expect(typed('-5 grader i natt.', 'Hamn-\noch sjöfart')).toEqual([
      'p -5 grader i natt.',
      'p Hamn- / och sjöfart',
    ]);
  });
});

describe('typed bullets', () => {
  test.each(['•', '·', '▪', '●', '\uF0B7'])('%j makes a list', (bullet) => {
    expect(typed(`${bullet} en fyr\n${bullet}\tett skär`)).toEqual(['* en fyr', '* ett skär']);
  });

  test('a list that was set as one does not take up lines typed after it', () => {
    const writer = new BlockWriter();
    writer.list(true, [{ depth: 0, inlines: [{ text: 'ett' }] }]);
    writer.paragraph([{ text: '• två' }]);
    expect(notation(writer.blocks)).toEqual(['# ett', '* två']);
  });
});

test('an empty line parts paragraphs, a line break does not', () => {
  expect(typed('Genève\nden 9 januari\n\nStockholm')).toEqual(['p Genève / den 9 januari', 'p Stockholm']);
});

test('what holds nothing to read leaves no block', () => {
  const writer = new BlockWriter();
  writer.paragraph([{ text: '\u00A0\n\u200B' }]);
  writer.heading(3, [{ text: ' ' }]);
  writer.list(false, [{ depth: 0, inlines: [] }]);
  writer.table(0, [[[{ text: ' ' }]]]);
  writer.quote([]);
  expect(writer.blocks).toEqual([]);
});
