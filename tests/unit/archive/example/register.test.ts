import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { addDays, daysBetween, rangesOverlap, rangeWithin } from '../../../../archive/model/day.ts';

const FILE = resolve(import.meta.dirname, '../../../../archive/example/register.json');
const register = openRegister(JSON.parse(readFileSync(FILE, 'utf8')) as unknown, 'register.json');
const { governments, mandatePeriods, departments, offices, persons, roles, kinds, subjects } = register.data;

describe('the register of the example archive', () => {
  it('names a source for every row that tells a fact', () => {
    const rows = [...governments, ...mandatePeriods, ...departments, ...persons, ...roles, ...subjects];
    expect(rows.filter((row) => (row.sources ?? []).length === 0)).toEqual([]);
  });

  it('has one government after the other, both holding on the day of change', () => {
    const seams = governments.slice(1).map((row, n) => [governments[n]?.to, row.from]);
    expect(seams).toHaveLength(5);
    expect(seams.filter(([to, from]) => to !== from)).toEqual([]);
    expect(governments.at(-1)?.to).toBeNull();
  });

  it('begins a mandate period the day after the one before it ends', () => {
    const gaps = mandatePeriods
      .slice(1)
      .map((row, n) => daysBetween(mandatePeriods[n]?.to ?? row.from, row.from));
    expect(gaps).toEqual([1, 1, 1, 1]);
  });

  it('has a prime minister on every day from the first government on', () => {
    const held = register.rolesIn('statsminister');
    const without: string[] = [];
    for (let day = '2006-10-05'; day <= '2024-12-02'; day = addDays(day, 1)) {
      if (!held.some((role) => rangesOverlap(role, { from: day, to: day }))) without.push(day);
    }
    expect(without).toEqual([]);
  });

  it('keeps every role within the governments, and no two persons in one office for more than a day', () => {
    const whole = { from: governments[0]?.from ?? null, to: null };
    expect(roles.filter((role) => !rangeWithin(role, whole))).toEqual([]);
    const overlaps = offices.flatMap(({ id }) =>
      register.rolesIn(id).flatMap((role, n, all) => {
        const next = all[n + 1];
        return next !== undefined && (role.to === null || (next.from ?? '') < role.to) ? [role.id] : [];
      }),
    );
    expect(overlaps).toEqual([]);
  });

  it('uses every office and person, and no department outside its days', () => {
    expect(offices.filter(({ id }) => register.rolesIn(id).length === 0)).toEqual([]);
    expect(persons.filter(({ id }) => register.rolesOf(id).length === 0)).toEqual([]);
    const misplaced = roles.filter((role) => {
      const department = register.department(role.department ?? '');
      return department === undefined || !rangeWithin(role, department);
    });
    expect(misplaced.map(({ id }) => id)).toEqual([]);
  });

  it('tells of a department renamed, one split in two, a minister twice and one who changed portfolio', () => {
    expect(register.department('byggdepartementet')?.successors).toEqual(['bostadsdepartementet']);
    expect(register.department('naringsdepartementet')?.successors).toHaveLength(2);
    expect(register.rolesOf('didrik-svanfeldt').map(({ office }) => office)).toEqual([
      'utrikesminister',
      'utrikesminister',
    ]);
    expect(register.rolesOf('karim-nordh').map(({ office }) => office)).toEqual([
      'arbetsminister',
      'finansminister',
    ]);
  });

  it('gives each code to one thing, save departments renamed in place', () => {
    const codes = [...persons, ...kinds, ...subjects].flatMap((row) => row.codes ?? []);
    const ofDepartments = new Set(departments.flatMap((row) => row.codes ?? []));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => ofDepartments.has(code))).toEqual([]);
  });

  it('gives nobody the name of a real minister', () => {
    const real = openRegister(swedishRegister).data.persons.flatMap((row) => [row.name, ...row.aliases]);
    const taken = new Set(real);
    expect(taken.size).toBeGreaterThan(100);
    expect(persons.filter((row) => [row.name, ...row.aliases].some((name) => taken.has(name)))).toEqual([]);
  });
});
