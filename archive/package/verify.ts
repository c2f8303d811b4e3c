import { join } from 'node:path';
import type { CheckedFile } from '../model/certificate.ts';
import type { PackageManifest } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { BAGIT_TEXT, parseManifest, parseOxum } from './bag-tags.ts';
import { entryFaults, maxBytesOf } from './container/entry-set.ts';
import { packageRoot, readEntry } from './entry-files.ts';
import {
  AUTHORITY,
  BAG_INFO,
  BAGIT,
  MANIFEST,
  PACKAGE_JSON,
  SIGNATURE,
  TAG_MANIFEST,
  WITHDRAWN,
} from './entry-names.ts';
import { readHead } from './head.ts';
import type { PackageHead } from './head.ts';
import { openHoldings } from './holdings.ts';
import { packageIdentity } from './identity.ts';
import { checkSignature } from './signing/check-signature.ts';
import { checkNewest } from './verify-chain.ts';
import { hashIfReadable, listEntries } from './verify-files.ts';
import { checkRecords } from './verify-records.ts';
import { packageJsonText, registerText, withdrawalsText } from './write-bag.ts';
import { isWrittenAs } from './strict-json.ts';

export interface VerifyOptions {
  /**
   * Folders of the packages before it in its series, the whole chain: it is then held against them too. They
   * themselves are read, not checked.
   */
  readonly previous?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many files and release versions are checked, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Hears what was found of every file that is listed or there, each once; not of the tag manifest and its signature. */
  readonly onFile?: ((file: CheckedFile) => void) | undefined;
}

/** What checking a package found. */
export interface VerifyReport {
  /** True when not one fault was found. */
  readonly ok: boolean;
  /** SHA-256 of its tag manifest; null when it has none. */
  readonly identity: string | null;
  /** Every fault: damaged, missing and unexpected entries first, then faulty records. */
  readonly problems: readonly Problem[];
  /** Whether it was held against the packages before it; null for a full package that was given none. */
  readonly isChainChecked: boolean | null;
  /** What its manifest says is in it; null when that cannot be read. */
  readonly counts: PackageManifest['counts'] | null;
  /** Entries that the manifests list, and how many of them have their hash. */
  readonly files: { readonly listed: number; readonly intact: number; readonly bytes: number };
}

/** Looks up from the work after so many milliseconds, to hear a signal and tell how far it is. */
const BREATH_MS = 50;

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
  return await new Verification(dir, root, options).run();
}

class Verification {
  readonly #dir: string;
  readonly #root: string;
  readonly #options: VerifyOptions;
  readonly #problems: Problem[] = [];
  readonly #noted = new Set<string>();
  #done = 0;
  #total = 0;
  #breathed = performance.now();

  constructor(dir: string, root: string, options: VerifyOptions) {
    this.#dir = dir;
    this.#root = root;
    this.#options = options;
  }

