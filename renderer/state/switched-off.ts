/** A form that was added to what is searched and that the person does not want. */
export interface SwitchedOff {
  readonly form: string;
  /** The words of the query that brought it, as they were understood. */
  readonly words: string;
}

/** As many as a search can leave out. */
const MOST_OFF = 200;
const LONGEST_FORM = 64;
const LONGEST_WORDS = 256;

export const noneOff: readonly SwitchedOff[] = [];

/** The forms left out, one of them switched on or off. */
export function switched(off: readonly SwitchedOff[], of: SwitchedOff, on: boolean): readonly SwitchedOff[] {
  const others = off.filter(({ form }) => form !== of.form);
  const cannotBe = of.form.length > LONGEST_FORM || of.words.length > LONGEST_WORDS;
  return on || cannotBe ? others : [...others, of].slice(-MOST_OFF);
}

/** Those of them whose words still stand in a query; the same list when all do. */
export function offIn(off: readonly SwitchedOff[], query: string): readonly SwitchedOff[] {
  if (off.length === 0) return off;
  const there = wordsIn(query);
  const kept = off.filter(({ words }) => [...wordsIn(words)].every((word) => there.has(word)));
  return kept.length === off.length ? off : kept;
}

/** Whether two queries have a word in common. */
export function shareWord(a: string, b: string): boolean {
  const there = wordsIn(b);
  return [...wordsIn(a)].some((word) => there.has(word));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}
