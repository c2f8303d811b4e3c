import type { Register } from '../authority/register.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
import { PACKAGE_JSON } from './entry-names.ts';
import type { HeldRelease, HeldVersion, Holdings } from './holdings.ts';
import { evidenceFaults, registerFaults } from './links-faults.ts';
import type { Fault } from './links-faults.ts';
import type { Package } from './read.ts';

/** What a check of a chain yields: a release that was looked at, or a fault. */
type Checked = 'release' | Problem;

/**
 * Checks the newest package of a chain against those before it, all of which were checked by themselves: that every
 * version it has links of is held, that their evidence is in the text, what it counts as new and as changed, and that
 * its register has every id that links anywhere in the chain name.
 */
export async function* checkNewest(holdings: Holdings): AsyncGenerator<Checked> {
  const n = holdings.packages.length - 1;
  const newest = holdings.packages[n];
  if (newest === undefined) return;
  const found = { new: 0, changed: 0, faults: 0 };
  for (const shard of newest.shards) {
    try {
      for await (const release of holdings.touched(n, [shard])) {
        const isHeldBefore = release.heldBy.length > 1;
        if (hasRecordIn(release, n)) found[isHeldBefore ? 'changed' : 'new'] += 1;
        const faults = releaseFaults(release, n, holdings.register);
        found.faults += faults.length;
        yield* faults;
        yield 'release';
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      found.faults += 1;
      yield error.problem;
    }
  }
  if (found.faults === 0) yield* countFaults(newest, found);
  if (lacksFormerIds(holdings)) yield* registerFaultsOfAll(holdings, n);
}

function hasRecordIn({ versions }: HeldRelease, n: number): boolean {
  return versions.some(({ at }) => at.package === n);
}

/** Links without a record beside them were not held against a text yet. */
function releaseFaults({ versions }: HeldRelease, n: number, register: Register): readonly Problem[] {
  return versions.flatMap((version) => {
    const { record, links, at, linksAt } = version;
    if (linksAt.package === n && at.package === n) return [];
    const evidence = linksAt.package === n ? evidenceFaults(links, layoutReading(record.said)) : [];
    return told(version, [...evidence, ...registerFaults(links, register)]);
  });
}

function told({ record, linksAt }: HeldVersion, faults: readonly Fault[]): readonly Problem[] {
  return faults.map((fault) =>
    problem('package-record-invalid', { file: linksAt.file, id: record.id }, fault),
  );
}

function countFaults(
  { manifest }: Package,
  found: { readonly new: number; readonly changed: number },
): readonly Problem[] {
  const { changes } = manifest;
  if (changes === undefined || (changes.new === found.new && changes.changed === found.changed)) return [];
  const counted = { reason: 'counts', counted: `${found.new} / ${found.changed}` };
  return [problem('package-manifest-invalid', { file: PACKAGE_JSON }, counted)];
}

/** Whether the newest register has not got all that the one before it had. Only then may links miss anything there. */
function lacksFormerIds({ packages, register }: Holdings): boolean {
  const before = packages.at(-2);
  if (before === undefined) return false;
  const { data } = before.register;
  return (
    data.kinds.some(({ id }) => register.kind(id) === undefined) ||
    data.governments.some(({ id }) => register.government(id) === undefined) ||
    data.mandatePeriods.some(({ id }) => register.mandatePeriod(id) === undefined) ||
    data.departments.some(({ id }) => register.department(id) === undefined) ||
    data.subjects.some(({ id }) => register.subject(id) === undefined) ||
    data.roles.some(({ id, person }) => register.role(id)?.person !== person)
  );
}

async function* registerFaultsOfAll(holdings: Holdings, n: number): AsyncGenerator<Checked> {
  for await (const { heldBy, versions } of holdings.releases()) {
    if (heldBy.at(-1) === n) continue;
    for (const version of versions) yield* told(version, registerFaults(version.links, holdings.register));
    yield 'release';
  }
}
