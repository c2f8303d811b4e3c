import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packPackage } from '../../../../../archive/package/container/pack.ts';
import { sha256 } from '../../../../../archive/package/identity.ts';
import { hasProgram, inProcess } from './programs.ts';
import type { Environment } from './programs.ts';
import { entriesOf, smallBag } from './small-container.ts';

let root = '';
let bag = '';
let out = '';
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-pack-'));
  bag = await smallBag(root, true);
  out = join(root, 'p.lasesal');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The same package with its files made in the opposite order, and touched on another day. */
function copyBackwards(to: string): void {
  entriesOf(bag)
    .toReversed()
    .forEach(({ name, data }, n) => {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      writeFileSync(join(to, name), data);
      chmodSync(join(to, name), n % 2 === 0 ? 0o600 : 0o755);
      utimesSync(join(to, name), n * 1e6, n * 1e6);
    });
}

function run(program: string, args: readonly string[], cwd = root): SpawnSyncReturns<string> {
  return spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
}

describe('packing a package', () => {
  it('writes one file with exactly its entries, and tells its size and hash', async () => {
    const packed = await packPackage({ dir: bag, out });
    const bytes = readFileSync(out);
    expect(packed).toEqual({ bytes: bytes.length, sha256: sha256(bytes) });
    expect(readdirSync(root).toSorted()).toEqual(['bag', 'in', 'p.lasesal']);
    const size = entriesOf(bag).reduce(
      (sum, { data, name }) => sum + data.length + 30 + 46 + 2 * name.length,
      22,
    );
    expect(packed.bytes).toBe(size);
  });

  it.skipIf(process.platform === 'win32')(
    'gives the same bytes whatever the clock, the time zone, the language, the order and modes of files',
    () => {
      const pack = (from: string, to: string, umask: string, env: Environment): string => {
        inProcess(`umask ${umask};`, ['pack', from, '--out', join(root, to)], env);
        return sha256(readFileSync(join(root, to)));
      };
      const [backwards, built] = [join(root, 'backwards'), join(root, 'built')];
      copyBackwards(backwards);
      for (const { name } of entriesOf(join(root, 'in'))) utimesSync(join(root, 'in', name), 1e9, 1e9);
      const turkish = { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
      inProcess('umask 027;', ['build', join(root, 'in'), '--out', built], turkish);
      const hashes = [
        pack(bag, 'a', '077', { TZ: 'UTC', LC_ALL: 'C' }),
        pack(backwards, 'b', '000', { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8' }),
        pack(built, 'c', '027', turkish),
      ];
      expect(new Set(hashes).size).toBe(1);
    },
  );

  it('tells how far it is, up to the last byte', async () => {
    const heard: (readonly [number, number, string])[] = [];
    await packPackage({ dir: bag, out, onProgress: (...all) => heard.push(all) });
    const total = entriesOf(bag).reduce((sum, { data }) => sum + data.length, 0);
    expect(heard.at(-1)).toEqual([total, total, 'packing']);
  });

  it.each<[string, (name: string) => void, string]>([
    ['one file too many', () => writeFileSync(join(bag, 'data', 'more'), ''), 'package-entry-unexpected'],
    [
      'a file besides its payload',
      () => writeFileSync(join(bag, 'fetch.txt'), ''),
      'package-entry-unexpected',
    ],
    ['a file missing', (name) => rmSync(join(bag, name)), 'package-entry-missing'],
    ['a changed file', (name) => writeFileSync(join(bag, name), '{}\n'), 'package-entry-damaged'],
    [
      'a link in place of a file',
      (name) => {
        cpSync(join(bag, name), join(root, 'elsewhere'));
        rmSync(join(bag, name));
        symlinkSync(join(root, 'elsewhere'), join(bag, name));
      },
      'package-entry-unexpected',
    ],
    [
      'an empty name list',
      () => writeFileSync(join(bag, 'tagmanifest-sha256.txt'), ''),
      'package-entry-missing',
    ],
  ])('is refused with %s, and leaves nothing', async (_, spoil, code) => {
    const name = entriesOf(bag).find((entry) => entry.name.startsWith('data/originals'))?.name ?? '';
    spoil(name);
    const before = readdirSync(root);
    await expect(packPackage({ dir: bag, out })).rejects.toThrow(code);
    expect(readdirSync(root)).toEqual(before);
  });

  it('writes over nothing, and not into the package itself', async () => {
    writeFileSync(out, 'mine');
    await expect(packPackage({ dir: bag, out })).rejects.toThrow(/package-out-exists/u);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    const inside = join(bag, 'data', 'new', 'p.lasesal');
    await expect(packPackage({ dir: bag, out: inside })).rejects.toThrow(/package-write-failed/u);
    expect(existsSync(dirname(inside))).toBe(false);
  });

  it('writes over nothing that came while it was at work', async () => {
    const onProgress = (): void => writeFileSync(out, 'mine');
    await expect(packPackage({ dir: bag, out, onProgress })).rejects.toThrow(/package-out-exists/u);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(readdirSync(root).toSorted()).toEqual(['bag', 'in', 'p.lasesal']);
  });

  it('leaves nothing when it is cancelled', async () => {
    await expect(packPackage({ dir: bag, out, signal: AbortSignal.abort() })).rejects.toThrow(
      /job-cancelled/u,
    );
    expect(readdirSync(root).toSorted()).toEqual(['bag', 'in']);
  });

  it.skipIf(process.platform !== 'linux')('leaves nothing when there is no room for the file', () => {
    // A limit on the size of files is what a full disk looks like to one program alone.
    const limited = (): void => inProcess('ulimit -f 8;', ['pack', bag, '--out', out], { LC_ALL: 'C' });
    expect(limited).toThrow(/It was not possible to write/u);
    expect(readdirSync(root).toSorted()).toEqual(['bag', 'in']);
  });
});

describe('the packed file in the hands of other programs', () => {
  beforeEach(async () => {
    await packPackage({ dir: bag, out });
  });

  it.skipIf(!hasProgram('unzip'))('is whole to unzip (which must be installed)', () => {
    const { status, stdout, stderr } = run('unzip', ['-t', out]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No errors detected');
  });

  it.skipIf(!hasProgram('unzip') || !hasProgram('sha256sum'))(
    'unzips to a folder that sha256sum confirms (unzip and sha256sum must be installed)',
    () => {
      expect(run('unzip', ['-q', out, '-d', 'unzipped']).status).toBe(0);
      const unzipped = join(root, 'unzipped');
      expect(entriesOf(unzipped)).toEqual(entriesOf(bag));
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
        expect(run('sha256sum', ['--strict', '--quiet', '-c', manifest], unzipped)).toMatchObject({
          status: 0,
          stderr: '',
        });
    },
  );

  it.skipIf(!hasProgram('python3'))('is whole to Python’s zipfile (python3 must be installed)', () => {
    const script = [
      'import json, sys, zipfile',
      'z = zipfile.ZipFile(sys.argv[1])',
      'assert z.testzip() is None',
      'print(json.dumps([[i.filename, i.compress_type, i.file_size, i.date_time[0], i.external_attr >> 16] for i in z.infolist()]))',
    ].join('\n');
    const { status, stdout, stderr } = run('python3', ['-c', script, out]);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(
      entriesOf(bag).map(({ name, data }) => [name, 0, data.length, 1980, 0o100644]),
    );
  });
});
