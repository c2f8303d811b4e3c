import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { smallRegister, writeSmallArchive } from '../small-archive.ts';
import { found, GOOD, HELLO, judged, line, older, SHA256, V1 } from './bag-files.ts';
import type { Files } from './bag-files.ts';

/** Written from RFC 8493 by hand: each way in which a bag is complete and valid. */

let root = '';
let bag = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-bagit-'));
  bag = join(root, 'bag');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a bag is valid', () => {
  it.each<[string, Files]>([
    ['as simple as can be', GOOD],
    ...['0.93', '0.94', '0.95', '0.96', '0.97'].map((version): [string, Files] => [
      `of BagIt ${version}`,
      { ...GOOD, 'bagit.txt': older(version) },
    ]),
    ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].map((algorithm): [string, Files] => [
      `hashed with ${algorithm}`,
      {
        'bagit.txt': V1,
        ...HELLO,
        [`manifest-${algorithm}.txt`]: line(algorithm, 'hello\n', 'data/hello.txt'),
      },
    ]),
    ['with several manifests', { ...GOOD, 'manifest-md5.txt': line('md5', 'hello\n', 'data/hello.txt') }],
    [
      'with hashes in capitals',
      {
        ...GOOD,
        'manifest-sha256.txt': SHA256['manifest-sha256.txt'].replace(/^\S+/u, (h) => h.toUpperCase()),
      },
    ],
    [
      'with a tab between hash and path',
      { ...GOOD, 'manifest-sha256.txt': SHA256['manifest-sha256.txt'].replace('  ', '\t') },
    ],
    [
      'with CRLF',
      {
        ...GOOD,
        'bagit.txt': V1.replaceAll('\n', '\r\n'),
        'manifest-sha256.txt': SHA256['manifest-sha256.txt'].replace('\n', '\r\n'),
      },
    ],
    [
      'with CR alone',
      {
        ...GOOD,
        'bagit.txt': V1.replaceAll('\n', '\r'),
        'manifest-sha256.txt': SHA256['manifest-sha256.txt'].replace('\n', '\r'),
      },
    ],
    [
      'without a line end at the end',
      { ...GOOD, 'bagit.txt': V1.trimEnd(), 'manifest-sha256.txt': SHA256['manifest-sha256.txt'].trimEnd() },
    ],
    ['with tag files that nothing lists', { ...GOOD, 'notes/more.txt': 'x', 'readme.txt': 'x' }],
    [
      'with a tag manifest over a tag folder',
      {
        ...GOOD,
        'notes/more.txt': 'x',
        'tagmanifest-sha256.txt': line('sha256', 'x', 'notes/more.txt') + line('sha256', V1, 'bagit.txt'),
      },
    ],
    ['with a stated size', { ...GOOD, 'bag-info.txt': 'Source-Organization: Nordmark\nPayload-Oxum: 6.1\n' }],
    [
      'with a value on two lines',
      { ...GOOD, 'bag-info.txt': 'External-Description: one\n  and two\nContact-Name: \n' },
    ],
    [
      'with info as it was called before',
      { ...GOOD, 'bagit.txt': older('0.95'), 'package-info.txt': 'Payload-Oxum: 6.1\n' },
    ],
    [
      'with a name of spaces and letters',
      {
        'bagit.txt': V1,
        'data/å ä ö.txt': 'x',
        'manifest-sha256.txt': line('sha256', 'x', 'data/å ä ö.txt'),
      },
    ],
    [
      'with letters that are composed in another way',
      {
        'bagit.txt': V1,
        'data/a\u030a.txt': 'x',
        'manifest-sha256.txt': line('sha256', 'x', 'data/\u00e5.txt'),
      },
    ],
    [
      'with line breaks and percent signs in names, encoded',
      {
        'bagit.txt': V1,
        'data/a\nb': 'x',
        'data/a\rb': 'x',
        'data/100%25': 'x',
        'manifest-sha256.txt': ['data/a%0Ab', 'data/a%0db', 'data/100%2525']
          .map((path) => line('sha256', 'x', path))
          .join(''),
      },
    ],
    [
      'of before the RFC, with a percent sign that stands for itself',
      {
        'bagit.txt': older('0.97'),
        'data/100%25': 'x',
        'manifest-sha256.txt': line('sha256', 'x', 'data/100%25'),
      },
    ],
    [
      'of before the RFC, with what md5sum and find write',
      {
        'bagit.txt': older('0.96'),
        'data/a': 'x',
        'data/b': 'x',
        'manifest-md5.txt': line('md5', 'x', '*data/a') + line('md5', 'x', './data/b'),
      },
    ],
    [
      'of before the RFC, each file in one of its manifests',
      {
        'bagit.txt': older('0.97'),
        'data/a': 'x',
        'data/b': 'x',
        'manifest-md5.txt': line('md5', 'x', 'data/a'),
        'manifest-sha1.txt': line('sha1', 'x', 'data/b'),
      },
    ],
    [
      'with tag files in UTF-16',
      {
        ...GOOD,
        'bagit.txt': V1.replace('UTF-8', 'UTF-16'),
        'manifest-sha256.txt': Buffer.from(`\uFEFF${SHA256['manifest-sha256.txt']}`, 'utf16le'),
      },
    ],
    [
      'with tag files in ISO-8859-1',
      {
        'bagit.txt': V1.replace('UTF-8', 'ISO-8859-1'),
        'data/å': 'x',
        'manifest-sha256.txt': Buffer.from(line('sha256', 'x', 'data/å'), 'latin1'),
      },
    ],
    [
      'with a file that was fetched',
      { ...GOOD, 'fetch.txt': 'https://archive.example/hello 6 data/hello.txt\n' },
    ],
    [
      'with fetched files of unknown size',
      { ...GOOD, 'fetch.txt': 'https://archive.example/hello - data/hello.txt\n' },
    ],
  ])('%s', async (_, files) => {
    expect(await found(bag, files)).toBe('valid');
  });

  it('with an empty payload', async () => {
    expect(await found(bag, { 'bagit.txt': V1, 'manifest-sha512.txt': '' }, ['data'])).toBe('valid');
  });

  it('when it is an archive package', async () => {
    writeSmallArchive(join(root, 'in'));
    await buildPackage({
      sources: [join(root, 'in')],
      out: join(root, 'package'),
      defaultRegister: smallRegister,
    });
    expect(await judged(join(root, 'package'))).toBe('valid');
  });
});
