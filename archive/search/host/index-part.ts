import { join } from 'node:path';
import { openCatalogue } from '../core/catalogue/catalogue-file.ts';
import type { StoredCatalogue } from '../core/catalogue/catalogue-file.ts';
import type { StatedWithdrawals } from '../core/joined/parts.ts';
import { IndexFormatError } from '../core/packed/format-error.ts';
import { isAskedFirst } from './first-asked.ts';
import { IndexDamaged, UnusableIndex } from './index-errors.ts';
import { IndexFile } from './index-file.ts';
import { CATALOGUE, INDEX_FILE, WITHDRAWALS, parseJson, readIndexHead } from './index-head.ts';
import type { IndexHead } from './index-head.ts';
import { readIndexRegister } from './index-register.ts';
import type { IndexRegister } from './index-register.ts';
import { PackageLines } from './package-lines.ts';

/** A package and its index on disk. */
export interface PackagePlace {
  readonly dir: string;
  /** Where its index is, or is to be. Of use to this format only: name the folder by `INDEX_FORMAT`. */
  readonly indexDir: string;
}

/** One package with its index, of those that are open. Of the index only what says what it is has been read. */
export class IndexPart {
  readonly lines: PackageLines;
  readonly file: IndexFile;
  readonly head: IndexHead;
  readonly register: IndexRegister;
  readonly catalogue: StoredCatalogue;

  private constructor(lines: PackageLines, file: IndexFile) {
    this.lines = lines;
    this.file = file;
    file.readAhead(isAskedFirst);
    this.head = readIndexHead(file, lines.identity);
    this.register = readIndexRegister(file);
    this.catalogue = openCatalogue(file, CATALOGUE);
  }

  /**
   * @throws UnusableIndex when there is no index, or it is another's or damaged; ProblemError when there is no
   *   package.
   */
  static async open({ dir, indexDir }: PackagePlace): Promise<IndexPart> {
    const lines = await PackageLines.open(dir);
    const file = IndexFile.open(join(indexDir, INDEX_FILE));
    try {
      return new IndexPart(lines, file);
    } catch (error) {
      file.close();
      throw asUnusable(error);
    }
  }

  get identity(): string {
    return this.lines.identity;
  }

  /** What the package says about withdrawals, of whatever release. */
  withdrawals(): StatedWithdrawals {
    const range = this.file.section(WITHDRAWALS);
    if (range === null) throw new IndexFormatError(`${WITHDRAWALS} is missing`);
    return parseJson(range.read(0, range.length)) as StatedWithdrawals;
  }

  close(): void {
    this.file.close();
    this.lines.close();
  }
}

/** What it means for an index that something was met while it was opened. */
export function asUnusable(error: unknown): unknown {
  return error instanceof IndexDamaged || error instanceof IndexFormatError
    ? new UnusableIndex('damaged', error.message)
    : error;
}
