import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../archive/package/build.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from './small-archive.ts';

/** The rules of RFC 8493 for a complete and valid bag, by a program that shares nothing with ours. */
const VALIDATE = String.raw`
import hashlib, os, re, sys
root = sys.argv[1]
def read(name): return open(os.path.join(root, name), encoding='utf-8', newline='').read()
assert re.fullmatch(r'BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n', read('bagit.txt'))
info = {}
for line in read('bag-info.txt').splitlines():
    label, value = line.split(': ', 1)
    info.setdefault(label, []).append(value)
def manifest(name):
    entries = {}
    for line in read(name).split('\n')[:-1]:
        digest, path = line.split(None, 1)
        assert path not in entries, path
        entries[path] = digest
    return entries
payload, tags = manifest('manifest-sha256.txt'), manifest('tagmanifest-sha256.txt')
for path, digest in {**payload, **tags}.items():
    data = open(os.path.join(root, path), 'rb').read()
    assert hashlib.sha256(data).hexdigest() == digest, path
found, size = set(), 0
for folder, _, names in os.walk(os.path.join(root, 'data')):
    for name in names:
        full = os.path.join(folder, name)
        found.add(os.path.relpath(full, root).replace(os.sep, '/'))
        size += os.path.getsize(full)
assert found == set(payload), found ^ set(payload)
assert all(path.startswith('data/') for path in payload)
assert not any(path.startswith('data/') for path in tags)
assert info['Payload-Oxum'] == ['%d.%d' % (size, len(found))]
assert info['Bagging-Date'] == ['2024-12-02']
print(len(found))
`;

/** The system's own program; no package brings it. */
const SHA256SUM = ['sha256', 'sum'].join('');

function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

let root = '';
let bag = '';
beforeAll(async () => {
  root = temporaryFolder();
  bag = join(root, 'bag');
  writeSmallArchive(join(root, 'in'));
  await buildPackage({ sources: [join(root, 'in')], out: bag, defaultRegister: smallRegister });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a package is a bag', () => {
  describe.skipIf(!has(SHA256SUM))("by the system's sha256sum (skipped where there is none)", () => {
    it.each(['manifest-sha256.txt', 'tagmanifest-sha256.txt'])('every file of %s has its hash', (name) => {
      const { status, stdout, stderr } = spawnSync(SHA256SUM, ['--check', '--strict', name], { cwd: bag });
      expect([status, String(stderr)]).toEqual([0, '']);
      const listed = readFileSync(join(bag, name), 'utf8').trimEnd().split('\n');
      expect(String(stdout).trimEnd().split('\n')).toHaveLength(listed.length);
    });
  });

  describe.skipIf(!has('python3'))(
    'by the rules of BagIt 1.0 in Python (skipped where there is none)',
    () => {
      it('is complete and valid', () => {
        const { status, stdout, stderr } = spawnSync('python3', ['-c', VALIDATE, bag]);
        expect([status, String(stderr)]).toEqual([0, '']);
        expect(Number(stdout)).toBeGreaterThan(5);
      });
    },
  );

  it('keeps what was said and what was concluded apart, line by line, in the same order', () => {
    const manifest = readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8');
    const shards = [...manifest.matchAll(/data\/releases\/(.)\.jsonl/gu)].map(([, shard]) => shard ?? '');
    expect(shards.length).toBeGreaterThan(0);
    for (const shard of shards) {
      const [releases, links] = ['releases', 'links'].map((table) =>
        readFileSync(join(bag, 'data', table, `${shard}.jsonl`), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
      );
      const key = (row: Readonly<Record<string, unknown>>): unknown => [row['id'], row['version']];
      expect(links?.map(key)).toEqual(releases?.map(key));
      expect(releases?.some((row) => 'date' in row || 'ministers' in row)).toBe(false);
      expect(links?.some((row) => 'said' in row || 'reading' in row)).toBe(false);
    }
  });
});
