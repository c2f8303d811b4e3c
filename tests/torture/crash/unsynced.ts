import fs from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** The system's own functions, whatever stands in their place later. */
export const real: Readonly<Omit<typeof fs, 'createReadStream' | 'createWriteStream'>> = { ...fs };

export const maybe = { throwIfNoEntry: false } as const;

/** What was done since the last sync and would be undone by a loss of power. */
interface Undo {
  /** What has to be synced for it to last: a file's contents, or a folder's list of names. Follows a rename. */
  path: string;
  /** Where it came from, when it is a rename. */
  from: string;
  readonly kind: 'contents' | 'names';
  readonly undo: (path: string, from: string) => void;
}

/** What a loss of power would take: everything that was done since the last sync of the file or folder it was done to. */
export class Unsynced {
  readonly #counts: (path: string) => boolean;
  #steps: Undo[] = [];

  /** @param counts whether what is done to a path is to be remembered. */
  constructor(counts: (path: string) => boolean) {
    this.#counts = counts;
  }

  /** A file's contents, or a folder's list of names, are on the disk. */
  synced(path: string): void {
    this.#steps = this.#steps.filter((one) => one.path !== path);
  }

  /** A file is about to be written: its bytes go back to what they were when it was synced last; none, when it never was. */
  written(path: string): void {
    if (!this.#counts(path)) return;
    if (this.#steps.some((one) => one.path === path && one.kind === 'contents')) return;
    const before = real.existsSync(path) ? real.readFileSync(path) : '';
    this.#steps.push({ kind: 'contents', path, from: '', undo: (at) => real.writeFileSync(at, before) });
  }

  /** Something new is about to have a name. */
  made(path: string): void {
    if (!this.#counts(path) || real.lstatSync(path, maybe) !== undefined) return;
    const name = basename(path);
    this.#names(path, (folder) => real.rmSync(join(folder, name), { recursive: true, force: true }));
  }

  /** Does a rename; what was there before, and whatever is not synced of what comes, can be lost. */
  rename(from: string, to: string): void {
    if (!this.#counts(to)) return real.renameSync(from, to);
    const [putBack, name] = [keep(to), basename(to)];
    real.renameSync(from, to);
    this.#follow(from, to);
    const undo = (folder: string, back: string): void => {
      const there = join(folder, name);
      if (real.lstatSync(there, maybe) !== undefined && real.existsSync(dirname(back)))
        real.renameSync(there, back);
      putBack();
    };
    this.#names(to, undo, from);
  }

  /** A name is about to go. */
  removing(path: string): void {
    if (this.#counts(path)) this.#names(path, keep(path));
  }

  /** Takes back whatever is not synced, the last first. A folder that is gone for good took with it what was done in it. */
  undo(): void {
    for (const { path, from, undo } of this.#steps.toReversed()) if (real.existsSync(path)) undo(path, from);
  }

  #names(path: string, undo: Undo['undo'], from = ''): void {
    this.#steps.push({ kind: 'names', path: dirname(path), from, undo });
  }

  /** What was done in a folder or file that has another name now. */
  #follow(from: string, to: string): void {
    const moved = (path: string): string =>
      path === from || path.startsWith(from + sep) ? to + path.slice(from.length) : path;
    for (const one of this.#steps) [one.path, one.from] = [moved(one.path), moved(one.from)];
  }
}

/** Keeps a copy of what has a name, and gives what puts it back there. */
function keep(path: string): () => void {
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
  const inside = real.readdirSync(path).map((name) => keep(join(path, name)));
  return () => {
    real.mkdirSync(path, { recursive: true });
    for (const one of inside) one();
  };
}
