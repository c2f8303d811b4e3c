import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { Unsynced, maybe, real } from './unsynced.ts';

/** What happens at the point where the disk fails. */
export const failures = ['kill', 'torn', 'power', 'EIO', 'ENOSPC'] as const;

/**
 * kill: the process is killed before the step. torn: killed when a write is half done. power: killed, and whatever was not
 * synced is lost. EIO, ENOSPC: the step is refused once, a write when it is half done.
 */
export type Failure = (typeof failures)[number];

export interface Fault {
  /** Only steps on what lies below it count, and can fail. */
  readonly root: string;
  /** The step that fails, from 1; 0 for none. */
  readonly at: number;
  readonly how: Failure;
}

const realPromises = { ...fs.promises };

/**
 * Counts every step by which this process changes what lies below a folder (files made, written, cut, synced, renamed,
 * removed; folders made, removed), and fails at one of them. Wraps `node:fs`, so that all code is met as it stands.
 */
export class FaultyDisk {
  readonly #fault: Fault;
  readonly #root: string;
  readonly #paths = new Map<number, string>();
  readonly #unsynced: Unsynced;
  #steps = 0;
  #names: string[] = [];
  /** Within a step, what the system's own functions call is part of it. */
  #isWithin = false;

  private constructor(fault: Fault) {
    this.#fault = fault;
    this.#root = resolve(fault.root);
    // Only a loss of power asks what was not synced.
    this.#unsynced = new Unsynced((path) => fault.how === 'power' && this.#isOurs(path));
  }

  /** Puts the faulty disk under this process, for good. */
  static install(fault: Fault): FaultyDisk {
    const disk = new FaultyDisk(fault);
    disk.#wrapSync();
    disk.#wrapPromises();
    syncBuiltinESMExports();
    return disk;
  }

  /** The steps taken so far, by name. */
  get steps(): readonly string[] {
    return this.#names;
  }

  /** Undoes whatever was not synced, and ends. */
  losePower(): never {
    this.#isWithin = true;
    this.#unsynced.undo();
    die();
  }

  /** One step: fails here if it is its turn, else does it. `half` does half of it. */
  #step<T>(name: string, path: string, act: { readonly half?: () => void; readonly whole: () => T }): T {
    if (this.#isWithin || !this.#isOurs(path)) return act.whole();
    this.#steps += 1;
    this.#names.push(`${name} ${path.slice(this.#root.length + 1)}`);
    this.#isWithin = true;
    try {
      return this.#steps === this.#fault.at ? this.#fail(name, path, act) : act.whole();
    } finally {
      this.#isWithin = false;
    }
  }

