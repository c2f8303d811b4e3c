import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MentionFinder } from '../../../../archive/authority/mentions.ts';
import type { Mention } from '../../../../archive/authority/mentions.ts';
import { tokenise } from '../../../../archive/authority/tokens.ts';
import { inventedRegister } from './invented.ts';

const mentionFinder = new MentionFinder(inventedRegister);

/** As the finder, on a text alone. */
const finder = {
  find: (text: string): readonly Mention[] => mentionFinder.find({ text, tokens: tokenise(text) }).mentions,
};

/** Each mention as "words | titles" with marks for what else was seen. */
function mentionsIn(text: string): readonly string[] {
  return finder.find(text).map((mention) => {
    const marks = [
      mention.quoted ? 'quoted' : '',
      mention.otherCapacity ? 'elsewhere' : '',
      mention.doubtful ? 'doubtful' : '',
      mention.surnameOnly ? 'surname' : '',
    ].filter((mark) => mark !== '');
    const words = text.slice(mention.start, mention.end);
    return [words, mention.titles.length, ...marks].join(' | ');
  });
}

describe('names', () => {
  it('are found in genitive, with NBSP, with hyphens or without', () => {
    expect(mentionsIn('Signe Brännmos resa')).toEqual(['Signe Brännmos | 0']);
    expect(mentionsIn('Signe\u00A0Brännmo reser')).toEqual(['Signe\u00A0Brännmo | 0']);
    expect(mentionsIn('Lo Marie Vinterek och Lo-Marie Vinterek')).toHaveLength(2);
  });

  it('are not found in lower case, over a line break, or as part of another name', () => {
    expect(mentionsIn('signe brännmo')).toEqual([]);
    expect(mentionsIn('Signe\nBrännmo')).toEqual([]);
    expect(mentionsIn('Signe Brännmo-priset')).toEqual([]);
    expect(mentionsIn('Eva-Signe Brännmo')).toEqual([]);
    expect(mentionsIn('Signe Brännmo Dahl från Fjällbyn')).toEqual(['Signe Brännmo | 0 | doubtful']);
  });

  it('end where a title or an abbreviation begins', () => {
    expect(mentionsIn('Signe Brännmo Statsminister')).toEqual(['Signe Brännmo Statsminister | 1']);
    expect(mentionsIn('möter Signe Brännmo EU-parlamentet')).toEqual(['Signe Brännmo | 0']);
  });
});

describe('a title goes with the name beside it', () => {
  it('before it, after it, in brackets, over a line, with a field of responsibility between', () => {
    const forms = [
      'statsminister Signe Brännmo',
      'statsministern, Signe Brännmo',
      'Signe Brännmo, statsminister',
      'Signe Brännmo (F), statsminister',
      'Signe Brännmo (ordförande), statsminister',
      'Signe Brännmo (statsminister',
      'Signe Brännmo är statsminister',
      'Signe Brännmo\nStatsminister',
      'statsminister med ansvar för nordiska frågor Signe Brännmo',
      'Prime Minister Signe Brännmo',
      'statsminister tillika ordförande i Fjällrådet Signe Brännmo',
    ];
    for (const form of forms) expect(mentionsIn(form)).toEqual([`${form} | 1`]);
  });

  it('not over a clause, a verb or someone else', () => {
    expect(mentionsIn('ministern för att träffa Signe Brännmo')).toEqual(['Signe Brännmo | 0']);
    expect(mentionsIn('Signe Brännmo mötte statsminister Ole Fremmed')).toEqual(['Signe Brännmo | 0']);
    expect(mentionsIn('Signe Brännmo, statsminister Ole Fremmed')).toEqual(['Signe Brännmo | 0']);
    expect(mentionsIn('Signe Brännmo, Norges statsminister Ole Fremmed')).toEqual(['Signe Brännmo | 0']);
  });

  it('each to its own in a list, whichever side it stands', () => {
    const before = 'statsminister Signe Brännmo, finansminister Yrsa Malm Ödgren';
    expect(mentionsIn(before)).toEqual([
      'statsminister Signe Brännmo | 1',
      'finansminister Yrsa Malm Ödgren | 1',
    ]);
    const after = 'Signe Brännmo, statsminister, Yrsa Malm Ödgren, finansminister';
    expect(mentionsIn(after)).toEqual([
      'Signe Brännmo, statsminister | 1',
      'Yrsa Malm Ödgren, finansminister | 1',
    ]);
    const lines = 'Signe Brännmo, statsminister\nYrsa Malm Ödgren, finansminister';
    expect(mentionsIn(lines)).toEqual([
      'Signe Brännmo, statsminister | 1',
      'Yrsa Malm Ödgren, finansminister | 1',
    ]);
  });

  it('to the one who ever held it, where it stands between two names', () => {
    expect(mentionsIn('Disa Karlvik, statsministern, Signe Brännmo')).toEqual([
      'Disa Karlvik | 0',
      'statsministern, Signe Brännmo | 1',
    ]);
  });

  it('several to one name', () => {
    const text = 'finansminister och vice statsminister Yrsa Malm Ödgren';
    expect(mentionsIn(text)).toEqual([`${text} | 2`]);
    const behind = 'Yrsa Malm Ödgren, finansminister och vice statsminister';
    expect(mentionsIn(behind)).toEqual([`${behind} | 2`]);
  });

  it('a plural one to every name of its list', () => {
    const text = 'statsråden Signe Brännmo, Disa Karlvik och Lo-Marie Vinterek reste';
    expect(finder.find(text).map((mention) => mention.titles.length)).toEqual([1, 1, 1]);
    const single = 'statsrådet Signe Brännmo och Disa Karlvik reste';
    expect(finder.find(single).map((mention) => mention.titles.length)).toEqual([1, 0]);
    const surnames = 'Statsråden Brännmo och Vinterek reste';
    expect(finder.find(surnames).flatMap((mention) => mention.persons)).toEqual([
      'signe-brannmo',
      'lo-marie-vinterek',
    ]);
  });
});

