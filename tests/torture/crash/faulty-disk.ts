import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';

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

/** What was done since the last sync and would be undone by a loss of power. */
interface Undo {
  /** What has to be synced for it to last: a file's contents, or a folder's list of names. */
  readonly path: string;
  readonly kind: 'contents' | 'names';
  readonly undo: () => void;
}

const real = { ...fs };
const realPromises = { ...fs.promises };

/**
 * Counts every step by which this process changes what lies below a folder (files made, written, cut, synced, renamed,
 * removed; folders made, removed), and fails at one of them. Wraps `node:fs`, so that all code is met as it stands.
 */
export class FaultyDisk {
  readonly #fault: Fault;
  readonly #root: string;
  readonly #paths = new Map<number, string>();
  #unsynced: Undo[] = [];
  #steps = 0;
  #names: string[] = [];
  /** Within a step, what the system's own functions call is part of it. */
  #isWithin = false;

  private constructor(fault: Fault) {
    this.#fault = fault;
    this.#root = resolve(fault.root);
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
    // A folder that is gone for good took with it what was done in it.
    for (const { path, undo } of this.#unsynced.toReversed()) if (real.existsSync(path)) undo();
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

  /** Remembers how to undo what is not synced yet. */
  #lose(kind: Undo['kind'], path: string, undo: () => void): void {
    this.#unsynced.push({ kind, path, undo });
  }

  #synced(path: string): void {
    this.#unsynced = this.#unsynced.filter((one) => one.path !== path);
  }

