import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { MAX_MANIFEST_BYTES } from '../bounds.ts';
import { packageRoot } from '../entry-files.ts';
import type { VerifyOptions } from '../verify.ts';
import { BAG_INFO_FILES, readStatedSize } from './bag-info.ts';
import { hashBagFile, listBag } from './bag-tree.ts';
import type { BagTree } from './bag-tree.ts';
import { DECLARATION, readDeclaration } from './declaration.ts';
import type { Declaration } from './declaration.ts';
import { manifestKind, readFetch, readManifest } from './manifest.ts';
import type { Fetched, Manifest } from './manifest.ts';
import { decodeTag, elementProblem } from './tag-text.ts';

/** What checking a bag found, in the words of RFC 8493, section 3. */
export interface BagReport {
  /** Every file is there that must be, and is listed where it must be. */
  readonly complete: boolean;
  /** Complete, and every checksum of every manifest holds. */
  readonly valid: boolean;
  readonly version: string;
  /** Of the manifests of the payload. */
  readonly algorithms: readonly string[];
  readonly payload: { readonly files: number; readonly bytes: number };
  readonly problems: readonly Problem[];
}

/** Looks up from the work after so many milliseconds, to hear a signal and tell how far it is. */
const BREATH_MS = 50;
const FETCH = 'fetch.txt';

/**
 * Checks any BagIt bag, 0.93 to 1.0, whoever made it: whether it is complete and valid. Changes nothing, and fetches
 * nothing: a file that is to be fetched and is not there makes the bag incomplete.
 *
 * @throws ProblemError `package-not-found`, `bag-not-a-bag`, `bag-version-unknown`, `job-cancelled`. Every other fault is
 *   in the report.
 */
export async function verifyBag(dir: string, options: VerifyOptions = {}): Promise<BagReport> {
  return await new BagVerification(await packageRoot(dir), options).run(dir);
}

class BagVerification {
  readonly #root: string;
  readonly #options: VerifyOptions;
  readonly #problems: Problem[] = [];

  constructor(root: string, options: VerifyOptions) {
    this.#root = root;
    this.#options = options;
  }

  async run(dir: string): Promise<BagReport> {
    const tree = listBag(this.#root, (found) => this.#problems.push(found));
    if (!tree.files.has(DECLARATION)) throw new ProblemError(problem('bag-not-a-bag', { file: dir }));
    const declaration = this.#declaration(tree);
    const read = <T>(name: string, parse: (text: string) => T): T | null =>
      this.#read(tree, name, (bytes) => parse(decodeTag(bytes, declaration?.encoding ?? '', name)));
    if (declaration === null) return this.#report({ tree, declaration, payload: [] }, false);
    const manifests = [...tree.files.keys()]
      .filter((name) => manifestKind(name) !== null)
      .map((name) => read(name, (text) => readManifest(name, text, declaration)))
      .filter((manifest) => manifest !== null);
    const payload = manifests.filter(({ file }) => manifestKind(file) === 'payload');
    const tags = manifests.filter(({ file }) => manifestKind(file) === 'tag');
    const fetched = tree.files.has(FETCH)
      ? (read(FETCH, (text) => readFetch(FETCH, text, declaration)) ?? [])
      : [];
    for (const name of BAG_INFO_FILES)
      if (tree.files.has(name))
        read(name, (text) => this.#checkSize(tree, name, readStatedSize(name, text, declaration)));
    const bag = { tree, declaration, payload };
    this.#checkPayload(bag, fetched);
    this.#checkTags(tags);
    const listed = this.#checkThere(manifests, tree, fetched);
    const isComplete = this.#problems.length === 0;
    await this.#checkHashes(manifests, listed);
    return this.#report(bag, isComplete);
  }

  #declaration(tree: BagTree): Declaration | null {
    return this.#read(tree, DECLARATION, readDeclaration);
  }

  /** What a tag file says; null, with the fault noted, when it says nothing that can be read. */
  #read<T>(tree: BagTree, name: string, parse: (bytes: Buffer) => T): T | null {
    try {
      if ((tree.files.get(name) ?? 0) > MAX_MANIFEST_BYTES) throw elementProblem(name, 'too-large');
      return parse(readFileSync(join(this.#root, name)));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code === 'bag-version-unknown') throw error;
      this.#problems.push(error.problem);
      return null;
    }
  }

  /** That there is a payload, and that it is listed: since 1.0 in every manifest, before in one at least. */
  #checkPayload({ tree, declaration, payload }: CheckedBag, fetched: readonly Fetched[]): void {
    const note = (file: string, reason: string): void =>
      void this.#problems.push(elementProblem(file, reason).problem);
    if (!tree.hasPayload) note('data', 'no-payload');
    if (payload.length === 0 && this.#problems.length === 0) note('manifest-sha256.txt', 'ENOENT');
    for (const { file, hashes } of payload)
      for (const path of hashes.keys())
        if (!path.startsWith('data/')) note(`${file}: ${path}`, 'not-payload');
    const there = [...tree.files.keys()].filter((path) => path.startsWith('data/'));
    for (const path of [...there, ...fetched.map((one) => one.path)]) {
      const without = payload.filter(({ hashes }) => !isListed(hashes, path));
      const isMissed =
        declaration?.isStrict === true ? without.length > 0 : without.length === payload.length;
      const [first] = without;
      if (isMissed && first !== undefined)
        this.#problems.push(problem('bag-file-unlisted', { file: path }, { manifest: first.file }));
    }
  }

  /** That a tag manifest lists neither payload nor tag manifests. */
  #checkTags(tags: readonly Manifest[]): void {
    for (const { file, hashes } of tags)
      for (const path of hashes.keys())
        if (path.startsWith('data/') || manifestKind(path) === 'tag')
          this.#problems.push(elementProblem(`${file}: ${path}`, 'not-a-tag-file').problem);
  }

  #checkSize({ files }: BagTree, file: string, stated: ReturnType<typeof readStatedSize>): void {
    const sizes = [...files].filter(([path]) => path.startsWith('data/')).map(([, bytes]) => bytes);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (stated === null || (stated.bytes === bytes && stated.files === sizes.length)) return;
    const counted = { reason: 'payload-oxum', counted: `${bytes}.${sizes.length}` };
    this.#problems.push(problem('bag-element-invalid', { file }, counted));
  }

  /** Every listed file that is there, by the path it is listed under, and the path it lies at. */
  #checkThere(
    manifests: readonly Manifest[],
    { files }: BagTree,
    fetched: readonly Fetched[],
  ): ReadonlyMap<string, string> {
    const composed = new Map([...files.keys()].map((path) => [path.normalize('NFC'), path]));
    const listed = new Map<string, string>();
    for (const { file, hashes } of manifests)
      for (const path of hashes.keys()) {
        const at = files.has(path) ? path : composed.get(path.normalize('NFC'));
        if (at !== undefined) listed.set(path, at);
        else this.#problems.push(missing(file, path, fetched));
      }
    return listed;
  }

