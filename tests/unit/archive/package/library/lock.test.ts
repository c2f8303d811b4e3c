import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockLibrary, tryLock } from '../../../../../archive/package/library/lock.ts';
import { isGone, thisProcess } from '../../../../../archive/package/owner.ts';
import { refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = temporaryFolder();
  lock = join(folder, 'library.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe.each([
  ['a link', false],
  ['a file', true],
])("the library's lock as %s", (_, asFile) => {
  it('has one holder at a time, and is gone when it is given back', async () => {
    const held = tryLock(lock, asFile);
    expect(held).not.toBeNull();
    expect(lstatSync(lock).isSymbolicLink()).toBe(!asFile);
    expect(tryLock(lock, asFile)).toBeNull();
    expect(await refusal(() => lockLibrary(lock))).toBe('library-busy');
    held?.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(tryLock(lock, asFile)).not.toBeNull();
  });

  it('that a killed process left is taken over', () => {
    const left = JSON.stringify({ host: hostname(), process: endedProcess() });
    if (asFile) writeFileSync(lock, left);
    else symlinkSync(left, lock);
    const held = tryLock(lock, asFile);
    expect(held).not.toBeNull();
    held?.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that another machine's process holds is left alone", () => {
    const other = JSON.stringify({ host: `not-${hostname()}`, process: endedProcess() });
    if (asFile) writeFileSync(lock, other);
    else symlinkSync(other, lock);
    expect(tryLock(lock, asFile)).toBeNull();
  });

  it('is not given back by one who has lost it', () => {
    const held = tryLock(lock, asFile);
    rmSync(lock);
    const next = tryLock(lock, asFile);
    held?.release();
    expect(tryLock(lock, asFile)).toBeNull();
    next?.release();
  });
});

describe('a lock file that says nothing of its owner', () => {
  it('is one that is being made, or, after a while, one that was broken off', () => {
    writeFileSync(lock, '');
    expect(tryLock(lock)).toBeNull();
    utimesSync(lock, new Date(), new Date(Date.now() - 60_000));
    expect(tryLock(lock)).not.toBeNull();
  });
});

describe('an owner', () => {
  it('is there as long as its process runs', () => {
    const running = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      expect(isGone({ host: hostname(), process: running.pid ?? 0, started: null, at: Date.now() })).toBe(
        false,
      );
    } finally {
      running.kill();
    }
    expect(isGone(thisProcess())).toBe(false);
  });

  it('is gone when another process has its number now', () => {
    expect(isGone({ ...thisProcess(), started: 'another-boot 1' })).toBe(process.platform === 'linux');
  });

  it('is gone when the machine has been started since', () => {
    const before = Date.now() - uptime() * 1000 - 3_600_000;
    expect(isGone({ ...thisProcess(), started: null, at: before })).toBe(true);
  });
});
