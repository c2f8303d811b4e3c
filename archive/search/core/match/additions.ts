import { additionKinds } from '../../../model/search.ts';
import type { Addition, AdditionKind } from '../../../model/search.ts';
import type { TermIndex } from '../index-port.ts';
import { isTextField } from '../query/fields.ts';
import type { Leaf } from '../query/tree.ts';
import { termOf } from '../text/swedish.ts';
import type { Manner } from './manner.ts';
import type { WordForms } from './word-forms.ts';

/** What else a leaf stands for. `alsoMore` counts what is not listed. */
export interface Additions {
  readonly also: readonly Addition[];
  readonly alsoMore: number;
}

/** Forms listed for one leaf. */
const MOST_LISTED = 24;
/** Of these, how many of one kind where there are others. */
const MOST_OF_A_KIND = 12;

const inSwedish = new Intl.Collator('sv');

type Candidate = readonly [form: string, kind: AdditionKind];

/** Tells which forms leaves stand for beside what was typed, and in how many releases each one is. */
export class AdditionTeller {
  readonly #forms: WordForms;
  readonly #index: TermIndex;

  /** @param index of word forms. */
  constructor(forms: WordForms, index: TermIndex) {
    this.#forms = forms;
    this.#index = index;
  }

  /**
   * The forms that a leaf also stands for: by kind, the most frequent first. Those switched off are always listed,
   * so that they can be switched on.
   */
  of(leaf: Leaf, manner: Manner): Additions {
    const { without } = manner;
    const searched = [...new Map(this.#candidates(leaf, manner).map((one) => [one[0], one]))]
      .map(([, [form, kind]]) => ({
        form,
        kind,
        postings: this.#index.postings(form),
        on: !without.has(form),
      }))
      .filter(({ postings }) => postings > 0);
    // To count the releases of every form takes long; how often each stands is enough to choose the first.
    const chosen = listed(searched).map(({ form, kind, on }) => ({
      form,
      kind,
      releases: this.#index.frequency(form),
      on,
    }));
    return { also: byKind(chosen), alsoMore: searched.length - chosen.length };
  }

  #candidates(leaf: Leaf, manner: Manner): readonly Candidate[] {
    if (leaf.type === 'dates' || (leaf.field !== null && !isTextField(leaf.field))) return [];
    const reading = manner.readings.get(leaf);
    if (reading === undefined) return this.#asTyped(leaf);
    const words = reading.forms.map((form): Candidate => [form, reading.kind]);
    const further = reading.forms.flatMap((form) => this.#standingFor(leaf, form));
    return [...(reading.kind === 'folded' ? this.#asTyped(leaf) : []), ...further, ...words];
  }

  #asTyped(leaf: Exclude<Leaf, { type: 'dates' }>): readonly Candidate[] {
    switch (leaf.type) {
      case 'word':
        return this.#ofWord(leaf.word.form);
      case 'near':
        return leaf.sides.flatMap((side) => (side.type === 'word' ? this.#inflections(side.word.form) : []));
      case 'pattern':
        return this.#forms.expansion(leaf).forms.map((form) => [form, 'truncation']);
      case 'fuzzy': {
        const others = this.#forms.expansion(leaf).forms.filter((form) => form !== leaf.word.form);
        return others.map((form) => [form, 'spelling']);
      }
      case 'exact':
      case 'phrase':
        return [];
    }
  }

  /** What a word that a leaf is read as stands for in its turn: in a phrase for itself, beside another for its forms. */
  #standingFor(leaf: Leaf, form: string): readonly Candidate[] {
    if (leaf.type === 'phrase') return [];
    return leaf.type === 'near' ? this.#inflections(form) : this.#ofWord(form);
  }

  #ofWord(form: string): readonly Candidate[] {
    const term = termOf(form);
    const compounds = term === null ? [] : this.#forms.compounds(term).filter((one) => one !== form);
    return [...this.#inflections(form), ...compounds.map((one): Candidate => [one, 'compound'])];
  }

  #inflections(form: string): readonly Candidate[] {
    const term = termOf(form);
    const forms = term === null ? [] : this.#forms.inflections(term).filter((one) => one !== form);
    return forms.map((one) => [one, 'inflection']);
  }
}

/** What a query was read as comes before what that stands for. */
const kindsInOrder: readonly AdditionKind[] = [
  'folded',
  'part',
  ...additionKinds.filter((kind) => kind !== 'folded' && kind !== 'part'),
];

/** A form that is searched for, and how often it stands: a release counts once for each field that has it. */
interface Searched {
  readonly form: string;
  readonly kind: AdditionKind;
  readonly postings: number;
  readonly on: boolean;
}

/** The first of each kind, and all that are switched off. */
function listed(searched: readonly Searched[]): readonly Searched[] {
  const sorted = searched.toSorted((a, b) => b.postings - a.postings || inSwedish.compare(a.form, b.form));
  const groups = kindsInOrder
    .map((kind) => sorted.filter((one) => one.kind === kind))
    .filter(({ length }) => length > 0);
  const most = groups.length > 1 ? MOST_OF_A_KIND : MOST_LISTED;
  const first = groups.flatMap((group) => group.slice(0, most));
  const room = MOST_LISTED - first.length;
  const rest = groups.flatMap((group) => group.slice(most)).slice(0, Math.max(0, room));
  const chosen = new Set([...first, ...rest]);
  return groups.flatMap((group) => group.filter((one) => chosen.has(one) || !one.on));
}

/** Kind by kind, those that most releases have first. */
function byKind(additions: readonly Addition[]): readonly Addition[] {
  return kindsInOrder.flatMap((kind) =>
    additions
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => b.releases - a.releases || inSwedish.compare(a.form, b.form)),
  );
}
