import { createHash } from 'node:crypto';

/*
 * What a search found, kept small: for each release nine bytes, the first six of the SHA-256 of its id and the first three of that
 * of its version, sorted. Twenty-six thousand releases take a quarter of a megabyte. That a release is taken for another happens
 * once in ten billion comparisons with as many, that a change is overlooked once in sixteen million changes.
 */

const ID_BYTES = 6;
const VERSION_BYTES = 3;
const ROW = ID_BYTES + VERSION_BYTES;

/** By release, as a number that stands for its id: a number that stands for its version. */
export type Finding = ReadonlyMap<number, number>;

export function idNumber(id: string): number {
  return digest(id).readUIntBE(0, ID_BYTES);
}

export function versionNumber(version: string): number {
  return digest(version).readUIntBE(0, VERSION_BYTES);
}

export function encodeFinding(finding: Finding): string {
  const rows = [...finding].toSorted(([a], [b]) => a - b);
  const bytes = Buffer.alloc(rows.length * ROW);
  for (const [n, [id, version]] of rows.entries()) {
    bytes.writeUIntBE(id, n * ROW, ID_BYTES);
    bytes.writeUIntBE(version, n * ROW + ID_BYTES, VERSION_BYTES);
  }
  return bytes.toString('base64');
}

/** Null when it is none. */
export function decodeFinding(text: string): Finding | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % ROW !== 0) return null;
  const finding = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += ROW)
    finding.set(bytes.readUIntBE(at, ID_BYTES), bytes.readUIntBE(at + ID_BYTES, VERSION_BYTES));
  return finding;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
