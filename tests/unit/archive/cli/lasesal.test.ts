import { spawn, spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles, writeSmallArchive } from '../package/small-archive.ts';

const COMMAND = resolve(import.meta.dirname, '../../../../archive/cli/lasesal.ts');
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let dir = '';
beforeEach(() => {
  dir = temporaryFolder();
  writeSmallArchive(join(dir, 'in'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function nodeArguments(args: readonly string[]): readonly string[] {
  return ['--import', LOADER, COMMAND, ...args];
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, nodeArguments(args), {
    cwd: dir,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

describe('the command as a process', () => {
  it('gives clean JSON and no word beside it where no person watches, then refuses the same place', () => {
    const built = run(['build', 'in', '--out', 'bag', '--json']);
    expect([built.status, built.stderr]).toEqual([0, '']);
    expect(JSON.parse(built.stdout)).toMatchObject({ releases: 2 });
    const again = run(['build', 'in', '--out', 'bag'], { LC_ALL: 'sv_SE.UTF-8' });
    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain('Det finns redan något i bag');
    expect(run(['build', '--outt', 'x']).status).toBe(2);
  });

  it('means paths from where the person stands when npm runs it', () => {
    const env = { npm_lifecycle_event: 'lasesal', INIT_CWD: join(dir, 'in') };
    expect(run(['build', 'sidor', '--out', '../bag'], env).status).toBe(0);
    expect(existsSync(join(dir, 'bag', 'package.json'))).toBe(true);
  });

  it('ends quietly when its reader closes early', async () => {
    run(['build', 'in', '--out', 'bag']);
    const child = spawn(process.execPath, nodeArguments(['show', '8', '--package', 'bag', '--json']), {
      cwd: dir,
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.destroy();
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect([code, signal, err]).toEqual([0, null, '']);
  });

  it.skipIf(process.platform === 'win32')('stops at Ctrl-C, says so, and leaves nothing', async () => {
    const text =
      'Pressmeddelande från Energidepartementet\n\nBro\n\nPublicerad 1 maj 2016\n\nEn bro byggs.\n';
    const many = Array.from({ length: 1500 }, (_, n) => [`bro-${n}.txt`, `${text}\nNummer ${n}.\n`] as const);
    writeFiles(join(dir, 'in', 'sidor'), Object.fromEntries(many));
    const child = spawn(process.execPath, nodeArguments(['build', 'in', '--out', 'bag']), {
      cwd: dir,
      env: { ...process.env, LC_ALL: 'C' },
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = once(child, 'exit');
    while (child.exitCode === null && !existsSync(join(dir, '.bag.building', 'bag', 'data', 'originals')))
      await new Promise((wake) => setTimeout(wake, 5));
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(err).toBe('lasesal build: Cancelled. All is as it was.\n');
    expect(readdirSync(dir)).toEqual(['in']);
  });
});
