import lunr from 'lunr';
import { NumberList } from './bytes.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { FieldPostings } from './postings-writer.ts';
import type { SectionSink } from './sections.ts';
import { SegmentWriter } from './segment-writer.ts';
import { checkSettings } from './settings.ts';
import type { IndexSettings } from './settings.ts';
import { compareBytes, termBytes } from './term-bytes.ts';

/** What the type declarations of lunr leave out: the metadata that every token of a text begins with. */
const tokenizer = lunr.tokenizer as (text: unknown, metadata: object) => lunr.Token[];

/**
 * Takes in documents as `lunr.Builder` does and writes them as a segment of a packed index. What comes in is kept
 * as numbers, a dozen bytes for each term that stands in a text, and sorted at the end.
 */
export class PackedBuilder {
  readonly #settings: IndexSettings;
  readonly #pipeline: lunr.Pipeline;
  /** Every term, numbered as they came. */
  readonly #numbers = new Map<string, number>();
  /** What came in, in order: the term and field in one number, the document, the position. */
  readonly #keys = new NumberList();
  readonly #documents = new NumberList();
  readonly #positions = new NumberList();
  readonly #lengths: readonly NumberList[];
  readonly #refs: string[] = [];
  readonly #knownRefs = new Set<string>();
  readonly #boosts: number[] = [];
  /** Terms of the document under way, for each field. */
  readonly #current: Uint32Array;
  readonly #out: PostingsWriter;
  #size = 0;

  /** @throws RangeError when there are no fields that an index can have. */
  constructor(settings: IndexSettings) {
    checkSettings(settings);
    this.#settings = settings;
    this.#out = new PostingsWriter(settings.positions);
    this.#pipeline = lunr.Pipeline.load([...settings.pipeline]);
    this.#lengths = settings.fields.map(() => new NumberList());
    this.#current = new Uint32Array(settings.fields.length);
  }

  /** Documents so far. */
  get size(): number {
    return this.#size;
  }

  /** Terms that stand in the texts so far, each as often as it does. */
  get tokens(): number {
    return this.#keys.length;
  }

  /**
   * Takes in a document as `lunr.Builder.add` does: through `lunr.tokenizer` and the pipeline.
   *
   * @throws RangeError when a document of that ref is there already. (Lunr would mix the two.)
   */
  add(
    ref: string,
    fields: Readonly<Record<string, unknown>>,
    attributes: { readonly boost?: number } = {},
  ): void {
    // As Lunr: a boost of 0 counts as none.
    this.begin(ref, attributes.boost === undefined || attributes.boost === 0 ? 1 : attributes.boost);
    this.#settings.fields.forEach(({ name }, field) => {
      // Not what every object inherits under the name of a field: its `constructor`, say.
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const tokens = tokenizer(value, { fields: [name] });
      this.#pipeline.run(tokens).forEach((token, position) => {
        this.addTerm(field, token.toString(), position);
      });
    });
  }

  /**
   * Begins a document whose terms are to follow.
   *
   * @returns its number.
   */
  begin(ref?: string, boost = 1): number {
    if (ref !== undefined) {
      if (this.#knownRefs.has(ref)) throw new RangeError(`there is a document ${ref} already`);
      this.#knownRefs.add(ref);
      this.#refs.push(ref);
    }
    if (this.#size > 0) this.#endDocument();
    this.#boosts.push(boost);
    this.#size += 1;
    return this.#size - 1;
  }

  /** A term of the document begun last. Fields in order, and within a field positions that do not fall. */
  addTerm(field: number, term: string, position: number): void {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(term, number);
    }
    this.#keys.push(number * this.#lengths.length + field);
    this.#documents.push(this.#size - 1);
    if (this.#settings.positions) this.#positions.push(position);
    this.#current[field] = (this.#current[field] ?? 0) + 1;
  }

  /** Writes the segment. Nothing can be added afterwards. */
  finish(sink: SectionSink, prefix: string): void {
    if (this.#size > 0) this.#endDocument();
    const writer = new SegmentWriter(this.#settings);
    const { order, starts } = this.#byKey();
    const terms = [...this.#numbers].map(([term, number]) => ({ bytes: termBytes(term), number }));
    terms.sort((a, b) => compareBytes(a.bytes, b.bytes));
    for (const { bytes, number } of terms)
      this.#writeTerm(writer, bytes, this.#placesOf(number, order, starts));
    writer.finish(
      {
        size: this.#size,
        lengths: this.#lengths.map((lengths) => lengths.view()),
        boosts: this.#boosts.every((boost) => boost === 1) ? null : Float64Array.from(this.#boosts),
        refs: this.#refs.length === 0 ? null : this.#refs,
      },
      sink,
      prefix,
    );
  }

  #endDocument(): void {
    this.#current.forEach((length, field) => this.#lengths[field]?.push(length));
    this.#current.fill(0);
  }

  /** The places of what came in, sorted by key and then as they came (counting sort). */
  #byKey(): { readonly order: Uint32Array; readonly starts: Uint32Array } {
    const keys = this.#keys.view();
    const starts = new Uint32Array(this.#numbers.size * this.#lengths.length + 1);
    for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    for (let key = 1; key < starts.length; key += 1)
      starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
    const next = starts.slice();
    const order = new Uint32Array(keys.length);
    keys.forEach((key, place) => {
      const at = next[key] ?? 0;
      order[at] = place;
      next[key] = at + 1;
    });
    return { order, starts };
  }

  /** The places of a term, for each field. */
  #placesOf(number: number, order: Uint32Array, starts: Uint32Array): readonly Uint32Array[] {
    return this.#lengths.map((_, field) => {
      const key = number * this.#lengths.length + field;
      return order.subarray(starts[key] ?? 0, starts[key + 1] ?? 0);
    });
  }

  #writeTerm(writer: SegmentWriter, bytes: Uint8Array, places: readonly Uint32Array[]): void {
    const fields = places.flatMap(({ length }, field) => (length > 0 ? [field] : []));
    writer.term(bytes, fields);
    for (const field of fields) writer.field(this.#encoded(places[field] ?? new Uint32Array(0)));
  }

  /** What comes back holds until the next call. */
  #encoded(places: Uint32Array): FieldPostings {
    const [documents, positions] = [this.#documents.view(), this.#positions.view()];
    const out = this.#out;
    out.clear();
    for (let at = 0; at < places.length;) {
      const document = documents[places[at] ?? 0] ?? 0;
      let end = at;
      while (end < places.length && documents[places[end] ?? 0] === document) end += 1;
      out.add(document, end - at);
      let before = 0;
      for (; at < end; at += 1) {
        if (!this.#settings.positions) continue;
        const position = positions[places[at] ?? 0] ?? 0;
        out.position(position - before);
        before = position;
      }
    }
    return out.finish();
  }
}
