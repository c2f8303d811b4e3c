import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Certificate, CheckedFile } from '../../model/certificate.ts';
import { syncFolder } from '../container/durable.ts';
import { makeFolder, replaceFile } from '../library/durable-steps.ts';

/** Says what lies beside it and why. */
const NOTE = 'note.json';

export interface QuarantineOptions {
  /** The package's folder. */
  readonly from: string;
  /** A new folder for what is moved aside, on the same file system. */
  readonly to: string;
}

/**
 * Moves files that are not what they were, and files that nobody listed, out of a package. They are kept under their own
 * names, beside a note that tells what they are; nothing is deleted. The note is written first: broken off anywhere, every
 * file is in one place or the other, and the note names it.
 *
 * @returns the names of the files that were moved.
 */
export function quarantine(certificate: Certificate, { from, to }: QuarantineOptions): readonly string[] {
  const files = certificate.entries.filter(isMoved);
  if (files.length === 0) return [];
  makeFolder(to);
  replaceFile(join(to, NOTE), `${canonicalJson(noteOf(certificate, files))}\n`);
  const moved: string[] = [];
  for (const { name } of files) if (moveAside(name, { from, to })) moved.push(name);
  return moved;
}

/** A damaged file, also one that cannot be read; a missing one cannot be moved. */
function isMoved({ state }: CheckedFile): boolean {
  return state === 'damaged' || state === 'unexpected';
}

function noteOf(
  { identity, checked, program, package: of }: Certificate,
  files: readonly CheckedFile[],
): object {
  const title = of?.title ?? null;
  return { identity, title, checked, program, files };
}

function moveAside(name: string, { from, to }: QuarantineOptions): boolean {
  const [path, target] = [from, to].map((root) => join(root, ...name.split('/'))) as [string, string];
  if (!existsSync(path)) return false;
  mkdirSync(dirname(target), { recursive: true });
  renameSync(path, target);
  syncFolder(dirname(target));
  syncFolder(dirname(path));
  return true;
}
