import { ByteReader, ByteWriter, NumberList, numberBytes, uint32sOf } from '../packed/bytes.ts';
import { IndexFormatError } from '../packed/format-error.ts';
import type { ByteRange, SectionSink } from '../packed/sections.ts';

const LISTS_IN_BLOCK = 16;
const BYTES_OF_NUMBER = 4;

/**
 * Writes lists of numbers, each ascending, as one section:
 *
 *     how many blocks (four bytes); where each block begins behind this (four bytes each); list by list: how many
 *     numbers, the first as the distance from the first of the list before in this block (lists that lie side by
 *     side begin near one another), the others as distances from the one before
 */
export function writeNumberLists(lists: Iterable<readonly number[]>, sink: SectionSink, name: string): void {
  const bytes = new ByteWriter();
  const blocks = new NumberList();
  let count = 0;
  let lastFirst = 0;
  for (const list of lists) {
    if (count % LISTS_IN_BLOCK === 0) {
      blocks.push(bytes.length);
      lastFirst = 0;
    }
    count += 1;
    bytes.varint(list.length);
    const [first, ...others] = list;
    if (first === undefined) continue;
    bytes.varint(folded(first - lastFirst));
    others.forEach((number, n) => bytes.varint(number - (list[n] ?? 0)));
    lastFirst = first;
  }
  sink.begin(name);
  sink.write(numberBytes(Uint32Array.of(blocks.length)));
  sink.write(numberBytes(blocks.view()));
  sink.write(bytes.view());
}

/** What `writeNumberLists` wrote, read in place. */
export class NumberLists {
  readonly #range: ByteRange;
  readonly #blocks: Uint32Array;
  /** Where the first block begins. */
  readonly #base: number;

  /** @throws IndexFormatError when the bytes are not those of lists. */
  constructor(range: ByteRange) {
    if (range.length < BYTES_OF_NUMBER) throw new IndexFormatError('lists are cut off');
    const [blocks = 0] = uint32sOf(range.read(0, BYTES_OF_NUMBER));
    this.#base = (1 + blocks) * BYTES_OF_NUMBER;
    if (range.length < this.#base) throw new IndexFormatError('lists are cut off');
    this.#range = range;
    this.#blocks = uint32sOf(range.read(BYTES_OF_NUMBER, this.#base));
  }

  /** The list of a number; empty where there is none. */
  list(number: number): readonly number[] {
    const block = Math.floor(number / LISTS_IN_BLOCK);
    const start = this.#blocks[block];
    if (start === undefined) return [];
    const end = this.#blocks[block + 1] ?? this.#range.length - this.#base;
    const reader = new ByteReader(this.#range.read(this.#base + start, this.#base + end));
    let lastFirst = 0;
    for (let left = number % LISTS_IN_BLOCK; !reader.isAtEnd; left -= 1) {
      const list = readList(reader, lastFirst);
      if (left === 0) return list;
      lastFirst = list[0] ?? lastFirst;
    }
    return [];
  }
}

function readList(reader: ByteReader, lastFirst: number): readonly number[] {
  const length = reader.varint();
  if (length === 0) return [];
  const list = [lastFirst + unfolded(reader.varint())];
  while (list.length < length) list.push((list.at(-1) ?? 0) + reader.varint());
  return list;
}

/** A number with a sign as one without: small ones of either sign stay small. */
function folded(number: number): number {
  return number >= 0 ? number * 2 : -number * 2 - 1;
}

function unfolded(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