describe('a surname', () => {
  it('means someone only behind a title, the longest surname first', () => {
    expect(mentionsIn('finansminister Malm Ödgren')).toEqual(['finansminister Malm Ödgren | 1 | surname']);
    expect(mentionsIn('statsrådet Brännmos resa')).toEqual(['statsrådet Brännmos | 1 | surname']);
    expect(mentionsIn('Brännmo reste')).toEqual([]);
  });

  it('means nobody who never held the office, nor behind another country’s title, nor in a longer name', () => {
    expect(mentionsIn('finansminister Brännmo')).toEqual([]);
    expect(mentionsIn('Norges statsminister Brännmo')).toEqual([]);
    expect(mentionsIn('statsminister Brännmo Dahl')).toEqual([]);
  });
});

describe('who speaks', () => {
  it('is told by a saying word right before or after', () => {
    for (const text of [
      'säger Signe Brännmo',
      'säger också statsminister Signe Brännmo',
      'Signe Brännmo säger',
    ]) {
      expect(finder.find(text)[0]?.quoted).toBe(true);
    }
    expect(finder.find('säger chefen. Signe Brännmo reser')[0]?.quoted).toBe(false);
  });

  it('is everyone in a list of speakers', () => {
    const text = 'säger statsminister Signe Brännmo och finansminister Yrsa Malm Ödgren';
    expect(finder.find(text).map((mention) => mention.quoted)).toEqual([true, true]);
  });
});

describe('another capacity beside a bare name', () => {
  it('is seen before it and behind it', () => {
    for (const text of [
      'landshövding Signe Brännmo',
      'generaldirektören Signe Brännmo',
      'Signe Brännmo, ordförande i nämnden',
      'Signe Brännmo, ny ambassadör i Nordlandet',
    ]) {
      expect(finder.find(text)[0]?.otherCapacity).toBe(true);
    }
  });

  it('is not taken from the next one in a list, nor from the office of someone else', () => {
    for (const text of ['Signe Brännmo, landshövding Ole Fremmed', 'Signe Brännmo och ambassadören']) {
      expect(finder.find(text)[0]?.otherCapacity).toBe(false);
    }
    expect(finder.find('Ole Fremmed, statssekreterare hos Signe Brännmo')[0]?.otherCapacity).toBe(false);
  });
});

describe('whatever the text', () => {
  it('every mention lies within it, in order, with a name in its span', () => {
    const words = [
      'Signe Brännmo',
      'statsminister',
      'Brännmo',
      'statsråden',
      ' säger ',
      'tidigare ',
      'Norges ',
    ];
    const joints = [
      ' och ',
      ', ',
      ' (',
      ')',
      '\n\n',
      ' ',
      '-',
      'landshövding ',
      'İ',
      '\u0301',
      '😀',
      ' 2014–2019',
    ];
    const piece = fc.constantFrom(...words, ...joints, 'med ansvar för skog ');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 24 }),
        (pieces) => {
          const text = pieces.join('');
          let before = -1;
          for (const mention of finder.find(text)) {
            expect(mention.start).toBeGreaterThanOrEqual(0);
            expect(mention.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(mention.start, mention.end)).toContain('Brännmo');
            expect(mention.end).toBeGreaterThan(before);
            before = mention.end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
