import type { Marks } from '../../../model/search.ts';
import { mergedMarks } from './marker.ts';
import type { Marker, Match } from './marker.ts';

export interface Snippet {
  readonly text: string;
  /** Matches as offsets in `text`. */
  readonly marks: Marks;
}

/** How long a passage is, in UTF-16 units, before it is drawn out to whole words. */
const LENGTH = 240;
/** How far before the first match a passage may begin, at most. */
const RUN_UP = 80;
/** A match of something new is worth this many of something that stands in the passage already. */
const NEWNESS = 8;
const CUT = '…';
/** White space that is not one plain space between words. */
const UNEVEN = /[^\S ]| {2}|^ | $/u;

/**
 * The passage of a text in which most of what was asked for stands together, with its matches marked; the
 * beginning of the text where nothing does. Never cut inside a word; where it is cut stands "…".
 *
 * @param texts the blocks to choose from, in reading order.
 * @param below blocks to choose from instead where only they have what was asked for.
 */
export function bestSnippet(
  texts: readonly string[],
  marker: Marker,
  below: readonly string[] = [],
): Snippet {
  const running = searchedLine(texts, marker);
  const other = running.matches.length > 0 || below.length === 0 ? running : searchedLine(below, marker);
  const { text, matches } = other.matches.length > 0 ? other : running;
  return cutOut(text, bestPassage(text, matches), matches);
}

/** Blocks as one line, with what matches in them. */
interface SearchedLine {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** Block by block: what is asked to stand together does not reach from one into the next. */
function searchedLine(blocks: readonly string[], marker: Marker): SearchedLine {
  const lines = blocks.map(oneLine).filter((line) => line !== '');
  const matches: Match[] = [];
  let at = 0;
  for (const line of lines) {
    for (const { start, end, what } of marker.matches(line))
      matches.push({ start: start + at, end: end + at, what });
    at += line.length + 1;
  }
  return { text: lines.join(' '), matches };
}

interface Passage {
  readonly start: number;
  /** The end of a match that must be in it. */
  readonly atLeast: number;
}

/** The best passage: the window that starts a run-up before a match and holds the most. */
function bestPassage(text: string, matches: readonly Match[]): Passage {
  let best = { worth: 0, start: 0, atLeast: 0 };
  let last = 0;
  matches.forEach((match, first) => {
    const start = startBefore(text, match.start);
    while (last < matches.length && (matches[last]?.end ?? 0) <= start + LENGTH) last += 1;
    const worth = worthOf(matches.slice(first, Math.max(last, first + 1)));
    if (worth > best.worth) best = { worth, start, atLeast: match.end };
  });
  return best;
}

function worthOf(matches: readonly Match[]): number {
  const kinds = new Set(matches.map(({ what }) => what));
  // What stands a second time still speaks for a passage, but not for one full of repetitions.
  return kinds.size * NEWNESS + Math.min(matches.length, NEWNESS - 1);
}

/** The beginning of the sentence that a match stands in, or of a word some way before it. */
function startBefore(text: string, at: number): number {
  const earliest = Math.max(0, at - RUN_UP);
  if (earliest === 0) return 0;
  const before = text.slice(earliest, at);
  const sentence = /^.*[.!?:] (?=\S)/su.exec(before);
  return sentence === null ? earliest : earliest + sentence[0].length;
}

/** A stretch of one-line text, drawn in to whole words, with signs where it is cut. */
function cutOut(text: string, passage: Passage, matches: readonly Match[]): Snippet {
  const start = passage.start === 0 ? 0 : wordStart(text, passage.start);
  const to = passage.start + LENGTH;
  const end = to >= text.length ? text.length : wordEnd(text, to, Math.max(passage.atLeast, start + 1));
  const opening = start > 0 && !isSentenceStart(text, start) ? `${CUT} ` : '';
  const closing = end < text.length ? ` ${CUT}` : '';
  const by = opening.length - start;
  const shown = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start + by, end: match.end + by }));
  return { text: `${opening}${text.slice(start, end)}${closing}`, marks: mergedMarks(shown) };
}

/** The first place from here where a word starts. */
function wordStart(text: string, from: number): number {
  if (text.charAt(from - 1) === ' ') return from;
  const space = text.indexOf(' ', from);
  return space === -1 ? text.length : space + 1;
}

/** The last place up to here where a word ends; the next one when that comes too early. */
function wordEnd(text: string, to: number, atLeast: number): number {
  const space = text.lastIndexOf(' ', to);
  if (space >= atLeast) return space;
  const next = text.indexOf(' ', Math.max(to, atLeast));
  return next === -1 ? text.length : next;
}

function isSentenceStart(text: string, at: number): boolean {
  return /[.!?] $/u.test(text.slice(Math.max(0, at - 2), at));
}

function oneLine(block: string): string {
  return UNEVEN.test(block) ? block.replace(/\s+/gu, ' ').trim() : block;
}
