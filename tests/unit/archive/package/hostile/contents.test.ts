import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { treeHash } from '../container/small-container.ts';
import { openArena } from '../../../../torture/arena.ts';
import type { Arena } from '../../../../torture/arena.ts';
import type { Contents } from '../../../../torture/mutate-contents.ts';
import { answerOf, asTaken, changed, forged, textOf } from './forgery.ts';

/**
 * What is wrong with a package is in its contents, and all else about it is true: it is brought as a single file that is
 * written as it must be, and as a folder. Both must be refused, for the same reason.
 */

let arena: Arena;
let before = '';
beforeAll(async () => {
  arena = await openArena();
  before = treeHash(arena.good.dir);
});
afterAll(() => arena.close());

const [MANIFEST, TAGS] = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];
const HASH = 'a'.repeat(64);
/** A text of half a character, as bytes. */
const HALF = Buffer.of(0x22, 0xed, 0xa0, 0x80, 0x22, 0x0a);
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);

type Case = readonly [name: string, make: () => Contents, answer: string];

const withLine = (name: string, line: string) => (): Contents =>
  forged(arena, { [name]: `${textOf(arena, name)}${line}\n` });

const replaced = (name: string, from: string | RegExp, to: string) => (): Contents => {
  const text = textOf(arena, name);
  const other = text.replace(from, to);
  if (other === text) throw new Error(`nothing to change in ${name}`);
  return forged(arena, { [name]: other });
};

const put = (changes: Readonly<Record<string, string | Buffer | null>>) => (): Contents =>
  forged(arena, changes);

/** The shard of the one release. */
const RELEASES = 'data/releases/8.jsonl';
const LINKS = 'data/links/8.jsonl';
const REGISTER = 'data/authority.json';
const WITHDRAWN = 'data/withdrawn.jsonl';

