import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSource } from '../../../../../archive/package/container/byte-source.ts';
import {
  directoryHeader,
  endRecords,
  localHeader,
  localHeaderBytes,
  needsZip64,
} from '../../../../../archive/package/container/layout.ts';
import type { PlacedEntry } from '../../../../../archive/package/container/layout.ts';
import { readContainer } from '../../../../../archive/package/container/reader.ts';
import { u16, u32, zip64End } from './hostile-zip.ts';
import { hasProgram } from './programs.ts';
import { memorySource, refusal, toldOf } from './small-container.ts';

const GIB_4 = 2 ** 32;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-layout-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the headers of the single file', () => {
  it.each([
    ['an empty entry', 0, 0, false, false],
    ['the largest size without ZIP64', GIB_4 - 2, 0, false, false],
    ['the size that stands for ZIP64', GIB_4 - 1, 0, true, true],
    ['the furthest place without ZIP64', 1, GIB_4 - 2, false, false],
    ['the place that stands for ZIP64', 1, GIB_4 - 1, false, true],
    ['both beyond', GIB_4 + 7, GIB_4 * 3, true, true],
  ])('have ZIP64 exactly where it is needed: %s', (_, bytes, offset, local, central) => {
    const entry = { name: 'data/a', bytes, crc: 1, offset };
    expect(localHeader(entry).length > 30 + 6).toBe(local);
    expect(directoryHeader(entry).length > 46 + 6).toBe(central);
    expect(localHeaderBytes(entry)).toBe(localHeader(entry).length);
  });

  it.each([
    [{ entries: 0xfffe, bytes: 1, offset: 1 }, false],
    [{ entries: 0xffff, bytes: 1, offset: 1 }, true],
    [{ entries: 1, bytes: GIB_4 - 1, offset: 1 }, true],
    [{ entries: 1, bytes: 1, offset: GIB_4 - 2 }, false],
    [{ entries: 1, bytes: 1, offset: GIB_4 - 1 }, true],
  ])('end with ZIP64 exactly where it is needed: %o', (directory, needed) => {
    expect(needsZip64(directory)).toBe(needed);
    expect(endRecords(directory).length).toBe(needed ? 22 + 56 + 20 : 22);
  });
});

/** So many empty entries, with the end that a second writer gives them, or one as if they were few. */
function many(count: number, plainEnd = false): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (let n = 0; n < count; n += 1) {
    const digits = n.toString(16).padStart(5, '0');
    const entry = { name: `data/attachments/${digits.slice(0, 2)}/${digits}`, bytes: 0, crc: 0, offset };
    locals.push(localHeader(entry));
    directory.push(directoryHeader(entry));
    offset += localHeaderBytes(entry);
  }
  const bytes = directory.reduce((sum, { length }) => sum + length, 0);
  const wide = count >= 0xffff && !plainEnd;
  const zip64 = wide ? [zip64End({ entries: count, bytes, offset, locator: offset + bytes })] : [];
  const shown = Math.min(count, 0xffff);
  const end = Buffer.concat([u32(0x06054b50), u16(0, 0, shown, shown), u32(bytes, offset), u16(0)]);
  return Buffer.concat([...locals, ...directory, ...zip64, end]);
}

describe('a file of very many entries', () => {
  it('is read on both sides of the number that needs ZIP64, and in one way only', () => {
    for (const count of [0xfffe, 0xffff])
      expect(readContainer(memorySource(many(count)), 'p').entries.length).toBe(count);
    expect(toldOf(refusal(many(0xffff, true)))).toBe('package-file-refused zip64-missing');
  });

  it.skipIf(!hasProgram('unzip') || !hasProgram('python3'))(
    'is read by unzip and Python in the same way (both must be installed)',
    () => {
      const file = join(root, 'many.zip');
      const bytes = many(0x10001);
      expect(readContainer(memorySource(bytes), 'p').entries.length).toBe(0x10001);
      writeFileSync(file, bytes);
      expect(spawnSync('unzip', ['-tqq', file]).status).toBe(0);
      const script = 'import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))';
      expect(spawnSync('python3', ['-c', script, file], { encoding: 'utf8' }).stdout).toBe('65537\n');
    },
  );
});

/** A file on the disk with an entry of more than 4 GiB of which nothing is written: the system reads zeros there. */
function writeVast(path: string): readonly PlacedEntry[] {
  const small = Buffer.from('behind four gigabytes\n');
  const vast = { name: 'data/a', bytes: GIB_4 + 5, crc: 0, offset: 0 };
  const offset = localHeaderBytes(vast) + vast.bytes;
  const next = { name: 'data/b', bytes: small.length, crc: crc32(small), offset };
  const directory = Buffer.concat([directoryHeader(vast), directoryHeader(next)]);
  const at = offset + localHeaderBytes(next) + small.length;
  const file = openSync(path, 'wx');
  writeSync(file, localHeader(vast), 0, undefined, 0);
  const rest = [localHeader(next), small, directory];
  const end = endRecords({ entries: 2, offset: at, bytes: directory.length });
  writeSync(file, Buffer.concat([...rest, end]), 0, undefined, offset);
  closeSync(file);
  return [vast, next];
}

describe.skipIf(process.platform !== 'linux')('a file of more than four gigabytes (sparse, on Linux)', () => {
  it('is read, and what lies behind the fourth has its bytes', () => {
    const path = join(root, 'vast.zip');
    const written = writeVast(path);
    const source = openFileSource(path);
    try {
      const container = readContainer(source, path);
      expect(container.entries).toEqual(written);
      const [, next] = container.entries;
      if (next === undefined) throw new Error('two entries were written');
      expect([...container.chunks(next)].join('')).toBe('behind four gigabytes\n');
    } finally {
      source.close();
    }
  });

  it.skipIf(!hasProgram('unzip') || !hasProgram('python3'))(
    'is read by unzip and Python in the same way (both must be installed)',
    () => {
      const path = join(root, 'vast.zip');
      writeVast(path);
      expect(spawnSync('unzip', ['-p', path, 'data/b'], { encoding: 'utf8' }).stdout).toBe(
        'behind four gigabytes\n',
      );
      const script = [
        'import sys, zipfile',
        'z = zipfile.ZipFile(sys.argv[1])',
        'print(z.getinfo("data/a").file_size, z.open("data/a").read(3), z.read("data/b").decode(), end="")',
      ].join('\n');
      const { stdout, stderr } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
      expect([stdout, stderr]).toEqual([`${GIB_4 + 5} b'\\x00\\x00\\x00' behind four gigabytes\n`, '']);
    },
  );
});
