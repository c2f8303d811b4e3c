import { closeSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Links } from '../../model/links.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import type { ReleaseRecord } from '../../model/said.ts';
import { TAG_MANIFEST, isShardEntry } from '../../package/entry-names.ts';
import { packageIdentity } from '../../package/identity.ts';
import { openPackage } from '../../package/read.ts';
import type { LinePlace } from '../../package/read.ts';
import { invalidLine, parseLinksLine, parseRecordLine } from '../../package/record-lines.ts';

/**
 * A package as search reads it: its identity, and lines by their place. Its head is not read: what is in it that
 * search needs stands in the index, which is of this identity.
 */
export class PackageLines {
  /** As `Package.identity`. */
  readonly identity: string;
  readonly #root: string;
  readonly #files = new Map<string, number>();

  private constructor(root: string, identity: string) {
    this.#root = root;
    this.identity = identity;
  }

  /** @throws ProblemError as `openPackage` when there is no package. */
  static async open(dir: string): Promise<PackageLines> {
    try {
      const root = realpathSync.native(dir);
      return new PackageLines(root, packageIdentity(readFileSync(pathIn(root, TAG_MANIFEST))));
    } catch {
      // Whatever is amiss is found, and told, by who reads the whole head.
      const pkg = await openPackage(dir);
      pkg.close();
      return new PackageLines(realpathSync.native(dir), pkg.identity);
    }
  }

  /** A version of a release. @throws ProblemError when it is not there, or is no record. */
  record(at: LinePlace): ReleaseRecord {
    return parseRecordLine(this.#read(at), { file: at.file });
  }

  /** What was concluded from it. @throws ProblemError as `record`. */
  links(at: LinePlace): Links {
    return parseLinksLine(this.#read(at), { file: at.file });
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  #read({ file, offset, length }: LinePlace): Buffer {
    const bytes = Buffer.alloc(length);
    if (readSync(this.#open(file), bytes, 0, length, offset) !== length)
      throw invalidLine({ file }, 'cut-off');
    return bytes;
  }

  #open(name: string): number {
    const held = this.#files.get(name);
    if (held !== undefined) return held;
    if (!isShardEntry(name)) throw missing(name);
    const file = openSync(pathIn(this.#root, name), 'r');
    this.#files.set(name, file);
    return file;
  }
}

/** Where an entry lies. Only what lies in the package itself is read: no link out of it is followed. */
function pathIn(root: string, name: string): string {
  const path = join(root, ...name.split('/'));
  if (realPath(path) !== path) throw missing(name);
  return path;
}

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

function missing(file: string): ProblemError {
  return new ProblemError(problem('package-entry-missing', { file }));
}
