import { describe, expect, it } from 'vitest';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import {
  departmentsAfter,
  departmentsBefore,
  governmentsOfRole,
  termsIn,
} from '../../../../archive/authority/terms.ts';
import { addDays } from '../../../../archive/model/day.ts';
import type { Day } from '../../../../archive/model/day.ts';
import type { Government, Role } from '../../../../archive/model/register.ts';
import { inventedData } from './invented.ts';

const swedish = openRegister(swedishRegister);

/** Who sat in a government on a day, by looking at every role of the register anew. */
function sittingNaively(government: Government, day: Day): readonly string[] {
  const heldOn = (role: Role, on: Day): boolean => {
    const { from, to } = swedish.rangeOfRole(role);
    return (from === null || from <= on) && (to === null || on <= to);
  };
  const comes = day === government.from;
  const goes = day === government.to;
  return swedish.data.roles
    .filter((role) => heldOn(role, day))
    .filter((role) => !comes || heldOn(role, addDays(day, 1)))
    .filter((role) => !goes || heldOn(role, addDays(day, -1)))
    .map(({ id }) => id)
    .toSorted();
}

describe('the terms of a government', () => {
  it('are, on each day of thirty years, the roles that the register has in office that day', () => {
    let days = 0;
    for (const government of swedish.data.governments) {
      const terms = termsIn(swedish, government);
      const last = government.to ?? swedish.data.version;
      for (let day = government.from; day <= last; day = addDays(day, 1)) {
        days += 1;
        const sitting = terms
          .filter(({ from, to }) => from <= day && (to === null || day <= to))
          .map(({ role }) => role.id)
          .toSorted();
        expect(sitting, `${government.id} ${day}`).toEqual(sittingNaively(government, day));
      }
    }
    expect(days).toBeGreaterThan(11_000);
  });

  it('put who goes and who comes on a day of change each in their own government', () => {
    const change = '2014-10-03';
    const people = (id: string): readonly string[] =>
      termsIn(swedish, known(swedish.government(id)))
        .filter(({ from, to }) => from <= change && (to === null || change <= to))
        .filter(({ role }) => role.office === 'statsminister')
        .map(({ role }) => role.person);
    expect(people('reinfeldt')).toEqual(['fredrik-reinfeldt']);
    expect(people('lofven-1')).toEqual(['stefan-lofven']);
  });

  it('cut a role that runs through two governments at the day of change, which both have', () => {
    const invented = openRegister(inventedData);
    const spanning = invented.data.roles.filter((role) => governmentsOfRole(invented, role).length > 1);
    expect(spanning.length).toBeGreaterThan(0);
    for (const role of spanning) {
      const [first, second] = governmentsOfRole(invented, role).map((government) =>
        termsIn(invented, government).find((term) => term.role.id === role.id),
      );
      expect(first?.to).toBe(second?.from);
    }
  });
});

describe('the line of a department', () => {
  it('goes back and forth through every step, oldest first', () => {
    const before = departmentsBefore(swedish, 'naringsdepartementet').map(({ id }) => id);
    expect(before).toContain('kommunikationsdepartementet');
    expect(before).toContain('landsbygdsdepartementet');
    // Two steps away: jordbruk became landsbygd, which became näring.
    expect(before).toContain('jordbruksdepartementet');
    const after = departmentsAfter(swedish, 'miljodepartementet-1995').map(({ id }) => id);
    expect(after).toEqual([
      'miljo-och-samhallsbyggnadsdepartementet',
      'miljodepartementet-2007',
      'miljo-och-energidepartementet',
      'miljodepartementet',
      'klimat-och-naringslivsdepartementet',
    ]);
  });

  it('is, for every department, what a walk over all pairs reaches, and the same seen from either end', () => {
    const { departments } = swedish.data;
    // Warshall: who reaches whom.
    const reaches = new Map(departments.map(({ id, successors }) => [id, new Set(successors)]));
    for (const middle of departments)
      for (const [, reached] of reaches)
        if (reached.has(middle.id)) for (const end of reaches.get(middle.id) ?? []) reached.add(end);
    for (const { id } of departments) {
      const after = departmentsAfter(swedish, id).map((one) => one.id);
      expect(after.toSorted()).toEqual([...(reaches.get(id) ?? [])].filter((one) => one !== id).toSorted());
      for (const other of after) expect(departmentsBefore(swedish, other).map((one) => one.id)).toContain(id);
    }
  });
});

function known<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('not in the register');
  return row;
}
