import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../archive/model/problem.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import { inventedData, inventedRegister as register } from './invented.ts';

function refusalOf(data: unknown): unknown {
  try {
    openRegister(data, 'register.json');
  } catch (error) {
    return error instanceof ProblemError ? error.problem : error;
  }
  return 'opened';
}

describe('an authority register', () => {
  it('gives a person their roles oldest first', () => {
    expect(register.rolesOf('disa-karlvik').map((role) => role.office)).toEqual([
      'fjallminister',
      'energi-och-fjallminister',
      'naringsminister',
    ]);
    expect(register.rolesOf('nobody')).toEqual([]);
  });

  it('finds both governments on a day of change and one on the days around it', () => {
    const on = (day: string): readonly string[] =>
      register.governmentsOn({ from: day, to: day }).map((row) => row.id);
    expect(on('2014-10-03')).toEqual(['alvhult']);
    expect(on('2014-10-04')).toEqual(['alvhult', 'brannmo']);
    expect(on('2014-10-05')).toEqual(['brannmo']);
  });

  it('finds the mandate periods and roles that a span of days touches', () => {
    const span = { from: '2018-09-20', to: '2018-09-24' };
    expect(register.mandatePeriodsOn(span).map((row) => row.id)).toEqual(['2014-2018', '2018-2022']);
    const offices = register.rolesOn(span).map((role) => role.office);
    expect(offices).toContain('naringsminister');
    expect(offices).not.toContain('fjallminister');
  });

  it('knows every department of a renamed code, and who went before', () => {
    expect(register.departmentsOfCode('10').map((row) => row.id)).toEqual(['fjall', 'fjall-energi']);
    expect(register.predecessors('fjall-energi').map((row) => row.id)).toEqual(['fjall']);
    expect(register.departmentsOfCode('99')).toEqual([]);
  });

  it('finds a kind by folder, printed word in any case, or code', () => {
    for (const word of ['pressmeddelanden', 'Pressmeddelande', 'PRESS RELEASE', '31']) {
      expect(register.kindOf(word)?.id).toBe('pressmeddelande');
    }
    expect(register.kindOf('recept')).toBeUndefined();
  });

  it('bounds a role of unknown end by the government it began under', () => {
    const roles = inventedData.roles.map((role) =>
      role.id === 'torgny-alvhult.statsminister.2010' ? { ...role, to: null, toUnknown: true } : role,
    );
    const opened = openRegister({ ...inventedData, roles });
    const [role] = opened.rolesOf('torgny-alvhult');
    expect(role && opened.rangeOfRole(role)).toEqual({ from: '2010-10-05', to: '2014-10-04' });
  });

  it('bounds a role of unknown start by the government it ended under', () => {
    const roles = inventedData.roles.map((role) =>
      role.id === 'torgny-alvhult.statsminister.2010' ? { ...role, from: null } : role,
    );
    const opened = openRegister({ ...inventedData, roles });
    const [role] = opened.rolesOf('torgny-alvhult');
    expect(role && opened.rangeOfRole(role)).toEqual({ from: '2010-10-05', to: '2014-10-04' });
  });
});

describe('a register that is not whole is refused, naming the row', () => {
  it('where a field has the wrong shape', () => {
    const persons = inventedData.persons.map((row, n) => (n === 2 ? { ...row, name: 7 } : row));
    expect(refusalOf({ ...inventedData, persons })).toMatchObject({
      code: 'register-invalid',
      file: 'register.json',
      id: 'disa-karlvik',
      params: { row: 'persons[2].name' },
    });
  });

  it('where it is no register at all', () => {
    for (const data of [null, 7, 'text', [], {}]) {
      expect(refusalOf(data)).toMatchObject({ code: 'register-invalid' });
    }
  });

  it('where a role names nobody known', () => {
    const roles = inventedData.roles.map((row, n) => (n === 1 ? { ...row, person: 'nobody' } : row));
    expect(refusalOf({ ...inventedData, roles })).toMatchObject({
      code: 'register-invalid',
      id: 'signe-brannmo.statsminister.2014',
      params: { row: 'roles[1].person', reason: 'there is no "nobody"' },
    });
  });

  it('where an id stands twice, a source is missing or a span ends before it begins', () => {
    const [first, ...rest] = inventedData.governments;
    const change = (row: object): unknown => ({
      ...inventedData,
      governments: [{ ...first, ...row }, ...rest],
    });
    expect(refusalOf(change({ id: 'brannmo' }))).toMatchObject({ params: { row: 'governments[1].id' } });
    expect(refusalOf(change({ sources: ['rumour'] }))).toMatchObject({
      params: { row: 'governments[0].sources' },
    });
    expect(refusalOf(change({ to: '2009-01-01' }))).toMatchObject({ params: { row: 'governments[0].to' } });
  });

  it('where departments succeed each other in a ring', () => {
    const departments = inventedData.departments.map((row) =>
      row.id === 'fjall-energi' ? { ...row, successors: ['fjall'] } : row,
    );
    expect(refusalOf({ ...inventedData, departments })).toMatchObject({
      params: { row: 'departments[1].successors', reason: 'succeeds itself' },
    });
  });
});
