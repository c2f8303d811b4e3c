import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionDiff, versionDiffSchema } from '../../../../archive/model/version-diff.ts';
import type { VersionDiff } from '../../../../archive/model/version-diff.ts';

/** A diff as text: -removed-, +added+, paragraphs on lines of their own, whole ones with a sign before them. */
function shown({ paragraphs }: VersionDiff): readonly string[] {
  const sign = { same: '', removed: '-', added: '+' };
  return paragraphs.map(({ change, runs }) => {
    const text = runs.map((run) => `${sign[run.change]}${run.text}${sign[run.change]}`).join('');
    return `${change}: ${text}`;
  });
}

function textOf({ paragraphs }: VersionDiff, without: 'added' | 'removed'): string {
  return paragraphs
    .filter(({ change }) => change !== without)
    .map(({ runs }) =>
      runs
        .filter(({ change }) => change !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n\n');
}

describe('what differs between two versions', () => {
  it('is told word by word within a paragraph that stays', () => {
    const diff = versionDiff(
      'Fiskekvoter för 2017\n\nKvoten för sill är 12 000 ton.\n\nDen gäller hela året.',
      'Fiskekvoter för 2017\n\nKvoten för sill är 1 200 ton och gäller nu.\n\nDen gäller hela året.',
    );
    expect(shown(diff)).toEqual([
      'same: Fiskekvoter för 2017',
      'changed: Kvoten för sill är -12 000-+1 200+ ton+ och gäller nu+.',
      'same: Den gäller hela året.',
    ]);
  });

  it('tells paragraphs that came and went as wholes', () => {
    const diff = versionDiff(
      'Rubrik\n\nFörsta stycket om elnätet i norr.\n\nTorsken är tillbaka i viken.',
      'Rubrik\n\nRegeringen inrättar ett museum.\n\nFörsta stycket om elnätet i söder.',
    );
    expect(shown(diff)).toEqual([
      'same: Rubrik',
      'added: +Regeringen inrättar ett museum.+',
      'changed: Första stycket om elnätet i -norr-+söder+.',
      'removed: -Torsken är tillbaka i viken.-',
    ]);
  });

  it('is nothing where the texts are the same, and all where one is empty', () => {
    expect(shown(versionDiff('Rubrik\n\nText', 'Rubrik\n\nText'))).toEqual(['same: Rubrik', 'same: Text']);
    expect(shown(versionDiff('', 'Text'))).toEqual(['removed: ', 'added: +Text+']);
  });

  it('gives both texts back, whatever they are', () => {
    const word = constantFrom('el', 'elnät', 'vind', 'å', ' ', '  ', '\n', '.', '–', '12 000', '👩‍🌾');
    const text = array(
      array(word, { maxLength: 12 }).map((words) => words.join('')),
      { maxLength: 6 },
    ).map((paragraphs) => paragraphs.join('\n\n'));
    const check = (older: string, newer: string): void => {
      const diff = versionDiff(older, newer);
      expect(versionDiffSchema.parse(diff)).toEqual(diff);
      expect(textOf(diff, 'added')).toBe(older);
      expect(textOf(diff, 'removed')).toBe(newer);
    };
    assert(property(text, text, check), { numRuns: 2000 });
    assert(property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), check), { numRuns: 1000 });
  });

  it('does not fill a table beyond its bound', () => {
    const words = (of: string): string => Array.from({ length: 20_000 }, (_, n) => `${of}${n}`).join(' ');
    const diff = versionDiff(`Början ${words('a')} slut`, `Början ${words('b')} slut`);
    expect(textOf(diff, 'added')).toBe(`Början ${words('a')} slut`);
    expect(textOf(diff, 'removed')).toBe(`Början ${words('b')} slut`);
  });
});
