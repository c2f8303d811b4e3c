import type { FormField, Occurrences, TextIndexes } from '../index-port.ts';
import type { ExactLeaf, NearLeaf, PhraseLeaf, WordLeaf } from '../query/tree.ts';
import { termOf } from '../text/swedish.ts';
import { piecesOf } from './pieces.ts';
import type { Manner } from './manner.ts';
import type { Matches } from './matches.ts';
import { allPlaces, commonPlaces, countNear, countPlaces, movedBack } from './places.ts';
import type { Counted } from './places.ts';
import { inBoth, uniteAll } from './set-operations.ts';
import { formFieldsOf } from './word-forms.ts';
import type { WordForms } from './word-forms.ts';

/** Finds what must stand together, by the places of word forms. */
export class PositionFinder {
  readonly #indexes: TextIndexes;
  readonly #forms: WordForms;

  constructor(indexes: TextIndexes, forms: WordForms) {
    this.#indexes = indexes;
    this.#forms = forms;
  }

  /** @param within where only these releases are wanted (ascending): spares reading the places in others. */
  phrase(leaf: PhraseLeaf, manner: Manner, within?: Uint32Array): Matches {
    const pieces = piecesOf(leaf.folded).map(({ form }, offset) => ({ form, offset }));
    const { forms } = this.#indexes;
    const rarestFirst = pieces
      .map((piece) => ({ ...piece, postings: forms.postings(piece.form) }))
      .toSorted((a, b) => a.postings - b.postings);
    const counted = (field: FormField): Counted => {
      let found: Occurrences | null = null;
      for (const { form, offset } of rarestFirst) {
        manner.keepGoing();
        const here = movedBack(forms.occurrences(form, field, found?.documents ?? within), offset);
        found = found === null ? here : commonPlaces(found, here);
        if (found.documents.length === 0) break;
      }
      return countPlaces(found ?? { documents: NONE, starts: NONE, positions: NONE });
    };
    return this.#scored(leaf.field, counted);
  }

  /** @param within as in `phrase`. */
  near(leaf: NearLeaf, manner: Manner, within?: Uint32Array): Matches {
    const [one, other] = leaf.sides.map((side) => this.#formsOf(side, manner));
    const counted = (field: FormField): Counted => {
      manner.keepGoing();
      const { forms } = this.#indexes;
      const both = inBoth(forms.documents(one ?? [], [field]), forms.documents(other ?? [], [field]));
      const wanted = within === undefined ? both : inBoth(both, within);
      return countNear(
        this.#places(one ?? [], field, wanted),
        this.#places(other ?? [], field, wanted),
        leaf.distance,
      );
    };
    return this.#scored(leaf.field, counted);
  }

  #formsOf(side: WordLeaf | ExactLeaf, { without }: Manner): readonly string[] {
    const { form } = side.word;
    const term = side.type === 'exact' ? null : termOf(form);
    return term === null ? [form] : this.#forms.inflections(term).filter((one) => !without.has(one));
  }

  #places(forms: readonly string[], field: FormField, within: Uint32Array): Occurrences {
    return allPlaces(forms.map((form) => this.#indexes.forms.occurrences(form, field, within)));
  }

  /**
   * Scores what was found as if it were one term of the index: by how few releases have it, how often it stands in
   * one, and in which field (BM25 as Lunr has it, less the length of the field).
   */
  #scored(field: NearLeaf['field'], counted: (field: FormField) => Counted): Matches {
    const { settings, documentCount } = this.#indexes.forms;
    const byField = formFieldsOf(field).map((name) => {
      const boost = settings.fields.find((one) => one.name === name)?.boost ?? 1;
      return { ...counted(name), boost };
    });
    const united = uniteAll(
      byField.map(({ documents, counts, boost }) => ({
        refs: documents,
        scores: Float64Array.from(counts, (count) => boost * saturated(count, settings.k1)),
        partly: null,
      })),
      0,
    );
    const rarity = inverseFrequency(united.refs.length, documentCount);
    return { ...united, scores: united.scores.map((score) => score * rarity) };
  }
}

const NONE = new Uint32Array(0);

function saturated(count: number, k1: number): number {
  return ((k1 + 1) * count) / (k1 + count);
}

/** Lunr's idf. */
function inverseFrequency(releases: number, all: number): number {
  return Math.log(1 + Math.abs((all - releases + 0.5) / (releases + 0.5)));
}
