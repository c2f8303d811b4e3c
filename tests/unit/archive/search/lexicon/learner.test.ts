import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexiconLearner } from '../../../../../archive/search/lexicon/learner.ts';

/** Texts in which the words stand alone often enough, and compounds of them. */
const texts: readonly (readonly string[])[] = [
  [
    'En politik för vårdens personal.',
    'Vi talar om politik, om personal och om trygghet. Ingen trygghetspolitik finns.',
  ],
  [
    'Det är trygghet och politik. Se på personal och trygghetspolitik.',
    'En segregation, och en segregationspolitik.',
  ],
  [
    'Om segregation och personal. Om trygghet för trygghetspersonal.',
    'All segregation, och Segregationspersonal.',
  ],
  ['Hos oss heter hon karlsson men han Karlsson. En karlssonpolitik för karlsson.'],
  [
    'Alla känner karlsson. Herr Karlsson, fru Karlsson.',
    'Närings- och skolfrågor, närings- och mer, närings- igen.',
  ],
  ['Närings- och handelspolitik, närings- eller annan.', 'Närings- det är allt. En näringspolitik.'],
];

function learn(
  from: readonly (readonly string[])[],
  names: readonly string[] = [],
): ReadonlyMap<string, string> {
  const learner = new LexiconLearner(names);
  for (const text of from) learner.add(text);
  return new Map(
    learner
      .learn()
      .map(({ word, joints, last, weight }) => [word, `${joints.join('')}${last ? '.' : ''}${weight}`]),
  );
}

describe('a lexicon learned from texts', () => {
  it('has the words that compounds there are made of, with their joints', () => {
    const words = learn(texts);
    expect(words.get('segregation')).toBe('s1');
    expect(words.get('trygghet')).toBe('s2');
    expect(words.get('politik')).toContain('.');
    expect(words.get('personal')).toBe('.1');
  });

  it('knows a word of which only other forms stand alone, when it is seen in two compounds', () => {
    const forms = ['Se terrorister, terroristerna.', 'Där var terrorister.', 'Terroristen och terrorister.'];
    const compounds = ['Ett terroristpersonal.', 'En terroristpolitik.'];
    const learned = (more: readonly string[]): string | undefined =>
      learn([...texts, ...[...forms, ...more].map((text) => [text])]).get('terrorist');
    expect(learned(compounds)).toBe('+2');
    expect(learned(compounds.slice(1))).toBeUndefined();
  });

  it('does not take half a word before a hyphen for one', () => {
    expect([...learn(texts).keys()].filter((word) => word.startsWith('näring'))).toEqual([]);
  });

  it('leaves out what is mostly a name, and sooner when the register has it', () => {
    expect(learn(texts).has('karlsson')).toBe(true);
    expect(learn(texts, ['karlsson']).has('karlsson')).toBe(false);
  });

  it('is the same whatever the order of texts', () => {
    const once = [...learn(texts)];
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts], { minLength: texts.length }), (shuffled) => {
        expect([...learn(shuffled)]).toEqual(once);
      }),
    );
  });

  it('is empty where there is nothing to learn from', () => {
    expect(learn([]).size).toBe(0);
    expect(learn([['The quick brown fox.', '']]).size).toBe(0);
  });

  it('counts the words that it read', () => {
    const learner = new LexiconLearner();
    learner.add(['Ett två', 'tre-fyra 5']);
    expect(learner.words).toBe(4);
  });
});
