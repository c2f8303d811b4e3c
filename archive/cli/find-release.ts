import { problem, ProblemError } from '../model/problem.ts';
import type { HeldRelease, HeldVersion, Holdings } from '../package/holdings.ts';
import { releaseIdOfAddress } from '../package/identity.ts';
import type { Shown } from './shown.ts';

/** How many near matches a refusal names. */
const NEAR = 5;

/** A release and the version of it that was asked for. */
export interface Found {
  readonly release: HeldRelease;
  readonly version: HeldVersion;
}

/**
 * The release that was asked for: an id or an unambiguous start of one, `ID@version` (or the start of a
 * version), or an address.
 *
 * @throws ProblemError `release-not-found` when there is none or the start fits several (`params.near`).
 */
export async function findRelease(holdings: Holdings, asked: string): Promise<Found> {
  const [wanted = '', versionStart = ''] = (releaseIdOfAddress(asked) ?? asked.trim().toLowerCase()).split(
    '@',
  );
  const found = await holdings.find(wanted);
  const release = found.find(({ id }) => id === wanted) ?? found[0];
  if (release === undefined || (found.length > 1 && release.id !== wanted))
    throw notFound(
      asked,
      found.map(({ id }) => id),
    );
  const { id, versions } = release;
  const fitting = versions.filter(({ record }) => record.version.startsWith(versionStart));
  const [version] = fitting;
  if (version === undefined || (versionStart !== '' && fitting.length > 1))
    throw notFound(
      asked,
      versions.map(({ record }) => `${id}@${record.version.slice(0, 12)}`),
    );
  return { version, release };
}

/** Whether a version leads, and whether its release stands. */
export function stateOf({ release, version }: Found, holdings: Holdings): Shown['state'] {
  if (holdings.withdrawalOf(release.id) !== null) return 'withdrawn';
  return version === release.versions[0] ? 'live' : 'former';
}

function notFound(id: string, near: readonly string[]): ProblemError {
  return new ProblemError(
    problem('release-not-found', { id }, near.length === 0 ? {} : { near: near.slice(0, NEAR).join(', ') }),
  );
}
