import { spawnSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { treeHash } from '../container/small-container.ts';
import { packPackage } from '../../../../../archive/package/container/pack.ts';
import { openArena } from '../../../../torture/arena.ts';
import type { Arena } from '../../../../torture/arena.ts';
import { answerOf } from './forgery.ts';

/** What a folder can hold and a single file cannot: links, pipes, devices, names that no package has. */

let arena: Arena;
let before = '';
beforeAll(async () => {
  arena = await openArena();
  before = treeHash(arena.good.dir);
});
afterAll(() => arena.close());

const MANIFEST = 'manifest-sha256.txt';
const REGISTER = 'data/authority.json';
const RELEASES = 'data/releases/8.jsonl';

/**
 * Does something to a copy of the good package's folder, and brings it to be checked where it lies and to be imported.
 * Both must refuse the same entry, or one that it lies in; an import looks at all names before it looks at anything else,
 * so what it calls the fault may be another word.
 */
async function answer(act: (bag: string) => void): Promise<string> {
  const bring = (bag: string): void => {
    cpSync(arena.good.dir, bag, { recursive: true });
    act(bag);
  };
  const told = await answerOf(arena, arena.folder, bring);
  const imported = await answerOf(arena, arena.folderToLibrary, bring);
  expect(imported === 'believed').toBe(told === 'believed');
  const [one, other] = [placeOf(told), placeOf(imported)];
  expect(one.startsWith(other) || other.startsWith(one), `${told} and ${imported}`).toBe(true);
  return told;
}

/** The entry that an answer names. */
function placeOf(answer: string): string {
  return answer.split(' ').at(-1) ?? '';
}

/** Puts a link to what was there in the place of an entry. */
function link(bag: string, name: string): void {
  const away = join(arena.stick, `away-${Math.abs(dirname(bag).length)}-${name.replaceAll('/', '-')}`);
  rmSync(away, { recursive: true, force: true });
  renameSync(join(bag, name), away);
  symlinkSync(away, join(bag, name));
}

/** Puts a pipe, which whoever opens it waits at for ever, in the place of an entry. */
function pipe(bag: string, name: string): void {
  rmSync(join(bag, name), { force: true });
  const made = spawnSync('mkfifo', [join(bag, name)]);
  if (made.status !== 0) throw new Error(String(made.stderr));
}

const write = (name: string) => (bag: string) => {
  mkdirSync(dirname(join(bag, name)), { recursive: true });
  writeFileSync(join(bag, name), 'x');
};

describe('a folder is refused, and nothing is opened that is no file:', () => {
  it.each<[string, (bag: string) => void, string]>([
    [
      'a link to a file of the right bytes',
      (bag) => link(bag, REGISTER),
      `entry-unexpected link ${REGISTER}`,
    ],
    [
      'a link in the place of a tag file',
      (bag) => link(bag, 'bag-info.txt'),
      'entry-unexpected link bag-info.txt',
    ],
    [
      'a link in the place of the description',
      (bag) => link(bag, 'package.json'),
      'entry-unexpected link package.json',
    ],
    ['a link in the place of the payload', (bag) => link(bag, 'data'), `entry-unexpected link ${REGISTER}`],
    [
      'a link in the place of a folder',
      (bag) => link(bag, 'data/releases'),
      'entry-unexpected link data/releases',
    ],
    [
      'a link to nowhere',
      (bag) => symlinkSync('/nowhere', join(bag, 'data/more')),
      'entry-unexpected link data/more',
    ],
    [
      'a link to the folder itself',
      (bag) => symlinkSync('.', join(bag, 'data/more')),
      'entry-unexpected link data/more',
    ],
    ['a link out of it', (bag) => symlinkSync('/etc', join(bag, 'etc')), 'entry-unexpected link etc'],
    ['a name in capitals', write('data/More'), 'entry-unexpected name-upper-case data/More'],
    ['a name that differs in letter case', write('Bagit.txt'), 'entry-unexpected name-upper-case Bagit.txt'],
    ['a name of composed letters', write('data/\u00e5'), 'entry-unexpected name-not-ascii data/\u00e5'],
    ['a name of decomposed letters', write('data/a\u030a'), 'entry-unexpected name-not-ascii data/a\u030a'],
    ['a name that Windows keeps', write('data/aux.txt'), 'entry-unexpected name-reserved data/aux.txt'],
    ['a name that ends with a dot', write('data/more.'), 'entry-unexpected name-trailing data/more.'],
    ['a name with a backslash', write('data/..\\more'), 'entry-unexpected name-traversal data/..\\more'],
    ['a name like a drive', write('c:more'), 'entry-unexpected name-drive c:more'],
    ['a hidden folder', write('.git/config'), 'entry-unexpected unsafe-name .git'],
    [
      'a file nested too deep',
      write(`data/${'d/'.repeat(20)}x`),
      'entry-unexpected nested-too-deep data/d/d/d/d/d/d/d',
    ],
    ['a fetch.txt', write('fetch.txt'), 'entry-unexpected fetch.txt'],
    [
      'a folder in the place of a file',
      (bag) => {
        rmSync(join(bag, REGISTER));
        mkdirSync(join(bag, REGISTER));
      },
      `entry-unexpected not-a-file ${REGISTER}`,
    ],
  ])('%s', async (_, act, told) => {
    expect(await answer(act)).toBe(told);
    expect(treeHash(arena.good.dir)).toBe(before);
  });

  it.skipIf(process.platform === 'win32').each([
    ['package.json', 'not-a-file'],
    ['tagmanifest-sha256.txt', 'not-a-file'],
    [MANIFEST, 'not-a-file'],
    ['bagit.txt', 'not-a-file'],
    ['bag-info.txt', 'device'],
    [REGISTER, 'not-a-file'],
    ['data/withdrawn.jsonl', 'not-a-file'],
    [RELEASES, 'device'],
    ['data/links/8.jsonl', 'device'],
    ['tagmanifest-sha256.txt.minisig', 'device'],
    ['data/more', 'device'],
  ])('a pipe in the place of %s', async (name, reason) => {
    expect(await answer((bag) => pipe(bag, name))).toBe(`entry-unexpected ${reason} ${name}`);
  });

  it.skipIf(process.platform === 'win32')('a socket', async () => {
    const servers: Server[] = [];
    const told = await answer((bag) => {
      const server = createServer().listen(join(bag, 'data/more'));
      servers.push(server);
    });
    for (const server of servers) server.close();
    expect(told).toBe('entry-unexpected device data/more');
  });

  it.skipIf(process.getuid?.() !== 0)('a device (only root can make one)', async () => {
    const told = await answer((bag) => {
      rmSync(join(bag, REGISTER));
      const made = spawnSync('mknod', [join(bag, REGISTER), 'c', '1', '5']);
      if (made.status !== 0) throw new Error(String(made.stderr));
    });
    expect(told).toBe(`entry-unexpected not-a-file ${REGISTER}`);
  });

  it.skipIf(process.platform !== 'linux')('a name that is no text', async () => {
    const told = await answer((bag) =>
      writeFileSync(Buffer.concat([Buffer.from(`${bag}/data/`), Buffer.of(0xff, 0xfe)]), 'x'),
    );
    expect(told).toMatch(/^entry-unexpected name-not-ascii data\//u);
  });

  it.each([
    ['bag-info.txt', 2 ** 33],
    [MANIFEST, 2 ** 40],
    ['package.json', 2 ** 40],
    [REGISTER, 2 ** 40],
    ['tagmanifest-sha256.txt.minisig', 2 ** 40],
  ])('%s that claims far more than it may, without being read', async (name, bytes) => {
    expect(await answer((bag) => truncateSync(join(bag, name), bytes))).toBe(
      `entry-unexpected too-large ${name}`,
    );
  });

  it('nor is any of that packed', async () => {
    for (const act of [
      (bag: string) => link(bag, REGISTER),
      (bag: string) => pipe(bag, RELEASES),
      write('fetch.txt'),
      write('data/More'),
    ]) {
      const bag = join(arena.stick, 'to-pack');
      rmSync(bag, { recursive: true, force: true });
      cpSync(arena.good.dir, bag, { recursive: true });
      act(bag);
      const out = join(arena.stick, 'packed.lasesal');
      await expect(packPackage({ dir: bag, out })).rejects.toThrow(/package-entry-unexpected/u);
    }
  });
});

describe('a folder is taken', () => {
  it('with files that have a second name elsewhere', async () => {
    const told = await answer((bag) => {
      rmSync(join(bag, REGISTER));
      linkSync(join(arena.good.dir, REGISTER), join(bag, REGISTER));
    });
    expect(told).toBe('believed');
  });
});
