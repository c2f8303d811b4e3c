/** Bytes that lie elsewhere. What is read has been checked; it may be a view on a shared buffer and is not to be written to. */
export interface ByteRange {
  readonly length: number;
  /**
   * The bytes from `start` up to `end`, exclusive. They stay as they are until the index is closed.
   *
   * @throws when they are not what was written.
   */
  read(start: number, end: number): Uint8Array;
}

/** Where the sections of an index file are read from. */
export interface SectionSource {
  /** A section by its name; null when there is none. */
  section(name: string): ByteRange | null;
}

/** Where the sections of an index file are written to, one after another. */
export interface SectionSink {
  /** Begins a section. What is written next belongs to it. Every name once. */
  begin(name: string): void;
  write(bytes: Uint8Array): void;
}

/** Sections held in memory: written first, then read. */
export class MemorySections implements SectionSink, SectionSource {
  readonly #pieces = new Map<string, Uint8Array[]>();
  #current: Uint8Array[] | null = null;

  begin(name: string): void {
    if (this.#pieces.has(name)) throw new RangeError(`section ${name} is there already`);
    this.#current = [];
    this.#pieces.set(name, this.#current);
  }

  write(bytes: Uint8Array): void {
    if (this.#current === null) throw new RangeError('no section has begun');
    this.#current.push(bytes.slice());
  }

  section(name: string): ByteRange | null {
    const pieces = this.#pieces.get(name);
    if (pieces === undefined) return null;
    const bytes = joined(pieces);
    this.#pieces.set(name, [bytes]);
    return new MemoryRange(bytes);
  }
}

/** Bytes in memory as a range. */
export class MemoryRange implements ByteRange {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  read(start: number, end: number): Uint8Array {
    if (start < 0 || end < start || end > this.length) throw new RangeError(`no bytes ${start} to ${end}`);
    return this.#bytes.subarray(start, end);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
