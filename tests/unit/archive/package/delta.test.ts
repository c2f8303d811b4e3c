import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../archive/model/canonical-json.ts';
import { buildPackage } from '../../../../archive/package/build.ts';
import type { BuildReport } from '../../../../archive/package/build-report.ts';
import { openHoldings } from '../../../../archive/package/holdings.ts';
import { inspectPackage } from '../../../../archive/package/inspect.ts';
import { EMPTY_LIBRARY, writeLibraryFile } from '../../../../archive/package/library/library-file.ts';
import { placesOf } from '../../../../archive/package/library/places.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';
import { after, emptyStep, emptyWorld, handOver, idOf } from './chain-world.ts';
import type { Step, World } from './chain-world.ts';
import { reseal } from './reseal.ts';
import { temporaryFolder } from './small-archive.ts';

let root = '';
let base = '';
let world: World;
beforeEach(async () => {
  root = temporaryFolder();
  world = emptyWorld;
  base = at('base');
  await build('base', { changed: [0, 1, 2] }, []);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function at(name: string): string {
  return join(root, name);
}

/** Builds the next package of the world from what a step hands over. */
async function build(
  name: string,
  step: Partial<Step>,
  previous: readonly string[] = [base],
): Promise<BuildReport> {
  const given = { ...emptyStep, ...step };
  const next = after(world, given);
  handOver(at(`in-${name}`), given, world, next);
  world = next;
  const sources = [at(`in-${name}`)];
  return await buildPackage({ sources, out: at(name), defaultRegister: null, previous, full: given.full });
}

async function faults(dir: string, previous: readonly string[]): Promise<readonly unknown[]> {
  const { problems } = await verifyPackage(dir, { previous });
  return problems.map(({ code, params }) => `${code} ${params['reason'] ?? ''}`);
}

async function refusal(of: Promise<unknown>): Promise<unknown> {
  return await of.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a delta', () => {
  it('holds what is new or changed and nothing else, at the next place of the series', async () => {
    const { succession } = await build('delta', { changed: [1, 3], again: [0], toggled: [2] });
    const { identity } = await inspectPackage(base);
    expect(succession).toEqual({
      previous: identity,
      sequence: 2,
      new: 1,
      changed: 1,
      unchanged: 1,
      links: 0,
      withdrawn: 1,
      revoked: 0,
    });
    const delta = await inspectPackage(at('delta'));
    expect(delta).toMatchObject({
      previous: identity,
      sequence: 2,
      changes: { new: 1, changed: 1, links: 0, withdrawn: 1, revoked: 0 },
      counts: { releases: 2, versions: 2, withdrawn: 1, originals: 2 },
    });
    expect(await faults(at('delta'), [base])).toEqual([]);
  });

  it('may hold links alone, concluded with a corrected register', async () => {
    const { succession } = await build('delta', { register: 'corrected' });
    expect(succession).toMatchObject({ new: 0, changed: 0, links: 2 });
    const report = await verifyPackage(at('delta'), { previous: [base] });
    expect([report.ok, report.isChainChecked]).toEqual([true, true]);
    expect((await verifyPackage(at('delta'))).isChainChecked).toBe(false);
    const holdings = await openHoldings([base, at('delta')]);
    const release = await holdings.release(idOf(0));
    expect(release?.versions).toMatchObject([{ at: { package: 0 }, linksAt: { package: 1 } }]);
    expect(release?.versions[0]?.links.ministers).toEqual([]);
    expect((await holdings.release(idOf(1)))?.heldBy).toEqual([0]);
    holdings.close();
  });

  it('has the same bytes whenever it is built', async () => {
    const before = world;
    await build('delta', { changed: [1, 3], register: 'corrected' });
    world = before;
    await build('twin', { changed: [1, 3], register: 'corrected' });
    const identities = [await inspectPackage(at('delta')), await inspectPackage(at('twin'))];
    expect(identities[0]?.identity).toBe(identities[1]?.identity);
  });

  it('is not built when there is nothing new, and leaves nothing behind', async () => {
    const refused = await refusal(build('delta', { again: [0, 1, 2] }));
    expect(refused).toMatchObject({ problem: { code: 'delta-empty', params: { sequence: 1 } } });
    expect(existsSync(at('delta'))).toBe(false);
  });

  it('keeps a page that is dated before the one that leads as a former version', async () => {
    await build('delta', { changed: [0] });
    const text = readFileSync(join(at('in-delta'), 'sida-0.txt'), 'utf8');
    writeFileSync(join(at('in-delta'), 'sida-0.txt'), text.replace('Uppdaterad 2 juni', 'Uppdaterad 30 maj'));
    const chain = [base, at('delta')];
    await buildPackage({
      sources: [at('in-delta')],
      out: at('late'),
      defaultRegister: null,
      previous: chain,
    });
    expect(await faults(at('late'), chain)).toEqual([]);
    const holdings = await openHoldings([...chain, at('late')]);
    const release = await holdings.release(idOf(0));
    expect(release?.versions.map((version) => version.at.package)).toEqual([1, 2, 0]);
    holdings.close();
  });

  it('goes on from what a library has installed of its series', async () => {
    const places = placesOf(at('library'));
    const { identity, series, sequence, title } = await inspectPackage(base);
    mkdirSync(places.packages, { recursive: true });
    renameSync(base, join(places.packages, identity));
    const about = { title, organisation: null, rights: null, date: null, releases: 3 };
    const taken = {
      importedAt: '2026-01-01T00:00:00Z',
      trust: { state: 'unsigned' },
    } as const;
    const installed = { identity, series, sequence, previous: null, ...about, ...taken };
    await writeLibraryFile(places, { ...EMPTY_LIBRARY, packages: [installed] });
    expect((await build('delta', { changed: [1] }, [at('library')])).succession).toMatchObject({
      previous: identity,
      changed: 1,
    });
    const other = {
      sources: [at('in-delta')],
      out: at('x'),
      defaultRegister: null,
      previous: [at('library')],
    };
    expect(await refusal(buildPackage({ ...other, overrides: { series: 'sudmark' } }))).toMatchObject({
      problem: { code: 'package-not-found', file: at('library') },
    });
  });

  it('is refused for another series, and without the whole chain', async () => {
    await build('delta', { changed: [0] });
    const overrides = { series: 'sudmark' };
    const sources = [at('in-delta')];
    const other = { sources, out: at('x'), defaultRegister: null, overrides, previous: [base] };
    const broken = { code: 'package-chain-broken' };
    expect(await refusal(buildPackage(other))).toMatchObject({
      problem: { ...broken, params: { reason: 'other-series' } },
    });
    expect(await refusal(openHoldings([at('delta')]))).toMatchObject({
      problem: { ...broken, params: { reason: 'previous-missing', sequence: 1 } },
    });
    expect(await refusal(openHoldings([base, base]))).toMatchObject({
      problem: { ...broken, params: { reason: 'same-sequence' } },
    });
    expect(await faults(base, [at('delta')])).toEqual(['package-chain-broken not-newest']);
  });
});

describe('a full package that goes on from a chain', () => {
  it('carries former versions, withdrawals and originals along and stands by itself', async () => {
    await build('delta', { changed: [0], toggled: [2] });
    const chain = [base, at('delta')];
    const { succession } = await build('full', { full: true }, chain);
    expect(succession).toMatchObject({ sequence: 3, new: 0, changed: 0, withdrawn: 0 });
    const { previous, counts, changes } = await inspectPackage(at('full'));
    expect({ previous, counts, changes }).toEqual({
      previous: null,
      counts: { releases: 3, versions: 4, withdrawn: 1, originals: 4 },
      changes: undefined,
    });
    expect(await faults(at('full'), [])).toEqual([]);
    const holdings = await openHoldings([at('full')]);
    expect(holdings.withdrawalOf(idOf(2))?.reason).toBe('Beslut 1.');
    expect((await holdings.release(idOf(0)))?.versions).toHaveLength(2);
    holdings.close();
    expect(await faults(at('full'), chain)).toEqual([]);
  });
});

describe('a delta that was forged', () => {
  /** Changes the links lines that stand without a record, and seals the package anew. */
  async function forge(change: (links: Record<string, unknown>) => void): Promise<void> {
    await build('delta', { register: 'corrected' });
    const name = join(at('delta'), 'data', 'links', `${idOf(0).slice(0, 1)}.jsonl`);
    const lines = readFileSync(name, 'utf8').trimEnd().split('\n');
    const changed = lines.map((line) => {
      const links = JSON.parse(line) as Record<string, unknown>;
      change(links);
      return `${canonicalJson(links)}\n`;
    });
    writeFileSync(name, changed.join(''));
    reseal(at('delta'));
  }

  it('is found out by evidence that is not in the text, once the chain is there', async () => {
    await forge((links) => {
      const evidence = [{ kind: 'text', block: 1, start: 0, end: 4, quote: 'Nej!' }];
      links['designations'] = [{ kind: 'other', value: 'X', evidence }];
    });
    expect(await faults(at('delta'), [])).toEqual([]);
    expect(await faults(at('delta'), [base])).toContain('package-record-invalid evidence');
  });

  it('is found out by links of a version that nobody holds', async () => {
    await forge((links) => {
      links['version'] = 'f'.repeat(64);
    });
    expect(await faults(at('delta'), [base])).toEqual(['package-record-invalid without-record']);
  });

  it('is found out by what it counts', async () => {
    await build('delta', { changed: [0, 3] });
    const name = join(at('delta'), 'package.json');
    const text = readFileSync(name, 'utf8');
    writeFileSync(name, text.replace('"changed": 1', '"changed": 2').replace('"new": 1', '"new": 0'));
    reseal(at('delta'));
    expect(await faults(at('delta'), [base])).toEqual(['package-manifest-invalid counts']);
  });
});