  #fail<T>(name: string, path: string, act: { readonly half?: () => void; readonly whole: () => T }): T {
    const { how } = this.#fault;
    if (how === 'kill') die();
    if (how === 'torn') {
      act.half?.();
      die();
    }
    if (how === 'power') {
      act.half?.();
      this.losePower();
    }
    act.half?.();
    throw refusal(how, name, path);
  }

  #isOurs(path: string): boolean {
    return path.startsWith(this.#root + sep);
  }

  #pathOf(file: unknown): string {
    if (typeof file === 'number') return this.#paths.get(file) ?? '';
    return typeof file === 'string' ? resolve(file) : '';
  }

  #wrapSync(): void {
    const write = (file: number, bytes: Buffer): void => void real.writeSync(file, bytes);

    fs.openSync = ((path: string, flags: string | number, mode?: number) => {
      const at = resolve(path);
      const open = (): number => {
        this.#unsynced.made(at);
        const file = real.openSync(path, flags, mode);
        this.#paths.set(file, at);
        return file;
      };
      return isWriting(flags) ? this.#step('open', at, { whole: open }) : open();
    }) as typeof fs.openSync;

    fs.closeSync = (file) => {
      this.#paths.delete(file);
      real.closeSync(file);
    };

    fs.writeSync = ((file: number, bytes: Uint8Array | string, ...rest: readonly number[]) => {
      const path = this.#pathOf(file);
      const [offset = 0, length] = rest;
      const all =
        typeof bytes === 'string'
          ? Buffer.from(bytes)
          : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const part = all.subarray(offset, length === undefined ? undefined : offset + length);
      return this.#step('write', path, {
        half: () => write(file, part.subarray(0, part.length >> 1)),
        whole: () => {
          this.#unsynced.written(path);
          return real.writeSync(file, part);
        },
      });
    }) as typeof fs.writeSync;

    fs.writeFileSync = ((file: number | string, data: string | Uint8Array, options?: fs.WriteFileOptions) => {
      const path = this.#pathOf(file);
      const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data);
      if (typeof file !== 'number') this.#step('open', path, { whole: () => this.#unsynced.made(path) });
      this.#step('write', path, {
        half: () => real.writeFileSync(file, bytes.subarray(0, bytes.length >> 1), options),
        whole: () => {
          this.#unsynced.written(path);
          real.writeFileSync(file, bytes, options);
        },
      });
    }) as typeof fs.writeFileSync;

    for (const name of ['fsyncSync', 'fdatasyncSync'] as const)
      fs[name] = (file) => {
        const path = this.#pathOf(file);
        this.#step('sync', path, {
          whole: () => {
            real[name](file);
            this.#unsynced.synced(path);
          },
        });
      };

    fs.ftruncateSync = (file, length) => {
      const path = this.#pathOf(file);
      this.#step('cut', path, {
        whole: () => {
          this.#unsynced.written(path);
          real.ftruncateSync(file, length);
        },
      });
    };

    fs.renameSync = (from, to) => {
      const [source, target] = [resolve(String(from)), resolve(String(to))];
      this.#step('rename', target, {
        whole: () => this.#unsynced.rename(source, target),
      });
    };

    fs.mkdirSync = ((path: string, options?: fs.MakeDirectoryOptions) => {
      const at = resolve(path);
      if (options?.recursive === true) return this.#makeFolders(at);
      return this.#step('make', at, {
        whole: () => {
          this.#unsynced.made(at);
          real.mkdirSync(path, options);
        },
      });
    }) as typeof fs.mkdirSync;

    fs.symlinkSync = ((target: string, path: string) => {
      const at = resolve(path);
      this.#step('link', at, {
        whole: () => {
          this.#unsynced.made(at);
          real.symlinkSync(target, path);
        },
      });
    }) as typeof fs.symlinkSync;

    const remove = (path: string, act: () => void): void => {
      this.#step('remove', path, {
        whole: () => {
          this.#unsynced.removing(path);
          act();
        },
      });
    };
    fs.unlinkSync = (path) => remove(resolve(String(path)), () => real.unlinkSync(path));
    // The system's own removal hands bytes for names to these two.
    fs.rmdirSync = (path) => remove(resolve(String(path)), () => real.rmdirSync(path));
    fs.rmSync = (path, options) => this.#removeAll(resolve(String(path)), options);
  }

  #wrapPromises(): void {
    fs.promises.open = async (path, flags, mode) => {
      const at = resolve(String(path));
      const open = async (): Promise<FileHandle> => {
        this.#unsynced.made(at);
        return await realPromises.open(path, flags, mode);
      };
      const handle = await (isWriting(flags ?? 'r') ? this.#step('open', at, { whole: open }) : open());
      const [sync, writeFile] = [handle.sync.bind(handle), handle.writeFile.bind(handle)];
      handle.sync = async () =>
        await this.#step('sync', at, {
          whole: async () => {
            await sync();
            this.#unsynced.synced(at);
          },
        });
      handle.writeFile = async (...args) =>
        await this.#step('write', at, {
          whole: async () => {
            this.#unsynced.written(at);
            await writeFile(...args);
          },
        });
      return handle;
    };
    fs.promises.rename = async (from, to) => fs.renameSync(from, to);
    fs.promises.mkdir = (async (path: string, options?: fs.MakeDirectoryOptions) =>
      fs.mkdirSync(path, options)) as typeof fs.promises.mkdir;
    fs.promises.unlink = async (path) => fs.unlinkSync(path);
    fs.promises.rm = async (path, options) => fs.rmSync(path, options);
  }

  /** As the system does it: one folder after the other. */
  #makeFolders(path: string): string | undefined {
    if (real.existsSync(path)) return undefined;
    const first = this.#makeFolders(dirname(path));
    fs.mkdirSync(path);
    return first ?? path;
  }

  /** As the system does it: what is inside first. */
  #removeAll(path: string, options: fs.RmOptions = {}): void {
    const found = real.lstatSync(path, maybe);
    if (found === undefined) {
      if (options.force !== true) real.rmSync(path, options);
      return;
    }
    if (!found.isDirectory()) return fs.unlinkSync(path);
    if (options.recursive !== true) return real.rmSync(path, options);
    for (const name of real.readdirSync(path)) this.#removeAll(join(path, name), options);
    fs.rmdirSync(path);
  }
}

function isWriting(flags: string | number): boolean {
  if (typeof flags === 'string') return /[wa+]/u.test(flags);
  return (flags & (real.constants.O_WRONLY | real.constants.O_RDWR | real.constants.O_CREAT)) !== 0;
}

function refusal(code: 'EIO' | 'ENOSPC', syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: made up, ${syscall} '${path}'`), {
    code,
    syscall,
    path,
    errno: -5,
  });
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal ends the process before anything else; this is for the compiler.
  throw new Error('killed');
}
