import { rangesOverlap } from '../model/day.ts';
import type { DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Role } from '../model/register.ts';
import type { BannerRole } from './banner-links.ts';
import type { Mention, Span } from './mentions.ts';
import type { Register } from './register.ts';
import type { TitleHit } from './titles.ts';

/** A mention with the part of the page it stands in. */
export interface PlacedMention extends Omit<Mention, keyof Span | 'name'> {
  readonly place: 'text' | 'contact' | 'sender';
  /** Title and name. */
  readonly evidence: readonly Evidence[];
  /** The name alone. */
  readonly nameEvidence: readonly Evidence[];
}

/** A title without a name, in the running text. */
export interface PlacedTitle {
  readonly offices: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A tag that stands for a person. */
export interface PersonTag {
  readonly person: string;
  readonly evidence: readonly Evidence[];
}

/** Everything on a page that may speak of a minister, and the days the page can be of. */
export interface MinistersInput {
  readonly id: string;
  readonly register: Register;
  readonly range: DayRange;
  readonly mentions: readonly PlacedMention[];
  readonly loneTitles: readonly PlacedTitle[];
  readonly tags: readonly PersonTag[];
  readonly banners: readonly BannerRole[];
}

/** A mention with the roles it can speak of. */
export interface FiledMention {
  readonly mention: PlacedMention;
  readonly roles: readonly Role[];
  /** Somebody else of the same name, in office too, fits as well. */
  readonly shared: boolean;
  readonly evidence: readonly Evidence[];
}

/** An office line that fits a role held on the release's day. */
export interface FiledBanner {
  readonly role: Role;
  readonly exact: boolean;
  readonly evidence: readonly Evidence[];
}

/** What a release has on one person, sorted by what it proves. */
export interface Dossier {
  readonly person: string;
  /** Roles held on a day that the release can be of, oldest first; never empty. */
  readonly possible: readonly Role[];
  readonly tags: readonly PersonTag[];
  /** Names with a title held on such a day. */
  readonly titled: readonly FiledMention[];
  /** Names without. */
  readonly bare: readonly FiledMention[];
  readonly banners: readonly FiledBanner[];
  /** Titles without a name that mean one of the possible roles, where it takes them to tell role or person. */
  readonly loneTitles: readonly PlacedTitle[];
  /** The page gives the name a title that this person held at another time: page and date disagree. */
  readonly disputed: boolean;
}

type OpenDossier = {
  -readonly [Key in keyof Dossier]: Dossier[Key] extends readonly (infer T)[] ? T[] : Dossier[Key];
};

interface Filing {
  readonly input: MinistersInput;
  readonly dossiers: Map<string, OpenDossier>;
  readonly conflicts: Problem[];
}

/**
 * Sorts what a page says into one dossier for each person in office on a day that it can be of. Tags and titles
 * of people who were not are reported, unless the title is merely remembered.
 */
export function openDossiers(input: MinistersInput): {
  readonly dossiers: readonly Dossier[];
  readonly conflicts: readonly Problem[];
} {
  const filing: Filing = { input, dossiers: new Map(), conflicts: [] };
  for (const tag of input.tags) fileTag(filing, tag);
  for (const mention of input.mentions) fileMention(filing, mention);
  for (const banner of input.banners) fileBanner(filing, banner);
  const dossiers = [...filing.dossiers.values()];
  const sure = new Set(dossiers.filter(isSure));
  return {
    dossiers: dossiers.map((dossier) =>
      settleName({ ...dossier, loneTitles: loneTitlesFor(dossier, input.loneTitles) }, sure),
    ),
    conflicts: filing.conflicts,
  };
}

function loneTitlesFor(dossier: Dossier, titles: readonly PlacedTitle[]): readonly PlacedTitle[] {
  const { possible, titled, bare } = dossier;
  const doubtful = titled.length === 0 && bare.every(({ mention }) => mention.doubtful);
  if (possible.length < 2 && (isSure(dossier) || !doubtful)) return [];
  return titles.filter(({ offices }) => possible.some((role) => means(offices, role)));
}

/** Whether a title speaks of the days in question: not of before or after, nor of other years. */
function speaksOf({ notNow, years }: TitleHit, range: DayRange): boolean {
  return !notNow && (years === null || rangesOverlap(years, range));
}

/** Roles that a name or tag alone can stand for: an acting one needs its title where another is held. */
export function ordinaryRoles(roles: readonly Role[]): readonly Role[] {
  const own = roles.filter(({ acting }) => acting !== true);
  return own.length > 0 ? own : roles;
}

/** Whether a title means the office that a role was held under. */
export function means(offices: readonly string[] | 'any', role: Role): boolean {
  return offices === 'any' || offices.includes(role.office);
}

/** The dossier of someone who held an office on a day in question; null for anyone else. */
function dossierOf({ input, dossiers }: Filing, person: string): OpenDossier | null {
  const found = dossiers.get(person);
  if (found !== undefined) return found;
  const possible = input.register
    .rolesOf(person)
    .filter((role) => rangesOverlap(input.register.rangeOfRole(role), input.range));
  if (possible.length === 0) return null;
  const dossier: OpenDossier = {
    person,
    possible,
    tags: [],
    titled: [],
    bare: [],
    banners: [],
    loneTitles: [],
    disputed: false,
  };
  dossiers.set(person, dossier);
  return dossier;
}

function fileTag(filing: Filing, tag: PersonTag): void {
  const dossier = dossierOf(filing, tag.person);
  if (dossier === null) filing.conflicts.push(tagOutside(filing.input, tag));
  else dossier.tags.push(tag);
}

function fileMention(filing: Filing, mention: PlacedMention): void {
  const inOffice = mention.persons.flatMap((person) => dossierOf(filing, person) ?? []);
  const titles = mention.titles.filter((title) => speaksOf(title, filing.input.range));
  const titled = inOffice
    .map((dossier) => ({
      dossier,
      roles: dossier.possible.filter((role) => titles.some(({ offices }) => means(offices, role))),
    }))
    .filter(({ roles }) => roles.length > 0);
  if (titled.length > 0) {
    const shared = titled.length > 1;
    // "statsrådet Ek", with two of that surname in office: no telling which.
    if (shared && mention.surnameOnly) return;
    const { evidence } = mention;
    for (const { dossier, roles } of titled) dossier.titled.push({ mention, roles, shared, evidence });
    return;
  }
  const conflicts = titleNotHeld(filing.input, mention, inOffice);
  filing.conflicts.push(...conflicts);
  if (conflicts.length > 0) dispute(filing.input, titles, inOffice);
  fileBare(filing.input, mention, inOffice);
}

/** A title never held is a slip of the pen; one held at another time may be right, and the page's date late. */
function dispute(
  { register }: MinistersInput,
  titles: readonly TitleHit[],
  inOffice: readonly OpenDossier[],
): void {
  for (const dossier of inOffice) {
    const ever = register.rolesOf(dossier.person);
    if (ever.some((role) => titles.some(({ offices }) => means(offices, role)))) dossier.disputed = true;
  }
}

function fileBare({ range }: MinistersInput, mention: PlacedMention, inOffice: readonly OpenDossier[]): void {
  // A surname needs its title to mean anyone, a capacity beside the name speaks of that capacity, and with no day
  // known at all a bare name may be anyone's at any time.
  if (mention.surnameOnly || mention.otherCapacity) return;
  if (range.from === null && range.to === null) return;
  const past = mention.titles
    .filter((title) => !speaksOf(title, range))
    .flatMap(({ offices }) => (offices === 'any' ? [] : offices));
  for (const dossier of inOffice) {
    const roles = ordinaryRoles(dossier.possible).filter((role) => !past.includes(role.office));
    const [shared, evidence] = [inOffice.length > 1, mention.nameEvidence];
    if (roles.length > 0) dossier.bare.push({ mention, roles, shared, evidence });
  }
}

/** An office line counts for the roles it fits; where it fits several people, for the one named with the title. */
function fileBanner(filing: Filing, { roles, exact, evidence }: BannerRole): void {
  const alone = new Set(roles.map((role) => role.person)).size === 1;
  for (const role of roles) {
    const dossier = dossierOf(filing, role.person);
    if (dossier === null || !dossier.possible.includes(role)) continue;
    if (alone || dossier.titled.length > 0) dossier.banners.push({ role, exact, evidence });
  }
}

function isSure({ tags, titled, banners }: Dossier): boolean {
  return tags.length > 0 || banners.length > 0 || titled.some(({ shared }) => !shared);
}

/**
 * A name that two in office share belongs to the one who is there beyond doubt; a name that may be part of a
 * longer one ("besöker Anna Ek Fjällbyn") counts only for someone who is there otherwise, if only by title.
 */
function settleName(dossier: Dossier, sure: ReadonlySet<Dossier>): Dossier {
  if (sure.has(dossier)) return dossier;
  const others = new Set(
    [...sure].flatMap(({ titled, bare }) => [...titled, ...bare]).map(({ mention }) => mention),
  );
  const own = (filed: FiledMention): boolean => !(filed.shared && others.has(filed.mention));
  const titled = dossier.titled.filter(own);
  const bare = dossier.bare.filter(own);
  const named = titled.length > 0 || bare.some(({ mention }) => !mention.doubtful);
  const there = named || dossier.loneTitles.length > 0;
  return { ...dossier, titled, bare: there ? bare : [] };
}

/**
 * A title right before a name, in running text, that the person did not hold. None where it is merely
 * remembered: held earlier, by someone who has left.
 */
function titleNotHeld(
  { id, register, range }: MinistersInput,
  mention: PlacedMention,
  inOffice: readonly Dossier[],
): readonly Problem[] {
  const titles = mention.titles.filter((title) => speaksOf(title, range));
  if (titles.length === 0 || !mention.direct || mention.place !== 'text') return [];
  if (titles.some((title) => title.owned)) return [];
  const remembered = mention.persons
    .flatMap((person) => register.rolesOf(person))
    .filter((role) => titles.some(({ offices }) => means(offices, role)))
    .some(({ to }) => to !== null && range.from !== null && to < range.from);
  if (inOffice.length === 0 && remembered) return [];
  const person = inOffice[0]?.person ?? mention.persons[0] ?? '';
  const held = inOffice
    .flatMap(({ possible }) => possible)
    .map(({ office }) => register.office(office)?.title);
  const params = {
    person: register.person(person)?.name ?? person,
    words: mention.evidence.map(({ quote }) => quote).join(' '),
    held: [...new Set(held)].join(', '),
  };
  return [problem('title-not-held', { id }, { ...params, ...printedRange(range) })];
}

function tagOutside({ id, register, range }: MinistersInput, tag: PersonTag): Problem {
  const person = register.person(tag.person)?.name ?? tag.person;
  return problem('tag-outside-office', { id }, { person, ...printedRange(range) });
}

function printedRange(range: DayRange): { readonly from: string; readonly to: string } {
  return { from: range.from ?? '', to: range.to ?? '' };
}
