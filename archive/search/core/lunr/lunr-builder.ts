import lunr from 'lunr';
import { textFields } from '../index-port.ts';
import type { IndexedText, TextField, TextIndexBuilder } from '../index-port.ts';
import { swedishTerms } from '../text/swedish.ts';
import { formsOf, wordsOf } from '../text/words.ts';
import { LunrIndex } from './lunr-index.ts';
import { writeTables } from './lunr-file.ts';
import type { LunrTables } from './lunr-file.ts';

/** How much a field counts. A word in a title says most about what a release is about. */
const boosts: Readonly<Record<TextField, number>> = {
  title: 3,
  lead: 1.5,
  body: 1,
  minister: 1,
  department: 0.5,
  subject: 1.5,
};

/** How much a long field is held against a release (0: not at all, 1: in full; Lunr's own 0.75). */
const LENGTH_NORMALISATION = 0.4;

/** Takes in releases with Lunr's own builder. */
export class LunrIndexBuilder implements TextIndexBuilder {
  readonly #builder = new lunr.Builder();
  readonly #hear: (form: string) => void;
  #size = 0;

  /** @param hear is told every word form that comes in, many times over. */
  constructor(hear: (form: string) => void = () => undefined) {
    this.#hear = hear;
    this.#builder.ref('ref');
    for (const field of textFields) this.#builder.field(field, { boost: boosts[field] });
    this.#builder.b(LENGTH_NORMALISATION);
    this.#builder.tokenizer = ((text: string) => this.#tokens(text)) as unknown as typeof lunr.tokenizer;
    this.#builder.pipeline.add(swedishTerms);
  }

  add({ ref, fields }: IndexedText): void {
    this.#builder.add({ ref, ...fields });
    this.#size += 1;
  }

  serialise(): Iterable<string> {
    return writeTables(this.#tables());
  }

  /** The index itself, without the way over its stored form. */
  build(): LunrIndex {
    return new LunrIndex(this.#tables());
  }

  /** What `lunr.Builder.build` does, less the automaton that `LunrIndex` does without. */
  #tables(): LunrTables {
    const builder = this.#builder as unknown as BuilderInside;
    builder.calculateAverageFieldLengths();
    builder.createFieldVectors();
    return { size: this.#size, fieldVectors: builder.fieldVectors, invertedIndex: builder.invertedIndex };
  }

  #tokens(text: string): lunr.Token[] {
    return wordsOf(text).flatMap((word) =>
      formsOf(word).map((form) => {
        this.#hear(form);
        return new lunr.Token(form, {});
      }),
    );
  }
}

/** What the type declarations of lunr.Builder leave out. */
interface BuilderInside extends Pick<LunrTables, 'fieldVectors' | 'invertedIndex'> {
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}
