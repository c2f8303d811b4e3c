import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { HeldRole, OfficeHolder } from '../../../../../main/contract/index.ts';
import { groupHolders, holderSentence } from '../../../../../renderer/features/reader/office-words.tsx';
import { wordsIn } from '../../../../../renderer/i18n/words.tsx';

const role = (
  title: string,
  from: string | null,
  to: string | null,
  more: Partial<HeldRole> = {},
): HeldRole => ({
  roleId: title,
  title,
  from,
  to,
  toUnknown: false,
  sources: [],
  note: null,
  ...more,
});
const holder = (name: string, held: HeldRole, more: Partial<OfficeHolder> = {}): OfficeHolder => ({
  personId: name,
  name,
  held,
  relation: 'quoted',
  strength: 'strong',
  certain: true,
  later: [],
  inOfficeStill: false,
  afterwards: null,
  evidence: [],
  ...more,
});
const said = (holders: readonly OfficeHolder[], language: 'sv' | 'en' = 'sv'): string[] =>
  groupHolders(holders).map((group) =>
    renderToStaticMarkup(<>{holderSentence(group, wordsIn(language))}</>)
      .replace(/<[^>]*>/g, '')
      .trim(),
  );

describe('who held which office, and what became of it', () => {
  it('says the days, later offices and what came after', () => {
    const tore = holder('Tore Lindvall', role('bostadsminister', '2014-05-03', '2017-12-20'), {
      later: [role('landsbygdsminister', '2018-01-01', '2018-11-21')],
      afterwards: { sv: 'blev landshövding 2019', en: 'became county governor in 2019' },
    });
    expect(said([tore])).toEqual([
      'Tore Lindvall var bostadsminister 3 maj 2014 – 20 december 2017, därefter landsbygdsminister 1 januari 2018 – 21 november 2018. Blev landshövding 2019.',
    ]);
    expect(said([tore], 'en')[0]).toContain('was bostadsminister 3 May 2014 – 20 December 2017, thereafter');
  });

  it('says that an office is held still', () => {
    const held = role('statsminister', '2022-10-04', null);
    expect(said([holder('Eva Falk', held, { inOfficeStill: true })])).toEqual([
      'Eva Falk är statsminister sedan 4 oktober 2022.',
    ]);
  });

  it('says what is not known instead of leaving it out', () => {
    const open = role('skolminister', '2010-10-07', null, { toUnknown: true });
    expect(said([holder('Bo Ek', open)])[0]).toContain('från 7 oktober 2010, till en dag som inte är känd');
    const a = holder('Bo Ek', role('skolminister', '2010-10-07', '2012-11-15'), { certain: false });
    const b = holder('Bo Ek', role('finansminister', '2012-11-15', '2014-05-03'), { certain: false });
    const [sentence] = said([a, b]);
    expect(sentence).toContain(
      'skolminister 7 oktober 2010 – 15 november 2012 eller finansminister 15 november 2012 – 3 maj 2014',
    );
    expect(sentence).toContain('inte säkert');
  });

  it('says each office once where one may be meant or the one after it', () => {
    const before = role('skolminister', '2010-10-07', '2012-11-15');
    const after = role('finansminister', '2012-11-15', null);
    const last = role('talman', '2018-01-01', null);
    const [sentence] = said([
      holder('Bo Ek', after, { certain: false, inOfficeStill: true, later: [last] }),
      holder('Bo Ek', before, { certain: false, later: [after, last] }),
    ]);
    expect(sentence).toBe(
      'Bo Ek var skolminister 7 oktober 2010 – 15 november 2012 eller finansminister från 15 november 2012' +
        ' (vilket är inte säkert), därefter talman från 1 januari 2018.',
    );
  });

  it('says that offices held at once were both held', () => {
    const one = holder('Bo Ek', role('utrikesminister', '2014-10-03', '2019-09-10'));
    const two = holder('Bo Ek', role('skolminister', '2016-05-25', '2019-01-21'));
    expect(said([two, one])).toEqual([
      'Bo Ek var utrikesminister 3 oktober 2014 – 10 september 2019 och skolminister 25 maj 2016 – 21 januari 2019.',
    ]);
  });

  it('says of an office held still that it may not have been held then', () => {
    const held = role('statsminister', '2022-10-04', null);
    const eva = holder('Eva Falk', held, { inOfficeStill: true, certain: false });
    expect(said([eva])[0]).toContain('det är inte säkert att det gällde redan då');
    expect(said([eva], 'en')[0]).toContain('not certain');
  });

  it('puts those who act before those who are only named', () => {
    const some = role('x', '2014-05-03', '2018-11-21');
    const names = said([
      holder('Nämnd', some, { relation: 'named', strength: 'weak' }),
      holder('Titulerad', some, { relation: 'titled' }),
      holder('Avsändare', some, { relation: 'sender' }),
    ]).map((sentence) => sentence.split(' ')[0]);
    expect(names).toEqual(['Avsändare', 'Titulerad', 'Nämnd']);
  });
});
