import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../../archive/model/problem.ts';
import type { Library } from '../../../../../archive/package/library/library.ts';
import { writeIntent } from '../../../../../archive/package/library/recovery.ts';
import { thisProcess } from '../../../../../archive/package/owner.ts';
import { treeHash } from '../container/small-container.ts';
import { refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';
import { importAll, makePackage, openLibrary, page } from './packages.ts';
import type { MadePackage } from './packages.ts';

let stick = '';
let first: MadePackage;
let second: MadePackage;
beforeAll(async () => {
  stick = temporaryFolder();
  first = await makePackage(stick, { name: 'ett', pages: { a: page('Den första') } });
  second = await makePackage(stick, { name: 'tva', sequence: 2, pages: { b: page('Den andra') } });
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

let folder = '';
let library: Library;
let before = '';
beforeEach(async () => {
  folder = temporaryFolder();
  library = await openLibrary(folder);
  await importAll(library, first.file);
  before = treeHash(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STAGED = '0123456789abcdef';

/** A working folder as a process leaves it when it is killed. */
function leftWorkspace(owner: object | null, name = STAGED): string {
  const workspace = join(folder, 'staging', name);
  mkdirSync(join(workspace, 'copies'), { recursive: true });
  if (owner !== null) writeFileSync(join(workspace, 'owner.json'), JSON.stringify(owner));
  writeFileSync(join(workspace, 'copies', 'halv'), 'halv');
  return workspace;
}

const gone = (): object => ({
  host: hostname(),
  process: spawnSync(process.execPath, ['-e', '']).pid,
});

describe('opening a library after a kill', () => {
  it('clears away an import that was under way', async () => {
    leftWorkspace(gone());
    writeFileSync(join(folder, 'library.json.new'), 'halv');
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(before);
  });

  it('clears away one that was killed before it said whose it is', async () => {
    leftWorkspace(null);
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(before);
  });

  it('clears away packages that were put in place and not yet named', async () => {
    writeIntent(leftWorkspace(gone()), [second.identity]);
    cpSync(second.bag, library.packageFolder(second.identity), { recursive: true });
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(before);
  });

  it('keeps packages that were put in place and named', async () => {
    await importAll(library, second.file);
    const after = treeHash(folder);
    writeIntent(leftWorkspace(gone()), [second.identity, first.identity]);
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(after);
  });

  it('finishes a removal', async () => {
    await library.remove(first.identity);
    const after = treeHash(folder);
    writeIntent(leftWorkspace(gone()), [first.identity]);
    cpSync(first.bag, library.packageFolder(first.identity), { recursive: true });
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(after);
  });

  it('puts the remains of a package back that a whole copy was about to replace', async () => {
    const workspace = leftWorkspace(gone());
    writeIntent(workspace, [first.identity]);
    renameSync(library.packageFolder(first.identity), join(workspace, `former-${first.identity}`));
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(before);
  });

  it('takes over the lock that was left', async () => {
    symlinkSync(JSON.stringify(gone()), join(folder, 'library.lock'));
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(before);
  });

  it('leaves alone what a process works on, here or on another machine, and what is nobody’s', async () => {
    leftWorkspace(thisProcess());
    leftWorkspace({ host: `not-${hostname()}`, process: 1 }, 'fedcba9876543210');
    mkdirSync(join(folder, 'staging', 'mina bilder'));
    writeFileSync(join(folder, 'staging', 'mina bilder', 'bild'), 'kvar');
    mkdirSync(join(folder, 'packages', 'f'.repeat(64)));
    const left = treeHash(folder);
    await openLibrary(folder);
    expect(treeHash(folder)).toBe(left);
  });

  it('changes nothing while another process changes the library', async () => {
    leftWorkspace(gone());
    symlinkSync(JSON.stringify(thisProcess()), join(folder, 'library.lock'));
    const left = readdirSync(join(folder, 'staging'));
    const other = await openLibrary(folder);
    expect(readdirSync(join(folder, 'staging'))).toEqual(left);
    expect(other.installed()).toHaveLength(1);
    rmSync(join(folder, 'library.lock'));
  });

  it('refuses a damaged or lost pointer, and touches nothing', async () => {
    writeFileSync(join(folder, 'library.json'), '{}');
    const damaged = treeHash(folder);
    expect(await refusal(() => openLibrary(folder))).toMatch(/^library-damaged +checksum$/u);
    expect(treeHash(folder)).toBe(damaged);
    rmSync(join(folder, 'library.json'));
    expect(await refusal(() => openLibrary(folder))).toBe('library-pointer-lost');
    expect(readdirSync(join(folder, 'packages'))).toEqual([first.identity]);
  });
});

describe('a library that another process is changing', () => {
  it('takes no import, removal or key, and says who is at it', async () => {
    const staged = await library.stage({ sources: [second.file] });
    const decisions = staged.preview.decisions.map(({ id }) => id);
    symlinkSync(JSON.stringify(thisProcess()), join(folder, 'library.lock'));
    expect(await refusal(() => library.remove(first.identity))).toBe('library-busy');
    expect(await refusal(() => library.stage({ sources: [second.file] }))).toBe('library-busy');
    await expect(staged.commit({ decisions })).rejects.toMatchObject({
      problem: { code: 'library-busy', params: { process: process.pid } },
    });
    rmSync(join(folder, 'library.lock'));
    expect(treeHash(folder)).toBe(before);
  });

  it('takes no import that was prepared before the change', async () => {
    const staged = await library.stage({ sources: [second.file] });
    await importAll(await openLibrary(folder), second.file);
    const after = treeHash(folder);
    expect(await refusal(() => staged.commit({ decisions: [] }))).toBe('library-changed');
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
    expect(treeHash(folder)).not.toBe(before);
    expect(after).not.toBe(before);
  });
});

describe('a package of which a file is missing on the disk', () => {
  it('holds up what comes after it', async () => {
    rmSync(join(library.packageFolder(first.identity), 'data', 'authority.json'));
    const staged = await library.stage({ sources: [second.file] });
    expect(staged.preview.refused.map(({ problem }) => problem)).toMatchObject([
      { code: 'library-package-lost', params: { sequence: 1 } },
    ]);
    await staged.discard();
    await importAll(library, first.file, second.file);
    expect(library.installed()).toHaveLength(2);
  });

  it('takes its place again when it is imported, as it was', async () => {
    rmSync(join(library.packageFolder(first.identity), 'data', 'authority.json'));
    const staged = await library.stage({ sources: [first.file] });
    expect(staged.preview.packages).toMatchObject([{ state: 'restored' }]);
    await staged.commit({ decisions: [] });
    expect(treeHash(library.packageFolder(first.identity))).toBe(treeHash(first.bag));
    // What was left of it is kept.
    const kept = join(folder, 'quarantine', first.identity);
    const [remains = ''] = readdirSync(kept);
    expect(readdirSync(join(kept, remains))).toContain('bagit.txt');
    rmSync(join(folder, 'quarantine'), { recursive: true });
    expect(treeHash(folder)).toBe(before);
  });
});

describe('a library that can only be read', () => {
  it('shows what it holds, and refuses every change', async () => {
    const left = leftWorkspace(gone());
    const shared = await openLibrary(folder, undefined, true);
    expect(shared.readOnly).toBe(true);
    expect(shared.installed()).toHaveLength(1);
    expect(readdirSync(left)).toContain('copies');
    for (const change of [
      () => shared.remove(first.identity),
      () => shared.stage({ sources: [second.file] }),
      () => shared.forgetAcceptance('nordmark'),
    ])
      await expect(change()).rejects.toThrow(ProblemError);
    expect(await refusal(() => shared.remove(first.identity))).toBe('library-read-only');
  });
});
