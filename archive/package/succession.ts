import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Said } from '../model/said.ts';
import type { HeldRelease, HeldVersion } from './join-versions.ts';
import type { Candidate } from './spill.ts';
import { compareDating, compareFetched, orderVersions } from './versions.ts';

/** One version of a release as it stands after a build. */
export interface NextVersion {
  readonly said: Said;
  readonly version: string;
  /** As the packages before have it; null when they do not. */
  readonly held: HeldVersion | null;
  /** Whether the packages before do not have it, or not as the leading one while it leads now. */
  readonly isNews: boolean;
}

/** new: not held before. changed: a version is news. unchanged: was read and brought none. unread: no page of it came. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'unread';

/** The versions of a release after a build, and what was found in putting them in order. */
export interface Succession {
  readonly id: string;
  readonly aliases: readonly string[];
  /** The leading one first. */
  readonly versions: readonly NextVersion[];
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
}

/**
 * What becomes of a release when pages of it are read again.
 *
 * A page with the bytes or the words of a version that is held is that version: a later parser makes no new one. A
 * page that is not held leads, unless the leading one that is held is dated later; it is a former version then. A
 * page that is held as a former version leads again only where it is known to have been fetched after the leading
 * one: otherwise it is an old file that was handed over once more.
 *
 * @param id of the release.
 * @param pages of it, in any order; may be none.
 * @param held the release as the packages before hold it; null when they do not.
 */
export function succeed(id: string, pages: readonly Candidate[], held: HeldRelease | null): Succession {
  const { versions: ordered, problems } = orderVersions(pages);
  const read = ordered.map((page) => ({ page, held: heldAs(page, held) }));
  const fresh = read.filter((one) => one.held === null).map(({ page }) => freshVersion(page));
  const kept = (held?.versions ?? []).map(heldVersion);
  const aliases = held?.versions[0]?.record.aliases ?? [];
  const [leading] = kept;
  if (leading === undefined) return { id, aliases, versions: fresh, outcome: 'new', problems };
  const first = read.find((one) => !isOldFile(one, leading));
  const leads = first === undefined ? leading : chooseLeading(first, leading);
  const stale = first?.held === null && leads === leading ? [staleProblem(first.page, leading)] : [];
  const versions = leadBy(leads, [...fresh, ...kept]);
  const outcome = versions.some(({ isNews }) => isNews)
    ? 'changed'
    : read.length > 0
      ? 'unchanged'
      : 'unread';
  return { id, aliases, versions, outcome, problems: [...problems, ...stale] };
}

interface ReadPage {
  readonly page: Candidate;
  readonly held: HeldVersion | null;
}

/** Whether a page is a former version that was not fetched after the leading one. */
function isOldFile({ page, held }: ReadPage, leading: NextVersion): boolean {
  if (held === null || held.record.version === leading.version) return false;
  return compareFetched(page.said, leading.said) <= 0;
}

function chooseLeading({ page, held }: ReadPage, leading: NextVersion): NextVersion {
  if (held === null) return compareDating(page.said, leading.said) < 0 ? leading : freshVersion(page);
  return held.record.version === leading.version ? leading : { ...heldVersion(held), isNews: true };
}

function leadBy(leading: NextVersion, versions: readonly NextVersion[]): readonly NextVersion[] {
  return [leading, ...versions.filter(({ version }) => version !== leading.version)];
}

function heldAs(page: Candidate, held: HeldRelease | null): HeldVersion | null {
  const versions = held?.versions ?? [];
  return (
    versions.find(({ record }) => record.version === page.version) ??
    versions.find(({ record }) => isSameSource(record.said, page.said)) ??
    null
  );
}

function isSameSource({ source: a }: Said, { source: b }: Said): boolean {
  return a.sha256 === b.sha256 && a.metadataSha256 === b.metadataSha256;
}

function freshVersion({ said, version }: Candidate): NextVersion {
  return { said, version, held: null, isNews: true };
}

function heldVersion(held: HeldVersion): NextVersion {
  return { said: held.record.said, version: held.record.version, held, isNews: false };
}

function staleProblem({ id, said }: Candidate, leading: NextVersion): Problem {
  return problem('duplicate-release', { file: said.source.file, id }, { leads: leading.said.source.file });
}
