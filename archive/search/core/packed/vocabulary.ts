import type { Automaton } from './automata.ts';
import { DEAD } from './automata.ts';
import { grown } from './bytes.ts';
import type { PackedSegment } from './segment.ts';
import { compareBytes, sharedBytes, termBytes, termOfBytes, unitAt, unitLength } from './term-bytes.ts';

/** Between the bytes of terms lies one that no term has, so that nothing is found across two of them. */
const BREAK = 0xff;
const MOST_SHARED = 0xff;

/**
 * The terms of a segment laid out for patterns: their bytes one behind the other. Terms are known by their number in
 * order. Made when a pattern first asks for it.
 */
export class Vocabulary {
  readonly size: number;
  readonly #bytes: Uint8Array;
  /** Where each term begins; one further than the terms. */
  readonly #starts: Uint32Array;
  /** How many bytes each begins with in common with the one before; not more than a byte can say. */
  readonly #sharedWithLast: Uint8Array;
  /** In how many documents each stands, added up over fields. */
  readonly #frequencies: Uint32Array;

  constructor(segment: PackedSegment) {
    this.size = segment.termCount;
    this.#starts = new Uint32Array(this.size + 1);
    this.#frequencies = new Uint32Array(this.size);
    this.#sharedWithLast = new Uint8Array(this.size);
    let bytes = new Uint8Array(this.size * 16 + 64);
    let [length, number] = [0, 0];
    segment.eachTerm((term, frequency) => {
      const end = length + term.length;
      if (end + 1 > bytes.length) bytes = grown(bytes, end + 1);
      bytes.set(term, length);
      bytes[end] = BREAK;
      const last = bytes.subarray(this.#starts[number - 1] ?? 0, Math.max(0, length - 1));
      this.#sharedWithLast[number] = Math.min(sharedBytes(last, term), MOST_SHARED);
      this.#frequencies[number] = frequency;
      number += 1;
      length = end + 1;
      this.#starts[number] = length;
    });
    this.#bytes = bytes.subarray(0, length);
  }

  term(number: number): string {
    return termOfBytes(this.bytesOf(number));
  }

  bytesOf(number: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[number] ?? 0, (this.#starts[number + 1] ?? 1) - 1);
  }

  frequency(number: number): number {
    return this.#frequencies[number] ?? 0;
  }

  /**
   * The numbers of the terms that have these pieces in order, the first at the beginning and the last at the end; the
   * empty term is never among them, as in Lunr.
   */
  withPieces(pieces: readonly string[]): readonly number[] {
    const asked = pieces.map(termBytes);
    const [first] = asked;
    if (first === undefined) return [];
    const candidates = first.length > 0 ? this.#withBeginning(first) : this.#withPiece(longest(asked));
    return candidates.filter((number) => this.#hasPieces(number, asked));
  }

  /** The numbers of the terms that an automaton takes. */
  taken(automaton: Automaton): readonly number[] {
    const found: number[] = [];
    const [bytes, starts, shared] = [this.#bytes, this.#starts, this.#sharedWithLast];
    /** The state before each byte of the term looked at last. */
    const states = [automaton.start];
    /** Terms that share this many bytes with the last one end where it ended. */
    let deadFrom = Number.POSITIVE_INFINITY;
    for (let number = 0; number < this.size; number += 1) {
      const common = shared[number] ?? 0;
      if (common >= deadFrom) continue;
      const start = starts[number] ?? 0;
      const length = (starts[number + 1] ?? 1) - 1 - start;
      let at = common;
      while (at > 0 && ((bytes[start + at] ?? 0) & 0xc0) === 0x80) at -= 1;
      let state = states[at] ?? DEAD;
      while (at < length && state !== DEAD) {
        state = automaton.step(state, unitAt(bytes, start + at));
        at += unitLength(bytes[start + at] ?? 0);
        states[at] = state;
      }
      deadFrom = state === DEAD ? at : Number.POSITIVE_INFINITY;
      if (state !== DEAD && automaton.accepts(state)) found.push(number);
    }
    return found;
  }

  #withBeginning(beginning: Uint8Array): number[] {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareBytes(this.bytesOf(middle), beginning) < 0) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let n = low; n < this.size; n += 1) {
      if (sharedBytes(this.bytesOf(n), beginning) < beginning.length) break;
      found.push(n);
    }
    return found;
  }

  #withPiece(piece: Uint8Array): number[] {
    if (piece.length === 0) return Array.from({ length: this.size }, (_, number) => number);
    const found: number[] = [];
    const bytes = this.#bytes;
    const first = piece[0] ?? 0;
    let number = 0;
    for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
      let matched = 1;
      while (matched < piece.length && bytes[at + matched] === piece[matched]) matched += 1;
      if (matched < piece.length) continue;
      number = this.#termAt(at, number);
      found.push(number);
      // One find a term is enough.
      at = (this.#starts[number + 1] ?? bytes.length) - 1;
    }
    return found;
  }

  /** The term that a byte belongs to; it is this one or a later one. */
  #termAt(at: number, from: number): number {
    let [low, high] = [from, this.size - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #hasPieces(number: number, pieces: readonly Uint8Array[]): boolean {
    const bytes = this.bytesOf(number);
    const last = pieces.length - 1;
    if (bytes.length === 0) return false;
    if (last === 0) return compareBytes(bytes, pieces[0] ?? bytes) === 0;
    let at = 0;
    for (let n = 0; n <= last; n += 1) {
      const piece = pieces[n] ?? bytes;
      const found = n === last ? bytes.length - piece.length : placeOf(piece, bytes, at);
      if (found < at || (n === 0 && found !== 0) || !standsAt(piece, bytes, found)) return false;
      at = found + piece.length;
    }
    return true;
  }
}

function longest(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.reduce((a, b) => (b.length > a.length ? b : a));
}

/** Where a piece first stands from here; -1 when it does not. */
function placeOf(piece: Uint8Array, bytes: Uint8Array, from: number): number {
  for (let at = from; at + piece.length <= bytes.length; at += 1) if (standsAt(piece, bytes, at)) return at;
  return -1;
}

function standsAt(piece: Uint8Array, bytes: Uint8Array, at: number): boolean {
  if (at < 0) return false;
  for (let n = 0; n < piece.length; n += 1) if (bytes[at + n] !== piece[n]) return false;
  return true;
}
