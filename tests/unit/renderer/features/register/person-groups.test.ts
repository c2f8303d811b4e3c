import { describe, expect, it } from 'vitest';
import { openRegister } from '../../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../../archive/authority/se/index.ts';
import { registerList } from '../../../../../main/reader/register-views.ts';
import {
  groupPersons,
  groupings,
  matchingPersons,
} from '../../../../../renderer/features/register/person-groups.ts';

const register = openRegister(swedishRegister);
const list = registerList(
  { register, series: 'se', title: 'Serien', idOf: (id) => id, isOneOfSeveral: false },
  { minister: new Map(), department: new Map(), government: new Map() },
);

describe('people of a register', () => {
  it('are all there in every order, no group empty', () => {
    for (const grouping of groupings) {
      const groups = groupPersons(list.persons, list, grouping);
      const ids = new Set(groups.flatMap(({ persons }) => persons.map(({ id }) => id)));
      expect(ids.size).toBe(list.persons.length);
      for (const { persons } of groups) expect(persons).not.toHaveLength(0);
    }
  });

  it('stand once each as in office or former, whoever has an office today', () => {
    const [sitting, former] = groupPersons(list.persons, list, 'by-office');
    const today = { from: register.data.version, to: register.data.version };
    const held = new Set(register.rolesOn(today).map(({ person }) => person));
    expect(new Set(sitting?.persons.map(({ id }) => id))).toEqual(held);
    expect(former?.persons.some(({ id }) => held.has(id))).toBe(false);
  });

  it('are found by name, other name, office and year, in any case and order', () => {
    const found = (typed: string): readonly string[] =>
      matchingPersons(list.persons, typed).map(({ id }) => id);
    expect(found('BAYLAN')).toEqual(['ibrahim-baylan']);
    expect(found('hadžialić')).toEqual(['aida-hadzialic']);
    expect(found('2016 energiminister samordnings')).toContain('ibrahim-baylan');
    expect(found('')).toHaveLength(list.persons.length);
    expect(found('finnsinte')).toEqual([]);
  });
});
