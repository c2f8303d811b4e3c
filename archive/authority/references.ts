import type { DayRange } from '../model/day.ts';
import type { RegisterData } from '../model/register.ts';

/** What is wrong with one row of a register: its place, its id, the fault in words. */
export interface RegisterFault {
  readonly row: string;
  readonly id: string;
  readonly reason: string;
}

interface Row {
  readonly id: string;
}

/**
 * What a schema cannot see: ids that stand twice, references that lead nowhere, spans that end before they
 * begin, departments that succeed themselves.
 * @returns the faults in the order of the tables; empty when the register is whole.
 */
export function checkReferences(data: RegisterData): readonly RegisterFault[] {
  return [
    ...tablesOf(data).flatMap(([table, rows]) => repeatedIds(table, rows)),
    ...referenceFaults(data),
    ...spanFaults('governments', data.governments),
    ...spanFaults('mandatePeriods', data.mandatePeriods),
    ...spanFaults('departments', data.departments),
    ...spanFaults('roles', data.roles),
    ...successionFaults(data),
  ];
}

function tablesOf(data: RegisterData): readonly (readonly [string, readonly Row[]])[] {
  return [
    ['sources', data.sources],
    ['governments', data.governments],
    ['mandatePeriods', data.mandatePeriods],
    ['departments', data.departments],
    ['offices', data.offices],
    ['persons', data.persons],
    ['roles', data.roles],
    ['kinds', data.kinds],
    ['subjects', data.subjects],
  ];
}

function repeatedIds(table: string, rows: readonly Row[]): readonly RegisterFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    const repeated = seen.has(id);
    seen.add(id);
    return repeated ? [{ row: `${table}[${index}].id`, id, reason: 'the id stands twice' }] : [];
  });
}

function referenceFaults(data: RegisterData): readonly RegisterFault[] {
  const [sources, departments] = [idsOf(data.sources), idsOf(data.departments)];
  const [offices, persons] = [idsOf(data.offices), idsOf(data.persons)];
  const sourced = [
    ['governments', data.governments],
    ['mandatePeriods', data.mandatePeriods],
    ['departments', data.departments],
    ['persons', data.persons],
    ['roles', data.roles],
    ['subjects', data.subjects],
  ] as const;
  return [
    ...sourced.flatMap(([table, rows]) =>
      rows.flatMap((row, n) =>
        missing(row.sources ?? [], sources, { row: `${table}[${n}].sources`, id: row.id }),
      ),
    ),
    ...data.departments.flatMap((row, n) =>
      missing(row.successors, departments, { row: `departments[${n}].successors`, id: row.id }),
    ),
    ...data.roles.flatMap((row, n) => [
      ...missing([row.person], persons, { row: `roles[${n}].person`, id: row.id }),
      ...missing([row.office], offices, { row: `roles[${n}].office`, id: row.id }),
      ...missing(row.department === null ? [] : [row.department], departments, {
        row: `roles[${n}].department`,
        id: row.id,
      }),
    ]),
  ];
}

function missing(
  wanted: readonly string[],
  known: ReadonlySet<string>,
  at: Pick<RegisterFault, 'row' | 'id'>,
): readonly RegisterFault[] {
  return wanted.filter((id) => !known.has(id)).map((id) => ({ ...at, reason: `there is no "${id}"` }));
}

function idsOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}

function spanFaults(table: string, rows: readonly (Row & DayRange)[]): readonly RegisterFault[] {
  return rows.flatMap(({ id, from, to }, n) =>
    from !== null && to !== null && from > to
      ? [{ row: `${table}[${n}].to`, id, reason: `ends ${to}, before it begins ${from}` }]
      : [],
  );
}

/** Departments that come back to themselves through their successors. */
function successionFaults(data: RegisterData): readonly RegisterFault[] {
  const successors = new Map(data.departments.map((row) => [row.id, row.successors]));
  const reaches = (from: string): boolean => {
    const [seen, open] = [new Set<string>(), [...(successors.get(from) ?? [])]];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === from) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(successors.get(id) ?? []));
    }
    return false;
  };
  return data.departments.flatMap(({ id }, n) =>
    reaches(id) ? [{ row: `departments[${n}].successors`, id, reason: 'succeeds itself' }] : [],
  );
}
