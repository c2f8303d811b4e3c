import { daysBetween } from '../model/day.ts';
import type { Day, DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import type { Role } from '../model/register.ts';
import { parseBanner } from '../sources/banner.ts';
import type { Banner } from '../sources/banner.ts';
import { evidenceOfPart, partsOf } from './evidence.ts';
import type { Register } from './register.ts';

/** A period that the page says it was published in, with the line that says so. */
export interface BannerPeriod {
  readonly range: DayRange;
  readonly evidence: readonly Evidence[];
}

/** An office line matched to the register. */
export interface BannerRole {
  /** The roles it can mean; one as a rule. */
  readonly roles: readonly Role[];
  /** Both of the page's days are the register's. */
  readonly exact: boolean;
  readonly evidence: readonly Evidence[];
}

/** What the boxes of a page come to, before its date is known. */
export interface BannerReading {
  readonly periods: readonly BannerPeriod[];
  readonly roles: readonly BannerRole[];
  readonly conflicts: readonly Problem[];
}

interface BannerInput {
  readonly id: string;
  readonly layout: ReadingLayout;
  readonly register: Register;
  /** The offices that printed words mean. */
  readonly officesOf: (title: string) => readonly string[];
}

interface Line {
  readonly banner: Banner;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Reads a page's banner lines against the register. A period is compared with the governments it spans, an
 * office line with the roles held under that office: where its days fit one role, that is the one; where only
 * one of its days does, the register's days stand beside the page's in a `banner-role-dates-differ`.
 */
export function readBanners(input: BannerInput): BannerReading {
  const { layout } = input;
  const lines = partsOf(layout, 'banner').flatMap(({ part, index }): readonly Line[] => {
    const text = layout.text.slice(part.start, part.end);
    const banner = parseBanner(text);
    return banner === null ? [] : [{ banner, text, evidence: evidenceOfPart(layout, 'banner', index) }];
  });
  const periods = lines.map((line) => readPeriod(input, line));
  const offices = lines.map((line) => readOffice(input, line));
  return {
    periods: periods.flatMap((read) => read.found),
    roles: offices.flatMap((read) => read.found),
    conflicts: [
      ...periods.flatMap((read) => read.conflicts),
      ...offices.flatMap((read) => read.conflicts),
      ...headingsWithoutLine(input.id, lines),
    ],
  };
}

interface Read<T> {
  readonly found: readonly T[];
  readonly conflicts: readonly Problem[];
}

const NOTHING = { found: [], conflicts: [] } as const;

function readPeriod({ id, register }: BannerInput, line: Line): Read<BannerPeriod> {
  const { banner } = line;
  if (banner.type !== 'period') return NOTHING;
  const { from, to } = banner;
  if (from === null && to === null) {
    return { found: [], conflicts: [problem('banner-period-lost', { id }, { banner: line.text })] };
  }
  if (from !== null && to !== null && from > to) {
    return {
      found: [],
      conflicts: [problem('banner-period-differs', { id }, { banner: line.text, register: '' })],
    };
  }
  const found = [{ range: { from, to }, evidence: line.evidence }];
  const governments = register.governmentsOn({ from, to });
  const begins = from === null || governments.some((row) => isNear(row.from, from));
  const ends = to === null || governments.some((row) => row.to !== null && isNear(row.to, to));
  if (begins && ends) return { found, conflicts: [] };
  const spans = governments.map((row) => `${row.name} ${printRange(row)}`).join('; ');
  return {
    found,
    conflicts: [problem('banner-period-differs', { id }, { banner: line.text, register: spans })],
  };
}

function readOffice(input: BannerInput, line: Line): Read<BannerRole> {
  const { banner } = line;
  if (banner.type !== 'office') return NOTHING;
  const { id, register } = input;
  const held = input.officesOf(banner.office).flatMap((office) => register.rolesIn(office));
  const page = { from: banner.from, to: banner.to };
  if (page.from === null && page.to === null) {
    const conflicts = [problem('banner-role-without-dates', { id }, { banner: line.text })];
    return {
      found: held.length === 0 ? [] : [{ roles: held, exact: false, evidence: line.evidence }],
      conflicts,
    };
  }
  const roles = bestFit(held, page, register);
  if (roles.length === 0) {
    return {
      found: [],
      conflicts: [problem('banner-role-unknown', { id }, { office: banner.office, ...printed(page) })],
    };
  }
  const exact = roles.every((role) => fitOf(register.rangeOfRole(role), page) === 2);
  const found = [{ roles, exact, evidence: line.evidence }];
  const conflicts = roles
    .filter((role) => !sameDays(role, page))
    .map((role) => datesDiffer(input, banner, role));
  return { found, conflicts };
}

/** The roles whose days fit best: both ends, else one; of those that fit one end, the same person's only. */
function bestFit(held: readonly Role[], page: DayRange, register: Register): readonly Role[] {
  const scored = held.map((role) => ({ role, fit: fitOf(register.rangeOfRole(role), page) }));
  const best = Math.max(0, ...scored.map(({ fit }) => fit));
  return best === 0 ? [] : scored.filter(({ fit }) => fit === best).map(({ role }) => role);
}

/** How many ends agree, a day's difference allowed: the site counts a day of change now to one, now to the other. */
function fitOf(role: DayRange, page: DayRange): number {
  const from = page.from === null || (role.from !== null && isNear(role.from, page.from));
  const to = page.to === null || (role.to !== null && isNear(role.to, page.to));
  return Number(from) + Number(to);
}

function sameDays(role: Role, page: DayRange): boolean {
  return (page.from ?? role.from) === role.from && (page.to ?? role.to) === role.to;
}

function datesDiffer(
  { id, register }: BannerInput,
  banner: { readonly office: string } & DayRange,
  role: Role,
): Problem {
  return problem(
    'banner-role-dates-differ',
    { id },
    {
      person: register.person(role.person)?.name ?? role.person,
      role: role.id,
      office: banner.office,
      ...printed(banner),
      registerFrom: role.from ?? '',
      registerTo: role.to ?? '',
    },
  );
}

/** A heading ("Statsråd på denna sida …") with no office line before the next heading or the end of the box. */
function headingsWithoutLine(id: string, lines: readonly Line[]): readonly Problem[] {
  const headings = lines.filter(({ banner }) => banner.type === 'heading');
  const offices = lines.filter(({ banner }) => banner.type === 'office');
  // Each different line is kept once, so a heading's own lines cannot be told when there are several headings.
  if (offices.length > 0) return [];
  return headings.map(({ text }) => problem('banner-role-without-dates', { id }, { banner: text }));
}

function isNear(a: Day, b: Day): boolean {
  return Math.abs(daysBetween(a, b)) <= 1;
}

function printed(range: DayRange): { readonly pageFrom: string; readonly pageTo: string } {
  return { pageFrom: range.from ?? '', pageTo: range.to ?? '' };
}

function printRange(range: DayRange): string {
  return `${range.from ?? ''}–${range.to ?? ''}`;
}

/** The days that a person's banner roles span together: the page was published on one of them. */
export function spanOfRoles(register: Register, roles: readonly Role[]): DayRange {
  const ranges = roles.map((role) => register.rangeOfRole(role));
  const froms = ranges.map((range) => range.from);
  const tos = ranges.map((range) => range.to);
  return {
    from: froms.includes(null) ? null : (froms.toSorted(compareDays)[0] ?? null),
    to: tos.includes(null) ? null : (tos.toSorted(compareDays).at(-1) ?? null),
  };
}

function compareDays(a: Day | null, b: Day | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
