import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import { syncFolder } from '../package/container/durable.ts';
import { isSystemError } from '../package/system-error.ts';

/**
 * A file that is there whole or not at all: written beside its place under another name, put on the disk, and then
 * given its own.
 */
export class WholeFile {
  readonly #path: string;
  readonly #unfinished: string;
  readonly #file: FileHandle;

  private constructor(path: string, unfinished: string, file: FileHandle) {
    this.#path = path;
    this.#unfinished = unfinished;
    this.#file = file;
  }

  /**
   * Begins a file. One that stands at `path` is untouched until `finish`.
   *
   * @param mark tells this attempt from others: part of the name that it is written under.
   * @throws ProblemError `out-write-failed`, as all calls.
   */
  static async begin(path: string, mark: string): Promise<WholeFile> {
    const unfinished = join(dirname(path), `.${basename(path).slice(0, 60)}.${mark}.part`);
    return await refusing(path, async () => new WholeFile(path, unfinished, await open(unfinished, 'wx')));
  }

  async write(contents: string | Uint8Array): Promise<void> {
    await refusing(this.#path, async () => {
      await this.#file.writeFile(contents);
    });
  }

  /** Puts what was written in its place, on the disk when this settles. A file that stood there is replaced. */
  async finish(): Promise<void> {
    await refusing(this.#path, async () => {
      await this.#file.sync();
      await this.#file.close();
      await rename(this.#unfinished, this.#path);
      syncFolder(dirname(this.#path));
    });
  }

  /** Lets go of it: what stood at its place stays. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#unfinished, { force: true }).catch(() => undefined);
  }
}

/** What the system refuses becomes a problem that names the file that was wanted. */
export async function refusing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ProblemError(problem('out-write-failed', { file }, { reason: error.code }));
  }
}
