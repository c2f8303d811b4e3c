import { isEndingLike, isParticle } from '../core/compounds/closed-words.ts';
import { combiningForms } from '../core/compounds/linking.ts';
import type { Joint } from '../core/compounds/linking.ts';
import { SHORTEST_BEHIND_TWO, SHORTEST_HEAD, SHORTEST_PART } from '../core/compounds/splitter.ts';
import type { LexiconWord } from '../core/compounds/splitter.ts';
import { termOf } from '../core/text/swedish.ts';
import { wordsOf } from '../core/text/words.ts';

/** How often a word stands in the texts. */
interface Seen {
  /** On its own, beginning with a small letter. */
  alone: number;
  /** Texts where it does. */
  texts: number;
  /** In any way. */
  all: number;
  capital: number;
}

/** A word, and one way in which it can stand before others. */
interface Source {
  readonly word: string;
  readonly joint: Joint;
}

/** What could stand before others. */
interface Candidates {
  readonly sources: ReadonlyMap<string, readonly Source[]>;
  readonly bases: ReadonlySet<string>;
}

/** What a form was seen beside. */
type Beside = ReadonlySet<string> | undefined;

/** What compounds show of their parts: which stand before which. */
interface Evidence {
  /** For what stands first, the different words (as terms) behind it. */
  readonly heads: ReadonlyMap<string, ReadonlySet<string>>;
  /** For what stands last, the different beginnings before it. */
  readonly lasts: ReadonlyMap<string, ReadonlySet<string>>;
}

const LETTERS = /^\p{L}+$/u;
const CAPITAL = /^\p{Lu}/u;
const HYPHEN = /[-\u2010-\u2013]/u;
const LONGEST_FORM = 64;
/** A word is known when it stands alone so often, in so many texts; less is a slip or a name. */
const LEAST_ALONE = 3;
const LEAST_TEXTS = 2;
/** With a capital more often than this it is a name. At the beginning of a sentence any word has one. */
const MOST_CAPITAL = 0.6;
/** What names of the register have is no word unless it is hardly ever written with a capital. */
const MOST_CAPITAL_OF_NAMES = 0.1;
/** A short word is believed to be a part only when it is seen in so many compounds: chance makes many. */
const LEAST_COMPOUNDS: Readonly<Record<number, number>> = { 2: 40, 3: 8, 4: 4, 5: 2 };
/** What is counted as a part must stand beside at least this many letters. */
const LEAST_BESIDE = 4;
/**
 * What the texts have in other forms only (terrorister, batterier) can stand before others too; it is so short at
 * least, seen in so many compounds, and only what is so long behind it counts.
 */
const SHORTEST_BASE = 6;
const LEAST_OF_BASE = 2;
const LEAST_BEHIND_BASE = 5;
/** Rounds in which what is not believed stops counting as evidence for others. */
const ROUNDS = 4;
/** A common long word is taken for a part although no compound shows it. */
const UNSEEN_LETTERS = 7;
const UNSEEN_ALONE = 15;
/** Nouns on these have an s before others, always. */
const ALWAYS_S = /(?:ning|ling|het|tion|sion|skap|itet|nad)$/u;
/** "hälso" and the like stand alone by a slip: the word itself is so many times as common. */
const SLIP = 4;

/**
 * Learns the words that compounds are made of from texts: the words that stand alone often enough, and of these
 * those that are seen at the beginning or the end of longer words whose other end is such a word too, again and
 * again, until what is left bears itself up. The order of texts does not matter.
 */
export class LexiconLearner {
  readonly #seen = new Map<string, Seen>();
  readonly #names: ReadonlySet<string>;
  #words = 0;

  /** @param names words of persons' names, folded to lower case. */
  constructor(names: Iterable<string> = []) {
    this.#names = new Set(names);
  }

  /** Running words so far. */
  get words(): number {
    return this.#words;
  }

  /** Takes in one text: a release with all its blocks. */
  add(blocks: readonly string[]): void {
    const here = new Set<string>();
    for (const block of blocks)
      for (const word of wordsOf(block)) {
        this.#words += 1;
        if (word.parts.length > 0 || word.form.length > LONGEST_FORM || !LETTERS.test(word.form)) continue;
        const seen = this.#of(word.form);
        seen.all += 1;
        if (CAPITAL.test(block.charAt(word.start))) seen.capital += 1;
        else if (!HYPHEN.test(block.charAt(word.start - 1) + block.charAt(word.end))) {
          // What stands before a hyphen is half a word: "närings- och".
          seen.alone += 1;
          if (!here.has(word.form)) seen.texts += 1;
          here.add(word.form);
        }
      }
  }

  /** The words learned, sorted. */
  learn(): readonly LexiconWord[] {
    const known = this.#known();
    const bases = basesOf(known);
    const sources = sourcesOf(known, bases);
    const found = new Map<string, { joints: Set<Joint>; last: boolean; weight: number }>();
    const entry = (word: string): { joints: Set<Joint>; last: boolean; weight: number } => {
      const made = found.get(word) ?? { joints: new Set(), last: false, weight: 0 };
      found.set(word, made);
      return made;
    };
    const { heads, lasts } = this.#evidence(known, { sources, bases });
    for (const [form, behind] of heads) {
      const source = chosen(form, sources.get(form) ?? [], known);
      if (source === null) continue;
      const at = entry(source.word);
      at.joints.add(source.joint);
      at.weight += behind.size;
    }
    for (const [form, before] of lasts) {
      const at = entry(form);
      at.last = true;
      at.weight += before.size;
    }
    for (const [word, alone] of known) {
      if (alone < UNSEEN_ALONE || word.length < UNSEEN_LETTERS) continue;
      if (isEndingLike(word) || isParticle(word)) continue;
      const at = entry(word);
      at.last = true;
      if (ALWAYS_S.test(word)) at.joints.add('s');
    }
    return [...found]
      .map(([word, { joints, last, weight }]) => ({ word, joints: [...joints].toSorted(), last, weight }))
      .toSorted((a, b) => (a.word < b.word ? -1 : 1));
  }

