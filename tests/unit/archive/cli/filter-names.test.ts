import { describe, expect, it } from 'vitest';
import { resolveName } from '../../../../archive/cli/filter-names.ts';
import type { Named } from '../../../../archive/cli/filter-names.ts';

const persons: readonly Named[] = [
  { id: 'signe-ahlgren', names: ['Signe Ahlgren'], aliases: ['Signe Öst'] },
  { id: 'tore-lindvall', names: ['Tore Lindvall'], aliases: [] },
  { id: 'karim-nordh-1961', names: ['Karim Nordh'], aliases: [] },
  { id: 'karim-nordh-1975', names: ['Karim Nordh'], aliases: [] },
  { id: 'asa-ost', names: ['Åsa Öst'], aliases: [] },
];
const departments: readonly Named[] = [
  { id: 'energi-1999', names: ['Energidepartementet'], aliases: ['Ministry of Energy'] },
  { id: 'energi-2014', names: ['Energidepartementet'], aliases: [] },
];
const mandates: readonly Named[] = [{ id: 'm2018', names: ['2018\u20132022'], aliases: [] }];

function minister(value: string): readonly string[] {
  return resolveName({ option: 'minister', value, among: persons, distinct: true });
}

function refusal(value: string): unknown {
  try {
    return minister(value);
  } catch (error) {
    return error;
  }
}

describe('a filter named in words', () => {
  it.each([
    ['by id', 'signe-ahlgren'],
    ['by name', 'Signe Ahlgren'],
    ['in any letter case and spacing', '  signe   AHLGREN '],
    ['by another name of hers', 'Signe Öst'],
    ['by surname where there is one of it', 'ahlgren'],
    ['in decomposed letters', 'Signe O\u0308st'],
  ])('is found %s', (_, value) => {
    expect(minister(value)).toEqual(['signe-ahlgren']);
  });

  it('is found whatever dash is typed', () => {
    expect(resolveName({ option: 'mandate', value: '2018-2022', among: mandates, distinct: false })).toEqual([
      'm2018',
    ]);
  });

  it('means all departments that bore the name', () => {
    const found = resolveName({
      option: 'department',
      value: 'energidepartementet',
      among: departments,
      distinct: false,
    });
    expect(found).toEqual(['energi-1999', 'energi-2014']);
  });

  it('is refused when two persons answer to it, naming both', () => {
    expect(refusal('Karim Nordh')).toMatchObject({
      problem: {
        code: 'filter-unknown',
        params: {
          option: '--minister',
          near: 'Karim Nordh (karim-nordh-1961), Karim Nordh (karim-nordh-1975)',
        },
      },
    });
  });

  it('is refused when nobody answers to it, with the nearest names', () => {
    expect(refusal('Tore Lindval')).toMatchObject({
      problem: { params: { value: 'Tore Lindval', near: expect.stringContaining('Tore Lindvall') } },
    });
    expect(refusal('Xyz')).toMatchObject({ problem: { params: { option: '--minister', value: 'Xyz' } } });
  });

  it('keeps å, ä and ö apart from a and o', () => {
    expect(refusal('Asa Ost')).toMatchObject({
      problem: { code: 'filter-unknown', params: { near: expect.stringContaining('Åsa Öst') } },
    });
  });

  it('is nobody when it is empty', () => {
    expect(refusal('')).toMatchObject({ problem: { code: 'filter-unknown' } });
  });
});
