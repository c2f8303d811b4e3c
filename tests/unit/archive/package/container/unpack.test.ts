import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../../archive/model/problem.ts';
import { packPackage } from '../../../../../archive/package/container/pack.ts';
import { unpackPackage } from '../../../../../archive/package/container/unpack.ts';
import { openPackage } from '../../../../../archive/package/read.ts';
import { reseal } from '../reseal.ts';
import { zipOf } from './hostile-zip.ts';
import type { HostileEntry } from './hostile-zip.ts';
import { hasProgram, inProcess } from './programs.ts';
import { entriesOf, smallBag, toldOf, treeHash } from './small-container.ts';

let made = '';
let bag = '';
let packed: Buffer = Buffer.alloc(0);
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'lasesal-packed-'));
  bag = await smallBag(made, true);
  await packPackage({ dir: bag, out: join(made, 'p.lasesal') });
  packed = readFileSync(join(made, 'p.lasesal'));
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

let root = '';
let file = '';
let out = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-unpack-'));
  [file, out] = [join(root, 'p.lasesal'), join(root, 'out')];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What unpacking these bytes is refused for. */
async function told(bytes: Uint8Array): Promise<string> {
  writeFileSync(file, bytes);
  try {
    await unpackPackage({ file, out });
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const place = error.problem.file === file ? '' : ` ${error.problem.file ?? ''}`;
    return `${toldOf(error)}${place}`;
  }
}

