import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import { ProblemError } from '../../../../../archive/model/problem.ts';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { verifyBag } from '../../../../../archive/package/bagit/verify-bag.ts';
import { smallRegister, writeSmallArchive } from '../small-archive.ts';

/** Written from RFC 8493 by hand: what a bag must be to be complete and valid, and each way in which it is not. */

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-bagit-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Buffer>>;

const V1 = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const older = (version: string): string => V1.replace('1.0', version);

const hash = (algorithm: string, data: string | Buffer): string =>
  createHash(algorithm).update(data).digest('hex');
const line = (algorithm: string, data: string | Buffer, path: string): string =>
  `${hash(algorithm, data)}  ${path}\n`;

const HELLO = { 'data/hello.txt': 'hello\n' };
const SHA256 = { 'manifest-sha256.txt': line('sha256', 'hello\n', 'data/hello.txt') };
const GOOD: Files = { 'bagit.txt': V1, ...HELLO, ...SHA256 };

/** `valid`, or else all that was found: code, file, line and reason. */
async function found(files: Files, folders: readonly string[] = []): Promise<string> {
  const bag = join(root, 'bag');
  for (const folder of folders) mkdirSync(join(bag, folder), { recursive: true });
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(bag, name)), { recursive: true });
    writeFileSync(join(bag, name), data);
  }
  return await judged(bag);
}

async function judged(bag: string): Promise<string> {
  try {
    const { valid, complete, problems } = await verifyBag(bag);
    if (valid) return complete && problems.length === 0 ? 'valid' : 'valid and not complete';
    const told = problems.map(({ code, file, line: at, params, ...rest }) => {
      const sentence = problemText({ code, params, ...(file === undefined ? {} : { file }), ...rest }, 'sv');
      if (sentence.includes('?')) throw new Error(sentence);
      const place = at === undefined ? file : `${file}:${at}`;
      return [code, place, params['reason'] ?? ''].join(' ').trim();
    });
    return `${complete ? 'complete; ' : ''}${told.join(', ')}`;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

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
    expect(await found(files)).toBe('valid');
  });

  it('with an empty payload', async () => {
    expect(await found({ 'bagit.txt': V1, 'manifest-sha512.txt': '' }, ['data'])).toBe('valid');
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
    expect((await found(files)).startsWith(told)).toBe(true);
  });

  it('when a file of it is a link, which is not followed', async () => {
    await found(GOOD);
    rmSync(join(root, 'bag', 'data', 'hello.txt'));
    writeFileSync(join(root, 'elsewhere'), 'hello\n');
    symlinkSync(join(root, 'elsewhere'), join(root, 'bag', 'data', 'hello.txt'));
    expect(await judged(join(root, 'bag'))).toBe(
      'bag-element-invalid data/hello.txt link, bag-file-missing data/hello.txt',
    );
  });

  it('tells where a missing file is to be had', async () => {
    await found({
      ...GOOD,
      'manifest-sha256.txt': manifest + line('sha256', 'x', 'data/x'),
      'fetch.txt': 'https://archive.example/x 1 data/x\n',
    });
    const { problems } = await verifyBag(join(root, 'bag'));
    expect(problems.map((one) => problemText(one, 'en')).join()).toContain('https://archive.example/x');
  });
});

describe('checking a bag', () => {
  it('can be stopped', async () => {
    await found(GOOD);
    await expect(verifyBag(join(root, 'bag'), { signal: AbortSignal.abort() })).rejects.toThrow(
      /job-cancelled/u,
    );
  });

  it('has nothing to say of a folder that is not there', async () => {
    await expect(verifyBag(join(root, 'nowhere'))).rejects.toThrow(/package-not-found/u);
  });
});