  async run(): Promise<VerifyReport> {
    const head = await this.#head();
    const present = listEntries(this.#root, (found) => this.#note(found));
    const tags = await this.#manifest(TAG_MANIFEST, present);
    const payload = await this.#manifest(MANIFEST, present);
    this.#total = (tags?.size ?? 0) + (payload?.size ?? 0) + (head?.manifest.counts.versions ?? 0);
    if (tags !== null && payload !== null)
      for (const fault of entryFaults({ tags, payload, present })) this.#note(fault);
    const files = await this.#checkHashes(new Map([...(tags ?? []), ...(payload ?? [])]), present);
    if (payload !== null) await this.#checkBagFiles(present);
    if (head !== null) await this.#checkWriting(head);
    if (head !== null) await this.#checkRecords(head, present);
    const isChainChecked = await this.#checkChain(head?.manifest.previous ?? null);
    if (present.has(SIGNATURE) && present.has(TAG_MANIFEST)) await this.#checkSignature();
    return {
      ok: this.#problems.length === 0,
      identity: present.has(TAG_MANIFEST) ? await this.#identity() : null,
      problems: this.#problems,
      isChainChecked,
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

  /** What a manifest lists; null, with the fault noted, when it cannot be read. */
  async #manifest(
    name: string,
    present: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, string> | null> {
    if (!present.has(name)) {
      this.#note(problem('package-entry-missing', { file: name }));
      return null;
    }
    const bytes = await this.#bytes(name);
    return bytes === null ? null : this.#noting(() => parseManifest(bytes.toString('utf8'), name));
  }

  async #checkHashes(
    listed: ReadonlyMap<string, string>,
    present: ReadonlyMap<string, number>,
  ): Promise<VerifyReport['files']> {
    let [intact, bytes] = [0, 0];
    for (const [name, hash] of listed) {
      const file = this.#checkFile(name, hash, present.get(name) ?? null);
      if (file.state === 'intact') {
        intact += 1;
        bytes += file.bytes ?? 0;
      } else this.#note(problem(`package-entry-${file.state}`, { file: name }));
      this.#options.onFile?.(file);
      await this.#step();
    }
    this.#tellUnlisted(listed, present);
    return { listed: listed.size, intact, bytes };
  }

  #checkFile(
    name: string,
    listed: string,
    bytes: number | null,
  ): CheckedFile & { readonly state: 'intact' | 'damaged' | 'missing' } {
    if (bytes === null) return { name, state: 'missing', listed, found: null, bytes };
    // What is larger than it may be is not read: it may be of any size.
    const isWithin = bytes <= maxBytesOf(name);
    const found = isWithin ? hashIfReadable(join(this.#root, ...name.split('/'))) : null;
    return { name, state: found === listed ? 'intact' : 'damaged', listed, found, bytes };
  }

  /** What nobody listed is not read: it may be of any size. */
  #tellUnlisted(listed: ReadonlyMap<string, string>, present: ReadonlyMap<string, number>): void {
    for (const [name, bytes] of present)
      if (!listed.has(name) && name !== TAG_MANIFEST && name !== SIGNATURE)
        this.#options.onFile?.({ name, state: 'unexpected', listed: null, found: null, bytes });
  }

  async #checkBagFiles(present: ReadonlyMap<string, number>): Promise<void> {
    const declaration = present.has(BAGIT) ? await this.#bytes(BAGIT) : null;
    if (declaration !== null && declaration.toString('utf8') !== BAGIT_TEXT)
      this.#note(problem('package-manifest-invalid', { file: BAGIT }, { reason: 'bag-version' }));
    const bagInfo = present.has(BAG_INFO) ? await this.#bytes(BAG_INFO) : null;
    if (bagInfo === null) return;
    const stated = parseOxum(bagInfo.toString('utf8'));
    const names = [...present.keys()].filter((name) => name.startsWith('data/'));
    const bytes = names.reduce((sum, name) => sum + (present.get(name) ?? 0), 0);
    if (stated?.bytes === bytes && stated.files === names.length) return;
    const counted = { reason: 'payload-oxum', counted: `${bytes}.${names.length}` };
    this.#note(problem('package-manifest-invalid', { file: BAG_INFO }, counted));
  }

  /** That what is read as JSON is written in the one way that it can be, so that nobody reads anything else in it. */
  async #checkWriting({ manifest, register, withdrawals, payload }: PackageHead): Promise<void> {
    const written: readonly (readonly [string, () => string])[] = [
      [PACKAGE_JSON, () => packageJsonText(manifest)],
      [AUTHORITY, () => registerText(register.data)],
      [WITHDRAWN, () => withdrawalsText(withdrawals)],
    ];
    for (const [file, write] of written) {
      if (file !== PACKAGE_JSON && !payload.has(file)) continue;
      const bytes = await this.#bytes(file);
      if (bytes !== null && !isWrittenAs(bytes, write))
        this.#note(problem('package-manifest-invalid', { file }, { reason: 'not-canonical' }));
    }
  }

  /** That the signature is one. Whose it is takes keys: `checkSignature`. */
  async #checkSignature(): Promise<void> {
    const found = await checkSignature(this.#root, []);
    if (found.state === 'bad') this.#note(found.problem);
  }

  async #checkRecords(head: PackageHead, present: ReadonlyMap<string, number>): Promise<void> {
    const check = checkRecords(this.#root, head, present);
    for await (const found of check) {
      if (found === 'version') await this.#step();
      else this.#note(found);
    }
  }

  /** A package with a fault of its own is not held against others: it would be refused anyway. */
  async #checkChain(previousIdentity: string | null): Promise<boolean | null> {
    const { previous = [] } = this.#options;
    if (previous.length === 0 && previousIdentity === null) return null;
    if (previous.length === 0 || this.#problems.length > 0) return false;
    try {
      const holdings = await openHoldings([...previous, this.#dir]);
      try {
        if (holdings.packages.at(-1)?.dir !== this.#dir) throw notTheNewest(this.#dir);
        for await (const found of checkNewest(holdings)) {
          if (found === 'release') await this.#step();
          else this.#note(found);
        }
      } finally {
        holdings.close();
      }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code === 'job-cancelled') throw error;
      this.#note(error.problem);
    }
    return true;
  }

  async #identity(): Promise<string | null> {
    const bytes = await this.#bytes(TAG_MANIFEST);
    return bytes === null ? null : packageIdentity(bytes);
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
    if (performance.now() - this.#breathed < BREATH_MS && this.#done !== this.#total) return;
    this.#breathed = performance.now();
    this.#options.onProgress?.(Math.min(this.#done, this.#total), this.#total);
    await new Promise(setImmediate);
    if (this.#options.signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
  }

  /** A file's bytes; null, with the fault noted, when it is not one that can be read. */
  async #bytes(name: string): Promise<Buffer | null> {
    try {
      return await readEntry(this.#root, name, maxBytesOf(name));
    } catch (error) {
      return this.#noting(() => {
        throw error;
      });
    }
  }

  /** What a step gives; null, with the fault noted, when it gives a problem. */
  #noting<T>(step: () => T): T | null {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#note(error.problem);
      return null;
    }
  }
}

function notTheNewest(dir: string): ProblemError {
  return new ProblemError(problem('package-chain-broken', { file: dir }, { reason: 'not-newest' }));
}
