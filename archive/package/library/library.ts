import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InstalledPackage, KeyView, SignerGround } from '../../model/library.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import { decodePublicKey, publicKeyString } from '../signing/public-key.ts';
import { reporting } from '../staging.ts';
import { isComplete } from './completeness.ts';
import { makeFolder } from './durable-steps.ts';
import { EMPTY_LIBRARY, readLibraryFile, writeLibraryFile } from './library-file.ts';
import type { LibraryState } from './library-file.ts';
import { lockLibrary, tryLock } from './lock.ts';
import { placesOf } from './places.ts';
import type { LibraryPlaces } from './places.ts';
import type { Policy } from './policy.ts';
import { PreparedImport } from './prepared-import.ts';
import { recover } from './recovery.ts';
import { removalLoss } from './removal.ts';
import type { RemovalLoss } from './removal.ts';
import { removePackage, requireRemovable } from './remove-package.ts';
import { stagePackages } from './stage.ts';
import type { StagedImport, StageOptions } from './staged-import.ts';
import { believedBy, isMeant, keyView, namesOf, trustToday } from './trust.ts';
import { discardWorkspace, makeWorkspace } from './workspace.ts';

export interface LibraryOptions {
  /** Where the library lies. It is made when it is missing. */
  readonly folder: string;
  /** As `readPolicy` gives it. */
  readonly policy: Policy;
  /** The clock, for when something was imported or added. */
  readonly now?: () => Date;
  /** Change nothing, whatever the folder allows. */
  readonly readOnly?: boolean;
  /** Asks how many bytes are free where a folder lies; the system when left out. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** A key that counts at this machine, and by whose word. */
export interface ListedKey extends KeyView {
  readonly by: 'trusted' | 'policy';
}

/** What a person decided about a series, and can take back. */
export interface Acceptance {
  readonly series: string;
  /** The key that the series is held to; null when none of its packages was signed. */
  readonly pin: (KeyView & { readonly by: SignerGround }) | null;
  readonly acceptsUnsigned: boolean;
  readonly acceptsUnproven: readonly string[];
}

/**
 * The packages that are installed on a machine, and whose word counts there. Several processes may have it open: what it
 * answers is read from the disk each time, and one at a time changes it.
 */
export class Library {
  readonly places: LibraryPlaces;
  readonly policy: Policy;
  /** It can be read and not changed, as on a shared folder. */
  readonly readOnly: boolean;
  readonly #now: () => Date;
  readonly #freeBytes: LibraryOptions['freeBytes'];

  private constructor({ policy, now, freeBytes }: LibraryOptions, places: LibraryPlaces, readOnly: boolean) {
    this.policy = policy;
    this.places = places;
    this.readOnly = readOnly;
    this.#now = now ?? (() => new Date());
    this.#freeBytes = freeBytes;
  }

  /**
   * Opens a library, and clears away what a killed process left in it.
   *
   * @throws ProblemError `library-damaged`, `library-pointer-lost`, `library-version-unknown`; `package-write-failed`
   *   when the folder cannot be made.
   */
  static async open(options: LibraryOptions): Promise<Library> {
    const places = placesOf(resolve(options.folder));
    const readOnly = options.readOnly === true || (await cannotWrite(places.folder));
    const library = new Library(options, places, readOnly);
    if (readOnly) library.state();
    else await library.#tidy();
    return library;
  }

  /** What `library.json` says now. Throws ProblemError as `open`. */
  state(): LibraryState {
    return readLibraryFile(this.places) ?? EMPTY_LIBRARY;
  }

  /** The installed packages by series, each series oldest first, with their trust as it stands today. */
  installed(): readonly InstalledPackage[] {
    const state = this.state();
    const believed = believedBy(state, this.policy);
    return state.packages.map((one) => ({ ...one, trust: trustToday(one, believed) }));
  }

  /** The folder of an installed package. */
  packageFolder(identity: string): string {
    return join(this.places.packages, identity);
  }

