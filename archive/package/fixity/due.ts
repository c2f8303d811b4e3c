import type { Check } from '../../model/certificate.ts';
import { lastChecks } from './check-history.ts';

const DAY_MS = 86_400_000;

export interface Schedule {
  /** Days between two checks of a package; null for none. */
  readonly everyDays: number | null;
  readonly now: Date;
}

/**
 * The packages that a schedule wants checked, the most urgent first: what was never checked, then what was checked
 * longest ago. A package that was imported has been checked then; `importedAt` counts as a check. A damaged one waits for
 * a person, not for another check.
 */
export function dueForCheck(
  packages: readonly { readonly identity: string; readonly importedAt: string }[],
  checks: readonly Check[],
  { everyDays, now }: Schedule,
): readonly string[] {
  if (everyDays === null) return [];
  const last = lastChecks(checks);
  return packages
    .filter(({ identity }) => last.get(identity)?.result !== 'damaged')
    .map(({ identity, importedAt }) => ({
      identity,
      at: Math.max(Date.parse(importedAt), Date.parse(last.get(identity)?.checked ?? importedAt)),
    }))
    .filter(({ at }) => now.getTime() - at >= everyDays * DAY_MS)
    .toSorted((a, b) => a.at - b.at)
    .map(({ identity }) => identity);
}
