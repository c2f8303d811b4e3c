import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/index.ts';

/** How many fingerprints of its past a thing carries along. */
const MOST_FORMER = 30;
const LENGTH = 16;

/** What says nothing about the contents of a thing: when it was touched, where it stands in a list. */
const PASSING = new Set(['made', 'changed', 'place', 'handed']);

/**
 * A few letters that stand for the contents of a thing. Two things with the same say the same; with those of its past, which a
 * thing carries along, it can be told on another machine which of two forms of it came out of the other.
 */
export function fingerprint(value: unknown): string {
  const contents =
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !PASSING.has(name)))
      : value;
  return createHash('sha256').update(wellFormed(contents)).digest('hex').slice(0, LENGTH);
}

/** The past of a thing that is changed now. @param former its past until now. @param before what it was until now. */
export function pastWith(former: readonly string[], before: unknown): readonly string[] {
  const last = fingerprint(before);
  return [...former.filter((one) => one !== last), last].slice(-MOST_FORMER);
}

/** Half a character, which a person can mark or paste, has no canonical form. */
function wellFormed(contents: unknown): string {
  try {
    return canonicalJson(contents);
  } catch {
    return JSON.stringify(contents);
  }
}
