import { ProblemError, problem } from '../../contract/index.ts';
import type { Anchor, FoundPassage } from '../../contract/index.ts';
import { errorsByEnd, likeness, startOfNearest } from './near-match.ts';

/** UTF-16 units of text kept on each side of a passage. */
const CONTEXT = 32;
/** A passage this long is known by its own words, wherever they stand unchanged; a shorter one by its surroundings too. */
const KNOWN_BY_ITSELF = 24;
/** The same where its words have changed. */
const KNOWN_THOUGH_CHANGED = 48;
/** How alike the surroundings must be then: one side as it was, and the other one anything. */
const ENOUGH_CONTEXT = 0.5;
/** A reworded passage is this like what it was, or it is another. */
const ENOUGH_LIKENESS = 0.65;
/** Units of quotes that are looked at more closely where they come near: many places of a short one, few of a long one. */
const MOST_CLOSELY = 4000;
const MOST_CANDIDATES = 20;
/** Of equally near places, one with better surroundings is the one: what they count for beside the words. */
const CONTEXT_WEIGHT = 0.25;

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Place {
  readonly likeness: number;
  /** How alike the surroundings are, nought to one. */
  readonly context: number;
}

/**
 * Marks a passage of a reading text, in the manner of the W3C Web Annotation Data Model. Throws ProblemError
 * `work-passage-outside` when the text has no such passage.
 */
export function anchorAt(reading: string, { start, end }: Place): Anchor {
  if (start >= end || end > reading.length)
    throw new ProblemError(problem('work-passage-outside', {}, { start, end, length: reading.length }));
  return {
    position: { type: 'TextPositionSelector', start, end },
    quote: {
      type: 'TextQuoteSelector',
      exact: reading.slice(start, end),
      prefix: reading.slice(Math.max(0, start - CONTEXT), start),
      suffix: reading.slice(end, end + CONTEXT),
    },
  };
}

/**
 * Where a marked passage stands in a reading text, of the version it was marked in or of another:
 *
 * 1. just there, its words and what stands around them as they were;
 * 2. its words elsewhere: of several such places the one whose surroundings are most alike, and then the nearest. A short
 *    passage, whose words may stand anywhere, must have surroundings of its own left;
 * 3. words that come near (`errorsByEnd`), on the same terms;
 * 4. gone.
 */
export function findPassage(anchor: Anchor, reading: string): FoundPassage {
  const { start, end } = anchor.position;
  const { exact, prefix, suffix } = anchor.quote;
  const isThere = reading.slice(start, end) === exact;
  const isAsItWas =
    isThere &&
    reading.slice(Math.max(0, start - prefix.length), start) === prefix &&
    reading.slice(end, end + suffix.length) === suffix;
  if (isAsItWas) return { how: 'exact', start, end };
  const same = bestOf(exactPlaces(anchor, reading), anchor, KNOWN_BY_ITSELF);
  if (same !== null)
    return { how: same.start === start ? 'exact' : 'moved', start: same.start, end: same.end };
  const near = bestOf(nearPlaces(anchor, reading), anchor, KNOWN_THOUGH_CHANGED);
  if (near === null) return { how: 'gone' };
  return { how: 'altered', start: near.start, end: near.end, likeness: near.likeness };
}

function exactPlaces(anchor: Anchor, reading: string): readonly Candidate[] {
  const { exact } = anchor.quote;
  const places: Candidate[] = [];
  for (let at = reading.indexOf(exact); at >= 0; at = reading.indexOf(exact, at + 1))
    places.push(candidate(anchor, reading, { start: at, end: at + exact.length }, 1));
  return places;
}

function nearPlaces(anchor: Anchor, reading: string): readonly Candidate[] {
  const { exact } = anchor.quote;
  const mostErrors = Math.floor(exact.length * (1 - ENOUGH_LIKENESS));
  const errors = errorsByEnd(reading, exact);
  const ends: { readonly end: number; readonly errors: number }[] = [];
  for (let end = 1; end < errors.length; end += 1) {
    const here = errors[end] ?? 0;
    // Where it comes nearer than beside: the places around one are as near as it, but for a letter.
    const isLow = here <= (errors[end - 1] ?? here) && here <= (errors[end + 1] ?? here);
    if (here <= mostErrors && isLow) ends.push({ end, errors: here });
  }
  const most = Math.max(1, Math.min(MOST_CANDIDATES, Math.floor(MOST_CLOSELY / exact.length)));
  return ends
    .toSorted((a, b) => a.errors - b.errors)
    .slice(0, most)
    .map((one) => {
      const place = { start: startOfNearest(reading, exact, one), end: one.end };
      return candidate(anchor, reading, place, 1 - one.errors / exact.length);
    });
}

/** The best place that is good enough; null when none is. A passage of `known` units needs no surroundings. */
function bestOf(places: readonly Candidate[], { position, quote }: Anchor, known: number): Candidate | null {
  const isKnown = quote.exact.length >= known;
  const score = (place: Candidate): number => place.likeness + CONTEXT_WEIGHT * place.context;
  const away = (place: Candidate): number => Math.abs(place.start - position.start);
  const [best] = places
    .filter(({ context }) => isKnown || context >= ENOUGH_CONTEXT)
    .toSorted((a, b) => score(b) - score(a) || away(a) - away(b));
  return best ?? null;
}

function candidate(
  { quote: { prefix, suffix } }: Anchor,
  reading: string,
  { start, end }: Place,
  alike: number,
): Candidate {
  const before = likeness(prefix, reading.slice(Math.max(0, start - prefix.length), start));
  const after = likeness(suffix, reading.slice(end, end + suffix.length));
  // What stood at the edge of the text has little or nothing on that side to be told by.
  const [weight, all] = [prefix.length, prefix.length + suffix.length];
  const context = all === 0 ? 1 : (before * weight + after * (all - weight)) / all;
  return { start, end, likeness: alike, context };
}
