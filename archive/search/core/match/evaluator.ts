import type { Catalogue } from '../catalogue/columns.ts';
import { NO_EARLIEST, NO_LATEST, dayNumber } from '../catalogue/columns.ts';
import type { RegisterNames } from '../catalogue/register-names.ts';
import { nothingFound, textFields } from '../index-port.ts';
import type { ScoredRefs, TextField, TextIndex } from '../index-port.ts';
import { isTextField, textFieldsOf } from '../query/fields.ts';
import type { ValueFieldName } from '../query/fields.ts';
import { isLeaf } from '../query/tree.ts';
import type {
  DatesLeaf,
  Leaf,
  LeafField,
  PatternLeaf,
  PhraseLeaf,
  QueryNode,
  WordLeaf,
} from '../query/tree.ts';
import { foldedSection } from '../text/fold.ts';
import type { SurfaceForms } from '../text/surface-forms.ts';
import { wordInText } from '../text/surface-forms.ts';
import { termOf } from '../text/swedish.ts';
import { wordsOf } from '../text/words.ts';
import { Kept } from './kept.ts';
import { phraseStandsIn } from './phrase.ts';
import { allRefs, filterRefs, intersect, scoredAlike, subtract, unite } from './scored-refs.ts';
import { ValueFinder } from './value-finder.ts';

/** The folded texts of releases (see `foldSections`), read one by one. */
export interface FoldedTexts {
  read(ref: number): string;
}

/** What queries are evaluated over. */
export interface Holdings {
  readonly index: TextIndex;
  readonly catalogue: Catalogue;
  readonly forms: SurfaceForms;
  readonly texts: FoldedTexts;
  readonly names: RegisterNames;
}

/** How an evaluation goes about it. */
export interface EvaluationManner {
  /** Whether only strong minister links count. */
  readonly strong: boolean;
  /** Called every now and then; throws when the answer is no longer wanted. */
  readonly keepGoing: () => void;
}

/** Stems that truncation may come to before the texts are read instead. */
const MOST_TERMS = 256;
/** Words whose releases are kept: a query grows word by word. */
const MOST_KEPT = 32;

/** Texts read between two looks at whether the answer is still wanted. */
const TEXTS_AT_A_TIME = 128;

