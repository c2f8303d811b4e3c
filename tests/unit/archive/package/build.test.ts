import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../archive/package/build.ts';
import type { BuildOptions } from '../../../../archive/package/build.ts';
import type { BuildReport } from '../../../../archive/package/build-report.ts';
import { releaseIdOfAddress, sha256 } from '../../../../archive/package/identity.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';
import { smallRegister, temporaryFolder, writeFiles, writeSmallArchive } from './small-archive.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const ID =
  releaseIdOfAddress('https://regeringen.nordmark.example/pressmeddelanden/2016/05/nya-stamledningar') ?? '';

let dir = '';
beforeEach(() => {
  dir = temporaryFolder();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function path(...parts: readonly string[]): string {
  return join(dir, ...parts);
}

async function build(options: Partial<BuildOptions> = {}): Promise<BuildReport> {
  return await buildPackage({
    sources: [path('in')],
    out: path('out'),
    defaultRegister: smallRegister,
    ...options,
  });
}

/** Every file of a folder with the hash of its bytes, by name. */
function contentsOf(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return new Map(paths.map((file) => [file.slice(root.length), sha256(readFileSync(file))]));
}

describe('building a package', () => {
  it('reports what went in, by kind and date, and which pages are versions of one', async () => {
    writeSmallArchive(path('in'));
    const report = await build();
    expect(report).toMatchObject({
      releases: 2,
      versions: 3,
      byKind: { pressmeddelande: 2 },
      byDatePrecision: { day: 2, month: 0, year: 0, bounds: 0, unknown: 0 },
      linkedMinisters: { strong: 1, weak: 0 },
      unreadable: [],
      notices: [],
    });
    expect(report.conflicts.map(({ code, id }) => [code, id])).toEqual([['duplicate-release', ID]]);
  });

  it('takes series, title, day, register and withdrawals from archive.json, and the command line before it', async () => {
    writeSmallArchive(path('in'));
    await build({ overrides: { title: 'Annan titel', series: undefined } });
    const pkg = await openPackage(path('out'));
    expect(pkg.manifest).toMatchObject({
      series: 'nordmark',
      title: 'Annan titel',
      date: '2024-12-02',
      sequence: 1,
      previous: null,
    });
    expect(pkg.manifest.counts).toEqual({ releases: 2, versions: 3, withdrawn: 1, originals: 3 });
    expect(pkg.withdrawals).toMatchObject([{ action: 'withdrawn', reason: 'Fel årtal.' }]);
    expect(pkg.withdrawalOf(pkg.withdrawals[0]?.id ?? '')?.day).toBe('2016-06-01');
  });

  it('does without archive.json: the default register, its name as series, no day', async () => {
    writeSmallArchive(path('in'));
    rmSync(path('in', 'archive.json'));
    rmSync(path('in', 'register.json'));
    const report = await build();
    expect(report.unreadable).toEqual([]);
    const { manifest } = await openPackage(path('out'));
    expect(manifest).toMatchObject({
      series: 'nordmark',
      title: 'Arkiv nordmark',
      date: null,
      organisation: null,
    });
    expect(readFileSync(path('out', 'bag-info.txt'), 'utf8')).not.toContain('Bagging-Date');
  });

  it('keeps the source pages byte for byte, or not', async () => {
    writeSmallArchive(path('in'));
    await build();
    const pkg = await openPackage(path('out'));
    for await (const { record } of pkg.records()) {
      const { file, sha256 } = record.said.source;
      expect(readFileSync(pkg.originalPath(sha256))).toEqual(readFileSync(path('in', file)));
    }
    await build({ out: path('bare'), originals: false });
    expect(existsSync(path('bare', 'data', 'originals'))).toBe(false);
    expect((await openPackage(path('bare'))).manifest.counts.originals).toBe(0);
  });

  it('lists what cannot be read and goes on with the rest', async () => {
    writeSmallArchive(path('in'), { 'sidor/trasig.txt': Uint8Array.of(0xc3, 0x28, 0xff, 0xfe, 0x00, 0x80) });
    const report = await build();
    expect(report.releases).toBe(2);
    expect(report.unreadable.map(({ file }) => file)).toEqual(['sidor/trasig.txt']);
  });
});

describe('many pages', () => {
  it('are written by id, in files that the check finds in order', async () => {
    const text =
      'Pressmeddelande från Energidepartementet\n\nBro\n\nPublicerad 1 maj 2016\n\nEn bro byggs.\n';
    const pages = Array.from({ length: 80 }, (_, n) => [`bro-${n}.txt`, `${text}\nNummer ${n}.\n`] as const);
    writeFiles(path('in'), Object.fromEntries(pages));
    await build();
    const ids: string[] = [];
    for await (const { record } of (await openPackage(path('out'))).records()) ids.push(record.id);
    expect(ids).toHaveLength(80);
    expect(ids).toEqual(ids.toSorted());
    expect(await verifyPackage(path('out'))).toMatchObject({ ok: true, problems: [] });
  });
});

describe('the same input', () => {
  it('gives the same bytes, whatever the age, order and place of its files', async () => {
    writeSmallArchive(path('in'));
    await build();
    const copy = path('elsewhere', 'deeper');
    // Written in another order, so that the file system lists them in another.
    for (const name of readdirSync(path('in'), { recursive: true }).toReversed()) {
      const from = path('in', String(name));
      mkdirSync(join(copy, String(name), '..'), { recursive: true });
      cpSync(from, join(copy, String(name)), { recursive: true });
    }
    utimesSync(join(copy, 'sidor', 'elnat.txt'), new Date(0), new Date(0));
    await build({ sources: [copy], out: path('again') });
    expect(contentsOf(path('again'))).toEqual(contentsOf(path('out')));
  });

  it('gives the same bytes of the example archive in another time zone, language and process', () => {
    const example = join(REPOSITORY, 'archive', 'example');
    const run = (out: string, env: Readonly<Record<string, string>>): void => {
      const args = [
        '--import',
        'tsx',
        'archive/cli/lasesal.ts',
        'build',
        example,
        '--out',
        path(out),
        '--json',
      ];
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: REPOSITORY,
        env: { ...process.env, ...env },
      });
      expect([status, String(stderr)]).toEqual([0, '']);
    };
    run('one', { TZ: 'Pacific/Auckland', LANG: 'sv_SE.UTF-8' });
    run('two', { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(contentsOf(path('one')).size).toBeGreaterThan(70);
    expect(contentsOf(path('two'))).toEqual(contentsOf(path('one')));
  });

  it('gives the same package in whatever order its sources are named', async () => {
    writeSmallArchive(path('in'));
    const [a, b] = [path('in', 'sidor'), path('in', 'archive.json')];
    rmSync(b);
    writeFiles(path('more'), {
      'bro.txt':
        'Pressmeddelande från Energidepartementet\n\nBro\n\nPublicerad 1 maj 2016\n\nEn bro byggs över älven.\n',
    });
    await build({ sources: [a, path('more')] });
    await build({ sources: [path('more'), a], out: path('again') });
    expect(contentsOf(path('again'))).toEqual(contentsOf(path('out')));
  });
});

describe('a build that is refused or stopped', () => {
  const refusal = (code: string): unknown =>
    expect.objectContaining({ problem: expect.objectContaining({ code }) });

  it.each([
    ['a source that is not there', { sources: ['/no/such/folder'] }, 'source-unreadable'],
    ['a configuration that is not there', { config: '/no/such/archive.json' }, 'config-invalid'],
    [
      'a register that is not there',
      { overrides: { register: '/no/such/register.json' } },
      'register-invalid',
    ],
  ] as const)('for %s leaves nothing', async (_, options, code) => {
    writeSmallArchive(path('in'));
    await expect(build(options)).rejects.toThrow(refusal(code));
    expect(readdirSync(dir)).toEqual(['in']);
  });

  it('for a register that is no register leaves nothing', async () => {
    writeSmallArchive(path('in'), { 'register.json': '{"format":1}' });
    await expect(build()).rejects.toThrow(refusal('register-invalid'));
    expect(readdirSync(dir)).toEqual(['in']);
  });

  it('for sources without a page leaves nothing', async () => {
    mkdirSync(path('in'));
    await expect(build()).rejects.toThrow(refusal('source-empty'));
    expect(readdirSync(dir)).toEqual(['in']);
  });

  it('for the one page there is names what is wrong with it', async () => {
    writeFiles(path('in'), { 'trasig.txt': Uint8Array.of(0xc3, 0x28) });
    await expect(build()).rejects.toThrow(refusal('source-bad-encoding'));
    expect(readdirSync(dir)).toEqual(['in']);
  });

  it('never touches what lies at its place', async () => {
    writeSmallArchive(path('in'));
    mkdirSync(path('out'));
    writeFileSync(path('out', 'mitt'), 'kvar');
    await expect(build()).rejects.toThrow(refusal('package-out-exists'));
    expect(readdirSync(path('out'))).toEqual(['mitt']);
    expect(readdirSync(dir).toSorted()).toEqual(['in', 'out']);
  });

  it.each(['reading', 'linking'] as const)('by a person while %s leaves nothing', async (stopAt) => {
    writeSmallArchive(path('in'));
    const stop = new AbortController();
    const onProgress: BuildOptions['onProgress'] = (_done, _total, step) => {
      if (step === stopAt) stop.abort();
    };
    await expect(build({ signal: stop.signal, onProgress })).rejects.toThrow(refusal('job-cancelled'));
    expect(readdirSync(dir)).toEqual(['in']);
  });

  it('by a kill leaves nothing under its name, and the next build is not in its way', async () => {
    writeSmallArchive(path('in'));
    const text =
      'Pressmeddelande från Energidepartementet\n\nBro\n\nPublicerad 1 maj 2016\n\nEn bro byggs.\n';
    const many = Array.from(
      { length: 1500 },
      (_, n) => [`sidor/bro-${n}.txt`, `${text}\nNummer ${n}.\n`] as const,
    );
    writeFiles(path('in'), Object.fromEntries(many));
    const args = ['--import', 'tsx', 'archive/cli/lasesal.ts', 'build', path('in'), '--out', path('out')];
    const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && !existsSync(path('.out.building', 'bag', 'data', 'originals')))
      await new Promise((wake) => setTimeout(wake, 10));
    child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    expect(existsSync(path('out'))).toBe(false);
    expect((await build()).releases).toBe(1502);
    expect(readdirSync(dir).toSorted()).toEqual(['in', 'out']);
  });
});