  /**
   * Copies packages into the library's own folder, checks the copies, and says what importing them would do. Nothing
   * is imported until the answer's `commit`. A package that cannot be imported does not keep the others from it.
   *
   * @throws ProblemError `library-no-space`, `job-cancelled`, `package-write-failed`, `library-read-only`, `library-busy`.
   */
  async stage({ sources, signal, onProgress }: StageOptions): Promise<StagedImport> {
    const workspace = await this.#workspace();
    try {
      const [state, lost] = [this.state(), this.lost()];
      const staged = await stagePackages({
        sources,
        workspace,
        grounds: { state, lost, policy: this.policy },
        packageFolder: (identity) => this.packageFolder(identity),
        freeBytes: this.#freeBytes,
        signal,
        onProgress,
      });
      return new PreparedImport({ library: this, workspace, staged, state, now: this.#now });
    } catch (error) {
      discardWorkspace(workspace);
      throw error;
    }
  }

  /**
   * Takes a package out of the library and removes its folder. What was remembered of its series stays: it can be
   * imported again, and nothing older can.
   *
   * @throws ProblemError `library-package-unknown`; `library-package-needed` when another package rests on it; and as
   *   `change`.
   */
  async remove(identity: string): Promise<void> {
    await removePackage(this, identity);
  }

  /** Says why a package may not be removed, if it may not. Throws ProblemError `library-package-unknown`, `library-package-needed`. */
  async requireRemovable(identity: string): Promise<void> {
    await requireRemovable(this, identity);
  }

  /** What could no longer be read without a package. Throws ProblemError `library-package-unknown`, and as `removalLoss`. */
  async removalLoss(identity: string, signal?: AbortSignal): Promise<RemovalLoss> {
    const { packages } = this.state();
    const of = packages.find((one) => one.identity === identity);
    if (of === undefined) throw new ProblemError(problem('library-package-unknown', { id: identity }));
    const others = packages.filter((one) => one.series === of.series && one !== of);
    const folders = others.map((one) => this.packageFolder(one.identity));
    const folder = this.packageFolder(identity);
    if (!isComplete(folder)) return { releases: 0, versions: 0 };
    return await removalLoss(folder, folders, signal);
  }

  /** The keys that count here: the policy's, then those that persons added. */
  keys(): readonly ListedKey[] {
    const believed = believedBy(this.state(), this.policy);
    const laidDown = believed.policy.trustedKeys.map(({ key }) => ({
      ...keyView(key, believed),
      by: 'policy' as const,
    }));
    const own = believed.trustedKeys
      .filter(({ key }) => !laidDown.some((one) => one.key === key))
      .map(({ key }) => ({ ...keyView(key, believed), by: 'trusted' as const }));
    return [...laidDown, ...own];
  }

  /**
   * Trusts a key. The person who asks for it has compared its fingerprint with the signer.
   *
   * @param text a public key file's text, or the key in base64.
   * @param name what to call it; null for nothing.
   * @throws ProblemError `key-invalid`, `key-trusted-already`, `key-not-allowed`, and as `change`.
   */
  async addKey(text: string, name: string | null): Promise<KeyView> {
    const publicKey = decodePublicKey(text);
    const [key, names] = [publicKeyString(publicKey), namesOf(publicKey)];
    if (!this.policy.allowOwnKeys)
      throw new ProblemError(problem('key-not-allowed', { file: this.policy.file ?? undefined }));
    await this.change((state) => {
      if (this.keys().some((one) => one.key === key))
        throw new ProblemError(problem('key-trusted-already', {}, { key: names.keyId }));
      const addedAt = this.#now().toISOString();
      return { ...state, trustedKeys: [...state.trustedKeys, { key, name, addedAt }] };
    });
    return { key, ...names, name };
  }

  /**
   * Believes in a key no more, whether a person trusted it or accepted it for a series. What it signed stays installed
   * and is marked; a series that is held to it takes no further package without a new decision.
   *
   * @param meant the key's fingerprint, or the key in base64.
   * @throws ProblemError `key-not-trusted`, `key-laid-down`, and as `change`.
   */
  async removeKey(meant: string): Promise<void> {
    const laidDown = this.policy.trustedKeys.find(({ key }) => isMeant(meant, key));
    if (laidDown !== undefined) {
      const { keyId } = namesOf(decodePublicKey(laidDown.key));
      throw new ProblemError(
        problem('key-laid-down', { file: this.policy.file ?? undefined }, { key: keyId }),
      );
    }
    await this.change((state) => withoutKey(state, meant));
  }

  /** What is remembered of each series. */
  acceptances(): readonly Acceptance[] {
    const state = this.state();
    const believed = believedBy(state, this.policy);
    return state.series.map(({ series, pin, acceptsUnsigned, acceptsUnproven }) => ({
      series,
      pin: pin === null ? null : { ...keyView(pin.key, believed), by: pin.by },
      acceptsUnsigned,
      acceptsUnproven,
    }));
  }

  /** Asks again before anything more that nobody vouches for comes into a series. */
  async forgetAcceptance(series: string): Promise<void> {
    await this.change((state) => ({
      ...state,
      series: state.series.map((one) =>
        one.series === series ? { ...one, acceptsUnsigned: false, acceptsUnproven: [] } : one,
      ),
    }));
  }

  /**
   * Changes what `library.json` says, in one step, from what it says at that moment. Nothing else may change it.
   *
   * @throws ProblemError `library-read-only`, `library-busy`, `package-write-failed`, as `open`, and what `step` throws;
   *   nothing has changed then.
   */
  async change(step: (state: LibraryState) => LibraryState | Promise<LibraryState>): Promise<void> {
    await this.withLock(async () => {
      await writeLibraryFile(this.places, await step(this.state()));
    });
  }

  /** Does what only one process at a time may do. Throws ProblemError `library-read-only`, `library-busy`, and what `step` throws. */
  async withLock<T>(step: () => Promise<T>): Promise<T> {
    const { folder, lock } = this.places;
    if (this.readOnly) throw new ProblemError(problem('library-read-only', { file: folder }));
    const held = await reporting(folder, () => lockLibrary(lock));
    try {
      return await step();
    } finally {
      held.release();
    }
  }

  /** Identities of installed packages of which files are missing: they may be imported once more. */
  lost(): ReadonlySet<string> {
    const all = this.state().packages.map(({ identity }) => identity);
    return new Set(all.filter((identity) => !isComplete(this.packageFolder(identity))));
  }

  async #workspace(): Promise<string> {
    const { folder } = this.places;
    return await this.withLock(async () => await reporting(folder, () => makeWorkspace(this.places)));
  }

  /** Another process that is at work right now tidies by itself. */
  async #tidy(): Promise<void> {
    const { folder, lock } = this.places;
    const held = await reporting(folder, () => tryLock(lock));
    try {
      const state = readLibraryFile(this.places);
      if (held === null) return;
      // From here on a missing pointer is one that was lost, and not one that was never written.
      if (state === null) await writeLibraryFile(this.places, EMPTY_LIBRARY);
      await reporting(folder, () => {
        makeFolder(this.places.packages);
        makeFolder(this.places.staging);
        recover(this.places, state ?? EMPTY_LIBRARY);
      });
    } finally {
      held?.release();
    }
  }
}

async function cannotWrite(folder: string): Promise<boolean> {
  try {
    accessSync(folder, constants.F_OK);
  } catch {
    await reporting(folder, () => makeFolder(folder));
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return false;
  } catch {
    return true;
  }
}

function withoutKey(state: LibraryState, meant: string): LibraryState {
  const isKey = (key: string): boolean => isMeant(meant, key);
  const isKnown =
    state.trustedKeys.some(({ key }) => isKey(key)) ||
    state.series.some(({ pin }) => pin !== null && pin.by !== 'removed' && isKey(pin.key));
  if (!isKnown) throw new ProblemError(problem('key-not-trusted', { id: meant }));
  return {
    ...state,
    trustedKeys: state.trustedKeys.filter(({ key }) => !isKey(key)),
    series: state.series.map((one) =>
      one.pin !== null && isKey(one.pin.key) ? { ...one, pin: { key: one.pin.key, by: 'removed' } } : one,
    ),
    packages: state.packages.map((one) =>
      one.trust.state === 'signed' && isKey(one.trust.key)
        ? { ...one, trust: { ...one.trust, by: 'removed' } }
        : one,
    ),
  };
}
