import { formFields, textFields } from './index-port.ts';
import type { FormField, TextField } from './index-port.ts';
import { POSITION_GAP, indexSettings, textIndexNames } from './index-settings.ts';
import { PackedBuilder } from './packed/builder.ts';
import type { SectionSink } from './packed/sections.ts';
import { termOf } from './text/swedish.ts';
import { placedForms } from './placed-forms.ts';

/** The blocks of text of each field of a release. */
export type FieldTexts = Readonly<Record<TextField, readonly string[]>>;

/** What a form is found under: its own term (none for a stop word), and those of its parts. */
interface FormTerms {
  readonly term: string | null;
  readonly parts: readonly string[];
}

/** Forms remembered before the memory is emptied. */
const MOST_REMEMBERED = 100_000;

/** Takes in the texts of releases and writes the indexes of their words: what is typed is looked for in these. */
export class TextIndexesBuilder {
  readonly #terms = new PackedBuilder(indexSettings.terms);
  readonly #forms = new PackedBuilder(indexSettings.forms);
  readonly #parts = new PackedBuilder(indexSettings.parts);
  readonly #related = new Map<string, FormTerms>();
  readonly #partTermsOf: (form: string) => readonly string[];

  /** @param partTermsOf the terms of the parts of a compound. */
  constructor(partTermsOf: (form: string) => readonly string[]) {
    this.#partTermsOf = partTermsOf;
  }

  /** Words taken in so far, in all indexes: a measure of the memory that they take. */
  get tokens(): number {
    return this.#terms.tokens + this.#forms.tokens + this.#parts.tokens;
  }

  /** How many releases there are so far: the number of the next one. */
  get size(): number {
    return this.#terms.size;
  }

  add(texts: FieldTexts): void {
    for (const builder of [this.#terms, this.#forms, this.#parts]) builder.begin();
    textFields.forEach((field, number) => {
      let position = 0;
      for (const block of texts[field]) position = this.#addBlock(block, number, position) + POSITION_GAP;
    });
  }

  /** Writes the indexes. Nothing can be added afterwards. */
  finish(sink: SectionSink): void {
    const builders = { terms: this.#terms, forms: this.#forms, parts: this.#parts };
    for (const name of textIndexNames) builders[name].finish(sink, `${name}/`);
  }

  /** @returns the last position that the block takes. */
  #addBlock(block: string, field: number, from: number): number {
    const asWritten = formNumbers[field];
    let last = from;
    for (const { form, position } of placedForms(block)) {
      last = Math.max(last, from + position);
      const { term, parts } = this.#relate(form);
      if (term !== null) this.#terms.addTerm(field, term, 0);
      if (asWritten !== undefined) this.#forms.addTerm(asWritten, form, from + position);
      for (const part of parts) this.#parts.addTerm(field, part, 0);
    }
    return last;
  }

  #relate(form: string): FormTerms {
    const known = this.#related.get(form);
    if (known !== undefined) return known;
    const terms = { term: termOf(form), parts: this.#partTermsOf(form) };
    if (this.#related.size >= MOST_REMEMBERED) this.#related.clear();
    this.#related.set(form, terms);
    return terms;
  }
}

/** For each text field its number in the index of forms. */
const formNumbers: readonly (number | undefined)[] = textFields.map((field) => {
  const number = formFields.indexOf(field as FormField);
  return number === -1 ? undefined : number;
});
