import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
import type { PrintedDate, Said } from '../model/said.ts';
import { parseSwedishDate } from '../sources/swedish-date.ts';
import type { Candidate } from './spill.ts';

/** The versions of one release, the leading one first, and what was found in putting them in order. */
export interface OrderedVersions {
  readonly versions: readonly Candidate[];
  readonly problems: readonly Problem[];
}

/**
 * Puts pages of the same id in order: the fuller record leads (dated before undated, then the newest update, the
 * newest publication, the longer text), the others become earlier versions. Pages that say the same are one
 * version. The order does not depend on the order the pages came in.
 */
export function orderVersions(pages: readonly Candidate[]): OrderedVersions {
  if (pages.length < 2) return { versions: pages, problems: [] };
  const sorted = pages.map(weigh).toSorted(compareFullness);
  const kept = new Map<string, Candidate>();
  const problems: Problem[] = [];
  for (const { page } of sorted) {
    const [same, lead] = [kept.get(page.version), kept.values().next().value];
    const place = { file: page.said.source.file, id: page.id };
    if (same !== undefined)
      problems.push(problem('duplicate-identical', place, { kept: same.said.source.file }));
    else if (lead !== undefined)
      problems.push(problem('duplicate-release', place, { leads: lead.said.source.file }));
    if (same === undefined) kept.set(page.version, page);
  }
  return { versions: [...kept.values()], problems };
}

interface Weighed {
  readonly page: Candidate;
  /** Compared one by one, the greater first. */
  readonly weights: readonly string[];
}

/**
 * Compares how two pages of one release are dated: dated after undated, then by the newest update and the newest
 * publication; where these are the same, by when they were fetched, if that is known of both. Positive when `a` is
 * the later one, 0 when neither is.
 */
export function compareDating(a: Said, b: Said): number {
  const [x, y] = [datingOf(a), datingOf(b)];
  for (const [n, weight] of x.entries()) {
    const found = compareText(weight, y[n] ?? '');
    if (found !== 0) return found;
  }
  return compareFetched(a, b);
}

/** Positive when `a` is known to have been fetched later than `b`. */
export function compareFetched(a: Said, b: Said): number {
  const [x, y] = [a.source.fetched, b.source.fetched];
  return x === null || y === null ? 0 : compareText(x, y);
}

function datingOf(said: Said): readonly string[] {
  const published = newest(said, 'published');
  return [published === '' ? '0' : '1', newest(said, 'updated'), published];
}

function weigh(page: Candidate): Weighed {
  const length = String(layoutReading(page.said).text.length).padStart(12, '0');
  return { page, weights: [...datingOf(page.said), length] };
}

function compareFullness(a: Weighed, b: Weighed): number {
  for (const [n, weight] of a.weights.entries()) {
    const other = b.weights[n] ?? '';
    if (weight !== other) return weight > other ? -1 : 1;
  }
  // Equally full: an order that is the same on every machine.
  return compareText(a.page.version, b.page.version) || compareSource(a.page.said, b.page.said);
}

/** Of pages that say the same, one of which it is known when it was fetched stands for them. */
function compareSource(a: Said, b: Said): number {
  return (
    compareText(b.source.fetched ?? '', a.source.fetched ?? '') ||
    compareText(a.source.file, b.source.file) ||
    compareText(a.source.sha256, b.source.sha256)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last day of a role that the page prints; empty when it prints none that can be read. */
function newest(said: Said, role: PrintedDate['role']): string {
  const days = said.dates
    .filter((date) => date.role === role)
    .map((date) => parseSwedishDate(date.text)?.to ?? '');
  return days.toSorted().at(-1) ?? '';
}
