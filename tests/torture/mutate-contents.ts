import { createHash } from 'node:crypto';
import type { Draw } from './draw.ts';
import { mutateBytes } from './mutate-bytes.ts';

/** The files of a package by name. */
export type Contents = ReadonlyMap<string, Buffer>;

const [MANIFEST, TAG_MANIFEST] = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];
const SIGNATURE = `${TAG_MANIFEST}.minisig`;

/** What a JSON value is replaced by. Each stands as text: some of them no parser would give. */
const VALUES = [
  'null',
  'true',
  '0',
  '-0',
  '1e308',
  '9007199254740993',
  '-1',
  '""',
  '"x"',
  '[]',
  '{}',
  '[[[[[[[[[[]]]]]]]]]]',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '"\\ud800"',
  '"\\u0000"',
  '"\\u202e\\u0007"',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{}}}',
  `[${'0,'.repeat(3000)}0]`,
  `"${'x'.repeat(20_000)}"`,
  '../../etc/passwd',
  '"../../etc/passwd"',
];

const MANIFEST_NAMES = ['data/../../evil', '/etc/passwd', 'C:/evil', 'data/Å', 'data/nul', 'data/%2e%2e/x'];

type ContentsChange = (files: Map<string, Buffer>, draw: Draw) => void;

const changes: readonly ContentsChange[] = [
  (files, draw) => {
    const name = draw.oneOf([...files.keys()]);
    files.set(name, mutateBytes(files.get(name) ?? Buffer.alloc(0), draw));
  },
  (files, draw) => void files.delete(draw.oneOf([...files.keys()])),
  (files, draw) =>
    void files.set(
      draw.oneOf(['fetch.txt', 'data/more', 'manifest-md5.txt', 'data/links/9.jsonl']),
      Buffer.from('x'),
    ),
  (files, draw) => {
    const [a, b] = [draw.oneOf([...files.keys()]), draw.oneOf([...files.keys()])];
    const [one, other] = [files.get(a), files.get(b)];
    if (one === undefined || other === undefined) return;
    files.set(a, other);
    files.set(b, one);
  },
  (files, draw) => changeManifest(files, draw.oneOf([MANIFEST, TAG_MANIFEST]), draw),
  changeJson,
  changeJson,
  changeJson,
];

/**
 * Files of a package with something in them changed by someone who knows what they are; half the time with the
 * manifests made true again, as one would who has no key.
 *
 * @param files lawful names only, as they were.
 */
export function mutateContents(files: Contents, draw: Draw): Contents {
  const changed = new Map(files);
  draw.oneOf(changes)(changed, draw);
  if (draw.upTo(2) === 0) reseal(changed);
  if (draw.upTo(8) === 0) changed.delete(SIGNATURE);
  return changed;
}

function changeManifest(files: Map<string, Buffer>, name: string, draw: Draw): void {
  const lines = (files.get(name) ?? '').toString('utf8').split('\n').slice(0, -1);
  const at = draw.upTo(lines.length);
  const line = lines[at] ?? '';
  const [hash, path] = [line.slice(0, 64), line.slice(66)];
  const other = lines[draw.upTo(lines.length)] ?? '';
  const by = draw.oneOf<readonly string[]>([
    [],
    [line, line],
    [`${other.slice(0, 64)}  ${path}`],
    [`${hash.toUpperCase()}  ${path}`],
    [`${hash.slice(0, 40)}  ${path}`],
    [`${hash}${hash}  ${path}`],
    [`${hash} ${path}`],
    [`${hash}  ${path}\r`],
    [`${hash}  ${path.toUpperCase()}`],
    [`${hash}  ./${path}`],
    [`${hash}  ${draw.oneOf(MANIFEST_NAMES)}`],
    [line, `${hash}  ${draw.oneOf(MANIFEST_NAMES)}`],
    [line, ''],
    ['\uFEFF' + line],
  ]);
  lines.splice(at, 1, ...by);
  files.set(name, Buffer.from(lines.map((one) => `${one}\n`).join('')));
}

/** Puts another value in the place of one in a JSON file, or a member beside it, in the text itself. */
function changeJson(files: Map<string, Buffer>, draw: Draw): void {
  const name = draw.oneOf([...files.keys()].filter((one) => /\.jsonl?$/u.test(one)));
  const text = (files.get(name) ?? '').toString('utf8');
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|-?\d+(?:\.\d+)?|true|false|null/gu)];
  if (values.length === 0) return;
  const { index, 0: value } = draw.oneOf(values);
  const end = index + value.length;
  const by = draw.oneOf([
    draw.oneOf(VALUES),
    draw.oneOf(values)[0],
    `${value},"__proto__":{"a":1}`,
    `${value},"title":"twice"`,
    ` ${value}`,
    value.replace(/^"./u, '"\\u0041'),
    value.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10)),
  ]);
  files.set(name, Buffer.from(text.slice(0, index) + by + text.slice(end)));
}

/** Makes the manifests and the stated size true again: what one does who forges a package and has no key. */
export function reseal(files: Map<string, Buffer>): void {
  const names = [...files.keys()].filter((name) => name.startsWith('data/')).toSorted();
  const bytes = names.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0);
  const info = (files.get('bag-info.txt') ?? '').toString('utf8');
  files.set('bag-info.txt', Buffer.from(info.replace(/\d+\.\d+\n$/u, `${bytes}.${names.length}\n`)));
  files.set(MANIFEST, manifestOf(files, names));
  retag(files);
}

/** Makes the tag manifest true again. */
export function retag(files: Map<string, Buffer>): void {
  const tags = ['bag-info.txt', 'bagit.txt', MANIFEST, 'package.json'].filter((name) => files.has(name));
  files.set(TAG_MANIFEST, manifestOf(files, tags));
}

function manifestOf(files: Contents, names: readonly string[]): Buffer {
  const hash = (name: string): string =>
    createHash('sha256')
      .update(files.get(name) ?? '')
      .digest('hex');
  return Buffer.from(names.map((name) => `${hash(name)}  ${name}\n`).join(''));
}
