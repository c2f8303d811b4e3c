import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../archive/model/problem.ts';
import type { PackageManifest } from '../../../../archive/model/manifest.ts';
import { bagInfoText, manifestText, parseManifest, parseOxum } from '../../../../archive/package/bag-tags.ts';
import { isEntryName } from '../../../../archive/package/entry-names.ts';

const HASH = 'ab'.repeat(32);
const manifest: PackageManifest = {
  format: 1,
  series: 'nordmark',
  sequence: 3,
  previous: null,
  title: 'Arkiv för Nordmark',
  organisation: null,
  rights: 'Fria att använda\nPayload-Oxum: 1.1',
  date: '2024-12-02',
  languages: ['sv'],
  counts: { releases: 1, versions: 1, withdrawn: 0, originals: 1 },
  register: { id: 'nordmark', version: '2024-12-02' },
  rules: '1',
  minimumReader: '0.1.0',
};

describe('bag-info.txt', () => {
  it('tells series, day and size, leaves out what is not known, and never a clock', () => {
    expect(bagInfoText({ ...manifest, rights: null }, { bytes: 120, files: 4 })).toBe(
      'External-Description: Arkiv för Nordmark\nExternal-Identifier: nordmark/3\nBag-Group-Identifier: nordmark\n' +
        'Bagging-Date: 2024-12-02\nPayload-Oxum: 120.4\n',
    );
    expect(bagInfoText({ ...manifest, date: null }, { bytes: 1, files: 1 })).not.toContain('Bagging-Date');
  });

  it('lets no line break in a value begin a field of its own', () => {
    const text = bagInfoText(manifest, { bytes: 120, files: 4 });
    expect(text).toContain('Rights: Fria att använda Payload-Oxum: 1.1\n');
    expect(parseOxum(text)).toEqual({ bytes: 120, files: 4 });
  });
});

describe('a manifest', () => {
  const segment = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}(\.[a-z0-9]{1,5})?$/u);
  const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

  it('is read back as it was written, sorted by name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 20 }), (names) => {
        const entries = new Map(names.map((entry, n) => [entry, { hash: String(n % 10).repeat(64) }]));
        const read = parseManifest(manifestText(entries), 'manifest-sha256.txt');
        expect([...read.keys()]).toEqual(names.toSorted());
        expect(names.every((entry) => read.get(entry) === entries.get(entry)?.hash)).toBe(true);
      }),
    );
  });

  it.each([
    ['a way out of the package', `${HASH}  data/../../etc/passwd\n`],
    ['an absolute path', `${HASH}  /etc/passwd\n`],
    ['a hidden file', `${HASH}  data/.ssh\n`],
    ['a backslash', `${HASH}  data\\a\n`],
    ['capitals', `${HASH}  data/A\n`],
    ['letters beyond ASCII', `${HASH}  data/å\n`],
    ['an empty segment', `${HASH}  data//a\n`],
    ['a hash in capitals', `${HASH.toUpperCase()}  data/a\n`],
    ['a short hash', 'abcd  data/a\n'],
    ['one space', `${HASH} data/a\n`],
    ['the binary mark', `${HASH} *data/a\n`],
    ['a line without an end', `${HASH}  data/a`],
    ['Windows line ends', `${HASH}  data/a\r\n`],
    ['an empty line', `\n`],
    ['the same name twice', `${HASH}  data/a\n${HASH}  data/a\n`],
  ])('with %s is refused, with the line', (_, text) => {
    const refused = (): unknown => parseManifest(text, 'manifest-sha256.txt');
    expect(refused).toThrow(ProblemError);
    expect(refused).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({
          code: 'package-manifest-invalid',
          file: 'manifest-sha256.txt',
          line: expect.any(Number),
        }),
      }),
    );
  });
});

describe('an entry name', () => {
  it('is never one that leads out of the folder or means another on some system', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[./a-z0-9-]{0,12}$/u)), (text) => {
        const lawful = isEntryName(text);
        const safe = /^[a-z0-9._/-]+$/u.test(text) && !/(?:^|\/)\.|\.(?:\/|$)|\.\.|\/\/|^\/|\/$/u.test(text);
        expect(lawful && !safe).toBe(false);
      }),
    );
  });
});
