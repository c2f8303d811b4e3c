import { MAX_NAME_LENGTH } from './bounds.ts';

/**
 * Names of a package's entries. Lower-case ASCII from a strict grammar, so that they mean the same on every file
 * system and can lead nowhere outside the package.
 */

export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const SIGNATURE = 'tagmanifest-sha256.txt.minisig';
export const PACKAGE_JSON = 'package.json';
export const AUTHORITY = 'data/authority.json';
export const WITHDRAWN = 'data/withdrawn.jsonl';

/** What the tag manifest lists, in its order. */
export const TAG_FILES = [BAG_INFO, BAGIT, MANIFEST, PACKAGE_JSON] as const;

const SEGMENT = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;
const SHARD = /^data\/(?:releases|links)\/[0-9a-hjkmnp-tv-z]\.jsonl$/;
const HASH = /^[0-9a-f]{64}$/;
const ORIGINAL = /^data\/originals\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

/** Whether a text is a lawful entry name: `/`-parted segments, no `..`, no leading dot, at most `MAX_NAME_LENGTH` characters. */
export function isEntryName(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && name.split('/').every((segment) => SEGMENT.test(segment));
}

/** The shard a release lies in: its id's first character. 32 at most, none when empty. */
export function shardOf(id: string): string {
  return id.slice(0, 1);
}

export function releasesEntry(shard: string): string {
  return `data/releases/${shard}.jsonl`;
}

export function linksEntry(shard: string): string {
  return `data/links/${shard}.jsonl`;
}

/** Whether an entry holds releases or links line by line. */
export function isShardEntry(name: string): boolean {
  return SHARD.test(name);
}

/** Whether an entry is an original, named by its hash. */
export function isOriginalEntry(name: string): boolean {
  return ORIGINAL.test(name);
}

/** Where the original of a SHA-256 (lower-case hex) lies. Throws RangeError on anything else. */
export function originalEntry(hash: string): string {
  if (!HASH.test(hash)) throw new RangeError('not a SHA-256 in lower-case hex');
  return `data/originals/${hash.slice(0, 2)}/${hash}`;
}
