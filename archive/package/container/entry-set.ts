import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import {
  MAX_DATA_BYTES,
  MAX_ENTRIES,
  MAX_MANIFEST_BYTES,
  MAX_SIGNATURE_BYTES,
  MAX_TAG_BYTES,
} from '../bounds.ts';
import { AUTHORITY, MANIFEST, SIGNATURE, TAG_FILES, TAG_MANIFEST, WITHDRAWN } from '../entry-names.ts';
import { nameFault } from './name-fault.ts';

/** What a package says is in it, and what is there. */
export interface EntrySet {
  /** The tag manifest: names and hashes. */
  readonly tags: ReadonlyMap<string, string>;
  /** The manifest: names and hashes. */
  readonly payload: ReadonlyMap<string, string>;
  /** Every entry there is, and its size in bytes. */
  readonly present: ReadonlyMap<string, number>;
}

const TAGS: ReadonlySet<string> = new Set(TAG_FILES);
const BESIDE_PAYLOAD: ReadonlySet<string> = new Set([...TAG_FILES, TAG_MANIFEST, SIGNATURE]);

const SIZES: ReadonlyMap<string, number> = new Map([
  ...TAG_FILES.map((name) => [name, MAX_TAG_BYTES] as const),
  [MANIFEST, MAX_MANIFEST_BYTES],
  [TAG_MANIFEST, MAX_TAG_BYTES],
  [SIGNATURE, MAX_SIGNATURE_BYTES],
  [AUTHORITY, MAX_DATA_BYTES],
  [WITHDRAWN, MAX_DATA_BYTES],
]);

/** What an entry may take at most, where it has a bound of its own. */
export function maxBytesOf(name: string): number {
  return SIZES.get(name) ?? Infinity;
}

/**
 * Checks that there is what a package says, and nothing else: the four tag files, the payload of the manifest
 * under `data/`, the tag manifest, and its signature or none. Contents are not looked at.
 *
 * @throws ProblemError `package-entry-missing` or `package-entry-unexpected` at the first that does not agree.
 */
export function checkEntrySet(entries: EntrySet): void {
  for (const fault of entryFaults(entries)) throw new ProblemError(fault);
}

/** Everything that `checkEntrySet` refuses, in its order. */
export function* entryFaults({ tags, payload, present }: EntrySet): Generator<Problem> {
  if (present.size > MAX_ENTRIES) yield fault('package-manifest-invalid', MANIFEST, 'too-many-entries');
  for (const name of tags.keys()) if (!TAGS.has(name)) yield fault('package-entry-unexpected', name);
  for (const name of TAG_FILES) if (!tags.has(name)) yield fault('package-entry-missing', name);
  for (const name of payload.keys())
    if (!name.startsWith('data/')) yield fault('package-entry-unexpected', name);
  for (const name of [TAG_MANIFEST, ...TAG_FILES, ...payload.keys()])
    if (!present.has(name)) yield fault('package-entry-missing', name);
  for (const [name, bytes] of present) {
    const known = payload.has(name) || BESIDE_PAYLOAD.has(name);
    const reason = nameFault(name) ?? (bytes > maxBytesOf(name) ? 'too-large' : null);
    if (!known) yield fault('package-entry-unexpected', name);
    else if (reason !== null) yield fault('package-entry-unexpected', name, reason);
  }
}

function fault(code: ProblemCode, file: string, reason?: string): Problem {
  return problem(code, { file }, reason === undefined ? {} : { reason });
}
