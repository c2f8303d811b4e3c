import type { Day, GovernmentTerm, GovernmentView } from '../../../main/contract/index.ts';

/** Who came and who left on a day of a government. */
export interface CabinetChange {
  readonly day: Day;
  readonly came: readonly GovernmentTerm[];
  readonly left: readonly GovernmentTerm[];
}

/** The last day that is known of a government: its last, or the day that the register stands for. */
export function lastDayOf({ from, to, asOf }: Pick<GovernmentView, 'from' | 'to' | 'asOf'>): Day {
  if (to !== null) return to;
  return asOf !== null && asOf > from ? asOf : from;
}

/** The offices held on a day. On a day of change who goes and who comes both hold. */
export function sittingOn(terms: readonly GovernmentTerm[], day: Day): readonly GovernmentTerm[] {
  return terms.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

/**
 * The days on which somebody came or left while the government sat, oldest first. That it began and ended is no change
 * within it.
 */
export function changesWithin(
  terms: readonly GovernmentTerm[],
  { from, to }: Pick<GovernmentView, 'from' | 'to'>,
): readonly CabinetChange[] {
  const came = terms.filter((term) => term.from > from && term.office.from === term.from);
  const left = terms.filter((term) => term.to !== null && term.to !== to && term.office.to === term.to);
  const days = new Set([...came.map((term) => term.from), ...left.map((term) => term.to ?? '')]);
  return [...days].toSorted().map((day) => ({
    day,
    came: came.filter((term) => term.from === day),
    left: left.filter((term) => term.to === day),
  }));
}