/** The small package with files changed, added (a new name) or taken away (null), its manifests as they were. */
function changed(files: Readonly<Record<string, Buffer | null>>): Buffer {
  const all = new Map<string, Buffer | null>([
    ...entriesOf(bag).map(({ name, data }) => [name, data] as const),
    ...Object.entries(files),
  ]);
  const entries = [...all].flatMap(([name, data]): HostileEntry[] => (data === null ? [] : [{ name, data }]));
  return zipOf(entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

/** A package whose tag manifest is true to what its other tag files say. */
function retagged(files: Readonly<Record<string, Buffer>>, names: readonly string[]): Buffer {
  const text = names
    .map((name) => `${hash(files[name] ?? readFileSync(join(bag, name)))}  ${name}\n`)
    .join('');
  return changed({ ...files, 'tagmanifest-sha256.txt': Buffer.from(text) });
}

const TAGS = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'package.json'];

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('unpacking a package', () => {
  it('gives the folder that was packed, its identity, and nothing besides', async () => {
    writeFileSync(file, packed);
    const heard: string[] = [];
    const { identity } = await unpackPackage({
      file,
      out,
      onProgress: (done, total, step) => heard.push(`${step} ${done === total}`),
    });
    expect(treeHash(out)).toBe(treeHash(bag));
    expect((await openPackage(out)).identity).toBe(identity);
    expect(readdirSync(root).toSorted()).toEqual(['out', 'p.lasesal']);
    expect(heard).toContain('unpacking true');
    expect(heard.at(-1)).toBe('checking true');
  });

  it.skipIf(!hasProgram('sha256sum'))('gives what sha256sum confirms (which must be installed)', async () => {
    writeFileSync(file, packed);
    await unpackPackage({ file, out });
    const args = ['--strict', '-c', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'];
    expect(spawnSync('sha256sum', args, { cwd: out }).status).toBe(0);
  });

  it('gives what packs to the same file again, whatever the package holds', async () => {
    const extra = fc.uniqueArray(fc.uint8Array({ maxLength: 5000 }), {
      maxLength: 6,
      selector: (bytes) => hash(bytes),
    });
    await fc.assert(
      fc.asyncProperty(extra, async (attachments) => {
        const dir = mkdtempSync(join(root, 'case-'));
        cpSync(bag, join(dir, 'bag'), { recursive: true });
        for (const bytes of attachments) {
          const name = hash(bytes);
          const place = join(dir, 'bag', 'data', 'attachments', name.slice(0, 2), name);
          mkdirSync(dirname(place), { recursive: true });
          writeFileSync(place, bytes);
        }
        reseal(join(dir, 'bag'));
        const first = await packPackage({ dir: join(dir, 'bag'), out: join(dir, 'one') });
        await unpackPackage({ file: join(dir, 'one'), out: join(dir, 'again') });
        const second = await packPackage({ dir: join(dir, 'again'), out: join(dir, 'two') });
        expect(second).toEqual(first);
        expect(readFileSync(join(dir, 'two')).equals(readFileSync(join(dir, 'one')))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it.each<[string, () => Buffer, string]>([
    [
      'one entry more',
      () => changed({ 'data/more': Buffer.from('x') }),
      'package-entry-unexpected data/more',
    ],
    ['a fetch.txt', () => changed({ 'fetch.txt': Buffer.from('x') }), 'package-entry-unexpected fetch.txt'],
    [
      'a fetch.txt that the tag manifest lists',
      () => retagged({ 'fetch.txt': Buffer.from('x') }, [...TAGS, 'fetch.txt']),
      'package-entry-unexpected fetch.txt',
    ],
    [
      'a tag file that is not listed',
      () => retagged({}, ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']),
      'package-entry-missing package.json',
    ],
    [
      'an entry missing',
      () => changed({ 'data/authority.json': null }),
      'package-entry-missing data/authority.json',
    ],
    [
      'no manifest',
      () => changed({ 'manifest-sha256.txt': null }),
      'package-entry-missing manifest-sha256.txt',
    ],
    [
      'no tag manifest',
      () => changed({ 'tagmanifest-sha256.txt': null }),
      'package-entry-missing tagmanifest-sha256.txt',
    ],
    [
      'an entry that has another hash',
      () => changed({ 'data/authority.json': Buffer.from('{}') }),
      'package-entry-damaged data/authority.json',
    ],
    [
      'a tag file that has another hash',
      () => changed({ 'bag-info.txt': Buffer.from('Bag-Count: 1\n') }),
      'package-entry-damaged bag-info.txt',
    ],
    [
      'a tag file of a size beyond the bound',
      () => changed({ 'bag-info.txt': Buffer.alloc((1 << 20) + 1, 'x') }),
      'package-entry-unexpected too-large bag-info.txt',
    ],
    [
      'another version of BagIt',
      () => retagged({ 'bagit.txt': Buffer.from('BagIt-Version: 0.97\n') }, TAGS),
      'package-manifest-invalid bag-version bagit.txt',
    ],
    [
      'an entry that leads out of the folder',
      () => changed({ '../up': Buffer.from('x') }),
      'package-file-refused name-traversal ../up',
    ],
    ['nothing in it', () => zipOf([]), 'package-entry-missing tagmanifest-sha256.txt'],
    ['all of it but its end', () => packed.subarray(0, -1), 'package-file-damaged cut-off'],
  ])('is refused with %s, and leaves nothing', async (_, bytes, fault) => {
    expect(await told(bytes())).toBe(fault);
    expect(readdirSync(root)).toEqual(['p.lasesal']);
  });

  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  it.each([
    ['package.json', 'nested deep', deep],
    ['data/authority.json', 'nested deep', deep],
    ['data/withdrawn.jsonl', 'nested deep', `${deep}\n`],
    ['data/withdrawn.jsonl', 'that names a prototype', '{"__proto__":{"id":"x"}}\n'],
    ['package.json', 'that names a prototype', '{"format":1,"__proto__":{"series":"x"}}'],
    ['data/releases/8.jsonl', 'nested deep', `{"id":${deep}}\n`],
    ['data/releases/8.jsonl', 'of half a character', '"\\ud800"\n'],
    ['data/releases/8.jsonl', 'of one endless line', '{'.repeat(1 << 20)],
  ])('is refused with a %s %s, whatever its hashes say', async (name, _, text) => {
    const forged = join(root, 'forged');
    cpSync(bag, forged, { recursive: true });
    writeFileSync(join(forged, name), text);
    reseal(forged);
    const fault = await told(zipOf(entriesOf(forged)));
    expect(fault).toMatch(/^(?:package-(?:manifest|record)|register)-invalid .* (?:data\/|package)/u);
    expect(readdirSync(root).toSorted()).toEqual(['forged', 'p.lasesal']);
  });

  it('writes over nothing, and through no link', async () => {
    writeFileSync(file, packed);
    mkdirSync(out);
    writeFileSync(join(out, 'mine'), 'mine');
    await expect(unpackPackage({ file, out })).rejects.toThrow(/package-out-exists/u);
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(root, '.linked.building'));
    await expect(unpackPackage({ file, out: join(root, 'linked') })).rejects.toThrow(/package-out-exists/u);
    expect([readdirSync(out), readdirSync(elsewhere)]).toEqual([['mine'], []]);
  });

  it.each([
    ['a file that is not there', 'missing.lasesal', 'package-file-not-found'],
    ['a folder', '.', 'package-file-unreadable'],
  ])('is refused of %s', async (_, name, code) => {
    await expect(unpackPackage({ file: join(root, name), out })).rejects.toThrow(code);
    expect(existsSync(out)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('leaves nothing when there is no room for the files', () => {
    writeFileSync(file, packed);
    // A limit on the size of files is what a full disk looks like to one program alone.
    const limited = (): void => inProcess('ulimit -f 1;', ['unpack', file, '--out', out], { LC_ALL: 'C' });
    expect(limited).toThrow(/It was not possible to write/u);
    expect(readdirSync(root)).toEqual(['p.lasesal']);
  });

  it('leaves nothing when it is cancelled while it unpacks, or while it checks', async () => {
    writeFileSync(file, packed);
    for (const at of ['unpacking', 'checking'] as const) {
      const stop = new AbortController();
      const onProgress = (_: number, __: number, step: string): void => {
        if (step === at) stop.abort();
      };
      await expect(unpackPackage({ file, out, signal: stop.signal, onProgress })).rejects.toThrow(
        /job-cancelled/u,
      );
      expect(readdirSync(root)).toEqual(['p.lasesal']);
    }
  });
});
