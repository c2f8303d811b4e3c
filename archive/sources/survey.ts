import { basename, dirname, resolve } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { decodeText } from './decode.ts';
import { isG0vBookkeeping, isG0vMetadata, readG0vEntries } from './g0v-entry.ts';
import { G0vTrees } from './g0v-trees.ts';
import { firstNonJson } from './json-place.ts';
import { startsAsJson } from './recognise.ts';
import { filesOf, LARGEST_FILE, reasonOf, slashed } from './source-files.ts';
import type { Found, SourceFile } from './source-files.ts';
import { SourceList } from './source-list.ts';
import { readSourcesCsv } from './sources-csv.ts';
import { isArchive, tarFiles } from './tar-files.ts';

/** What must be known of all sources before the first page is read: lists of where they came from, metadata. */
export interface Survey {
  /** How many files there are, those in archives counted. */
  readonly total: number;
  readonly trees: G0vTrees;
  readonly list: SourceList;
  /** What has been found out of files that hold no page, by path: their problems, often none. */
  readonly settled: ReadonlyMap<string, readonly Problem[]>;
  /** Problems of lists that lie outside the sources. */
  readonly problems: readonly Problem[];
}

/** All files of the inputs, in order; archives are opened. Each must be done with before the next is asked for. */
export async function* allFiles(inputs: readonly string[]): AsyncGenerator<Found> {
  for (const [index, input] of inputs.entries()) {
    for (const found of filesOf(input, prefixOf(inputs, index))) {
      const archive = 'file' in found && isArchive(headOf(found.file)) ? found.file : null;
      if (archive === null) yield found;
      else yield* tarFiles(archive, inputs.length === 1 && archive.isHandedOver ? '' : `${archive.file}/`);
    }
  }
}

/**
 * Goes through all files once, reading only lists and metadata.
 *
 * @param sourcesCsv - a list beside those that lie among the sources; undefined when there is none
 */
export async function surveySources(
  inputs: readonly string[],
  sourcesCsv: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Survey> {
  const surveyor = new Surveyor();
  if (sourcesCsv !== undefined) surveyor.listOutside(sourcesCsv);
  for await (const found of allFiles(inputs)) {
    signal?.throwIfAborted();
    surveyor.file(found);
  }
  return surveyor.survey();
}

class Surveyor {
  readonly #trees = new G0vTrees();
  readonly #list = new SourceList();
  readonly #settled = new Map<string, readonly Problem[]>();
  readonly #problems: Problem[] = [];
  #total = 0;

  /** A list that need not lie among the sources. It goes before theirs. */
  listOutside(path: string): void {
    const [found] = filesOf(path, '');
    if (found === undefined) return;
    if ('problem' in found) this.#problems.push(found.problem);
    else {
      this.#sourcesCsv(found.file);
      this.#problems.push(...(this.#settled.get(found.file.path) ?? []));
    }
  }

  file(found: Found): void {
    this.#total += 1;
    if (!('file' in found) || this.#settled.has(found.file.path)) return;
    const { file } = found;
    const name = basename(file.path);
    if (file.size > LARGEST_FILE) return;
    if (name === 'sources.csv') this.#sourcesCsv(file);
    else if (name === 'archive.json') this.#settled.set(file.path, []);
    else if (startsAsJson(headOf(file))) this.#json(file);
  }

  survey(): Survey {
    return {
      total: this.#total,
      trees: this.#trees,
      list: this.#list,
      settled: this.#settled,
      problems: this.#problems,
    };
  }

  #sourcesCsv(file: SourceFile): void {
    const text = textOf(file);
    if (typeof text !== 'string') {
      this.#settled.set(file.path, [text]);
      return;
    }
    const { rows, problems } = readSourcesCsv(text, file.file);
    this.#list.add(slashed(dirname(file.path)), file.file, rows);
    this.#settled.set(file.path, problems);
  }

  #json(file: SourceFile): void {
    const text = textOf(file);
    if (typeof text !== 'string') this.#settled.set(file.path, [text]);
    else this.#settled.set(file.path, this.#jsonText(file, text));
  }

  #jsonText(file: SourceFile, text: string): readonly Problem[] {
    let json: unknown;
    try {
      json = JSON.parse(text.replace(/^\uFEFF/u, ''));
    } catch {
      const line = lineAt(text, firstNonJson(text) ?? text.length);
      return [problem('source-bad-json', { file: file.file, line }, { reason: 'syntax' })];
    }
    if (isG0vMetadata(json)) {
      const { entries, problems } = readG0vEntries(json, file.file);
      const lines = new LineCounter(text);
      const lineOf = (index: number): number | undefined =>
        lines.lineOf(JSON.stringify(entries[index]?.entry.url));
      this.#trees.add({ path: file.path, file: file.file, entries, lineOf });
      return problems;
    }
    if (isG0vBookkeeping(json) || isRegister(json)) return [];
    return [problem('source-not-recognised', { file: file.file }, { sort: 'json' })];
  }
}

/** An authority register is handed over beside the sources and is none of them. */
function isRegister(json: unknown): boolean {
  return (
    typeof json === 'object' && json !== null && 'persons' in json && 'roles' in json && 'governments' in json
  );
}

function textOf(file: SourceFile): string | Problem {
  try {
    return decodeText(file.read(), file.file);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    return problem('source-unreadable', { file: file.file }, { reason: reasonOf(error) });
  }
}

/** First bytes of a file; none when it cannot be opened, which its reading will report. */
function headOf(file: SourceFile): Uint8Array {
  try {
    return file.head();
  } catch {
    return new Uint8Array();
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Finds lines of words asked for in the order they stand in; starts over for one that stands before the last. */
class LineCounter {
  readonly #text: string;
  #offset = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** One-based line of the first place these words stand at; undefined when they stand nowhere. */
  lineOf(words: string): number | undefined {
    const ahead = this.#text.indexOf(words, this.#offset);
    if (ahead === -1 && this.#offset > 0) {
      this.#offset = 0;
      this.#line = 1;
      return this.lineOf(words);
    }
    if (ahead === -1) return undefined;
    for (let feed = this.#feed(); feed !== -1 && feed < ahead; feed = this.#feed()) {
      this.#line += 1;
      this.#offset = feed + 1;
    }
    return this.#line;
  }

  #feed(): number {
    return this.#text.indexOf('\n', this.#offset);
  }
}

/** Several inputs are told apart by their names, and inputs of one name by a number. */
function prefixOf(inputs: readonly string[], index: number): string {
  if (inputs.length === 1) return '';
  const names = inputs.map((input) => basename(resolve(input)));
  const name = names[index] ?? '';
  const before = names.slice(0, index).filter((other) => other === name).length;
  return before === 0 ? name : `${name}-${before + 1}`;
}
