import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { RefusedSource } from '../../model/library.ts';
import { problem } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { BAGIT, PACKAGE_JSON } from '../entry-names.ts';
import { isSystemError } from '../system-error.ts';
import { keyChangeFileOf } from './key-change.ts';

/** What was chosen for an import, sorted. */
export interface FoundSources {
  readonly packages: readonly PackageSource[];
  /** Public keys: those that were chosen, and those that lie beside a package. */
  readonly keys: readonly BesideFile[];
  /** Statements of a key change, likewise. */
  readonly keyChanges: readonly BesideFile[];
  readonly refused: readonly RefusedSource[];
}

export interface PackageSource {
  readonly path: string;
  readonly isFolder: boolean;
}

export interface BesideFile {
  readonly path: string;
  /** A person chose it, and hears when it cannot be used. One that was only found may be anything. */
  readonly isChosen: boolean;
}

const PACKAGE_SUFFIX = '.lasesal';
const KEY_SUFFIX = '.pub';

/** No medium has more keys beside its packages; each costs a look. */
const MAX_BESIDE = 100;

/**
 * Sorts what was chosen. A folder that is no package is looked into, one level deep, for package files and package
 * folders. Nothing is opened but folders.
 */
export function findSources(chosen: readonly string[]): FoundSources {
  const search = new SourceSearch();
  for (const source of chosen) search.take(source);
  return search.found();
}

class SourceSearch {
  readonly #packages = new Map<string, PackageSource>();
  readonly #keys = new Map<string, BesideFile>();
  readonly #keyChanges = new Map<string, BesideFile>();
  readonly #refused: RefusedSource[] = [];

  take(source: string): void {
    try {
      const path = resolve(source);
      if (statSync(path).isDirectory()) this.#folder(path, source);
      else if (extname(path) === KEY_SUFFIX) this.#keys.set(path, { path, isChosen: true });
      else if (keyChangeFileOf(path) !== null) this.#statement(path, true);
      else this.#package({ path, isFolder: false });
    } catch (error) {
      this.#refuse(source, problemOf(error, source));
    }
  }

  found(): FoundSources {
    return {
      packages: [...this.#packages.values()],
      keys: [...this.#keys.values()],
      keyChanges: [...this.#keyChanges.values()],
      refused: this.#refused,
    };
  }

  #folder(path: string, source: string): void {
    if (isPackageFolder(path)) return this.#package({ path, isFolder: true });
    const names = readdirSync(path).toSorted();
    const inside = names.map((name) => join(path, name));
    const files = inside.filter((one) => extname(one) === PACKAGE_SUFFIX);
    const folders = inside.filter((one) => extname(one) !== PACKAGE_SUFFIX && isPackageFolder(one));
    for (const one of files) this.#package({ path: one, isFolder: false });
    for (const one of folders) this.#package({ path: one, isFolder: true });
    if (files.length + folders.length > 0) return;
    const beside = this.#keys.size + this.#keyChanges.size;
    this.#beside(path);
    if (this.#keys.size + this.#keyChanges.size === beside)
      this.#refuse(source, problem('import-empty', { file: source }));
  }

  #package(of: PackageSource): void {
    this.#packages.set(of.path, of);
    this.#beside(dirname(of.path));
  }

  /** Keys and statements in the folder that a package lies in. */
  #beside(folder: string): void {
    const names = namesOrNone(folder);
    const keys = names.filter((name) => extname(name) === KEY_SUFFIX);
    for (const name of keys.slice(0, MAX_BESIDE)) {
      const path = join(folder, name);
      if (!this.#keys.has(path)) this.#keys.set(path, { path, isChosen: false });
    }
    const statements = names.filter((name) => keyChangeFileOf(name) === name);
    for (const name of statements.slice(0, MAX_BESIDE)) this.#statement(join(folder, name), false);
  }

  #statement(file: string, isChosen: boolean): void {
    const path = keyChangeFileOf(file) ?? file;
    if (isChosen || !this.#keyChanges.has(path)) this.#keyChanges.set(path, { path, isChosen });
  }

  #refuse(source: string, found: Problem): void {
    this.#refused.push({ source, identity: null, title: null, problem: found });
  }
}

/** A folder that has what only a package has. Whether it is one is for those who read it. */
function isPackageFolder(path: string): boolean {
  return existsSync(join(path, BAGIT)) || existsSync(join(path, PACKAGE_JSON));
}

/** What lies beside a package is a help only. */
function namesOrNone(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function problemOf(error: unknown, source: string): Problem {
  if (!isSystemError(error)) throw error;
  return error.code === 'ENOENT'
    ? problem('package-file-not-found', { file: source })
    : problem('package-file-unreadable', { file: source }, { reason: error.code });
}
