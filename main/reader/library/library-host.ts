import {
  Library,
  checkInstalled,
  decodePublicKey,
  lastCertificate,
  lastChecks,
  namesOf,
  publicKeyString,
  readChecks,
  readKeyText,
  readPolicy,
  saveCertificate,
} from '../../../archive/index.ts';
import type { Policy, StagedImport } from '../../../archive/index.ts';
import { ProblemError, problem } from '../../contract/index.ts';
import type { Check, ImportStep, KeyPreview, Problem, Removal } from '../../contract/index.ts';
import { problemOf } from '../jobs.ts';
import { lostWithout, readHeads } from './heads.ts';
import type { IndexWanted, LibraryArgs, LibraryReport, LibraryWorkerData, ToLibrary } from './protocol.ts';

type Call = Extract<ToLibrary, { readonly type: 'call' }>;

/** What a call is given beside its arguments. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, step: ImportStep) => void;
  /** Has an index built elsewhere; answers why it cannot be had, or null. */
  readonly wantIndex: (wanted: IndexWanted) => Promise<Problem | null>;
}

/** The library on the disk, and the import that waits in it. */
export class LibraryHost {
  readonly #folder: string;
  readonly #policy: Policy;
  #library: Promise<Library> | null = null;
  #staged: StagedImport | null = null;

  constructor({ folder, policyFile }: LibraryWorkerData) {
    this.#policy = readPolicy(policyFile);
    this.#folder = this.#policy.libraryFolder ?? folder;
  }

  /** Throws ProblemError, and what only a bug throws. */
  async carryOut(call: Call, context: CallContext): Promise<unknown> {
    switch (call.name) {
      case 'report':
        return await this.#report();
      case 'heads':
        return await readHeads(call.args.chains);
      case 'stage':
        return await this.#stage(call.args.sources, context);
      case 'commit':
        return await this.#commit(call.args.decisions, context);
      case 'discard':
        return await this.#discard();
      case 'removal':
        return await this.#removal(call.args.identity);
      case 'remove':
        await (await this.#opened()).remove(call.args.identity);
        return null;
      case 'check':
        return await this.#check(call.args, context);
      case 'saveCertificate':
        return await this.#saveCertificate(call.args);
      case 'readKey':
        return await this.#readKey(asKeyFile(call.args.text), null);
      case 'readKeyFile':
        return await this.#readKey(await readKeyText(call.args.path), call.args.path);
      case 'addKey':
        await (await this.#opened()).addKey(call.args.key, call.args.name);
        return null;
      case 'removeKey':
        await (await this.#opened()).removeKey(call.args.key);
        return null;
    }
  }

  async #opened(): Promise<Library> {
    this.#library ??= Library.open({ folder: this.#folder, policy: this.#policy });
    try {
      return await this.#library;
    } catch (error) {
      // Another try may find it mended.
      this.#library = null;
      throw error;
    }
  }

  /** A library that cannot be opened is told as one that holds nothing and takes nothing. */
  async #report(): Promise<LibraryReport> {
    try {
      const library = await this.#opened();
      return {
        path: library.places.folder,
        packages: library.installed(),
        keys: library.keys(),
        isReadOnly: library.readOnly,
        allowsOwnKeys: this.#policy.allowOwnKeys,
        checks: [...lastChecks(readChecks(library.places.folder)).values()],
        laidDownDays: this.#policy.fixity?.everyDays,
        problem: this.#policy.problem,
      };
    } catch (error) {
      const path = this.#folder;
      const closed = { packages: [], keys: [], checks: [], isReadOnly: true, allowsOwnKeys: false };
      return { path, ...closed, laidDownDays: null, problem: problemOf(error) };
    }
  }

  async #stage(sources: readonly string[], context: CallContext): Promise<StagedImport['preview']> {
    await this.#discard();
    const { signal, onProgress } = context;
    this.#staged = await (await this.#opened()).stage({ sources, signal, onProgress });
    return this.#staged.preview;
  }

  async #commit(decisions: readonly string[], context: CallContext): Promise<readonly string[]> {
    const staged = this.#staged;
    if (staged === null) throw new ProblemError(problem('import-nothing-to-do'));
    this.#staged = null;
    const { signal, onProgress, wantIndex } = context;
    return await staged.commit({
      decisions,
      signal,
      onProgress,
      buildIndex: async ({ packages }) => {
        const fault = await wantIndex({ packages });
        if (fault !== null) throw new ProblemError(fault);
      },
    });
  }

  async #discard(): Promise<null> {
    const staged = this.#staged;
    this.#staged = null;
    await staged?.discard();
    return null;
  }

  async #removal(identity: string): Promise<Removal> {
    const library = await this.#opened();
    const installed = library.installed();
    const of = installed.find((one) => one.identity === identity);
    if (of === undefined) throw new ProblemError(problem('library-package-unknown', { id: identity }));
    const nothing = { total: 0, first: [] };
    try {
      await library.requireRemovable(identity);
    } catch (error) {
      return { identity, lost: nothing, refused: problemOf(error) };
    }
    try {
      const chain = installed.filter((one) => one.series === of.series);
      const dirs = chain.map((one) => library.packageFolder(one.identity));
      return { identity, lost: await lostWithout(dirs, identity), refused: null };
    } catch (error) {
      // What cannot be read any more may be taken away all the same.
      if (error instanceof ProblemError) return { identity, lost: nothing, refused: null };
      throw error;
    }
  }

  async #check(
    { identity, program }: LibraryArgs<'check'>,
    { signal, onProgress }: CallContext,
  ): Promise<Check> {
    const { check } = await checkInstalled(await this.#opened(), identity, {
      checked: new Date(),
      program,
      signal,
      onProgress: (done, total) => onProgress(done, total, 'checking'),
    });
    return check;
  }

  async #saveCertificate({ identity, file, language }: LibraryArgs<'saveCertificate'>): Promise<null> {
    const certificate = lastCertificate(await this.#opened(), identity);
    if (certificate === null) throw new ProblemError(problem('certificate-missing', { id: identity }));
    saveCertificate(certificate, file, language);
    return null;
  }

  async #readKey(text: string, file: string | null): Promise<KeyPreview> {
    const publicKey = decodePublicKey(text, file);
    const key = publicKeyString(publicKey);
    const keys = (await this.#opened()).keys();
    const known = keys.find((one) => one.key === key);
    return { key, ...namesOf(publicKey), name: known?.name ?? null, isTrusted: known !== undefined };
  }
}

/** What was pasted as a key file has it: a key of one line, or the two lines of minisign's. */
function asKeyFile(pasted: string): string {
  const text = pasted.trim();
  return text.includes('\n') ? `${text}\n` : text;
}
