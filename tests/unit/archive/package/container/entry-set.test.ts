import { describe, expect, it } from 'vitest';
import { MAX_ENTRIES, MAX_SIGNATURE_BYTES } from '../../../../../archive/package/bounds.ts';
import { checkEntrySet } from '../../../../../archive/package/container/entry-set.ts';
import { SIGNATURE, TAG_FILES, TAG_MANIFEST } from '../../../../../archive/package/entry-names.ts';
import { refusedBy } from './small-container.ts';

const HASH = 'a'.repeat(64);

interface Changes {
  readonly tags?: readonly string[];
  readonly payload?: readonly string[];
  /** Entries that are there besides those listed. */
  readonly more?: Readonly<Record<string, number>>;
  readonly missing?: string;
}

/** What a set of entries is refused for, as `code file`; null when it is as it must be. */
function told({ tags = TAG_FILES, payload = ['data/a'], more = {}, missing = '' }: Changes): string | null {
  const names = [...TAG_FILES, TAG_MANIFEST, ...payload].filter((name) => name !== missing);
  const present = new Map([...names.map((name) => [name, 10] as const), ...Object.entries(more)]);
  const hashes = (of: readonly string[]): ReadonlyMap<string, string> =>
    new Map(of.map((name) => [name, HASH]));
  const found = refusedBy(() => checkEntrySet({ tags: hashes(tags), payload: hashes(payload), present }));
  return found === null ? null : `${found.problem.code} ${found.problem.file ?? ''}`;
}

describe('the entries of a package', () => {
  it('are those of its manifests, with a signature or without', () => {
    expect(told({})).toBeNull();
    expect(told({ more: { [SIGNATURE]: MAX_SIGNATURE_BYTES } })).toBeNull();
  });

  it.each<[string, Changes, string]>([
    ['a tag file of another kind listed', { tags: [...TAG_FILES, 'fetch.txt'] }, 'unexpected fetch.txt'],
    ['a payload file listed as a tag file', { tags: [...TAG_FILES, 'data/a'] }, 'unexpected data/a'],
    ['a tag file not listed', { tags: TAG_FILES.slice(1) }, `missing ${TAG_FILES[0]}`],
    ['a payload file beside the payload', { payload: ['other'] }, 'unexpected other'],
    ['a tag file listed as payload', { payload: ['bagit.txt'] }, 'unexpected bagit.txt'],
    ['a tag file missing', { missing: 'bag-info.txt' }, 'missing bag-info.txt'],
    ['the tag manifest missing', { missing: TAG_MANIFEST }, `missing ${TAG_MANIFEST}`],
    ['a payload file missing', { missing: 'data/a' }, 'missing data/a'],
    ['an entry that nothing lists', { more: { 'data/b': 1 } }, 'unexpected data/b'],
    ['a name of a device', { payload: ['data/nul'] }, 'unexpected data/nul'],
    ['a signature too large', { more: { [SIGNATURE]: MAX_SIGNATURE_BYTES + 1 } }, `unexpected ${SIGNATURE}`],
    ['a tag file too large', { more: { 'bagit.txt': 2 ** 30 } }, 'unexpected bagit.txt'],
  ])('are refused with %s', (_, changes, fault) => {
    expect(told(changes)).toBe(`package-entry-${fault}`);
  });

  it('are refused when there are more than the bound', () => {
    const present = new Map(Array.from({ length: MAX_ENTRIES + 1 }, (_, n) => [`data/${n}`, 1] as const));
    const found = refusedBy(() => checkEntrySet({ tags: new Map(), payload: new Map(), present }));
    expect(found?.problem.params['reason']).toBe('too-many-entries');
  });
});
