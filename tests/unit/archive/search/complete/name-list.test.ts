import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameList, comparable } from '../../../../../archive/search/core/complete/name-list.ts';

function found(
  names: readonly (readonly string[])[],
  typed: string,
): readonly (readonly [string, string | null])[] {
  const list = new NameList(names.map((of) => [of[0] ?? '', of] as const));
  return list
    .find(comparable(typed))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ thing, otherName }) => [thing, otherName]);
}

describe('names that begin as typed', () => {
  it('begin so with any of their words, the first before the others', () => {
    const names = [['Nils-Olof Hjärne'], ['Olof Nilsson'], ['Hjärnvall']];
    expect(found(names, 'ni').map(([name]) => name)).toEqual(['Nils-Olof Hjärne', 'Olof Nilsson']);
    expect(found(names, 'OLOF').map(([name]) => name)).toEqual(['Olof Nilsson', 'Nils-Olof Hjärne']);
    expect(found(names, 'olof hj').map(([name]) => name)).toEqual(['Nils-Olof Hjärne']);
    expect(found(names, 'lsson')).toEqual([]);
  });

  it('have å ä ö as typed before they have them without signs', () => {
    const names = [['Sten Ålund'], ['Alundh'], ['Öst'], ['Ostvik']];
    expect(found(names, 'ål').map(([name]) => name)).toEqual(['Sten Ålund', 'Alundh']);
    expect(found(names, 'al').map(([name]) => name)).toEqual(['Alundh', 'Sten Ålund']);
    expect(found(names, 'os').map(([name]) => name)).toEqual(['Ostvik', 'Öst']);
  });

  it('are a thing’s own before its others, and the one found by is told', () => {
    const names = [['Bostadsdepartementet', 'Byggdepartementet'], ['Byggnad']];
    expect(found(names, 'bygg')).toEqual([
      ['Byggnad', null],
      ['Bostadsdepartementet', 'Byggdepartementet'],
    ]);
  });

  it('do not begin with "och" or the like in the middle', () => {
    expect(found([['Hälso- och sjukvård']], 'oc')).toEqual([]);
    expect(found([['Hälso- och sjukvård']], 'hälso och sj')).toHaveLength(1);
    expect(found([['energiminister', 'Minister for Energy']], 'fo')).toEqual([]);
    expect(found([['energiminister', 'Minister for Energy']], 'en')).toEqual([['energiminister', null]]);
  });

  it('do not begin with a number in the middle, nor with what an office is for', () => {
    expect(found([['Agenda 2030']], '20')).toEqual([]);
    expect(found([['Agenda 2030']], 'agenda 20')).toHaveLength(1);
    const office = ['energiminister', 'energiminister med ansvar för arbetet mot brist och dyr värme'];
    expect(found([office], 'brist')).toEqual([]);
    expect(found([office], 'energiminister med')).toEqual([['energiminister', office[1]]]);
  });

  it('are those that looking through all of them finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', 'ä', 'k'), minLength: 1, maxLength: 3 });
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const names = fc.uniqueArray(name, { maxLength: 20 });
    const bare = (text: string): string => text.replaceAll(/[åä]/gu, 'a');
    fc.assert(
      fc.property(names, word, (all, typed) => {
        const list = new NameList(all.map((one) => [one, [one]] as const));
        const expected = all.filter((one) => ` ${bare(one)}`.includes(` ${bare(typed)}`));
        // "i" and its like are no words to begin a name with; no such word is made of these letters.
        expect(
          list
            .find(typed)
            .map(({ thing }) => thing)
            .toSorted(),
        ).toEqual(expected.toSorted());
      }),
      { numRuns: 2000 },
    );
  });
});
