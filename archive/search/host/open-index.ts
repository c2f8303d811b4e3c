import { join } from 'node:path';
import type { RegisterData } from '../../model/register.ts';
import type { ReleaseRecord } from '../../model/said.ts';
import type { Links } from '../../model/links.ts';
import type { LinePlace } from '../../package/read.ts';
import { openCatalogue } from '../core/catalogue/catalogue-file.ts';
import type { StoredCatalogue } from '../core/catalogue/catalogue-file.ts';
import type { PlaceColumn } from '../core/catalogue/columns.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import { Completer } from '../core/complete/completer.ts';
import { SearchEngine } from '../core/engine.ts';
import type { TextIndexes } from '../core/index-port.ts';
import { IndexFormatError } from '../core/packed/format-error.ts';
import { Kept } from '../core/match/kept.ts';
import { IndexDamaged, UnusableIndex } from './index-errors.ts';
import { IndexFile } from './index-file.ts';
import { CATALOGUE, INDEX_FILE, REGISTER, parseJson, readIndexHead } from './index-head.ts';
import type { IndexHead, Opened } from './index-head.ts';
import { openTexts } from './open-texts.ts';
import { PackageLines } from './package-lines.ts';

export type { Opened } from './index-head.ts';

/** One version of a release as the package holds it. */
export interface HeldVersion {
  readonly record: ReleaseRecord;
  readonly links: Links;
}

/** Releases kept once read: a few pages of results. */
const MOST_RECENT = 48;
/** Letters that some name and some word may begin with: which, does not matter. */
const ANY_BEGINNING = 'an';

/**
 * A package with its index, open for search. Whatever is read of the index is checked then: a call throws
 * IndexDamaged or IndexFormatError when it meets bytes that are not what was written.
 */
export class OpenIndex {
  readonly engine: SearchEngine;
  readonly completer: Completer;
  readonly #head: IndexHead;
  readonly #lines: PackageLines;
  readonly #file: IndexFile;
  readonly #catalogue: StoredCatalogue;
  readonly #indexes: TextIndexes;
  /** Releases read last: with a letter more, a query finds mostly the same. */
  readonly #recent = new Kept<HeldVersion>(MOST_RECENT);

  private constructor(lines: PackageLines, file: IndexFile) {
    this.#head = readIndexHead(file, lines.identity);
    this.#lines = lines;
    this.#file = file;
    this.#catalogue = openCatalogue(file, CATALOGUE);
    const names = new RegisterNames(registerOf(file));
    this.completer = new Completer(this.#catalogue, names);
    this.#indexes = openTexts(file);
    this.engine = new SearchEngine({
      indexes: this.#indexes,
      catalogue: this.#catalogue,
      names,
      readVersion: (ref) =>
        this.#recent.get(String(ref), () => this.#version(this.#catalogue.versions[ref] ?? 0)),
    });
  }

  /**
   * Opens the index of a package. Of the index only what says what it is is read.
   *
   * @throws UnusableIndex when there is none, or it is another's or damaged; ProblemError when there is no package.
   */
  static async open(packageDir: string, indexDir: string): Promise<OpenIndex> {
    const lines = await PackageLines.open(packageDir);
    const file = IndexFile.open(join(indexDir, INDEX_FILE));
    try {
      return new OpenIndex(lines, file);
    } catch (error) {
      file.close();
      if (error instanceof IndexDamaged || error instanceof IndexFormatError)
        throw new UnusableIndex('damaged', error.message);
      throw error;
    }
  }

  get opened(): Opened {
    const { releases, earliest, latest } = this.#head;
    return { releases, earliest, latest };
  }

  /** All versions of a release, by its id or a former id, the leading one first; none when it is not held. */
  versions(id: string): readonly HeldVersion[] {
    const ref = this.#catalogue.refOf(id);
    if (ref === null) return [];
    const [start, end] = [this.#catalogue.versions[ref] ?? 0, this.#catalogue.versions[ref + 1] ?? 0];
    return Array.from({ length: end - start }, (_, n) => this.#version(start + n));
  }

  /**
   * Reads ahead what a first truncated word and a first completed name would wait for: the vocabulary of forms and
   * the list of names. Takes some tenths of a second.
   */
  prepare(): void {
    this.completer.complete(ANY_BEGINNING, ANY_BEGINNING.length);
    this.#indexes.forms.expand({ type: 'wildcard', pieces: [ANY_BEGINNING, ''] }, 1);
  }

  close(): void {
    this.#file.close();
    this.#lines.close();
  }

  #version(place: number): HeldVersion {
    return {
      record: this.#lines.record(placeAt(this.#catalogue.records, place)),
      links: this.#lines.links(placeAt(this.#catalogue.links, place)),
    };
  }
}

/** The register was checked when the index was built from it. */
function registerOf(file: IndexFile): RegisterData {
  const range = file.section(REGISTER);
  if (range === null) throw new UnusableIndex('damaged', 'the index has no register');
  return parseJson(range.read(0, range.length)) as RegisterData;
}

function placeAt(places: PlaceColumn, at: number): LinePlace {
  return {
    file: places.files[places.file[at] ?? 0] ?? '',
    offset: places.offset[at] ?? 0,
    length: places.length[at] ?? 0,
  };
}
