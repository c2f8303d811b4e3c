import { describe, expect, it } from 'vitest';
import {
  chosenBy,
  passageChosen,
  sentenceAt,
  sentencesOf,
} from '../../../../../renderer/features/work/sentences.ts';
import type { Choice } from '../../../../../renderer/features/work/sentences.ts';

const leaves = [
  { start: 0, text: 'En ny hamn' },
  { start: 12, text: 'Den byggs i år. Den kostar 3,5 miljoner. ' },
  { start: 60, text: '– Det är bra, säger hon.' },
];
const text = leaves.reduce((whole, leaf) => whole.padEnd(leaf.start) + leaf.text, '');
const sentences = sentencesOf(leaves, 'sv');
const words = (choice: Choice | null): string => {
  const passage = choice === null ? null : passageChosen(sentences, choice);
  return passage === null ? '' : text.slice(passage.start, passage.end);
};
const press = (choice: Choice, ...keys: readonly string[]): Choice =>
  keys.reduce((now, key) => {
    const shift = key.startsWith('Shift ');
    return chosenBy(sentences, now, { key: key.replace('Shift ', ''), shift }) ?? now;
  }, choice);
const first: Choice = { from: 0, to: 0, words: 0 };

describe('choosing a passage by keys', () => {
  it('takes a text by sentences, without the spaces around them and never across paragraphs', () => {
    expect(sentences.all.map(({ start, end }) => text.slice(start, end))).toEqual([
      'En ny hamn',
      'Den byggs i år.',
      'Den kostar 3,5 miljoner.',
      '– Det är bra, säger hon.',
    ]);
  });

  it('goes from sentence to sentence, and stops at both ends', () => {
    expect(words(press(first, 'ArrowDown'))).toBe('Den byggs i år.');
    expect(words(press(first, 'ArrowUp'))).toBe('En ny hamn');
    expect(words(press(first, ...Array<string>(9).fill('ArrowDown')))).toBe('– Det är bra, säger hon.');
  });

  it('takes in whole sentences with Shift, forwards and backwards', () => {
    const second = press(first, 'ArrowDown');
    expect(words(press(second, 'Shift ArrowDown'))).toBe('Den byggs i år. Den kostar 3,5 miljoner.');
    expect(words(press(second, 'Shift ArrowUp'))).toBe(text.slice(0, 27));
  });

  it('takes in and leaves out words at the end with Shift, and never leaves nothing', () => {
    const second = press(first, 'ArrowDown');
    expect(words(press(second, 'Shift ArrowLeft'))).toBe('Den byggs i');
    expect(words(press(second, 'Shift ArrowRight'))).toBe('Den byggs i år. Den');
    const least = press(second, ...Array<string>(20).fill('Shift ArrowLeft'));
    expect(words(least)).toBe('Den');
    // What lies beyond the first word is not saved up: one step back takes one word in.
    expect(words(press(least, 'Shift ArrowRight'))).toBe('Den byggs');
    expect(words(press(press(first, ...Array<string>(9).fill('ArrowDown')), 'Shift ArrowRight'))).toBe(
      '– Det är bra, säger hon.',
    );
  });

  it('begins where one reads, and has nothing to choose where there is no text', () => {
    expect(sentenceAt(sentences, 13)).toBe(1);
    expect(sentenceAt(sentences, 11)).toBe(1);
    expect(sentenceAt(sentences, 999)).toBe(3);
    expect(passageChosen(sentencesOf([], 'sv'), first)).toBeNull();
  });

  it('leaves other keys alone', () => {
    expect(chosenBy(sentences, first, { key: 'ArrowLeft', shift: false })).toBeNull();
    expect(chosenBy(sentences, first, { key: 'a', shift: true })).toBeNull();
  });
});
