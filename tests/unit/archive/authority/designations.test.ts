import { describe, expect, it } from 'vitest';
import { designationsIn, findDesignations } from '../../../../archive/authority/designations.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { paragraphs, saidOf } from './invented.ts';

function valuesIn(text: string): readonly string[] {
  return designationsIn(text).map(({ kind, value }) => `${kind} ${value}`);
}

describe('designations in running text', () => {
  it('are found as they are usually written', () => {
    expect(valuesIn('Betänkandet (SOU 2019:12) och Ds 2020:5 ligger till grund.')).toEqual([
      'sou SOU 2019:12',
      'ds Ds 2020:5',
    ]);
    expect(valuesIn('prop. 2017/18:1, skr. 2019/20:56, dir. 2019:3, SÖ 2012:3')).toEqual([
      'prop prop. 2017/18:1',
      'skr skr. 2019/20:56',
      'dir dir. 2019:3',
      'so SÖ 2012:3',
    ]);
    expect(valuesIn('Diarienummer: S2021/05469, Ju2019/02681/L4')).toEqual([
      'diarienummer S2021/05469',
      'diarienummer Ju2019/02681/L4',
    ]);
    expect(valuesIn('SFS 2018:1197, bet. 2017/18:FiU1, rskr. 2017/18:12')).toEqual([
      'other SFS 2018:1197',
      'other bet. 2017/18:FiU1',
      'other rskr. 2017/18:12',
    ]);
  });

  it('are written in one form, however they are printed', () => {
    for (const printed of [
      'Proposition 2017/18:1',
      'propositionen 2017/18:1',
      'Prop 2017/18:1',
      'prop.\u00A02017/18:1',
    ]) {
      expect(valuesIn(printed)).toEqual(['prop prop. 2017/18:1']);
    }
    for (const printed of [
      'Kommittédirektiv 2019:3',
      'Dir. 2019:3',
      'tilläggsdirektiv 2019:3',
      'direktiven 2019:3',
    ]) {
      expect(valuesIn(printed)).toEqual(['dir dir. 2019:3']);
    }
    expect(valuesIn('Skr. 1999/2000:125')).toEqual(['skr skr. 1999/2000:125']);
  });

  it('are not clock times, years, fractions or parts of longer numbers', () => {
    for (const text of [
      'kl. 2019:12',
      'år 2017/18',
      'SOU 2019',
      'XSOU 2019:12',
      'SOU 2019:12345',
      'a2021/05469',
      '2021/054',
    ]) {
      expect(valuesIn(text)).toEqual([]);
    }
  });
});

describe('the designations of a release', () => {
  it('stand once each, with every place in title, lead and body, and none from the contacts', () => {
    const layout = layoutReading(
      saidOf({
        title: 'SOU 2019:12 har lämnats',
        body: paragraphs('Utredningen (SOU 2019:12) föreslår mycket.'),
        contacts: [['Dnr Fi2019/00123']],
      }),
    );
    const [found, ...rest] = findDesignations(layout, []);
    expect(rest).toEqual([]);
    expect(found?.value).toBe('SOU 2019:12');
    expect(found?.evidence.map(({ block, start }) => `${block} ${start}`)).toEqual(['0 0', '1 38']);
    for (const { start, end, quote } of found?.evidence ?? [])
      expect(layout.text.slice(start, end)).toBe(quote);
  });

  it('begin with those the source states of itself', () => {
    const layout = layoutReading(saidOf({ title: 'Se även Ds 2020:5' }));
    const found = findDesignations(layout, ['Diarienummer: Fi2019/00123', '2022/23:FPM92', 'Lagrådsremiss']);
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'diarienummer Fi2019/00123',
      'other 2022/23:FPM92',
      'ds Ds 2020:5',
    ]);
    expect(found[0]?.evidence).toMatchObject([{ block: -1, quote: 'Diarienummer: Fi2019/00123' }]);
  });
});
