import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseRecord } from '../../model/said.ts';
import type { Links } from '../../model/links.ts';
import type { Day } from '../../model/day.ts';
import type { LinePlace, Package } from '../../package/read.ts';
import { loadCatalogue } from '../core/catalogue/catalogue-file.ts';
import { NO_EARLIEST, NO_LATEST, dayOfNumber } from '../core/catalogue/columns.ts';
import type { Catalogue, PlaceColumn } from '../core/catalogue/columns.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import { Completer } from '../core/complete/completer.ts';
import { SearchEngine } from '../core/engine.ts';
import { IndexFormatError } from '../core/lunr/lunr-file.ts';
import { LunrIndex } from '../core/lunr/lunr-index.ts';
import { SurfaceForms } from '../core/text/surface-forms.ts';
import { PIPELINE_NAME } from '../core/text/swedish.ts';
import { FoldedTextFile } from './folded-text-file.ts';
import {
  META,
  UnusableIndex,
  checkIndexFile,
  indexMetaSchema,
  readIndexFile,
  readIndexLines,
} from './index-files.ts';
import type { IndexFileName, IndexMeta } from './index-files.ts';

/** One version of a release as the package holds it. */
export interface HeldVersion {
  readonly record: ReleaseRecord;
  readonly links: Links;
}

/** What is known of a package that is open for search. */
export interface Opened {
  readonly releases: number;
  /** First and last day of any release; null when no date bounds them. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** A package with its index, open for search. */
export class OpenIndex {
  readonly engine: SearchEngine;
  readonly completer: Completer;
  readonly #package: Package;
  readonly #catalogue: Catalogue;
  readonly #texts: FoldedTextFile;
  readonly #refs: ReadonlyMap<string, number>;

  /**
   * Opens the index of a package and checks that it is what was written, byte for byte.
   *
   * @throws UnusableIndex when there is none, or it is another's or damaged.
   */
  constructor(pkg: Package, indexDir: string) {
    const meta = readMeta(indexDir, pkg.identity);
    this.#package = pkg;
    this.#catalogue = readCatalogue(indexDir, meta);
    const offsets = readNumbers(indexDir, 'text-offsets.bin', meta);
    checkIndexFile(indexDir, 'texts.bin', meta.files['texts.bin']);
    const forms = readIndexFile(indexDir, 'forms.txt', meta.files['forms.txt']).toString('utf8');
    const index = readTerms(indexDir, meta);
    this.#texts = new FoldedTextFile(join(indexDir, 'texts.bin'), new Float64Array(offsets));
    this.#refs = new Map(this.#catalogue.ids.map((id, ref) => [id, ref]));
    const names = new RegisterNames(pkg.register.data);
    this.completer = new Completer(this.#catalogue, names);
    this.engine = new SearchEngine({
      index,
      catalogue: this.#catalogue,
      forms: new SurfaceForms(forms === '' ? [] : forms.split('\n')),
      texts: this.#texts,
      names,
      readVersion: (ref) => this.#version(this.#catalogue.versions[ref] ?? 0),
    });
  }

  get opened(): Opened {
    const { size, earliest, latest } = this.#catalogue;
    const first = earliest.filter((day) => day !== NO_EARLIEST).reduce(smaller, NO_LATEST);
    const last = latest.filter((day) => day !== NO_LATEST).reduce(larger, NO_EARLIEST);
    return {
      releases: size,
      earliest: first === NO_LATEST ? null : dayOfNumber(first),
      latest: last === NO_EARLIEST ? null : dayOfNumber(last),
    };
  }

  /** All versions of a release, by its id or a former id, the leading one first; none when it is not held. */
  versions(id: string): readonly HeldVersion[] {
    const ref = this.#refs.get(id) ?? this.#catalogue.aliases.get(id);
    if (ref === undefined) return [];
    const [start, end] = [this.#catalogue.versions[ref] ?? 0, this.#catalogue.versions[ref + 1] ?? 0];
    return Array.from({ length: end - start }, (_, n) => this.#version(start + n));
  }

  close(): void {
    this.#texts.close();
    this.#package.close();
  }

  #version(place: number): HeldVersion {
    return {
      record: this.#package.readAtSync(placeAt(this.#catalogue.records, place)),
      links: this.#package.readLinksAtSync(placeAt(this.#catalogue.links, place)),
    };
  }
}

function readMeta(indexDir: string, identity: string): IndexMeta {
  let text: string;
  try {
    text = readFileSync(join(indexDir, META), 'utf8');
  } catch {
    throw new UnusableIndex('missing', META);
  }
  const parsed = indexMetaSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new UnusableIndex('other', META);
  const isOurs = parsed.data.identity === identity && parsed.data.pipeline === PIPELINE_NAME;
  if (!isOurs) throw new UnusableIndex('other', META);
  return parsed.data;
}

function readCatalogue(indexDir: string, { files }: IndexMeta): Catalogue {
  const head = readIndexFile(indexDir, 'catalogue.json', files['catalogue.json']).toString('utf8');
  const bytes = readIndexFile(indexDir, 'catalogue.bin', files['catalogue.bin']);
  // A buffer of its own: typed arrays must start at multiples of their size.
  return loadCatalogue({ head, bytes: new Uint8Array(bytes) });
}

function readNumbers(indexDir: string, name: IndexFileName, { files }: IndexMeta): ArrayBuffer {
  return new Uint8Array(readIndexFile(indexDir, name, files[name])).buffer;
}

function readTerms(indexDir: string, { files }: IndexMeta): LunrIndex {
  try {
    const lines = readIndexLines(indexDir, 'terms.jsonl', files['terms.jsonl']);
    const index = LunrIndex.load(lines);
    // The file is checked when its end is reached.
    for (const rest of lines) if (rest !== '') throw new UnusableIndex('damaged', 'terms.jsonl');
    return index;
  } catch (error) {
    if (error instanceof IndexFormatError) throw new UnusableIndex('damaged', error.message);
    throw error;
  }
}

function placeAt(places: PlaceColumn, at: number): LinePlace {
  return {
    file: places.files[places.file[at] ?? 0] ?? '',
    offset: places.offset[at] ?? 0,
    length: places.length[at] ?? 0,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

function larger(a: number, b: number): number {
  return Math.max(a, b);
}
