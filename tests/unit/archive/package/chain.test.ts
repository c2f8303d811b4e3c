import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { assert, asyncProperty } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinker } from '../../../../archive/authority/linker.ts';
import type { Linker } from '../../../../archive/authority/linker.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import { canonicalJson } from '../../../../archive/model/canonical-json.ts';
import { ProblemError } from '../../../../archive/model/problem.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { buildPackage } from '../../../../archive/package/build.ts';
import type { BuildOptions } from '../../../../archive/package/build.ts';
import { openHoldings } from '../../../../archive/package/holdings.ts';
import type { HeldRelease, HeldVersion, Holdings } from '../../../../archive/package/holdings.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';
import {
  addressOf,
  after,
  emptyWorld,
  handOver,
  handOverAll,
  idOf,
  registers,
  steps,
  withdrawnIn,
  wordsOf,
} from './chain-world.ts';
import type { Step, World } from './chain-world.ts';
import { temporaryFolder } from './small-archive.ts';

const RUNS = 30;
/** A run builds packages: to look for the smallest failing one would take minutes. */
const HOW = { numRuns: RUNS, endOnFailure: true };

const linkers: Readonly<Record<Step['register'], Linker>> = {
  first: createLinker(openRegister(registers.first)),
  corrected: createLinker(openRegister(registers.corrected)),
};

