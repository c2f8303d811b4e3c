import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageManifest } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { BAGIT_TEXT, parseManifest, parseOxum } from './bag-tags.ts';
import { packageRoot } from './entry-files.ts';
import { BAG_INFO, BAGIT, MANIFEST, SIGNATURE, TAG_FILES, TAG_MANIFEST } from './entry-names.ts';
import { readHead } from './head.ts';
import type { PackageHead } from './head.ts';
import { packageIdentity } from './identity.ts';
import { checkSignature } from './signing/check-signature.ts';
import { hashFile, listEntries } from './verify-files.ts';
import { checkRecords } from './verify-records.ts';

export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears how many files and release versions are checked, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What checking a package found. */
export interface VerifyReport {
  /** True when not one fault was found. */
  readonly ok: boolean;
  /** SHA-256 of its tag manifest; null when it has none. */
  readonly identity: string | null;
  /** Every fault: damaged, missing and unexpected entries first, then faulty records. */
  readonly problems: readonly Problem[];
  /** What its manifest says is in it; null when that cannot be read. */
  readonly counts: PackageManifest['counts'] | null;
  /** Entries that the manifests list, and how many of them have their hash. */
  readonly files: { readonly listed: number; readonly intact: number; readonly bytes: number };
}

/** Looks up from the work every so many entries, to hear a signal and tell how far it is. */
const BREATH = 100;

/**
 * Checks a package folder whole: that exactly the entries of its manifests are there, each with its hash, and
 * that every release says what its version, reading text and evidence claim; a signature, if there is one, must
 * be well formed. Changes nothing.
 *
 * @throws ProblemError `package-not-found`, `package-not-a-bag`, `package-version-unknown` (nothing can be said
 *   about it), `job-cancelled`. Every other fault is in the report.
 */
export async function verifyPackage(dir: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const root = await packageRoot(dir);
  return await new Verification(root, options).run();
}

class Verification {
  readonly #root: string;
  readonly #options: VerifyOptions;
  readonly #problems: Problem[] = [];
  readonly #noted = new Set<string>();
  #done = 0;
  #total = 0;

  constructor(root: string, options: VerifyOptions) {
    this.#root = root;
    this.#options = options;
  }

  async run(): Promise<VerifyReport> {
    const head = await this.#head();
    const present = listEntries(this.#root, (found) => this.#note(found));
    const tags = this.#manifest(TAG_MANIFEST, present);
    const payload = this.#manifest(MANIFEST, present);
    this.#total = tags.size + payload.size + (head?.manifest.counts.versions ?? 0);
    this.#checkNames(tags, payload, present);
    const files = await this.#checkHashes(new Map([...tags, ...payload]), present);
    this.#checkBagFiles(payload, present);
    if (head !== null) await this.#checkRecords(head);
    if (present.has(SIGNATURE) && present.has(TAG_MANIFEST)) await this.#checkSignature();
    return {
      ok: this.#problems.length === 0,
      identity: this.#identity(present),
      problems: this.#problems,
      counts: head?.manifest.counts ?? null,
      files,
    };
  }

  /** The head as a reader opens it; null, with the fault noted, when a reader could not. */
  async #head(): Promise<PackageHead | null> {
    try {
      return await readHead(this.#root);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code } = error.problem;
      if (code === 'package-not-a-bag' || code === 'package-version-unknown') throw error;
      this.#note(error.problem);
      return null;
    }
  }

  #manifest(name: string, present: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
    if (!present.has(name)) {
      this.#note(problem('package-entry-missing', { file: name }));
      return new Map();
    }
    try {
      return parseManifest(this.#text(name), name);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#note(error.problem);
      return new Map();
    }
  }

  #checkNames(
    tags: ReadonlyMap<string, string>,
    payload: ReadonlyMap<string, string>,
    present: ReadonlyMap<string, number>,
  ): void {
    for (const name of TAG_FILES)
      if (tags.size > 0 && !tags.has(name)) this.#note(problem('package-entry-missing', { file: name }));
    const misplaced = [
      ...[...tags.keys()].filter((name) => name.startsWith('data/')),
      ...[...payload.keys()].filter((name) => !name.startsWith('data/')),
    ];
    const unlisted = [...present.keys()].filter(
      (name) => !tags.has(name) && !payload.has(name) && name !== TAG_MANIFEST && name !== SIGNATURE,
    );
    for (const file of [...misplaced, ...unlisted]) this.#note(problem('package-entry-unexpected', { file }));
  }

  async #checkHashes(
    listed: ReadonlyMap<string, string>,
    present: ReadonlyMap<string, number>,
  ): Promise<VerifyReport['files']> {
    let [intact, bytes] = [0, 0];
    for (const [name, hash] of listed) {
      const size = present.get(name);
      if (size === undefined) this.#note(problem('package-entry-missing', { file: name }));
      else if (hashFile(join(this.#root, ...name.split('/'))) === hash) {
        intact += 1;
        bytes += size;
      } else this.#note(problem('package-entry-damaged', { file: name }));
      await this.#step();
    }
    return { listed: listed.size, intact, bytes };
  }

  #checkBagFiles(payload: ReadonlyMap<string, string>, present: ReadonlyMap<string, number>): void {
    if (present.has(BAGIT) && this.#text(BAGIT) !== BAGIT_TEXT)
      this.#note(problem('package-manifest-invalid', { file: BAGIT }, { reason: 'bag-version' }));
    if (!present.has(BAG_INFO) || payload.size === 0) return;
    const stated = parseOxum(this.#text(BAG_INFO));
    const names = [...present.keys()].filter((name) => name.startsWith('data/'));
    const bytes = names.reduce((sum, name) => sum + (present.get(name) ?? 0), 0);
    if (stated?.bytes === bytes && stated.files === names.length) return;
    const counted = { reason: 'payload-oxum', counted: `${bytes}.${names.length}` };
    this.#note(problem('package-manifest-invalid', { file: BAG_INFO }, counted));
  }

  /** That the signature is one. Whose it is takes keys: `checkSignature`. */
  async #checkSignature(): Promise<void> {
    const found = await checkSignature(this.#root, []);
    if (found.state === 'bad') this.#note(found.problem);
  }

  async #checkRecords(head: PackageHead): Promise<void> {
    const check = checkRecords(this.#root, head);
    for await (const found of check) {
      if (found === 'version') await this.#step();
      else this.#note(found);
    }
  }

  #identity(present: ReadonlyMap<string, number>): string | null {
    return present.has(TAG_MANIFEST) ? packageIdentity(readFileSync(join(this.#root, TAG_MANIFEST))) : null;
  }

  /** Notes a fault; the same fault of the same place only once. */
  #note(found: Problem): void {
    const { code, file, line, params } = found;
    const key = JSON.stringify([code, file, line, line === undefined ? null : params]);
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    this.#problems.push(found);
  }

  async #step(): Promise<void> {
    this.#done += 1;
    if (this.#done % BREATH !== 0 && this.#done !== this.#total) return;
    this.#options.onProgress?.(Math.min(this.#done, this.#total), this.#total);
    await new Promise(setImmediate);
    if (this.#options.signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
  }

  #text(name: string): string {
    return readFileSync(join(this.#root, ...name.split('/')), 'utf8');
  }
}
