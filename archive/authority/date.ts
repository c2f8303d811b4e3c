import { daysInMonth, dayOf, intersectRanges } from '../model/day.ts';
import type { DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { edtfOf, precisionOf } from '../model/release-date.ts';
import type { DateBasis, ReleaseDate } from '../model/release-date.ts';
import type { PrintedDate, Said } from '../model/said.ts';
import { parseSwedishDate } from '../sources/swedish-date.ts';
import type { BannerPeriod } from './banner-links.ts';
import { evidenceBeside, sortEvidence } from './evidence.ts';

/** Days that something on the page leaves possible. */
export interface DateBound {
  readonly range: DayRange;
  readonly evidence: readonly Evidence[];
}

interface BasedBound extends DateBound {
  readonly basis: DateBasis;
}

interface DateInput {
  readonly id: string;
  readonly said: Said;
  readonly periods: readonly BannerPeriod[];
  /** The days of roles named on the page, given the days known so far. Asked for only where they may narrow. */
  readonly roleBounds: (known: DayRange) => readonly DateBound[];
}

interface DateResult {
  readonly date: ReleaseDate;
  readonly conflicts: readonly Problem[];
}

const OPEN: DayRange = { from: null, to: null };
const MONTH_IN_PATH = /\/((?:19|20)\d{2})\/(\d{2})(?=\/|$)/;

/**
 * When a release was published: from its metadata, else the year and month of its address, else the date it
 * prints, else the period its banner gives, narrowed by the roles named on the page. A later source narrows
 * what an earlier one leaves open, and is reported where it says otherwise; the basis is the weakest source
 * that the bounds rest on. Roles narrow only where not even the month is known, and never down to one day:
 * no day is made up. A page's "created" date is no date of publication.
 */
export function dateRelease(input: DateInput): DateResult {
  const { printed, conflicts } = readPrinted(input);
  const calendar = combine(input.id, [
    ...printed.filter((bound) => bound.basis === 'meta'),
    ...addressBounds(input.said.source.address),
    ...printed.filter((bound) => bound.basis === 'text'),
  ]);
  const base = calendar.applied.length === 0 ? updatedBounds(input) : calendar.applied;
  const bannered = narrowByPeriods(input, base);
  const bounds = narrowByRoles(input, bannered.applied);
  return {
    date: assemble(bounds),
    conflicts: [...conflicts, ...calendar.conflicts, ...bannered.conflicts],
  };
}

/** Year and month in an address's path as days; null where it has none. */
export function monthOfAddress(address: string): DayRange | null {
  const match = MONTH_IN_PATH.exec(address);
  if (match === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  const from = dayOf(year, month, 1);
  return from === null ? null : { from, to: dayOf(year, month, daysInMonth(year, month)) };
}

interface Narrowed {
  readonly applied: readonly BasedBound[];
  readonly conflicts: readonly Problem[];
}

function combine(id: string, bounds: readonly BasedBound[]): Narrowed {
  const applied: BasedBound[] = [];
  const conflicts: Problem[] = [];
  for (const bound of bounds) {
    const known = rangeOfBounds(applied);
    const both = intersectRanges(known, bound.range);
    if (both === null) conflicts.push(datesDiffer(id, known, bound));
    else if (!sameRange(both, known)) applied.push(bound);
  }
  return { applied, conflicts };
}

function datesDiffer(id: string, known: DayRange, bound: BasedBound): Problem {
  const params = { meta: edtfOf(known.from, known.to), url: edtfOf(bound.range.from, bound.range.to) };
  return problem('date-meta-url-differ', { id }, { ...params, basis: bound.basis });
}

function readPrinted({ id, said }: DateInput): {
  readonly printed: readonly BasedBound[];
  readonly conflicts: readonly Problem[];
} {
  const dates = said.dates.filter(({ role, text }) => role === 'published' && text.trim() !== '');
  const read = dates.map((date) => ({ date, range: parseSwedishDate(date.text) }));
  return {
    printed: read.flatMap(({ date, range }) =>
      range === null ? [] : [{ basis: date.where, range, evidence: printedEvidence(date) }],
    ),
    conflicts: read
      .filter(({ range }) => range === null)
      .map(({ date }) => problem('date-unreadable', { id }, { text: date.text })),
  };
}

function addressBounds(address: string | null): readonly BasedBound[] {
  const month = address === null ? null : monthOfAddress(address);
  if (month === null) return [];
  const quote = MONTH_IN_PATH.exec(address ?? '')?.[0] ?? '';
  return [{ basis: 'url', range: month, evidence: [evidenceBeside(`${quote}/`)] }];
}

/** A page was published no later than it was updated: all that is known where nothing better is. */
function updatedBounds({ said }: DateInput): readonly BasedBound[] {
  return said.dates.flatMap((date): readonly BasedBound[] => {
    const to = date.role === 'updated' ? (parseSwedishDate(date.text)?.to ?? null) : null;
    if (to === null) return [];
    return [{ basis: date.where, range: { from: null, to }, evidence: printedEvidence(date) }];
  });
}

function narrowByPeriods({ id, periods }: DateInput, base: readonly BasedBound[]): Narrowed {
  const applied = [...base];
  const conflicts: Problem[] = [];
  for (const { range, evidence } of periods) {
    const known = rangeOfBounds(applied);
    const both = intersectRanges(known, range);
    if (both === null) {
      const banner = evidence.map((piece) => piece.quote).join(' ');
      conflicts.push(
        problem('banner-period-differs', { id }, { banner, date: edtfOf(known.from, known.to) }),
      );
    } else if (!sameRange(both, known)) {
      applied.push({ basis: 'banner', range, evidence });
    }
  }
  return { applied, conflicts };
}

function narrowByRoles(input: DateInput, base: readonly BasedBound[]): readonly BasedBound[] {
  const known = rangeOfBounds(base);
  const precision = precisionOf({ earliest: known.from, latest: known.to });
  const calendar = base.some(({ basis, range }) => basis !== 'banner' && range.from !== null);
  if (calendar && precision !== 'year') return base;
  const bounds = input.roleBounds(known);
  let narrowed: DayRange | null = known;
  for (const { range } of bounds) narrowed = narrowed === null ? null : intersectRanges(narrowed, range);
  if (narrowed === null || narrowed.from === narrowed.to || sameRange(narrowed, known)) return base;
  const { from, to } = narrowed;
  const binding = bounds.filter(
    ({ range }) => (from !== known.from && range.from === from) || (to !== known.to && range.to === to),
  );
  return [...base, ...binding.map((bound): BasedBound => ({ ...bound, basis: 'role' }))];
}

function assemble(bounds: readonly BasedBound[]): ReleaseDate {
  const { from, to } = rangeOfBounds(bounds);
  return {
    edtf: edtfOf(from, to),
    earliest: from,
    latest: to,
    basis: bounds.at(-1)?.basis ?? null,
    evidence: sortEvidence(bounds.flatMap((bound) => bound.evidence)),
  };
}

function rangeOfBounds(bounds: readonly DateBound[]): DayRange {
  let range = OPEN;
  for (const bound of bounds) range = intersectRanges(range, bound.range) ?? range;
  return range;
}

function sameRange(a: DayRange, b: DayRange): boolean {
  return a.from === b.from && a.to === b.to;
}

/** A date line is no part of the reading text, so its own words stand as evidence, without offsets. */
function printedEvidence(date: PrintedDate): readonly Evidence[] {
  return [{ ...evidenceBeside(date.text), kind: date.where === 'text' ? 'text' : 'tag' }];
}