const cases: readonly Case[] = [
  [
    'a name that leads out of the folder',
    withLine(MANIFEST, `${HASH}  data/../../evil`),
    'manifest-invalid name-traversal manifest-sha256.txt:6',
  ],
  [
    'a full path',
    withLine(MANIFEST, `${HASH}  /etc/passwd`),
    'manifest-invalid name-absolute manifest-sha256.txt:6',
  ],
  [
    'a name on another machine',
    withLine(MANIFEST, `${HASH}  //host/share/x`),
    'manifest-invalid name-unc manifest-sha256.txt:6',
  ],
  [
    'a name on another machine, as Windows writes it',
    withLine(MANIFEST, `${HASH}  \\\\host\\share\\x`),
    'manifest-invalid name-unc manifest-sha256.txt:6',
  ],
  [
    'a name on another drive',
    withLine(MANIFEST, `${HASH}  C:/evil`),
    'manifest-invalid name-drive manifest-sha256.txt:6',
  ],
  [
    'a name that Windows keeps for a device',
    withLine(MANIFEST, `${HASH}  data/nul.txt`),
    'manifest-invalid name-reserved manifest-sha256.txt:6',
  ],
  [
    'a name that differs in letter case only',
    withLine(MANIFEST, `${HASH}  data/Authority.json`),
    'manifest-invalid name-upper-case manifest-sha256.txt:6',
  ],
  [
    'a name of composed letters',
    withLine(MANIFEST, `${HASH}  data/\u00e5`),
    'manifest-invalid name-not-ascii manifest-sha256.txt:6',
  ],
  [
    'a name of decomposed letters',
    withLine(MANIFEST, `${HASH}  data/a\u030a`),
    'manifest-invalid name-not-ascii manifest-sha256.txt:6',
  ],
  [
    'a name with a control character',
    withLine(MANIFEST, `${HASH}  data/a\u001bb`),
    'manifest-invalid name-control manifest-sha256.txt:6',
  ],
  [
    'a name nested too deep',
    withLine(MANIFEST, `${HASH}  data/${'d/'.repeat(20)}x`),
    'manifest-invalid nested-too-deep manifest-sha256.txt:6',
  ],
  [
    'a name too long',
    withLine(MANIFEST, `${HASH}  data/${'x'.repeat(300)}`),
    'manifest-invalid name-too-long manifest-sha256.txt:6',
  ],
  [
    'a name listed twice',
    () => forged(arena, { [MANIFEST]: textOf(arena, MANIFEST).repeat(2) }),
    'manifest-invalid name-twice manifest-sha256.txt:6',
  ],
  [
    'a manifest of line breaks',
    put({ [MANIFEST]: '\n'.repeat(1 << 20) }),
    'manifest-invalid malformed-line manifest-sha256.txt:1',
  ],
  [
    'a manifest that is cut off',
    put({ [MANIFEST]: 'abc' }),
    'manifest-invalid cut-off manifest-sha256.txt:1',
  ],
  [
    'a manifest of MD5',
    withLine(MANIFEST, `${HASH.slice(0, 32)}  data/x`),
    'manifest-invalid malformed-line manifest-sha256.txt:6',
  ],
  [
    'a manifest of SHA-512',
    withLine(MANIFEST, `${HASH}${HASH}  data/x`),
    'manifest-invalid malformed-line manifest-sha256.txt:6',
  ],
  [
    'a second manifest of another algorithm',
    () => changed(arena, { 'manifest-sha512.txt': 'x' }),
    'entry-unexpected manifest-sha512.txt',
  ],
  [
    'another algorithm instead of ours',
    () => changed(arena, { [TAGS]: null, 'tagmanifest-md5.txt': 'x' }),
    'entry-missing tagmanifest-sha256.txt',
  ],
  [
    'a fetch.txt',
    () => changed(arena, { 'fetch.txt': 'https://example.org/ 1 data/x\n' }),
    'entry-unexpected fetch.txt',
  ],
  [
    'a fetch.txt that the tag manifest lists',
    withLine(TAGS, `${HASH}  fetch.txt`),
    'entry-unexpected fetch.txt',
  ],
  ['a file that nothing lists', () => changed(arena, { 'data/more': 'x' }), 'entry-unexpected data/more'],
  [
    'a tag file that nothing lists',
    () => changed(arena, { 'readme.txt': 'x' }),
    'entry-unexpected readme.txt',
  ],
  ['a file that is missing', () => changed(arena, { [REGISTER]: null }), 'entry-missing data/authority.json'],
  [
    'a tag file that is missing',
    () => changed(arena, { 'bag-info.txt': null }),
    'entry-missing bag-info.txt',
  ],
  [
    'a tag file that is not listed',
    () => forged(arena, { [TAGS]: textOf(arena, TAGS).replace(/^.*bag-info.*\n/u, '') }),
    'entry-missing bag-info.txt',
  ],
  ['no manifest', () => changed(arena, { [MANIFEST]: null }), 'entry-missing manifest-sha256.txt'],
  ['no tag manifest', () => changed(arena, { [TAGS]: null }), 'entry-missing tagmanifest-sha256.txt'],
  [
    'a payload file of other bytes',
    () => changed(arena, { [REGISTER]: '{}' }),
    'entry-damaged data/authority.json',
  ],
  [
    'a tag file of other bytes',
    () => changed(arena, { 'bag-info.txt': 'Bag-Count: 1\n' }),
    'entry-damaged bag-info.txt',
  ],
  [
    'a manifest of other bytes',
    () =>
      changed(arena, { [MANIFEST]: textOf(arena, MANIFEST).replace(/^./u, (c) => (c === '0' ? '1' : '0')) }),
    'entry-damaged manifest-sha256.txt',
  ],
  [
    'hashes that stand at each other’s files',
    replaced(MANIFEST, /^(.{64})(.*\n)(.{64})/u, '$3$2$1'),
    'entry-damaged data/authority.json',
  ],
  [
    'BagIt 0.93',
    put({ 'bagit.txt': 'BagIt-Version: 0.93\nTag-File-Character-Encoding: UTF-8\n' }),
    'manifest-invalid bag-version bagit.txt',
  ],
  [
    'BagIt 0.97',
    put({ 'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' }),
    'manifest-invalid bag-version bagit.txt',
  ],
  [
    'BagIt 1.1',
    put({ 'bagit.txt': 'BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n' }),
    'manifest-invalid bag-version bagit.txt',
  ],
  [
    'tag files of another encoding',
    put({ 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n' }),
    'manifest-invalid bag-version bagit.txt',
  ],
  [
    'a package format of another time',
    replaced('package.json', '"format": 1', '"format": 99'),
    'version-unknown package.json',
  ],
  [
    'a size that is not the stated one',
    () => changed(arena, { 'bag-info.txt': 'Payload-Oxum: 1.1\n' }),
    'entry-damaged bag-info.txt',
  ],
  [
    'a tag file beyond the bound',
    put({ 'bag-info.txt': 'x'.repeat((1 << 20) + 1) }),
    'entry-unexpected too-large bag-info.txt',
  ],
  [
    'a signature beyond the bound',
    put({ [`${TAGS}.minisig`]: 'x'.repeat((1 << 16) + 1) }),
    'entry-unexpected too-large tagmanifest-sha256.txt.minisig',
  ],
  [
    'a signature of another algorithm',
    () => forged(arena, { [`${TAGS}.minisig`]: otherAlgorithm() }),
    'signature-invalid algorithm tagmanifest-sha256.txt.minisig:2',
  ],
  [
    'a register beyond the bound',
    put({ [REGISTER]: ' '.repeat((1 << 25) + 1) }),
    'entry-unexpected too-large data/authority.json',
  ],
  [
    'a line beyond the bound',
    put({ [RELEASES]: `${' '.repeat((1 << 24) + 1)}\n` }),
    'record-invalid line-too-long data/releases/8.jsonl:1',
  ],
  [
    'counts that are huge',
    replaced('package.json', /"versions": \d+/u, '"versions": 9007199254740991'),
    'manifest-invalid counts package.json',
  ],
  [
    'counts that are not exact',
    replaced('package.json', /"versions": \d+/u, '"versions": 9007199254740993'),
    'manifest-invalid counts.versions: Too big: expected int to be <=9007199254740991 package.json',
  ],
  [
    'a sequence that is no number',
    replaced('package.json', /"sequence": 1/u, '"sequence": 1e999'),
    'manifest-invalid sequence: Invalid input: expected number, received Infinity package.json',
  ],
  [
    'originals counted that are not there',
    replaced('package.json', /"originals": \d+/u, '"originals": 7'),
    'manifest-invalid counts package.json',
  ],
  [
    'withdrawals counted that are not there',
    replaced('package.json', /"withdrawn": \d+/u, '"withdrawn": 7'),
    'manifest-invalid counts package.json',
  ],
  [
    'a last withdrawal without its end',
    replaced(WITHDRAWN, /\n$/u, ''),
    'record-invalid cut-off data/withdrawn.jsonl:1',
  ],
  [
    'a million wrong values',
    replaced(RELEASES, '"aliases":[]', `"aliases":[${'1,'.repeat(1 << 20)}1]`),
    'record-invalid too-many-values data/releases/8.jsonl:1',
  ],
  ...['package.json', REGISTER, WITHDRAWN, RELEASES, LINKS].flatMap(jsonCases),
];

/** What can be wrong with any file of JSON. */
function jsonCases(name: string): readonly Case[] {
  const isLines = name.endsWith('.jsonl');
  const told = (reason: string): string =>
    isLines ? `record-invalid ${reason} ${name}:1` : `manifest-invalid ${reason} ${name}`;
  // Files that are read whole are also compared whole.
  const rewritten = [RELEASES, LINKS].includes(name)
    ? told('not-canonical')
    : `manifest-invalid not-canonical ${name}`;
  const prototype = told('Unrecognized key: "__proto__"');
  return [
    [`${name} nested deep`, put({ [name]: `${DEEP}\n` }), told('nested-too-deep')],
    [`${name} that is no JSON`, put({ [name]: '{\n' }), told('not-json')],
    [`${name} that is not UTF-8`, put({ [name]: HALF }), told('not-utf8')],
    [
      `${name} with a prototype`,
      replaced(name, '{', '{"__proto__":{"polluted":true},'),
      name === REGISTER ? prototype.replace('manifest', 'register') : prototype,
    ],
    [`${name} with a member twice`, replaced(name, /("\w+"): ?("[^"]*")/u, '$1:$2,$1:$2'), rewritten],
    [
      `${name} with half a character`,
      replaced(name, /"(title|name|reason|quote)":( ?)"/u, '"$1":$2"\\ud800'),
      rewritten,
    ],
    [`${name} with white space`, replaced(name, /\}\n/u, '} \n'), rewritten],
  ];
}

function otherAlgorithm(): string {
  const [first = '', line = '', ...rest] = textOf(arena, `${TAGS}.minisig`).split('\n');
  const bytes = Buffer.from(line, 'base64');
  bytes.write('Rs', 0, 'latin1');
  return [first, bytes.toString('base64'), ...rest].join('\n');
}

describe('a package with wrong contents is refused at both doors, and nothing else is touched:', () => {
  it.each(cases)('%s', async (_, make, answer) => {
    for (const door of [arena.file, arena.folder, arena.fileToLibrary, arena.folderToLibrary])
      expect(`${door.name}: ${await answerOf(arena, door, asTaken(door, make()))}`).toBe(
        `${door.name}: ${answer}`,
      );
    expect(treeHash(arena.good.dir)).toBe(before);
    expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  });
});
