import { readLines } from './lines.ts';
import type { FileLine } from './lines.ts';
import { idOfLinksLine, idOfRecordLine, invalidLine } from './record-lines.ts';

/** The two files of a shard: where each lies, and what it is called in problems. */
export interface ShardFiles {
  readonly releases: NamedFile;
  readonly links: NamedFile;
}

interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** The lines about one release, unparsed. The first links lines belong to the records, in their order; the rest have none here. */
export interface ReleaseLines {
  readonly id: string;
  readonly records: readonly FileLine[];
  readonly links: readonly FileLine[];
}

/**
 * Reads the two files of a shard side by side, release by release in the order of ids. Of a line no more is looked at
 * than its id, so that passing over a release costs little.
 *
 * @param allowsFurther whether links lines may stand there that have no record beside them: in a delta.
 * @throws ProblemError `package-record-invalid` where the files do not go together, or an id is out of order.
 */
export async function* releaseLines(files: ShardFiles, allowsFurther: boolean): AsyncGenerator<ReleaseLines> {
  const records = new LineCursor(files.releases, idOfRecordLine);
  const links = new LineCursor(files.links, idOfLinksLine);
  try {
    await records.advance();
    await links.advance();
    for (let before = ''; ;) {
      const id = lesser(records.id, allowsFurther ? links.id : null);
      if (id === null) break;
      if (id <= before) throw records.id === id ? records.fault('order') : links.fault('order');
      const own = await records.takeWhile((next) => next === id);
      const beside = allowsFurther
        ? await links.takeWhile((next) => next === id)
        : await links.take(own.length);
      if (beside.length < own.length) throw links.fault('unpaired');
      yield { id, records: own, links: beside };
      before = id;
    }
    if (links.head !== null) throw links.fault('unpaired');
  } finally {
    await records.close();
    await links.close();
  }
}

function lesser(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** A file read line by line, the next line in sight. */
class LineCursor {
  readonly #file: NamedFile;
  readonly #idOf: (line: FileLine, file: string) => string;
  readonly #lines: AsyncGenerator<FileLine>;
  #head: FileLine | null = null;
  #id: string | null = null;
  #passed = 0;

  constructor(file: NamedFile, idOf: (line: FileLine, file: string) => string) {
    this.#file = file;
    this.#idOf = idOf;
    this.#lines = readLines(file.path, file.name);
  }

  get head(): FileLine | null {
    return this.#head;
  }

  /** The id that the next line is about; null at the end. */
  get id(): string | null {
    if (this.#head === null) return null;
    this.#id ??= this.#idOf(this.#head, this.#file.name);
    return this.#id;
  }

  async advance(): Promise<void> {
    this.#passed = this.#head?.number ?? this.#passed;
    const next = await this.#lines.next();
    this.#head = next.done === true ? null : next.value;
    this.#id = null;
  }

  async takeWhile(wanted: (id: string | null) => boolean): Promise<readonly FileLine[]> {
    const taken: FileLine[] = [];
    for (; this.#head !== null && wanted(this.id); await this.advance()) taken.push(this.#head);
    return taken;
  }

  async take(count: number): Promise<readonly FileLine[]> {
    const taken: FileLine[] = [];
    for (; this.#head !== null && taken.length < count; await this.advance()) taken.push(this.#head);
    return taken;
  }

  fault(reason: string): Error {
    const line = this.#head?.number ?? this.#passed + 1;
    return invalidLine({ file: this.#file.name, line }, reason);
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }
}
