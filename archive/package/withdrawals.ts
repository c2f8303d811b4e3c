import type { Withdrawal } from '../model/said.ts';

/**
 * The withdrawal in force for each release: the last line about it decides, and a revocation ends it.
 * Absence never withdraws.
 */
export function withdrawalsInForce(lines: readonly Withdrawal[]): ReadonlyMap<string, Withdrawal> {
  const last = new Map(lines.map((line) => [line.id, line]));
  return new Map([...last].filter(([, line]) => line.action === 'withdrawn'));
}
