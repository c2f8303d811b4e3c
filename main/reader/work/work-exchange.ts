import { dirname } from 'node:path';
import { ProblemError, problem } from '../../contract/index.ts';
import type { Correction, WorkPreview } from '../../contract/index.ts';
import type { Personal } from '../personal.ts';
import { itemsOf, readWorkFile, workFileOf, writeOut } from './exchange-file.ts';
import type { FiledItem } from './exchange-file.ts';
import { newId } from './ids.ts';
import { put } from './items.ts';
import { keeperFileOf } from './keeper-file.ts';
import { mergeOf } from './merge.ts';
import type { WorkItems } from './work-items.ts';

/** Asks the person for files of her work; null when she chose none. */
export interface WorkDialogs {
  readonly newWorkFile: (what: 'work' | 'corrections', from: string | null) => Promise<string | null>;
  readonly workFile: (from: string | null) => Promise<string | null>;
}

export interface ExchangeOptions {
  readonly dialogs: () => WorkDialogs;
  readonly personal: () => Pick<Personal, 'lastFolder' | 'saveLastFolder'>;
  /** What writes the files, e.g. `Läsesal 1.0`. */
  readonly program: () => string;
}

interface Saved {
  readonly file: string;
  readonly items: number;
}

interface Waiting {
  readonly preview: WorkPreview;
  readonly filed: readonly FiledItem[];
}

/** A reader's work as files: handed on, taken in, and corrections to the keeper of an archive. */
export class WorkExchange {
  readonly #items: WorkItems;
  readonly #options: ExchangeOptions;
  #waiting: Waiting | null = null;

  constructor(items: WorkItems, options: ExchangeOptions) {
    this.#items = items;
    this.#options = options;
  }

  /** Writes everything into a file that the person names; null when she names none. */
  async save(withHistory: boolean): Promise<Saved | null> {
    const path = await this.#newFile('work');
    if (path === null) return null;
    const program = this.#options.program();
    const file = workFileOf(this.#items, { program, written: instant(), withHistory });
    writeOut(path, file);
    return { file: path, items: itemsOf(file).filter(({ kind }) => kind !== 'looked').length };
  }

  /** Likewise corrections (null: all), which count as handed over from then on. */
  async saveCorrections(ids: readonly string[] | null): Promise<Saved | null> {
    const chosen =
      ids === null
        ? [...this.#items.all('correction').values()]
        : [...new Set(ids)].map((id) => this.#items.known('correction', id));
    if (chosen.length === 0) throw new ProblemError(problem('work-nothing-to-hand-over'));
    const path = await this.#newFile('corrections');
    if (path === null) return null;
    const written = instant();
    writeOut(path, keeperFileOf(chosen, { program: this.#options.program(), written }));
    this.#noteHanded(chosen, written);
    return { file: path, items: chosen.length };
  }

  /** Lets the person choose a file, and tells what taking it in would do; null when she chose none. */
  async choose(): Promise<WorkPreview | null> {
    const { dialogs, personal } = this.#options;
    const path = await dialogs().workFile(personal().lastFolder);
    if (path === null) return null;
    personal().saveLastFolder(dirname(path));
    const file = readWorkFile(path);
    const filed = itemsOf(file);
    const { tally, conflicts } = mergeOf(filed, this.#items);
    const { written, program } = file;
    const preview = { id: newId(), file: path, written, program, tally, conflicts };
    this.#waiting = { preview, filed };
    return preview;
  }

  /** Takes in what a preview showed; answers what takes that back. Throws ProblemError `work-preview-stale`. */
  accept(id: string): string {
    const waiting = this.#waiting;
    if (waiting?.preview.id !== id) throw new ProblemError(problem('work-preview-stale'));
    const { changes, pasts, tally } = mergeOf(waiting.filed, this.#items);
    if (JSON.stringify(tally) !== JSON.stringify(waiting.preview.tally))
      throw new ProblemError(problem('work-preview-stale'));
    const undo = this.#items.write(changes, pasts);
    this.#waiting = null;
    return undo;
  }

  /** What was changed while the person chose a file was handed over as it was before. */
  #noteHanded(chosen: readonly Correction[], handed: string): void {
    const asWritten = chosen.filter(
      ({ id, changed }) => this.#items.get('correction', id)?.changed === changed,
    );
    this.#items.write(asWritten.map((one) => put('correction', { ...one, handed })));
  }

  async #newFile(what: 'work' | 'corrections'): Promise<string | null> {
    const { dialogs, personal } = this.#options;
    const path = await dialogs().newWorkFile(what, personal().lastFolder);
    if (path !== null) personal().saveLastFolder(dirname(path));
    return path;
  }
}

function instant(): string {
  return new Date().toISOString();
}