  #of(form: string): Seen {
    const known = this.#seen.get(form);
    if (known !== undefined) return known;
    const seen = { alone: 0, texts: 0, all: 0, capital: 0 };
    this.#seen.set(form, seen);
    return seen;
  }

  /** The words that stand alone, with how often they do. */
  #known(): ReadonlyMap<string, number> {
    const known = new Map<string, number>();
    for (const [form, { alone, texts, all, capital }] of this.#seen) {
      if (form.length < SHORTEST_HEAD || alone < LEAST_ALONE || texts < LEAST_TEXTS) continue;
      const most = this.#names.has(form) ? MOST_CAPITAL_OF_NAMES : MOST_CAPITAL;
      if (capital < all * most && termOf(form) !== null) known.set(form, alone);
    }
    return known;
  }

  #evidence(known: ReadonlyMap<string, number>, { sources, bases }: Candidates): Evidence {
    const isOfBase = (form: string): boolean =>
      sources.get(form)?.every(({ word }) => bases.has(word)) === true;
    const isHead = (form: string, behind: Beside): boolean =>
      isBelieved(form, behind, isOfBase(form) ? LEAST_OF_BASE : undefined);
    const forms = [...this.#seen].filter(([, { all, capital }]) => capital < all).map(([form]) => form);
    let heads = (form: string): boolean => sources.has(form);
    let lasts = (form: string): boolean =>
      form.length >= SHORTEST_PART && known.has(form) && !isParticle(form) && !isEndingLike(form);
    let evidence = evidenceOf(forms, { heads, lasts, isOfBase });
    for (let round = 1; round < ROUNDS; round += 1) {
      const { heads: h, lasts: l } = evidence;
      heads = (form) => isHead(form, h.get(form));
      lasts = (form) => isBelieved(form, l.get(form));
      evidence = evidenceOf(forms, { heads, lasts, isOfBase });
    }
    return { heads: believed(evidence.heads, isHead), lasts: believed(evidence.lasts, isBelieved) };
  }
}

/** The terms of known words that are words, but stand nowhere alone. */
function basesOf(known: ReadonlyMap<string, number>): ReadonlySet<string> {
  const bases = new Set<string>();
  for (const word of known.keys()) {
    const base = termOf(word) ?? '';
    if (base.length < SHORTEST_BASE || known.has(base) || !word.startsWith(base)) continue;
    if (termOf(base) === base) bases.add(base);
  }
  return bases;
}

/** The words that what stands before others could be a form of; a base only where there is no other. */
function sourcesOf(
  known: ReadonlyMap<string, number>,
  bases: ReadonlySet<string>,
): ReadonlyMap<string, readonly Source[]> {
  const sources = new Map<string, Source[]>();
  for (const word of [...known.keys(), ...bases])
    for (const { form, joint } of combiningForms(word)) {
      if (form.length < SHORTEST_HEAD || isParticle(form)) continue;
      const list = sources.get(form) ?? [];
      if (bases.has(word) && list.some((other) => !bases.has(other.word))) continue;
      list.push({ word, joint });
      sources.set(form, list);
    }
  return sources;
}

/**
 * Which of several words a form before others is one of. Itself, if it is one that stands alone about as often as
 * the commonest; with an s it is always taken for the genitive of another.
 */
function chosen(form: string, sources: readonly Source[], known: ReadonlyMap<string, number>): Source | null {
  const often = ({ word }: Source): number => known.get(word) ?? 0;
  const others = sources.filter(({ word }) => word !== form);
  const [commonest] = others.toSorted((a, b) => often(b) - often(a) || (a.joint < b.joint ? -1 : 1));
  const itself = sources.find(({ word }) => word === form) ?? null;
  if (commonest === undefined || itself === null) return commonest ?? itself;
  return form.endsWith('s') || often(commonest) >= SLIP * often(itself) ? commonest : itself;
}

interface Tests {
  readonly heads: (form: string) => boolean;
  readonly lasts: (form: string) => boolean;
  readonly isOfBase: (form: string) => boolean;
}

function evidenceOf(forms: readonly string[], { heads: isHead, lasts: isLast, isOfBase }: Tests): Evidence {
  const [heads, lasts] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const form of forms)
    for (let at = SHORTEST_HEAD; at <= form.length - SHORTEST_PART; at += 1) {
      const last = form.slice(at);
      if (!isLast(last)) continue;
      const head = form.slice(0, at);
      if (!isHead(head)) continue;
      const least =
        at < SHORTEST_PART ? SHORTEST_BEHIND_TWO : isOfBase(head) ? LEAST_BEHIND_BASE : LEAST_BESIDE;
      if (last.length >= least) note(heads, head, termOf(last) ?? last);
      if (head.length >= LEAST_BESIDE) note(lasts, last, head);
    }
  return { heads, lasts };
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

function believed(
  of: ReadonlyMap<string, ReadonlySet<string>>,
  test: (form: string, beside: Beside) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...of].filter(([form, beside]) => test(form, beside)));
}

function isBelieved(form: string, beside: Beside, least = LEAST_COMPOUNDS[form.length] ?? 1): boolean {
  return beside !== undefined && beside.size >= least;
}