let root = '';
beforeEach(() => {
  root = temporaryFolder();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function listed(of: AsyncIterable<HeldRelease>): Promise<readonly HeldRelease[]> {
  const all: HeldRelease[] = [];
  for await (const release of of) all.push(release);
  return all;
}

/** A package that was built, and the world as it is then. */
interface Built {
  readonly dir: string;
  readonly world: World;
  readonly before: World;
  readonly full: boolean;
}

/** Builds a chain, step by step; what brings nothing must be refused, and leaves no package. */
async function buildChain(all: readonly Step[], home: string): Promise<readonly Built[]> {
  const chain: Built[] = [];
  let world = emptyWorld;
  for (const [n, step] of all.entries()) {
    const next = after(world, step);
    const [sources, out] = [join(home, `in-${n}`), join(home, `out-${n}`)];
    handOver(sources, step, world, next);
    const previous = chain.map(({ dir }) => dir);
    const full = step.full || chain.length === 0;
    if (chain.length === 0 && next.editions.size === 0) continue;
    const isEmpty = !full && bringsNothing(world, next);
    const built = await sequenceOrRefusal({ sources: [sources], out, previous, full: step.full });
    expect(built).toBe(isEmpty ? 'delta-empty' : chain.length + 1);
    if (!isEmpty) chain.push({ dir: out, world: next, before: world, full });
    world = next;
  }
  return chain;
}

type Given = Omit<BuildOptions, 'defaultRegister'>;

async function sequenceOrRefusal(given: Given): Promise<string | number> {
  try {
    return (await buildPackage({ ...given, defaultRegister: null })).succession?.sequence ?? 1;
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
}

/** A step that changes nothing that is told of: the register's own change counts. */
function bringsNothing(before: World, now: World): boolean {
  return canonicalJson(plain(before)) === canonicalJson(plain(now));
}

function plain({ editions, withdrawals, register }: World): object {
  return { editions: [...editions], withdrawals: [...withdrawals], register };
}

/** The editions of a release, told by their words. */
function editionsOf({ versions }: HeldRelease): readonly number[] {
  return versions.map(
    ({ record }) => [1, 2, 3, 4, 5, 6].findIndex((edition) => record.reading.includes(wordsOf(edition))) + 1,
  );
}

/** The naive reading: the newest edition leads, the others follow, whatever package they came in. */
function expectedIn({ editions }: World): ReadonlyMap<string, readonly number[]> {
  return new Map(
    [...editions].map(([n, last]) => [idOf(n), Array.from({ length: last }, (_, k) => last - k)]),
  );
}

function linkedBy(linker: Linker, { record }: HeldVersion): string {
  const { id, version, said } = record;
  return canonicalJson(linker.link({ id, version, said, layout: layoutReading(said) }));
}

async function expectReadAs(holdings: Holdings, world: World): Promise<void> {
  const releases = await listed(holdings.releases());
  expect(new Map(releases.map((release) => [release.id, editionsOf(release)]))).toEqual(
    new Map([...expectedIn(world)].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
  const withdrawn = withdrawnIn(world);
  for (const n of world.editions.keys())
    expect(holdings.withdrawalOf(idOf(n)) !== null).toBe(withdrawn.has(addressOf(n)));
  for (const version of releases.flatMap(({ versions }) => versions)) {
    expect(canonicalJson(version.links)).toBe(linkedBy(linkers[world.register], version));
    expect(holdings.readAt(version.at)).toEqual(version.record);
    expect(holdings.readLinksAt(version.linksAt)).toEqual(version.links);
  }
}

/** What a package must touch: releases with another edition, and those of which another register concludes otherwise. */
async function expectTouched(holdings: Holdings, n: number, { world, before, full }: Built): Promise<void> {
  const touched = await listed(holdings.touched(n));
  const expected = expectedIn(world);
  const former = expectedIn(before);
  for (const release of touched) expect(editionsOf(release)).toEqual(expected.get(release.id));
  const ids = touched.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  for (const release of await listed(holdings.releases())) {
    const { id, versions } = release;
    if (!expected.has(id)) continue;
    const editions = editionsOf(release);
    const newestThen = expected.get(id)?.length ?? 0;
    const heldThen = versions.filter((_, k) => (editions[k] ?? 0) <= newestThen);
    const isRelinked = heldThen.some(
      (version) => linkedBy(linkers[before.register], version) !== linkedBy(linkers[world.register], version),
    );
    const isChanged = former.get(id)?.length !== expected.get(id)?.length;
    expect(ids.includes(id)).toBe(full || isChanged || isRelinked);
  }
}

describe('a chain of packages', () => {
  it('reads as one archive, whatever package each thing came in', { timeout: 240_000 }, async () => {
    let run = 0;
    let packages = 0;
    await assert(
      asyncProperty(steps, async (all) => {
        run += 1;
        const home = join(root, `run-${run}`);
        const chain = await buildChain(all, home);
        packages += chain.length;
        for (const [n, built] of chain.entries()) {
          const dirs = chain.slice(0, n + 1).map(({ dir }) => dir);
          const report = await verifyPackage(built.dir, { previous: dirs.slice(0, n) });
          expect(report.problems).toEqual([]);
          const holdings = await openHoldings(dirs.toReversed());
          await expectReadAs(holdings, built.world);
          await expectTouched(holdings, n, built);
          holdings.close();
        }
        rmSync(home, { recursive: true, force: true });
      }),
      HOW,
    );
    expect(packages).toBeGreaterThan(RUNS);
  });

  it(
    'is, as to live releases and their links, what one build of all pages is',
    { timeout: 240_000 },
    async () => {
      let run = 0;
      await assert(
        asyncProperty(steps, async (all) => {
          run += 1;
          const home = join(root, `run-${run}`);
          const chain = await buildChain(all, home);
          const last = chain.at(-1);
          if (last === undefined) return;
          const [sources, out] = [join(home, 'all'), join(home, 'at-once')];
          handOverAll(sources, last.world);
          await buildPackage({ sources: [sources], out, defaultRegister: null });
          expect(await liveIn(chain.map(({ dir }) => dir))).toEqual(await liveIn([out]));
          rmSync(home, { recursive: true, force: true });
        }),
        HOW,
      );
    },
  );
});

async function liveIn(dirs: readonly string[]): Promise<ReadonlyMap<string, readonly [string, string]>> {
  const holdings = await openHoldings(dirs);
  const live = (await listed(holdings.releases())).flatMap(({ id, versions: [leading] }) =>
    leading === undefined || holdings.withdrawalOf(id) !== null
      ? []
      : [[id, [leading.record.version, canonicalJson(leading.links)]] as const],
  );
  holdings.close();
  return new Map(live);
}