  async #checkHashes(manifests: readonly Manifest[], listed: ReadonlyMap<string, string>): Promise<void> {
    let [done, breathed] = [0, performance.now()];
    for (const [path, at] of listed) {
      const stated = manifests.filter(({ hashes }) => hashes.has(path));
      const found = hashBagFile(
        join(this.#root, at),
        stated.map(({ algorithm }) => algorithm),
      );
      for (const { file, algorithm, hashes } of stated)
        if (found?.get(algorithm) !== hashes.get(path))
          this.#problems.push(problem('bag-file-damaged', { file: path }, { manifest: file }));
      done += 1;
      if (performance.now() - breathed < BREATH_MS && done < listed.size) continue;
      breathed = performance.now();
      this.#options.onProgress?.(done, listed.size);
      await new Promise(setImmediate);
      if (this.#options.signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
    }
  }

  #report({ tree, declaration, payload }: CheckedBag, isComplete: boolean): BagReport {
    const sizes = [...tree.files].filter(([path]) => path.startsWith('data/')).map(([, bytes]) => bytes);
    return {
      complete: isComplete,
      valid: this.#problems.length === 0,
      version: declaration?.version ?? '',
      algorithms: payload.map(({ algorithm }) => algorithm),
      payload: { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) },
      problems: this.#problems,
    };
  }
}

interface CheckedBag {
  readonly tree: BagTree;
  /** Null when it cannot be read. */
  readonly declaration: Declaration | null;
  readonly payload: readonly Manifest[];
}

/** Whether a path is listed, be it with letters composed in another way. */
function isListed(hashes: ReadonlyMap<string, string>, path: string): boolean {
  if (hashes.has(path)) return true;
  const composed = path.normalize('NFC');
  // Only where letters can be composed in two ways is it worth going through all of them.
  return (
    composed !== path.normalize('NFD') && [...hashes.keys()].some((one) => one.normalize('NFC') === composed)
  );
}

function missing(manifest: string, file: string, fetched: readonly Fetched[]): Problem {
  const url = fetched.find(({ path }) => path === file)?.url;
  return problem('bag-file-missing', { file }, url === undefined ? { manifest } : { manifest, url });
}
