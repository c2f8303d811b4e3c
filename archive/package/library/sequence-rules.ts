import type { PackageManifest } from '../../model/manifest.ts';
import { problem } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { SeriesState } from './library-file.ts';

/** A package by its place in its series. */
export interface Placed extends Pick<PackageManifest, 'series' | 'sequence' | 'previous'> {
  readonly identity: string;
}

/** What a package is to follow on. */
export interface SequenceContext {
  /** Packages that are installed, and those of the same import that come before this one. */
  readonly held: readonly Placed[];
  /** What is remembered of the package's series; undefined when it is new here. */
  readonly remembered: SeriesState | undefined;
  /** Other packages that came with it, to name what is missing. */
  readonly others: readonly Placed[];
}

/**
 * Why a package may not take its place: another has it, what it rests on is not here, is not the one before it or is of another
 * series, or something newer is here. Null when it may.
 *
 * A package that was here before may come back to its place.
 */
export function sequenceFault(of: Placed, context: SequenceContext): Problem | null {
  const series = inSeries(of.series, context.held);
  const rival = rivalOf(of, series, context.remembered);
  if (rival !== undefined) return fork(of, rival);
  const before = series.findLast(({ sequence }) => sequence < of.sequence);
  return previousFault(of, before, context) ?? insertionFault(of, series, context.remembered);
}

/**
 * Why packages may not come in as the newest of their series: a higher one was installed once. Null when they may. Judged by what the
 * library would hold afterwards, so that a base comes back together with what rests on it.
 *
 * @param held every package of the series that would be installed.
 * @param added those of them that are new.
 */
export function rollbackFault(
  held: readonly Placed[],
  added: readonly Placed[],
  remembered: SeriesState | undefined,
): ((of: Placed) => Problem) | null {
  const newest = held.toSorted(bySequence).at(-1);
  if (newest === undefined || remembered === undefined) return null;
  const isNew = added.some(({ identity }) => identity === newest.identity);
  if (!isNew || newest.sequence >= remembered.highest.sequence) return null;
  return (of) => rollback(of, remembered.highest);
}

/** Packages of a series, oldest first. */
export function inSeries<T extends Placed>(series: string, packages: readonly T[]): readonly T[] {
  return packages.filter((one) => one.series === series).toSorted(bySequence);
}

/** The package that rests on another, if one does. */
export function restingOn(identity: string, packages: readonly Placed[]): Placed | undefined {
  return packages.find(({ previous }) => previous === identity);
}

type Numbered = Pick<Placed, 'sequence' | 'identity'>;

/** Another package that has, or had, the same number. */
function rivalOf(
  of: Placed,
  series: readonly Placed[],
  remembered: SeriesState | undefined,
): Numbered | undefined {
  return [...series, ...(remembered?.seen ?? [])].find(
    ({ sequence, identity }) => sequence === of.sequence && identity !== of.identity,
  );
}

function previousFault(of: Placed, before: Placed | undefined, context: SequenceContext): Problem | null {
  if (of.previous === null) return null;
  const previous = context.held.find(({ identity }) => identity === of.previous);
  if (previous === undefined) return gap(of, context);
  if (previous.series !== of.series) return wrongSeries(of, previous);
  return before?.identity === of.previous ? null : fork(of, before ?? previous);
}

/** Why a package may not go below one that is here. */
function insertionFault(
  of: Placed,
  series: readonly Placed[],
  remembered: SeriesState | undefined,
): Problem | null {
  const after = series.find(({ sequence }) => sequence > of.sequence);
  if (after === undefined) return null;
  const wasHere = remembered?.seen.some(({ identity }) => identity === of.identity) ?? false;
  if (!wasHere) return rollback(of, series.at(-1) ?? after);
  return after.previous === null || after.previous === of.identity ? null : fork(of, after);
}

function gap(of: Placed, { held, remembered, others }: SequenceContext): Problem {
  const missing = [...(remembered?.seen ?? []), ...others].find(({ identity }) => identity === of.previous);
  const newest = inSeries(of.series, held).at(-1);
  return problem('import-gap', undefined, {
    ...named(of),
    missing: missing?.sequence ?? '',
    missingIdentity: short(of.previous ?? ''),
    newest: newest?.sequence ?? '',
  });
}

function fork(of: Placed, met: Numbered): Problem {
  return problem('import-fork', undefined, {
    ...named(of),
    previous: of.previous === null ? '' : short(of.previous),
    met: met.sequence,
    metIdentity: short(met.identity),
  });
}

function rollback(of: Placed, highest: Numbered): Problem {
  return problem('import-rollback', undefined, {
    ...named(of),
    highest: highest.sequence,
    highestIdentity: short(highest.identity),
  });
}

function wrongSeries(of: Placed, previous: Placed): Problem {
  return problem('import-wrong-series', undefined, {
    ...named(of),
    other: previous.series,
    previousIdentity: short(previous.identity),
  });
}

function named({ series, sequence }: Placed): { readonly series: string; readonly sequence: number } {
  return { series, sequence };
}

/** Enough of an identity to find it in a list. */
function short(identity: string): string {
  return identity.slice(0, 12);
}

function bySequence(a: Placed, b: Placed): number {
  return a.sequence - b.sequence;
}
