import { lunrIdf } from './weight.ts';
import { PostingsBuffer } from './postings.ts';
import type { Postings } from './postings.ts';
import { PostingsSelector } from './selected-postings.ts';
import type { SelectedPostings } from './selected-postings.ts';
import type { FieldPlace, PackedSegment } from './segment.ts';
import { termBytes } from './term-bytes.ts';

/** A segment, and which of its documents count: 1 for each that does; null when all do. */
export interface LibraryPart {
  readonly segment: PackedSegment;
  readonly live: Uint8Array | null;
}

/** A part with the number of its first document. */
export interface PlacedPart extends LibraryPart {
  readonly base: number;
}

/** A term of a library: where it lies in each part, and in how many live documents' fields. */
export interface LibraryTerm {
  readonly places: readonly (readonly FieldPlace[])[];
  /** Live documents that have it, those that have it in two fields counted twice: what Lunr's idf rests on. */
  readonly occurrences: number;
  readonly idf: number;
}

/** Terms remembered with what was counted for them; then all are forgotten. */
const MOST_REMEMBERED = 20_000;

/**
 * Segments that answer as one index over their live documents would: documents are numbered through, and all that
 * weights rest on is summed over those that are live.
 */
export class PackedLibrary {
  readonly parts: readonly PlacedPart[];
  /** Documents, those that do not count among them. */
  readonly size: number;
  /** Documents that count. */
  readonly documentCount: number;
  readonly #terms = new Map<string, LibraryTerm | null>();
  readonly #buffer = new PostingsBuffer();
  readonly #selector = new PostingsSelector();
  #averages: readonly number[] | null = null;

  constructor(parts: readonly LibraryPart[]) {
    let base = 0;
    this.parts = parts.map((part) => {
      const placed = { ...part, base };
      base += part.segment.size;
      return placed;
    });
    this.size = base;
    this.documentCount = parts.reduce((sum, part) => sum + liveCount(part), 0);
  }

  /** Mean number of terms of live documents, for each field. */
  get averages(): readonly number[] {
    const fields = this.parts[0]?.segment.settings.fields ?? [];
    this.#averages ??= fields.map(
      (_, field) => this.parts.reduce((sum, part) => sum + liveTotal(part, field), 0) / this.documentCount,
    );
    return this.#averages;
  }

  /** A term that a live document has; null when none does. */
  find(term: string): LibraryTerm | null {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const bytes = termBytes(term);
    const places = this.parts.map(({ segment }) => segment.find(bytes)?.fields ?? []);
    const occurrences = places.reduce((sum, fields, part) => sum + this.#liveOccurrences(part, fields), 0);
    const found =
      occurrences === 0 ? null : { places, occurrences, idf: lunrIdf(occurrences, this.documentCount) };
    if (this.#terms.size >= MOST_REMEMBERED) this.#terms.clear();
    this.#terms.set(term, found);
    return found;
  }

  /** In how many fields of live documents of one part a term stands. */
  occurrencesIn(part: number, term: string): number {
    return this.#liveOccurrences(part, this.parts[part]?.segment.find(termBytes(term))?.fields ?? []);
  }

  /** The postings of a term in a field of one part; they hold until the next call. Documents are numbered through. */
  postings({ segment, base }: PlacedPart, place: FieldPlace): Postings {
    return this.#buffer.decode(segment.postings(place), base);
  }

  /** The same for live documents only, with what leads to positions. @param within only these, ascending. */
  select(part: PlacedPart, place: FieldPlace, within: Uint32Array | null): SelectedPostings {
    const { segment, base, live } = part;
    const among = live === null ? within : (within ?? this.postings(part, place).documents);
    const wanted = live === null ? among : (among?.filter((document) => isLive(part, document)) ?? null);
    return this.#selector.select(segment.postings(place), base, wanted);
  }

  /** Calls with every live document that has a term in some fields; with one that has it in two of them twice. */
  eachDocument({ places }: LibraryTerm, fields: readonly number[], visit: (document: number) => void): void {
    this.parts.forEach((part, n) => {
      for (const place of places[n] ?? []) {
        if (!fields.includes(place.field)) continue;
        for (const document of this.postings(part, place).documents)
          if (isLive(part, document)) visit(document);
      }
    });
  }

  refOf(document: number): string {
    const part = this.parts.findLast(({ base }) => base <= document);
    return part === undefined ? String(document) : part.segment.refOf(document - part.base);
  }

  #liveOccurrences(part: number, fields: readonly FieldPlace[]): number {
    const placed = this.parts[part];
    if (placed === undefined || placed.live === null)
      return fields.reduce((sum, { count }) => sum + count, 0);
    let occurrences = 0;
    for (const place of fields)
      for (const document of this.postings(placed, place).documents)
        if (isLive(placed, document)) occurrences += 1;
    return occurrences;
  }
}

/** Whether a document of a part, numbered through the library, counts. */
export function isLive({ live, base }: PlacedPart, document: number): boolean {
  return live === null || live[document - base] === 1;
}

function liveCount({ segment, live }: LibraryPart): number {
  return live === null ? segment.size : live.reduce((sum, one) => sum + one, 0);
}

function liveTotal({ segment, live }: LibraryPart, field: number): number {
  if (live === null) return segment.totals[field] ?? 0;
  const lengths = segment.lengths(field);
  let total = 0;
  for (let document = 0; document < segment.size; document += 1)
    if (live[document] === 1) total += lengths[document] ?? 0;
  return total;
}
