import type { DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LinkedValue } from '../model/links.ts';
import type { ReleaseDate } from '../model/release-date.ts';
import { rangeOf } from '../model/release-date.ts';
import type { Register } from './register.ts';

/**
 * The governments that can have been in office on a release's day: every one that shares a day with its date,
 * certain only when it is the only one. On a day of change both hold. None when nothing bounds the date.
 */
export function governmentsOf(register: Register, date: ReleaseDate): readonly LinkedValue[] {
  return possibleValues(register.governmentsOn(rangeOf(date)), date);
}

/** The mandate periods that a release's day can lie in, by the same rule. */
export function mandatePeriodsOf(register: Register, date: ReleaseDate): readonly LinkedValue[] {
  return possibleValues(register.mandatePeriodsOn(rangeOf(date)), date);
}

function possibleValues(
  rows: readonly (DayRange & { readonly id: string })[],
  date: ReleaseDate,
): readonly LinkedValue[] {
  if (date.earliest === null && date.latest === null) return [];
  const evidence: readonly Evidence[] = date.evidence;
  return rows.map((row) => ({ id: row.id, certain: rows.length === 1, evidence }));
}