/** Finds the releases that a query asks for. */
export class Evaluator {
  readonly #holdings: Holdings;
  readonly #values: ValueFinder;
  readonly #everything: ScoredRefs;
  readonly #kept = new Kept<ScoredRefs>(MOST_KEPT);

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
    this.#values = new ValueFinder(holdings.catalogue, holdings.names);
    this.#everything = allRefs(holdings.catalogue.size);
  }

  /**
   * The releases that a query asks for, with the sum of what each of its words gives them.
   *
   * @param within where only these are wanted anyway: spares the others the reading of their text. Their scores
   *   do not count.
   */
  find(node: QueryNode, manner: EvaluationManner, within?: Uint32Array): ScoredRefs {
    switch (node.type) {
      case 'all':
        return this.#all(node.of, manner, within);
      case 'any':
        return node.of.map((part) => this.find(part, manner, within)).reduce(unite);
      case 'not':
        return subtract(this.#everything, this.find(node.of, manner, within));
      default:
        manner.keepGoing();
        return this.#leaf(node, manner, within);
    }
  }

  /** Whether any text has this word, in any inflection. */
  knows(leaf: WordLeaf): boolean {
    return this.#word(leaf.word.form, indexFields(leaf.field)).refs.length > 0;
  }

  /** What is quick to find first, so that fewer texts need reading; exclusions last. */
  #all(parts: readonly QueryNode[], manner: EvaluationManner, within: Uint32Array | undefined): ScoredRefs {
    const wanted = parts.filter((part) => part.type !== 'not');
    let found: ScoredRefs | null = null;
    for (const part of wanted.toSorted((a, b) => costOf(a) - costOf(b))) {
      const matches = this.find(part, manner, found?.refs ?? within);
      found = found === null ? matches : intersect(found, matches);
    }
    let left = this.#meeting(wanted, found ?? this.#everything, manner);
    for (const part of parts)
      if (part.type === 'not') left = subtract(left, this.find(part.of, manner, left.refs));
    return left;
  }

  /** A person and an office asked for together must meet in one link. */
  #meeting(wanted: readonly QueryNode[], found: ScoredRefs, manner: EvaluationManner): ScoredRefs {
    const inField = (field: ValueFieldName): readonly Leaf[] =>
      wanted.filter((part) => isLeaf(part)).filter((leaf) => leaf.type !== 'dates' && leaf.field === field);
    const [ministers, roles] = [inField('minister'), inField('roll')];
    if (ministers.length === 0 || roles.length === 0) return found;
    return intersect(found, this.#values.meet(ministers, roles, manner));
  }

  #leaf(leaf: Leaf, manner: EvaluationManner, within: Uint32Array | undefined): ScoredRefs {
    if (leaf.type === 'dates') return this.#dates(leaf);
    const { field } = leaf;
    if (field !== null && !isTextField(field))
      return this.#values.find(field satisfies ValueFieldName, leaf, manner);
    switch (leaf.type) {
      case 'word':
        return this.#word(leaf.word.form, indexFields(field));
      case 'phrase':
        return this.#phrase(leaf, manner, within);
      case 'pattern':
        return this.#pattern(leaf, manner, within);
    }
  }

  #word(form: string, fields: readonly TextField[]): ScoredRefs {
    const term = termOf(form);
    return term === null ? nothingFound : this.#term(term, fields);
  }

  #term(term: string, fields: readonly TextField[]): ScoredRefs {
    return this.#kept.get(`${fields.join(' ')} ${term}`, () =>
      this.#holdings.index.query([{ term, fields }]),
    );
  }

  /** The index gives the releases that have all its words; the text says which have them so. */
  #phrase(leaf: PhraseLeaf, manner: EvaluationManner, within: Uint32Array | undefined): ScoredRefs {
    const fields = textOnly(leaf.field);
    const terms = wordsOf(leaf.folded).map(({ form }) => termOf(form));
    const matches = terms.filter((term) => term !== null).map((term) => this.#term(term, fields));
    const candidates = matches.length === 0 ? this.#everything : matches.reduce(intersect);
    return this.#readThrough(narrowTo(candidates, within), leaf.field, manner, (text) =>
      phraseStandsIn(text, leaf.folded),
    );
  }

  /**
   * Truncation is asked of words as written, the index knows stems. A stem all of whose forms must match is
   * taken as it is; for others the text decides, and for all where there are very many: reading is quicker then.
   */
  #pattern(leaf: PatternLeaf, manner: EvaluationManner, within: Uint32Array | undefined): ScoredRefs {
    const fields = textOnly(leaf.field);
    const matching = this.#holdings.forms.matching(leaf.pieces).map(termOf);
    const terms = [...new Set(matching.filter((term) => term !== null))];
    const test = wordInText(leaf.pieces);
    if (terms.length > MOST_TERMS)
      return this.#readThrough(narrowTo(this.#everything, within), leaf.field, manner, test);
    const ask = (asked: readonly string[]): ScoredRefs =>
      this.#holdings.index.query(asked.map((term) => ({ term, fields })));
    const sure = terms.filter((term) => allFormsMatch(term, leaf.pieces));
    const certain = ask(sure);
    const unsure = subtract(ask(terms.filter((term) => !allFormsMatch(term, leaf.pieces))), certain);
    return unite(certain, this.#readThrough(narrowTo(unsure, within), leaf.field, manner, test));
  }

  #readThrough(
    candidates: ScoredRefs,
    field: LeafField,
    manner: EvaluationManner,
    test: (text: string) => boolean,
  ): ScoredRefs {
    const section = sectionReader(field);
    let read = 0;
    return filterRefs(candidates, (ref) => {
      read += 1;
      if (read % TEXTS_AT_A_TIME === 0) manner.keepGoing();
      return test(section(this.#holdings.texts.read(ref)));
    });
  }

  #dates({ range }: DatesLeaf): ScoredRefs {
    const { earliest, latest } = this.#holdings.catalogue;
    const from = range.from === null ? NO_EARLIEST : dayNumber(range.from);
    const to = range.to === null ? NO_LATEST : dayNumber(range.to);
    return filterRefs(this.#everything, (ref) => (earliest[ref] ?? 0) <= to && (latest[ref] ?? 0) >= from);
  }
}

/** How dear a part is to find: texts are read for phrases and truncation. */
function costOf(node: QueryNode): number {
  switch (node.type) {
    case 'phrase':
      return 2;
    case 'pattern':
      return 1;
    case 'all':
    case 'any':
      return Math.max(...node.of.map(costOf));
    default:
      return 0;
  }
}

function indexFields(field: LeafField): readonly TextField[] {
  return field !== null && isTextField(field) ? textFieldsOf[field] : textFields;
}

/** Fields whose text is at hand to be read. */
function textOnly(field: LeafField): readonly TextField[] {
  return field !== null && isTextField(field) ? textFieldsOf[field] : ['title', 'lead', 'body'];
}

function sectionReader(field: LeafField): (folded: string) => string {
  switch (field) {
    case 'titel':
      return (folded) => foldedSection(folded, 'title');
    case 'ingress':
      return (folded) => foldedSection(folded, 'lead');
    case 'text':
      return (folded) => `${foldedSection(folded, 'lead')}\n${foldedSection(folded, 'body')}`;
    default:
      return (folded) => folded;
  }
}

function narrowTo(candidates: ScoredRefs, within: Uint32Array | undefined): ScoredRefs {
  return within === undefined ? candidates : intersect(candidates, scoredAlike(within, 0));
}

/** A stem is the beginning of all its forms: with these letters in it, they are in all of them. */
function allFormsMatch(term: string, pieces: readonly string[]): boolean {
  const [first, middle, last] = pieces;
  if (pieces.length === 2 && middle === '') return term.startsWith(first ?? '');
  return pieces.length === 3 && first === '' && last === '' && term.includes(middle ?? '');
}
