import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceRow } from './sources-csv.ts';

/** Where a file came from, as its list says. */
export interface Origin {
  readonly address: string | null;
  readonly fetched: string | null;
  /** The address of the site that a g0v tree around the file was taken from; null when not said. */
  readonly site: string | null;
  /** Whether the file has a row of its own. */
  readonly isListed: boolean;
}

interface Row extends SourceRow {
  readonly list: string;
  used: boolean;
}

/**
 * The rows of all `sources.csv`, by the paths they speak of. A row for a folder or an archive holds for every file in
 * it that has no row of its own: its day, and its address as that of the site a tree was taken from.
 */
export class SourceList {
  readonly #rows = new Map<string, Row>();

  /**
   * Takes in the rows of one list.
   *
   * @param folder - path of the folder the list lies in, with `/`
   * @param list - the list's name in problems
   */
  add(folder: string, list: string, rows: readonly SourceRow[]): void {
    for (const row of rows) {
      const path = row.file === '' ? folder : `${folder}/${row.file}`;
      const key = path.normalize('NFC');
      if (!this.#rows.has(key)) this.#rows.set(key, { ...row, list, used: false });
    }
  }

  /** What is said of the file at a path. */
  originOf(path: string): Origin {
    const key = path.normalize('NFC');
    const own = this.#rows.get(key);
    if (own !== undefined) own.used = true;
    const around = this.#around(key);
    return {
      address: own?.address ?? null,
      fetched: own?.fetched ?? around?.fetched ?? null,
      site: around?.address ?? null,
      isListed: own !== undefined,
    };
  }

  /** A problem for each row within these folders or files that no file answered to. */
  unused(within: readonly string[]): readonly Problem[] {
    return [...this.#rows].flatMap(([path, row]) => {
      const wasHandedOver = within.some((root) => path === root || path.startsWith(`${root}/`));
      if (row.used || !wasHandedOver) return [];
      return [problem('sources-csv-bad-row', { file: row.list, line: row.line }, { reason: 'no-such-file' })];
    });
  }

  /** The row of the nearest folder that has one. */
  #around(path: string): Row | undefined {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const row = this.#rows.get(path.slice(0, slash));
      if (row !== undefined) {
        row.used = true;
        return row;
      }
    }
    return undefined;
  }
}
