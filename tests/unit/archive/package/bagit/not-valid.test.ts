import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import { verifyBag } from '../../../../../archive/package/bagit/verify-bag.ts';
import { found, GOOD, HELLO, judged, line, older, SHA256, V1 } from './bag-files.ts';
import type { Files } from './bag-files.ts';

/** Written from RFC 8493 by hand: each way in which a bag is not complete or not valid. */

let root = '';
let bag = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-bagit-'));
  bag = join(root, 'bag');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a bag is not valid', () => {
  const manifest = SHA256['manifest-sha256.txt'];
  it.each<[string, Files, string]>([
    ['without bagit.txt', { ...HELLO, ...SHA256 }, 'bag-not-a-bag'],
    ['of a version to come', { ...GOOD, 'bagit.txt': older('1.1') }, 'bag-version-unknown'],
    ['of a version before all', { ...GOOD, 'bagit.txt': older('0.92') }, 'bag-version-unknown'],
    [
      'without an encoding',
      { ...GOOD, 'bagit.txt': 'BagIt-Version: 1.0\n' },
      'bag-element-invalid bagit.txt:2 syntax',
    ],
    ['with a line more', { ...GOOD, 'bagit.txt': `${V1}More: x\n` }, 'bag-element-invalid bagit.txt:3 lines'],
    [
      'with a byte order mark',
      { ...GOOD, 'bagit.txt': `\uFEFF${V1}` },
      'bag-element-invalid bagit.txt:1 syntax',
    ],
    [
      'with lines in the other order',
      { ...GOOD, 'bagit.txt': V1.split('\n').toReversed().join('\n').trimStart() },
      'bag-element-invalid bagit.txt:1 syntax',
    ],
    [
      'with an encoding of no one',
      { ...GOOD, 'bagit.txt': V1.replace('UTF-8', 'EBCDIC-X') },
      'bag-element-invalid manifest-sha256.txt encoding-unknown',
    ],
    [
      'with a manifest in another encoding',
      { ...GOOD, 'manifest-sha256.txt': Buffer.concat([Buffer.from(manifest), Buffer.of(0xff)]) },
      'bag-element-invalid manifest-sha256.txt not-in-encoding',
    ],
    [
      'without payload',
      { 'bagit.txt': V1, 'manifest-sha256.txt': '' },
      'bag-element-invalid data no-payload',
    ],
    ['without manifest', { 'bagit.txt': V1, ...HELLO }, 'bag-element-invalid manifest-sha256.txt ENOENT'],
    [
      'with a file missing',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', 'x', 'data/x') },
      'bag-file-missing data/x',
    ],
    ['with a file unlisted', { ...GOOD, 'data/x': 'x' }, 'bag-file-unlisted data/x'],
    [
      'with a file in one manifest only',
      {
        ...GOOD,
        'data/x': 'x',
        'manifest-md5.txt': line('md5', 'x', 'data/x') + line('md5', 'hello\n', 'data/hello.txt'),
      },
      'bag-file-unlisted data/x',
    ],
    [
      'with a file changed',
      { ...GOOD, 'data/hello.txt': 'Hello\n' },
      'complete; bag-file-damaged data/hello.txt',
    ],
    [
      'with a checksum of one of two manifests that does not hold',
      { ...GOOD, 'manifest-md5.txt': line('md5', 'other', 'data/hello.txt') },
      'complete; bag-file-damaged data/hello.txt',
    ],
    [
      'with a tag file changed',
      { ...GOOD, 'tagmanifest-md5.txt': line('md5', 'other', 'bagit.txt') },
      'complete; bag-file-damaged bagit.txt',
    ],
    [
      'with a tag file missing',
      { ...GOOD, 'tagmanifest-md5.txt': line('md5', 'x', 'notes/more.txt') },
      'bag-file-missing notes/more.txt',
    ],
    [
      'with payload in a tag manifest',
      { ...GOOD, 'tagmanifest-md5.txt': line('md5', 'hello\n', 'data/hello.txt') },
      'bag-element-invalid tagmanifest-md5.txt: data/hello.txt not-a-tag-file',
    ],
    [
      'with a tag file among the payload',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', V1, 'bagit.txt') },
      'bag-element-invalid manifest-sha256.txt: bagit.txt not-payload',
    ],
    [
      'with another size stated',
      { ...GOOD, 'bag-info.txt': 'Payload-Oxum: 7.1\n' },
      'bag-element-invalid bag-info.txt payload-oxum',
    ],
    [
      'with another number stated',
      { ...GOOD, 'bag-info.txt': 'Payload-Oxum: 6.2\n' },
      'bag-element-invalid bag-info.txt payload-oxum',
    ],
    [
      'with a size stated twice',
      { ...GOOD, 'bag-info.txt': 'Payload-Oxum: 6.1\nPayload-Oxum: 6.1\n' },
      'bag-element-invalid bag-info.txt:2 payload-oxum',
    ],
    [
      'with a size that is none',
      { ...GOOD, 'bag-info.txt': 'Payload-Oxum: many\n' },
      'bag-element-invalid bag-info.txt:1 payload-oxum',
    ],
    [
      'with info that is none',
      { ...GOOD, 'bag-info.txt': 'Nordmark\n' },
      'bag-element-invalid bag-info.txt:1 syntax',
    ],
    [
      'with info without the space',
      { ...GOOD, 'bag-info.txt': 'Contact-Name:x\n' },
      'bag-element-invalid bag-info.txt:1 syntax',
    ],
    [
      'with a hash of another length',
      { ...GOOD, 'manifest-sha256.txt': line('sha1', 'hello\n', 'data/hello.txt') },
      'bag-element-invalid manifest-sha256.txt:1 hash-length',
    ],
    [
      'with a line that is none',
      { ...GOOD, 'manifest-sha256.txt': `${manifest}data/x\n` },
      'bag-element-invalid manifest-sha256.txt:2 malformed-line',
    ],
    [
      'with a path twice',
      { ...GOOD, 'manifest-sha256.txt': manifest.repeat(2) },
      'bag-element-invalid manifest-sha256.txt:2 name-twice',
    ],
    [
      'with a path out of it',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', 'x', 'data/../../x') },
      'bag-element-invalid manifest-sha256.txt:2 name-traversal',
    ],
    [
      'with a full path',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', 'x', '/etc/passwd') },
      'bag-element-invalid manifest-sha256.txt:2 name-absolute',
    ],
    [
      'with a path at someone’s home',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', 'x', '~/x') },
      'bag-element-invalid manifest-sha256.txt:2 name-absolute',
    ],
    [
      'with a path on a drive',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', 'x', 'C:/x') },
      'bag-element-invalid manifest-sha256.txt:2 name-absolute',
    ],
    [
      'with a percent sign that is not encoded',
      { ...GOOD, 'manifest-sha256.txt': manifest + line('sha256', 'x', 'data/100%') },
      'bag-element-invalid manifest-sha256.txt:2 percent',
    ],
    [
      'with a path as find writes it',
      { ...GOOD, 'manifest-sha256.txt': line('sha256', 'hello\n', './data/hello.txt') },
      'bag-element-invalid manifest-sha256.txt:1 unsafe-name',
    ],
    [
      'with an algorithm of no one',
      { ...GOOD, 'manifest-crc7.txt': 'ab  data/hello.txt\n' },
      'bag-element-invalid manifest-crc7.txt algorithm-unknown',
    ],
    [
      'with a file that is still to be fetched',
      {
        'bagit.txt': V1,
        ...HELLO,
        'manifest-sha256.txt': manifest + line('sha256', 'x', 'data/x'),
        'fetch.txt': 'https://archive.example/x 1 data/x\n',
      },
      'bag-file-missing data/x',
    ],
    [
      'with a file to be fetched that no manifest lists',
      { ...GOOD, 'fetch.txt': 'https://archive.example/x 1 data/x\n' },
      'bag-file-unlisted data/x',
    ],
    [
      'with a tag file to be fetched',
      { ...GOOD, 'fetch.txt': 'https://archive.example/x 1 bagit.txt\n' },
      'bag-element-invalid fetch.txt:1 not-payload',
    ],
    [
      'with a way out to be fetched to',
      { ...GOOD, 'fetch.txt': 'https://archive.example/x 1 data/../../x\n' },
      'bag-element-invalid fetch.txt:1 name-traversal',
    ],
    [
      'with nothing to be fetched from',
      { ...GOOD, 'fetch.txt': 'hello 1 data/hello.txt\n' },
      'bag-element-invalid fetch.txt:1 malformed-line',
    ],
  ])('%s', async (_, files, told) => {
    expect((await found(bag, files)).startsWith(told)).toBe(true);
  });

  it('when a file of it is a link, which is not followed', async () => {
    await found(bag, GOOD);
    rmSync(join(bag, 'data', 'hello.txt'));
    writeFileSync(join(root, 'elsewhere'), 'hello\n');
    symlinkSync(join(root, 'elsewhere'), join(bag, 'data', 'hello.txt'));
    expect(await judged(bag)).toBe(
      'bag-element-invalid data/hello.txt link, bag-file-missing data/hello.txt',
    );
  });

  it('tells where a missing file is to be had', async () => {
    await found(bag, {
      ...GOOD,
      'manifest-sha256.txt': manifest + line('sha256', 'x', 'data/x'),
      'fetch.txt': 'https://archive.example/x 1 data/x\n',
    });
    const { problems } = await verifyBag(bag);
    expect(problems.map((one) => problemText(one, 'en')).join()).toContain('https://archive.example/x');
  });
});

describe('checking a bag', () => {
  it('can be stopped', async () => {
    await found(bag, GOOD);
    await expect(verifyBag(bag, { signal: AbortSignal.abort() })).rejects.toThrow(/job-cancelled/u);
  });

  it('has nothing to say of a folder that is not there', async () => {
    await expect(verifyBag(join(root, 'nowhere'))).rejects.toThrow(/package-not-found/u);
  });
});
