import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../archive/model/canonical-json.ts';
import { releaseIdOfAddress } from '../../../../archive/package/identity.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import { generateKey } from '../../../../archive/package/signing/secret-key.ts';
import { signPackage } from '../../../../archive/package/signing/sign-package.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';
import type { VerifyReport } from '../../../../archive/package/verify.ts';
import { reseal } from './reseal.ts';
import { smallPackageForEach } from './small-package.ts';

const ID =
  releaseIdOfAddress('https://regeringen.nordmark.example/pressmeddelanden/2016/05/nya-stamledningar') ?? '';
const RELEASES = `data/releases/${ID.slice(0, 1)}.jsonl`;
const LINKS = `data/links/${ID.slice(0, 1)}.jsonl`;

let bag = '';
smallPackageForEach((dir) => (bag = dir));

function edit(name: string, change: (text: string) => string): void {
  const before = readFileSync(join(bag, name), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  writeFileSync(join(bag, name), after);
}

/** Codes and files of what was found. */
async function found(): Promise<readonly string[]> {
  const { problems } = await verifyPackage(bag);
  return problems.map(({ code, file }) => `${code} ${file ?? ''}`);
}

async function reasons(): Promise<readonly string[]> {
  const { problems } = await verifyPackage(bag);
  return problems.map(({ params }) => Object.values(params).join(' '));
}

describe('checking a package', () => {
  it('finds it intact, counts its files and tells how far it is', async () => {
    const heard: (readonly [number, number])[] = [];
    const report = await verifyPackage(bag, { onProgress: (done, total) => heard.push([done, total]) });
    const { identity, manifest } = await openPackage(bag);
    const listed = report.files.listed;
    expect(report).toEqual({
      ok: true,
      identity,
      problems: [],
      isChainChecked: null,
      counts: manifest.counts,
      files: { listed, intact: listed, bytes: report.files.bytes },
    } satisfies VerifyReport);
    expect(report.files.bytes).toBeGreaterThan(5000);
    expect(heard.at(-1)).toEqual([listed + 3, listed + 3]);
  });

  it('names a file in which one bit has changed', async () => {
    const [original = ''] =
      readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8').match(/data\/originals\/\S+/u) ?? [];
    const bytes = readFileSync(join(bag, original));
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(join(bag, original), bytes);
    expect(await found()).toEqual([`package-entry-damaged ${original}`]);
  });

  it.each(['bag-info.txt', 'bagit.txt', 'data/withdrawn.jsonl', RELEASES])(
    'names %s when it is missing',
    async (name) => {
      rmSync(join(bag, name));
      expect(await found()).toContain(`package-entry-missing ${name}`);
    },
  );

  it('has nothing to say about a folder that is no package', async () => {
    rmSync(join(bag, 'package.json'));
    await expect(verifyPackage(bag)).rejects.toThrow(/package-not-a-bag/u);
  });

  it('names what does not belong there, wherever it lies and whatever it is', async () => {
    writeFileSync(join(bag, 'data', 'extra.txt'), '');
    writeFileSync(join(bag, 'fetch.txt'), '');
    writeFileSync(join(bag, 'data', 'Ö.txt'), '');
    mkdirSync(join(bag, '.git'));
    writeFileSync(join(bag, '.git', 'config'), '');
    symlinkSync('/etc/hostname', join(bag, 'data', 'link'));
    const unexpected = ['.git', 'data/link', 'data/Ö.txt', 'data/extra.txt', 'fetch.txt'];
    expect((await found()).filter((line) => line.startsWith('package-entry-unexpected'))).toEqual(
      unexpected.map((name) => `package-entry-unexpected ${name}`),
    );
  });

  it('takes the signature of a package as belonging to it', async () => {
    await signPackage({ dir: bag, key: generateKey() });
    expect(await found()).toEqual([]);
  });

  it('notices files that are gone together with their manifest lines, by the size stated', async () => {
    edit('manifest-sha256.txt', (text) => text.replace(/.*originals.*\n/u, ''));
    const [gone = ''] = (await found()).filter((line) => line.includes('data/originals'));
    expect(gone).toContain('package-entry-unexpected');
    rmSync(join(bag, gone.split(' ')[1] ?? ''));
    const tagged = await found();
    expect(tagged).toContain('package-entry-damaged manifest-sha256.txt');
    expect(tagged).toContain('package-manifest-invalid bag-info.txt');
  });

  it('can be stopped', async () => {
    const stop = AbortSignal.abort();
    await expect(verifyPackage(bag, { signal: stop })).rejects.toThrow(/job-cancelled/u);
  });
});

describe('checking releases whose hashes are in order', () => {
  it.each([
    ['a word of what the page said', RELEASES, ['"title":"Nya', '"title":"Ny'], 'version'],
    ['a word of the reading text', RELEASES, ['"reading":"Nya', '"reading":"Ny'], 'reading'],
    ['the id', RELEASES, [ID, `${ID.slice(0, 15)}${ID.endsWith('0') ? '1' : '0'}`], 'id'],
    ['the version that leads', RELEASES, ['"current":true', '"current":false'], 'leading'],
    ['an original', RELEASES, [/"sha256":"[0-9a-f]{4}/u, '"sha256":"0000'], 'original'],
    [
      'the words of evidence',
      LINKS,
      [/"quote":"[^"]*Karim Nordh/u, '"quote":"Karin Nordh'],
      'evidence Karin Nordh',
    ],
    [
      'the place of evidence',
      LINKS,
      [/"end":(\d+),"kind":"text","quote":"[^"]*Karim/u, '"end":1,"kind":"text","quote":"Karim'],
      'evidence Karim',
    ],
    [
      'an id of the register',
      LINKS,
      ['"role":"karim-nordh.energiminister"', '"role":"karim-nordh.statsminister"'],
      'register karim-nordh as karim-nordh.statsminister',
    ],
    [
      'the release that links are about',
      LINKS,
      [/"version":"[0-9a-f]{4}/u, '"version":"0000'],
      'other-links',
    ],
    [
      'a field that is not known',
      LINKS,
      ['{"conflicts"', '{"also":1,"conflicts"'],
      'Unrecognized key: "also"',
    ],
  ] as const)('finds %s changed', async (_, name, [from, to], reason) => {
    edit(name, (text) => text.replace(from, to));
    reseal(bag);
    expect(await reasons()).toContainEqual(expect.stringContaining(reason));
  });

  it('names file and line, and goes on to the next line', async () => {
    edit(RELEASES, (text) => text.replaceAll('{"aliases"', '{"alias"'));
    reseal(bag);
    const { problems } = await verifyPackage(bag);
    const lines = problems.filter(({ file }) => file === RELEASES).map(({ line }) => line);
    expect(lines).toEqual(Array.from({ length: lines.length }, (_, n) => n + 1));
    expect(lines.length).toBeGreaterThanOrEqual(2);
  });

  it('finds versions in the wrong order, twice, or in the wrong file', async () => {
    const twice = (name: string): void => edit(name, (text) => text + text);
    twice(RELEASES);
    twice(LINKS);
    reseal(bag);
    expect((await reasons()).join()).toMatch(/version-twice|order/u);
    const other = ID.startsWith('z') ? 'y' : 'z';
    for (const table of ['releases', 'links'])
      writeFileSync(
        join(bag, 'data', table, `${other}.jsonl`),
        readFileSync(join(bag, 'data', table, `${ID.slice(0, 1)}.jsonl`)),
      );
    reseal(bag);
    expect(await reasons()).toContain('shard');
  });

  it('finds releases missing that the manifest counts', async () => {
    rmSync(join(bag, RELEASES));
    rmSync(join(bag, LINKS));
    reseal(bag);
    expect((await reasons()).join()).toMatch(/counts 1 \/ 1/u);
  });

  it('finds links without their release', async () => {
    edit(LINKS, (text) => text + canonicalJson(JSON.parse(text.split('\n')[0] ?? '')) + '\n');
    reseal(bag);
    expect(await reasons()).toContain('unpaired');
  });
});
