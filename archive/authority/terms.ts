import { intersectRanges } from '../model/day.ts';
import type { Day, DayRange } from '../model/day.ts';
import type { Department, Government, Role } from '../model/register.ts';
import type { Register } from './register.ts';

/** A role within a government: the days of the government on which it was held, both inclusive. */
export interface Term {
  readonly role: Role;
  readonly from: Day;
  /** Null while both are in office. */
  readonly to: Day | null;
}

/**
 * The roles of a government, oldest first. On the day of a change the government that goes and the one that comes both
 * hold; a role that ends that day is of the former only, one that begins then of the latter only.
 *
 *     government A   ──────────────┤
 *     government B                 ├──────────────
 *     role           ──────┤                          of A
 *     role           ──────────────┤                  of A
 *     role                         ├──────┤           of B
 *     role                ────────────────────        of both
 */
export function termsIn(register: Register, government: Government): readonly Term[] {
  return register.rolesOn(government).flatMap((role) => {
    const term = termIn(register.rangeOfRole(role), government);
    return term === null ? [] : [{ role, ...term }];
  });
}

/** The governments that a role was held in, oldest first. */
export function governmentsOfRole(register: Register, role: Role): readonly Government[] {
  const range = register.rangeOfRole(role);
  return register.governmentsOn(range).filter((government) => termIn(range, government) !== null);
}

function termIn(range: DayRange, government: Government): Omit<Term, 'role'> | null {
  const days = intersectRanges(range, government);
  if (days === null || days.from === null) return null;
  const isOneDay = range.from !== null && range.from === range.to;
  const endsAsItBegins = range.to === government.from;
  const beginsAsItEnds = range.from === government.to;
  return !isOneDay && (endsAsItBegins || beginsAsItEnds) ? null : { from: days.from, to: days.to };
}

/** The departments that a department came from, near and far, oldest first. */
export function departmentsBefore(register: Register, id: string): readonly Department[] {
  return reached(id, (one) => register.predecessors(one));
}

/** The departments that took over from a department, near and far, oldest first. */
export function departmentsAfter(register: Register, id: string): readonly Department[] {
  return reached(id, (one) =>
    (register.department(one)?.successors ?? []).flatMap((next) => register.department(next) ?? []),
  );
}

/** What is reached by any number of steps, without the beginning. */
function reached(id: string, step: (id: string) => readonly Department[]): readonly Department[] {
  const found = new Map<string, Department>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const one of step(next)) {
      if (one.id === id || found.has(one.id)) continue;
      found.set(one.id, one);
      waiting.push(one.id);
    }
  return [...found.values()].toSorted(byStart);
}

/** Those of unknown start first; of one start, the one that ended first. */
function byStart(a: Department, b: Department): number {
  return compare(a.from ?? '', b.from ?? '') || compare(a.to ?? '9999', b.to ?? '9999');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
