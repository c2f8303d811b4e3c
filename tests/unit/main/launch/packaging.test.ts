import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  outputFolder,
  packApp,
  readDistRequest,
  refuseUnofficial,
} from '../../../../main/launch/packaging.ts';
import type { Runtime } from '../../../../main/launch/runtime.ts';

const inside = (folder: string): string => `/here/${folder}`;
const runtime = (unofficial: boolean): Runtime => ({
  kind: unofficial ? 'pinned' : 'official',
  dist: '/nowhere',
  executable: '/nowhere/electron',
  version: null,
  unofficial,
});

describe('what npm run dist was asked for', () => {
  test.each([
    [[], { test: false, packageDir: null }],
    [['--test'], { test: true, packageDir: null }],
    [['--package', 'arkiv'], { test: false, packageDir: '/here/arkiv' }],
    [['--package=år 2019', '--test'], { test: true, packageDir: '/here/år 2019' }],
  ])('%j', (argv, request) => expect(readDistRequest(argv, inside)).toEqual(request));

  test.each([[['--package']], [['--package', '--test']], [['--package=']], [['--tset']], [['arkiv']]])(
    '%j is refused with the usage, before anything is built',
    (argv) => expect(() => readDistRequest(argv, inside)).toThrow('--package DIR'),
  );
});

describe('nothing for people is built from the unofficial copy', () => {
  const forPeople = { test: false, packageDir: null };

  test('a build for people from it is refused, whichever way it was found', () => {
    expect(() => refuseUnofficial(runtime(true), forPeople)).toThrow('--test');
    expect(() => refuseUnofficial({ ...runtime(true), kind: 'override' }, forPeople)).toThrow('--test');
  });

  test('a test build is not, nor one from another runtime', () => {
    expect(() => refuseUnofficial(runtime(true), { ...forPeople, test: true })).not.toThrow();
    expect(() => refuseUnofficial(runtime(false), forPeople)).not.toThrow();
  });

  test('a test build never lies where one for people does', () => {
    expect(outputFolder('test')).not.toBe(outputFolder('release'));
    expect(outputFolder('hardened')).not.toBe(outputFolder('release'));
  });
});

describe.skipIf(process.platform !== 'linux')('a package that is none', () => {
  test('is refused by name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lasesal-no-package-'));
    await expect(packApp(runtime(false), { test: true, packageDir: folder })).rejects.toThrow(folder);
    rmSync(folder, { recursive: true });
  });
});