  #pathOf(file: unknown): string {
    if (typeof file === 'number') return this.#paths.get(file) ?? '';
    return typeof file === 'string' ? resolve(file) : '';
  }

  /** A file's bytes go back to what they were when it was synced last. */
  #losesContents(path: string): void {
    if (this.#fault.how !== 'power' || !this.#isOurs(path)) return;
    if (this.#unsynced.some((one) => one.path === path && one.kind === 'contents')) return;
    const before = real.existsSync(path) ? real.readFileSync(path) : null;
    this.#lose('contents', path, () => {
      if (before !== null && real.existsSync(path)) real.writeFileSync(path, before);
    });
  }

  #losesNew(path: string): void {
    if (this.#fault.how !== 'power' || !this.#isOurs(path) || real.lstatSync(path, maybe) !== undefined)
      return;
    this.#lose('names', dirname(path), () => real.rmSync(path, { recursive: true, force: true }));
  }

  #losesRename(from: string, to: string): void {
    if (this.#fault.how !== 'power' || !this.#isOurs(to)) return;
    const kept = this.#keep(to);
    this.#lose('names', dirname(to), () => {
      if (real.lstatSync(to, maybe) !== undefined) real.renameSync(to, from);
      kept();
    });
  }

  #losesRemoval(path: string): void {
    if (this.#fault.how !== 'power' || !this.#isOurs(path)) return;
    this.#lose('names', dirname(path), this.#keep(path));
  }

  /** Keeps a copy of what is about to go, and gives what puts it back. */
  #keep(path: string): () => void {
    const found = real.lstatSync(path, maybe);
    if (found === undefined) return () => undefined;
    if (found.isSymbolicLink()) {
      const target = real.readlinkSync(path);
      return () => real.symlinkSync(target, path);
    }
    if (!found.isDirectory()) {
      const bytes = real.readFileSync(path);
      return () => real.writeFileSync(path, bytes);
    }
    const inside = real.readdirSync(path).map((name) => this.#keep(join(path, name)));
    return () => {
      real.mkdirSync(path, { recursive: true });
      for (const one of inside) one();
    };
  }

  #wrapSync(): void {
    const disk = this;
    const write = (file: number, bytes: Buffer): void => void real.writeSync(file, bytes);

    fs.openSync = ((path: string, flags: string | number = 'r', mode?: number) => {
      const at = resolve(path);
      const open = (): number => {
        disk.#losesNew(at);
        const file = real.openSync(path, flags, mode);
        disk.#paths.set(file, at);
        return file;
      };
      return isWriting(flags) ? disk.#step('open', at, { whole: open }) : open();
    }) as typeof fs.openSync;

    fs.closeSync = (file) => {
      disk.#paths.delete(file);
      real.closeSync(file);
    };

    fs.writeSync = ((file: number, bytes: Uint8Array | string, ...rest: readonly number[]) => {
      const path = disk.#pathOf(file);
      const [offset = 0, length] = rest;
      const all =
        typeof bytes === 'string'
          ? Buffer.from(bytes)
          : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const part = all.subarray(offset, length === undefined ? undefined : offset + length);
      return disk.#step('write', path, {
        half: () => write(file, part.subarray(0, part.length >> 1)),
        whole: () => {
          disk.#losesContents(path);
          return real.writeSync(file, part);
        },
      });
    }) as typeof fs.writeSync;

    fs.writeFileSync = ((file: number | string, data: string | Uint8Array, options?: fs.WriteFileOptions) => {
      const path = disk.#pathOf(file);
      const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data);
      if (typeof file !== 'number') disk.#step('open', path, { whole: () => disk.#losesNew(path) });
      disk.#step('write', path, {
        half: () => real.writeFileSync(file, bytes.subarray(0, bytes.length >> 1), options),
        whole: () => {
          disk.#losesContents(path);
          real.writeFileSync(file, bytes, options);
        },
      });
    }) as typeof fs.writeFileSync;

    for (const name of ['fsyncSync', 'fdatasyncSync'] as const)
      fs[name] = (file) => {
        const path = disk.#pathOf(file);
        disk.#step('sync', path, {
          whole: () => {
            real[name](file);
            disk.#synced(path);
          },
        });
      };

    fs.ftruncateSync = (file, length) => {
      const path = disk.#pathOf(file);
      disk.#step('cut', path, {
        whole: () => {
          disk.#losesContents(path);
          real.ftruncateSync(file, length);
        },
      });
    };

    fs.renameSync = (from, to) => {
      const [source, target] = [resolve(String(from)), resolve(String(to))];
      disk.#step('rename', target, {
        whole: () => {
          disk.#losesRename(source, target);
          real.renameSync(from, to);
        },
      });
    };

    fs.mkdirSync = ((path: string, options?: fs.MakeDirectoryOptions) => {
      const at = resolve(path);
      if (options?.recursive === true) return disk.#makeFolders(at);
      return disk.#step('make', at, {
        whole: () => {
          disk.#losesNew(at);
          real.mkdirSync(path, options);
        },
      });
    }) as typeof fs.mkdirSync;

    fs.symlinkSync = ((target: string, path: string) => {
      const at = resolve(path);
      disk.#step('link', at, {
        whole: () => {
          disk.#losesNew(at);
          real.symlinkSync(target, path);
        },
      });
    }) as typeof fs.symlinkSync;

    const remove = (path: string, act: () => void): void => {
      disk.#step('remove', path, {
        whole: () => {
          disk.#losesRemoval(path);
          act();
        },
      });
    };
    fs.unlinkSync = (path) => remove(resolve(String(path)), () => real.unlinkSync(path));
    // The system's own removal hands bytes for names to these two.
    fs.rmdirSync = ((path: fs.PathLike) =>
      remove(resolve(String(path)), () => real.rmdirSync(path))) as typeof fs.rmdirSync;
    fs.rmSync = ((path: fs.PathLike, options?: fs.RmOptions) =>
      disk.#removeAll(resolve(String(path)), options)) as typeof fs.rmSync;
  }

  #wrapPromises(): void {
    const disk = this;
    fs.promises.open = async (path, flags, mode) => {
      const at = resolve(String(path));
      const open = async (): Promise<FileHandle> => {
        disk.#losesNew(at);
        return await realPromises.open(path, flags, mode);
      };
      const handle = await (isWriting(flags ?? 'r') ? disk.#step('open', at, { whole: open }) : open());
      const [sync, writeFile] = [handle.sync.bind(handle), handle.writeFile.bind(handle)];
      handle.sync = async () =>
        await disk.#step('sync', at, {
          whole: async () => {
            await sync();
            disk.#synced(at);
          },
        });
      handle.writeFile = async (...args) =>
        await disk.#step('write', at, {
          whole: async () => {
            disk.#losesContents(at);
            await writeFile(...args);
          },
        });
      return handle;
    };
    fs.promises.writeFile = async (path, data) => fs.writeFileSync(String(path), data as Uint8Array);
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

const maybe = { throwIfNoEntry: false } as const;

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
