import type { DayRange } from '../model/day.ts';
import { rangesOverlap } from '../model/day.ts';
import type { Links } from '../model/links.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import { rangeOf } from '../model/release-date.ts';
import type { Role } from '../model/register.ts';
import type { Said } from '../model/said.ts';
import { readBanners, spanOfRoles } from './banner-links.ts';
import type { BannerReading } from './banner-links.ts';
import { dateRelease } from './date.ts';
import type { DateBound } from './date.ts';
import { DepartmentFinder, linkDepartments } from './departments.ts';
import type { DepartmentTag } from './departments.ts';
import { findDesignations } from './designations.ts';
import { partsOf } from './evidence.ts';
import { detectLanguage } from './language.ts';
import { MentionFinder } from './mentions.ts';
import { linkMinisters } from './ministers.ts';
import type { PersonTag, PlacedMention } from './dossiers.ts';
import { governmentsOf, mandatePeriodsOf } from './periods.ts';
import type { Register } from './register.ts';
import { placeMentions, sectionsOf } from './sections.ts';
import { linkKind, TagSorter } from './tags.ts';

/** What the linker is given: a release's identity, what its page says, and its reading text. */
export interface LinkInput {
  readonly id: string;
  readonly version: string;
  readonly said: Said;
  /** `layoutReading(said)`: evidence is counted in its text. */
  readonly layout: ReadingLayout;
}

/** Concludes dates, periods, people and departments from what pages say and one register knows. */
export interface Linker {
  /** Names the rules by which the links were made; recorded beside them. */
  readonly rulesVersion: string;
  /** The same input always gives the same links. Never throws: what does not fit is reported in `conflicts`. */
  link(input: LinkInput): Links;
}

const RULES_VERSION = 'linking/2';

/** A linker for one register; costs some milliseconds to make, so make it once. */
export function createLinker(register: Register): Linker {
  const mentions = new MentionFinder(register);
  const departments = new DepartmentFinder(register.data.departments);
  const tags = new TagSorter(register, departments);
  const tools: Tools = { register, mentions, departments, tags };
  return { rulesVersion: RULES_VERSION, link: (input) => linkRelease(tools, input) };
}

interface Tools {
  readonly register: Register;
  readonly mentions: MentionFinder;
  readonly departments: DepartmentFinder;
  readonly tags: TagSorter;
}

function linkRelease(tools: Tools, input: LinkInput): Links {
  const { register } = tools;
  const { id, version, said, layout } = input;
  const sections = sectionsOf(layout);
  const { mentions, loneTitles } = placeMentions(tools.mentions, layout, sections);
  const banners = readBanners({
    id,
    layout,
    register,
    officesOf: (title) => tools.mentions.officesOf(title),
  });
  const { date, conflicts: dateConflicts } = dateRelease({
    id,
    said,
    periods: banners.periods,
    roleBounds: (known) => roleBounds(register, { mentions, banners, known }),
  });
  const range = rangeOf(date);
  const tags = tools.tags.sortOut(input);
  const sent = tools.departments.inSenderLines(layout);
  const persons = [...tags.persons, ...sendersAmong(mentions)];
  const ministers = linkMinisters({
    id,
    register,
    range,
    mentions,
    loneTitles,
    tags: persons,
    banners: banners.roles,
  });
  const departmentTags = mergeSenders(tags.departments, sent);
  const departments = linkDepartments({ id, register, range, tags: departmentTags }, tools.departments);
  return {
    id,
    version,
    date,
    kind: linkKind(register, input, tags.kinds),
    language: said.language ?? detectLanguage(sections[0]?.tokens ?? []),
    governments: governmentsOf(register, date),
    mandatePeriods: mandatePeriodsOf(register, date),
    departments: departments.departments,
    ministers: ministers.ministers,
    subjects: tags.subjects,
    designations: findDesignations(layout, said.designations),
    conflicts: [
      ...dateConflicts,
      ...banners.conflicts,
      ...tags.conflicts,
      ...departments.conflicts,
      ...unknownSenders(input, sent, persons),
      ...ministers.conflicts,
    ],
  };
}

/** A minister named in a sender line is as good as tagged. */
function sendersAmong(mentions: readonly PlacedMention[]): readonly PersonTag[] {
  return mentions.flatMap(({ place, persons, evidence }) =>
    place === 'sender' && persons[0] !== undefined ? [{ person: persons[0], evidence }] : [],
  );
}

interface RoleBoundsInput {
  readonly mentions: readonly PlacedMention[];
  readonly banners: BannerReading;
  readonly known: DayRange;
}

/**
 * The days that roles named on the page leave possible: for each person with office lines, the days those roles
 * span together; for each name with a title in the text, the days that person held that office.
 */
function roleBounds(register: Register, { mentions, banners, known }: RoleBoundsInput): readonly DateBound[] {
  const fits = (role: Role): boolean => rangesOverlap(register.rangeOfRole(role), known);
  const lines = banners.roles.filter(({ roles }) => new Set(roles.map((role) => role.person)).size === 1);
  const people = new Set(lines.flatMap(({ roles }) => roles.map((role) => role.person)));
  const bannered = [...people].map((person): DateBound => {
    const own = lines.filter(({ roles }) => roles[0]?.person === person && roles.some(fits));
    const range = spanOfRoles(
      register,
      own.flatMap(({ roles }) => roles.filter(fits)),
    );
    return { range, evidence: own.flatMap(({ evidence }) => evidence) };
  });
  const titled = mentions.flatMap((mention): readonly DateBound[] => {
    const [person] = mention.persons;
    const titles = mention.titles.filter(({ offices, notNow }) => offices !== 'any' && !notNow);
    if (person === undefined || mention.persons.length > 1 || mention.surnameOnly) return [];
    if (mention.place !== 'text' || titles.length === 0) return [];
    const held = register
      .rolesOf(person)
      .filter((role) => fits(role) && titles.some(({ offices }) => offices.includes(role.office)));
    return held.length === 0 ? [] : [{ range: spanOfRoles(register, held), evidence: mention.evidence }];
  });
  return [...bannered.filter(({ evidence }) => evidence.length > 0), ...titled];
}

/** Sender lines name what the tags already say: their words then stand as further evidence, not as a tag more. */
function mergeSenders(
  tags: readonly DepartmentTag[],
  sent: readonly DepartmentTag[],
): readonly DepartmentTag[] {
  const merged = tags.map((tag) => {
    const same = sent.filter(({ label }) => label !== null && label === tag.label);
    return { ...tag, evidence: [...tag.evidence, ...same.flatMap(({ evidence }) => evidence)] };
  });
  const rest = sent.filter(({ label }) => !tags.some((tag) => tag.label === label));
  return [...merged, ...rest];
}

/** Sender lines that name neither a department nor a person of the register. */
function unknownSenders(
  { id, layout }: LinkInput,
  departments: readonly DepartmentTag[],
  persons: readonly PersonTag[],
): readonly Problem[] {
  const known = [...departments, ...persons].flatMap(({ evidence }) => evidence.map(({ block }) => block));
  return partsOf(layout, 'sender')
    .filter(({ part, index }) => part.end > part.start && !known.includes(index))
    .map(({ part }) =>
      problem('sender-unknown', { id }, { sender: layout.text.slice(part.start, part.end) }),
    );
}
