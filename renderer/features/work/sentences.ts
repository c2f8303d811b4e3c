import type { Passage } from './text-range.ts';

/** What is chosen of a text by keys: whole sentences, and words taken in or left out at its end. */
export interface Choice {
  /** The sentence it began at, and the one it goes on to, by their place. */
  readonly from: number;
  readonly to: number;
  /** How many words fewer (below 0) or more (above 0) than the sentences say, at the end. */
  readonly words: number;
}

/** A text cut into sentences. */
export interface Sentences {
  readonly all: readonly Passage[];
  /** Where each word ends, ascending. */
  readonly wordEnds: readonly number[];
}

interface Leaf {
  readonly start: number;
  readonly text: string;
}

/** The sentences of a text's leaves, without the spaces around them, in reading order. */
export function sentencesOf(leaves: readonly Leaf[], language: string): Sentences {
  const bySentence = new Intl.Segmenter(language, { granularity: 'sentence' });
  const byWord = new Intl.Segmenter(language, { granularity: 'word' });
  const all: Passage[] = [];
  const wordEnds: number[] = [];
  for (const { start, text } of leaves) {
    for (const { segment, index } of bySentence.segment(text)) {
      const words = segment.trim();
      if (words === '') continue;
      const from = start + index + segment.indexOf(words);
      all.push({ start: from, end: from + words.length });
    }
    for (const { segment, index, isWordLike } of byWord.segment(text))
      if (isWordLike === true) wordEnds.push(start + index + segment.length);
  }
  return { all, wordEnds };
}

/** The first sentence that ends after an offset; the last one where none does, 0 where there are none. */
export function sentenceAt({ all }: Sentences, offset: number): number {
  const place = all.findIndex(({ end }) => end > offset);
  return place === -1 ? Math.max(0, all.length - 1) : place;
}

/** What an arrow key makes of a choice; null for a key that means nothing here. */
export function chosenBy(
  sentences: Sentences,
  choice: Choice,
  press: { readonly key: string; readonly shift: boolean },
): Choice | null {
  const last = Math.max(0, sentences.all.length - 1);
  const step = press.key === 'ArrowDown' ? 1 : press.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    const to = Math.min(last, Math.max(0, choice.to + step));
    return press.shift ? { ...choice, to, words: 0 } : { from: to, to, words: 0 };
  }
  if (!press.shift) return null;
  const words = press.key === 'ArrowRight' ? 1 : press.key === 'ArrowLeft' ? -1 : 0;
  if (words === 0) return null;
  const next = { ...choice, words: choice.words + words };
  // At the first word and at the last there is nothing more to leave out or to take in.
  return samePassage(passageChosen(sentences, next), passageChosen(sentences, choice)) ? choice : next;
}

/** The passage that is chosen: never empty, never beyond the text. Null where there are no sentences. */
export function passageChosen({ all, wordEnds }: Sentences, choice: Choice): Passage | null {
  const first = all[Math.min(choice.from, choice.to)];
  const last = all[Math.max(choice.from, choice.to)];
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: endAfter(wordEnds, choice.words, { start: first.start, end: last.end }) };
}

function endAfter(wordEnds: readonly number[], words: number, { start, end }: Passage): number {
  if (words === 0) return end;
  const inside = wordEnds.filter((one) => one > start);
  const last = inside.filter((one) => one <= end).length - 1;
  const found = inside[Math.min(inside.length - 1, Math.max(0, last + words))] ?? end;
  // After the last word there may still be a full stop.
  return words > 0 ? Math.max(found, end) : found;
}

function samePassage(one: Passage | null, other: Passage | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}
