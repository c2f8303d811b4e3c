import type { ArchiveConfig } from '../model/manifest.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Withdrawal } from '../model/said.ts';
import { releaseIdOfAddress } from './identity.ts';

/**
 * The withdrawal in force for each release: the last line about it decides, and a revocation ends it.
 * Absence never withdraws.
 */
export function withdrawalsInForce(lines: readonly Withdrawal[]): ReadonlyMap<string, Withdrawal> {
  const last = new Map(lines.map((line) => [line.id, line]));
  return new Map([...last].filter(([, line]) => line.action === 'withdrawn'));
}

/** A withdrawal as a builder hands it over: the release named by address or id. */
type HandedWithdrawal = NonNullable<ArchiveConfig['withdrawals']>[number];

/**
 * The lines of `data/withdrawn.jsonl` for what a builder handed over, in its order.
 *
 * @param known whether the package holds a release of this id.
 * @param file the configuration, for problems.
 * @returns the lines, and `withdrawn-unknown-release` for each release or replacement that the package does not
 *   hold. Such a line is written all the same: it may be about a release of another package of the series.
 */
export function resolveWithdrawals(
  handed: readonly HandedWithdrawal[],
  known: (id: string) => boolean,
  file: string | null,
): { readonly lines: readonly Withdrawal[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const resolve = (release: string): string => {
    const id = releaseIdOfAddress(release) ?? release.trim().toLowerCase();
    if (!known(id))
      problems.push(problem('withdrawn-unknown-release', { file: file ?? undefined, id }, { release }));
    return id;
  };
  const lines = handed.map(({ release, action, day, reason, replacedBy }) => ({
    id: resolve(release),
    action: action ?? 'withdrawn',
    day,
    reason,
    replacedBy: replacedBy === null ? null : resolve(replacedBy),
  }));
  return { lines, problems };
}
