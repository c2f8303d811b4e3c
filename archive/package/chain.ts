import { problem, ProblemError } from '../model/problem.ts';
import type { Package } from './read.ts';

/**
 * Refuses packages that are not one chain: all of one series, each of a sequence of its own, and each delta right
 * behind the package that it goes on from. A full package may begin anew anywhere.
 *
 * @param packages by sequence, the lowest first.
 * @throws ProblemError `package-chain-broken`
 */
export function checkChain(packages: readonly Package[]): void {
  let before: Package | null = null;
  for (const pkg of packages) {
    const fault = faultOf(pkg, before);
    if (fault !== null) throw new ProblemError(problem('package-chain-broken', { file: pkg.dir }, fault));
    before = pkg;
  }
}

function faultOf(
  { manifest }: Package,
  before: Package | null,
): Readonly<Record<string, string | number>> | null {
  const { series, sequence, previous } = manifest;
  if (before !== null && series !== before.manifest.series)
    return { reason: 'other-series', found: series, wanted: before.manifest.series };
  if (sequence === before?.manifest.sequence) return { reason: 'same-sequence', found: sequence };
  if (previous !== null && previous !== before?.identity)
    return { reason: 'previous-missing', previous, sequence: sequence - 1 };
  return null;
}
