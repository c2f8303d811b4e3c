import { canonicalJson } from '../model/canonical-json.ts';
import type { ArchiveConfig, PackageManifest } from '../model/manifest.ts';
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

/**
 * Those of `lines` that do not stand in `before` yet: each line there answers for one like it. A builder hands over
 * all that was ever withdrawn as well as only what is new.
 */
export function newLines(lines: readonly Withdrawal[], before: readonly Withdrawal[]): readonly Withdrawal[] {
  const open = new Map<string, number>();
  for (const line of before.map(canonicalJson)) open.set(line, (open.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const key = canonicalJson(line);
    const left = open.get(key) ?? 0;
    open.set(key, left - 1);
    return left <= 0;
  });
}

/**
 * All lines about withdrawal of a chain of packages, oldest first. A delta has only lines that are new; a full package
 * may repeat those before it.
 */
export function withdrawalHistory(
  packages: readonly { readonly withdrawals: readonly Withdrawal[]; readonly manifest: PackageManifest }[],
): readonly Withdrawal[] {
  return packages.reduce<readonly Withdrawal[]>(
    (before, { withdrawals, manifest }) =>
      before.concat(manifest.previous === null ? newLines(withdrawals, before) : withdrawals),
    [],
  );
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
