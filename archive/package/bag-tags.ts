import { problem, ProblemError } from '../model/problem.ts';
import type { PackageManifest } from '../model/manifest.ts';
import { MAX_ENTRIES } from './bounds.ts';
import { nameFault } from './container/name-fault.ts';

/** Hash and size of one entry. */
export interface EntryDigest {
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  readonly bytes: number;
}

/** Total size and number of the payload's files. */
export interface Oxum {
  readonly bytes: number;
  readonly files: number;
}

/** RFC 8493, section 2.1.1. */
export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const MANIFEST_LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;
const OXUM = /^Payload-Oxum: (\d{1,15})\.(\d{1,15})$/m;

/** `bag-info.txt` (RFC 8493, section 2.2.2). What is not known is left out. */
export function bagInfoText(manifest: PackageManifest, oxum: Oxum): string {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Source-Organization', manifest.organisation],
    ['External-Description', manifest.title],
    ['External-Identifier', `${manifest.series}/${manifest.sequence}`],
    ['Bag-Group-Identifier', manifest.series],
    ['Bagging-Date', manifest.date],
    ['Rights', manifest.rights],
    ['Payload-Oxum', `${oxum.bytes}.${oxum.files}`],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${oneLine(value)}\n`])).join('');
}

/** The Payload-Oxum of a `bag-info.txt`; null when it has none. */
export function parseOxum(bagInfo: string): Oxum | null {
  const match = OXUM.exec(bagInfo);
  return match === null ? null : { bytes: Number(match[1]), files: Number(match[2]) };
}

/** A manifest as `sha256sum` writes and checks it: sorted by name, two spaces between. */
export function manifestText(entries: ReadonlyMap<string, { readonly hash: string }>): string {
  return [...entries]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { hash }]) => `${hash}  ${name}\n`)
    .join('');
}

/**
 * Reads a manifest: names and their hashes, in its order.
 *
 * @param file the manifest's own name, for the problem.
 * @throws ProblemError `package-manifest-invalid` with the line, on a malformed line, an unlawful name, or a
 *   name that stands twice.
 */
export function parseManifest(text: string, file: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  let [start, number] = [0, 1];
  // Line by line: a text of line breaks alone would be far larger taken apart than it is.
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    const match = MANIFEST_LINE.exec(text.slice(start, end));
    if (match === null) throw badLine(file, number, 'malformed-line');
    const [, hash = '', name = ''] = match;
    const fault = nameFault(name) ?? (entries.has(name) ? 'name-twice' : null);
    if (fault !== null) throw badLine(file, number, fault);
    if (number > MAX_ENTRIES) throw badLine(file, number, 'too-many-entries');
    entries.set(name, hash);
    [start, number] = [end + 1, number + 1];
  }
  if (start < text.length) throw badLine(file, number, 'cut-off');
  return entries;
}

function badLine(file: string, line: number, reason: string): ProblemError {
  return new ProblemError(problem('package-manifest-invalid', { file, line }, { reason }));
}

/** A value on one line: a line break in it would begin a field of its own. */
function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
