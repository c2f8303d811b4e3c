/*
 * Places in an order that a person makes. A place is a fraction written out in base 36, compared as a string; between two of
 * them there is always another, so that moving one thing changes that thing alone.
 */

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
/** Digits of a place at an end, and the digit behind them: no place ends in 0, or nothing would fit before it. */
const HEAD = 7;
const TAIL = 'i';
/** The first of all; there is room before it. */
const FIRST = BASE ** (HEAD - 1);
/** A longer place than this says that the whole order is due to be laid out anew. */
const LONGEST = 100;

/**
 * `count` places, ascending, after one place and before another; null for none there. Null when they would get too long:
 * then all have to be placed anew.
 */
export function placesBetween(
  after: string | null,
  before: string | null,
  count: number,
): readonly string[] | null {
  const places = before === null ? atTheEnd(after, count) : spread(after ?? '', before, count);
  return places.some((place) => place.length > LONGEST) ? null : places;
}

function atTheEnd(after: string | null, count: number): readonly string[] {
  const last = after === null ? FIRST - 1 : Number.parseInt(after.slice(0, HEAD).padEnd(HEAD, '0'), BASE);
  return Array.from({ length: count }, (_, n) => (last + n + 1).toString(BASE).padStart(HEAD, '0') + TAIL);
}

function spread(after: string, before: string, count: number): readonly string[] {
  if (count === 0) return [];
  const middle = midpoint(after, before);
  const half = Math.floor((count - 1) / 2);
  return [...spread(after, middle, half), middle, ...spread(middle, before, count - 1 - half)];
}

/** A fraction between two; `b` null is 1. */
function midpoint(a: string, b: string | null): string {
  let common = 0;
  if (b !== null) while (common < b.length && (a[common] ?? '0') === b[common]) common += 1;
  if (b !== null && common > 0) return b.slice(0, common) + midpoint(a.slice(common), b.slice(common));
  const low = a === '' ? 0 : DIGITS.indexOf(a[0] ?? '0');
  const high = b === null ? BASE : DIGITS.indexOf(b[0] ?? '0');
  if (high - low > 1) return DIGITS[Math.round((low + high) / 2)] ?? TAIL;
  if (b !== null && b.length > 1) return b.slice(0, 1);
  return (DIGITS[low] ?? '0') + midpoint(a.slice(1), null);
}
