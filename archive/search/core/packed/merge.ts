import { PostingsWriter } from './postings-writer.ts';
import type { Piece } from './postings-writer.ts';
import type { SectionSink } from './sections.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { FieldPlace, PackedSegment, TermEntry } from './segment.ts';
import { compareBytes } from './term-bytes.ts';

/**
 * Writes several segments as one, the documents of each after those of the one before: the same, byte for byte, as
 * if all had been built together.
 *
 * @throws RangeError when they are not of the same settings.
 */
export function mergeSegments(segments: readonly PackedSegment[], sink: SectionSink, prefix: string): void {
  const [first] = segments;
  if (first === undefined) throw new RangeError('there is nothing to merge');
  const { settings } = first;
  if (segments.some((segment) => JSON.stringify(segment.settings) !== JSON.stringify(settings)))
    throw new RangeError('the segments are of different settings');
  const writer = new SegmentWriter(settings);
  const postings = new PostingsWriter(settings.positions);
  const cursors = segments.map((segment, n) => new Cursor(segment, baseOf(segments, n)));
  for (let standing = cursors.filter((cursor) => cursor.entry !== null); standing.length > 0;) {
    const term = standing.map(({ bytes }) => bytes).reduce((a, b) => (compareBytes(a, b) <= 0 ? a : b));
    const having = standing.filter(({ bytes }) => compareBytes(bytes, term) === 0);
    writeJoined(writer, postings, { term, having });
    for (const cursor of having) cursor.advance();
    if (having.some(({ entry }) => entry === null)) standing = standing.filter(({ entry }) => entry !== null);
  }
  writer.finish(
    {
      size: segments.reduce((sum, { size }) => sum + size, 0),
      lengths: settings.fields.map((_, field) =>
        Uint32Array.from(segments.flatMap((segment) => [...segment.lengths(field)])),
      ),
      boosts: joinedBoosts(segments),
      refs: joinedRefs(segments),
    },
    sink,
    prefix,
  );
}

/** Goes through the terms of one segment. */
class Cursor {
  readonly segment: PackedSegment;
  /** Documents before this segment's first. */
  readonly base: number;
  entry: TermEntry | null = null;
  readonly #entries: Iterator<TermEntry>;

  constructor(segment: PackedSegment, base: number) {
    this.segment = segment;
    this.base = base;
    this.#entries = segment.entries();
    this.advance();
  }

  get bytes(): Uint8Array {
    return this.entry?.bytes ?? new Uint8Array(0);
  }

  advance(): void {
    const next = this.#entries.next();
    this.entry = next.done === true ? null : next.value;
  }
}

interface Standing {
  readonly term: Uint8Array;
  /** Of the segments that have it. */
  readonly having: readonly Cursor[];
}

/** Writes a term with the postings of all segments that have it. */
function writeJoined(writer: SegmentWriter, postings: PostingsWriter, { term, having }: Standing): void {
  const fields = new Set(having.flatMap(({ entry }) => (entry?.fields ?? []).map(({ field }) => field)));
  const ordered = [...fields].toSorted((a, b) => a - b);
  writer.term(term, ordered);
  for (const field of ordered) {
    postings.clear();
    for (const { segment, base, entry } of having) {
      const place = entry?.fields.find((one) => one.field === field);
      if (place !== undefined) postings.append(pieceOf(segment, place, base));
    }
    writer.field(postings.finish());
  }
}

function pieceOf(segment: PackedSegment, place: FieldPlace, base: number): Piece {
  const { bytes, count } = segment.postings(place);
  const positions = segment.positions(place);
  return {
    count,
    base,
    postings: bytes.read(0, bytes.length),
    positions: positions.read(0, positions.length),
  };
}

function baseOf(segments: readonly PackedSegment[], n: number): number {
  return segments.slice(0, n).reduce((sum, { size }) => sum + size, 0);
}

function joinedBoosts(segments: readonly PackedSegment[]): Float64Array | null {
  if (segments.every(({ boosts }) => boosts === null)) return null;
  return Float64Array.from(
    segments.flatMap(({ boosts, size }) => [...(boosts ?? new Float64Array(size).fill(1))]),
  );
}

function joinedRefs(segments: readonly PackedSegment[]): readonly string[] | null {
  if (segments.every(({ hasRefs }) => !hasRefs)) return null;
  return segments.flatMap((segment) =>
    Array.from({ length: segment.size }, (_, document) => segment.refOf(document)),
  );
}
