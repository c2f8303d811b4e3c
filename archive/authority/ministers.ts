import { rangesOverlap, rangeWithin } from '../model/day.ts';
import type { DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import type { MinisterLink } from '../model/links.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Role } from '../model/register.ts';
import type { BannerRole } from './banner-links.ts';
import { sortEvidence } from './evidence.ts';
import type { Mention } from './mentions.ts';
import type { Register } from './register.ts';

/** A mention with the part of the page it stands in. */
export interface PlacedMention extends Mention {
  readonly place: 'text' | 'contact' | 'sender';
  readonly evidence: readonly Evidence[];
}

/** A tag that stands for a person. */
export interface PersonTag {
  readonly person: string;
  readonly evidence: readonly Evidence[];
}

interface MinistersInput {
  readonly id: string;
  readonly register: Register;
  /** The days the release can be of. */
  readonly range: DayRange;
  readonly mentions: readonly PlacedMention[];
  readonly tags: readonly PersonTag[];
  readonly banners: readonly BannerRole[];
}

interface MinistersResult {
  readonly ministers: readonly MinisterLink[];
  readonly conflicts: readonly Problem[];
}

/** What a release has on one person, sorted by what it proves. */
interface Dossier {
  readonly person: string;
  /** Roles held on a day that the release can be of. */
  readonly possible: readonly Role[];
  readonly tags: PersonTag[];
  readonly titled: { readonly mention: PlacedMention; readonly roles: readonly Role[] }[];
  readonly bare: { readonly mention: PlacedMention; readonly roles: readonly Role[] }[];
  readonly banners: {
    readonly role: Role;
    readonly exact: boolean;
    readonly evidence: readonly Evidence[];
  }[];
}

/**
 * The ministers of a release: who acts or is named in it while in office on its day, with every piece of
 * evidence. A tag, a name with the title held that day, or banner days that fit one role make a strong link; a
 * bare name of someone in office a weak one. The date only confirms or refutes: whoever held no office on any
 * of its days is left out, and a title that nobody of that name held then is reported. Where the date leaves
 * several roles open and no title says which, each is given, uncertain.
 */
export function linkMinisters(input: MinistersInput): MinistersResult {
  const dossiers = new Map<string, Dossier>();
  const dossierOf = (person: string): Dossier => {
    const found = dossiers.get(person) ?? openDossier(input, person);
    dossiers.set(person, found);
    return found;
  };
  const conflicts: Problem[] = [];
  for (const tag of input.tags) {
    const dossier = dossierOf(tag.person);
    if (dossier.possible.length > 0) dossier.tags.push(tag);
    else conflicts.push(tagOutside(input, tag));
  }
  for (const mention of input.mentions) fileMention(input, mention, { dossierOf, conflicts });
  for (const banner of input.banners) fileBanner(input, banner, dossierOf);
  const links = [...dossiers.values()].flatMap((dossier) => linksOf(dossier, input.range));
  return { ministers: links.toSorted(byFirstEvidence), conflicts };
}

function openDossier({ register, range }: MinistersInput, person: string): Dossier {
  const possible = register
    .rolesOf(person)
    .filter((role) => rangesOverlap(register.rangeOfRole(role), range));
  return { person, possible, tags: [], titled: [], bare: [], banners: [] };
}

interface Files {
  readonly dossierOf: (person: string) => Dossier;
  readonly conflicts: Problem[];
}

function fileMention(input: MinistersInput, mention: PlacedMention, { dossierOf, conflicts }: Files): void {
  const inOffice = mention.persons.map(dossierOf).filter(({ possible }) => possible.length > 0);
  const titles = mention.titles.filter((title) => !title.notNow);
  const titled = inOffice
    .map((dossier) => ({
      dossier,
      roles: dossier.possible.filter((role) => titles.some((title) => means(title.offices, role))),
    }))
    .filter(({ roles }) => roles.length > 0);
  if (titled.length > 0) {
    for (const { dossier, roles } of titled) dossier.titled.push({ mention, roles });
    return;
  }
  const wrong = titles.length > 0 && mention.direct && !titles.some((title) => title.owned);
  if (wrong && mention.place === 'text') conflicts.push(...titleNotHeld(input, mention, inOffice));
  // A surname needs its title to mean anyone; so does a name whose capacity that day was another.
  if (mention.surnameOnly || mention.otherCapacity) return;
  // With no day known at all, a bare name may be anyone's at any time.
  if (input.range.from === null && input.range.to === null) return;
  for (const dossier of inOffice) {
    const past = mention.titles.filter((title) => title.notNow);
    const roles = dossier.possible.filter(
      (role) => !past.some(({ offices }) => offices !== 'any' && means(offices, role)),
    );
    if (roles.length > 0) dossier.bare.push({ mention, roles });
  }
}

function means(offices: readonly string[] | 'any', role: Role): boolean {
  return offices === 'any' || offices.includes(role.office);
}

/** An office line counts for the roles it fits that were held on the release's day. */
function fileBanner(input: MinistersInput, banner: BannerRole, dossierOf: (person: string) => Dossier): void {
  const persons = new Set(banner.roles.map((role) => role.person));
  const named = banner.roles.filter((role) => dossierOf(role.person).titled.length > 0);
  const roles = persons.size === 1 ? banner.roles : named;
  for (const role of roles) {
    if (!rangesOverlap(input.register.rangeOfRole(role), input.range)) continue;
    dossierOf(role.person).banners.push({ role, exact: banner.exact, evidence: banner.evidence });
  }
}

function linksOf(dossier: Dossier, range: DayRange): readonly MinisterLink[] {
  const named = new Set(dossier.titled.flatMap(({ roles }) => roles));
  const bannered = new Set(dossier.banners.map(({ role }) => role));
  const roles = rolesToLink(dossier, named, bannered);
  const strong = isStrong(dossier);
  return roles.map((role) => ({
    person: dossier.person,
    role: role.id,
    relation: relationOf(dossier, role),
    strength: strong ? 'strong' : 'weak',
    certain:
      roles.length === 1 ? isSettled(role, { range, named, bannered, dossier }) : heldTogether(roles, range),
    evidence: sortEvidence(evidenceFor(dossier, role)),
  }));
}

/** A title in the contacts alone tells whose staff to call: it makes a strong link only with a name in the text. */
function isStrong({ tags, titled, bare, banners }: Dossier): boolean {
  if (tags.length > 0 || titled.some(({ mention }) => isOutsideContacts(mention))) return true;
  if (titled.length > 0) return bare.some(({ mention }) => isOutsideContacts(mention));
  return banners.some(({ exact }) => exact);
}

/** The roles that a title or a banner names, else every one the date allows. */
function rolesToLink(
  dossier: Dossier,
  named: ReadonlySet<Role>,
  bannered: ReadonlySet<Role>,
): readonly Role[] {
  if (named.size > 0) return dossier.possible.filter((role) => named.has(role));
  if (bannered.size > 0) return dossier.possible.filter((role) => bannered.has(role));
  if (dossier.tags.length > 0) return dossier.possible;
  return dossier.possible.filter((role) => dossier.bare.some(({ roles }) => roles.includes(role)));
}

interface Settling {
  readonly range: DayRange;
  readonly named: ReadonlySet<Role>;
  readonly bannered: ReadonlySet<Role>;
  readonly dossier: Dossier;
}

/** Whether the one role left was held beyond doubt: named as such, or held throughout the days in question. */
function isSettled(role: Role, { range, named, bannered, dossier }: Settling): boolean {
  if (named.has(role) || bannered.has(role) || dossier.tags.length > 0) return true;
  return rangeWithin(range, { from: role.from, to: role.to });
}

/** Several roles are certain only when all were held side by side, throughout the days in question. */
function heldTogether(roles: readonly Role[], range: DayRange): boolean {
  const throughout = roles.every((role) => rangeWithin(range, { from: role.from, to: role.to }));
  const changed = roles.some((a) => roles.some((b) => a.to !== null && a.to === b.from));
  return throughout && !changed;
}

function relationOf(dossier: Dossier, role: Role): MinisterLink['relation'] {
  const titled = dossier.titled.filter(({ roles }) => roles.includes(role)).map(({ mention }) => mention);
  const mentions = [...titled, ...dossier.bare.map(({ mention }) => mention)];
  if (dossier.tags.length > 0 || mentions.some(({ place }) => place === 'sender')) return 'sender';
  if (mentions.some(({ quoted, place }) => quoted && place === 'text')) return 'quoted';
  return titled.length > 0 || dossier.banners.length > 0 ? 'titled' : 'named';
}

/** A contact block names the minister whose staff it is; that counts where no title stands elsewhere. */
function evidenceFor(dossier: Dossier, role: Role): readonly Evidence[] {
  const titled = dossier.titled.filter(({ roles }) => roles.includes(role)).map(({ mention }) => mention);
  const mentions = [...titled, ...dossier.bare.map(({ mention }) => mention)];
  const enough = dossier.tags.length > 0 || titled.some(isOutsideContacts);
  return [
    ...dossier.tags.flatMap(({ evidence }) => evidence),
    ...mentions
      .filter((mention) => !enough || isOutsideContacts(mention))
      .flatMap(({ evidence }) => evidence),
    ...dossier.banners.filter((banner) => banner.role === role).flatMap(({ evidence }) => evidence),
  ];
}

function isOutsideContacts(mention: PlacedMention): boolean {
  return mention.place !== 'contact';
}

function titleNotHeld(
  { id, register, range }: MinistersInput,
  mention: PlacedMention,
  inOffice: readonly Dossier[],
): readonly Problem[] {
  const [person] = inOffice.length > 0 ? inOffice.map((dossier) => dossier.person) : mention.persons;
  if (person === undefined) return [];
  const held = inOffice
    .flatMap(({ possible }) => possible)
    .map((role) => register.office(role.office)?.title ?? '');
  const words = mention.evidence.map(({ quote }) => quote).join(' ');
  const days = { from: range.from ?? '', to: range.to ?? '' };
  const name = register.person(person)?.name ?? person;
  return [
    problem('title-not-held', { id }, { person: name, words, held: [...new Set(held)].join(', '), ...days }),
  ];
}

function tagOutside({ id, register, range }: MinistersInput, tag: PersonTag): Problem {
  const name = register.person(tag.person)?.name ?? tag.person;
  return problem('tag-outside-office', { id }, { person: name, from: range.from ?? '', to: range.to ?? '' });
}

function byFirstEvidence(a: MinisterLink, b: MinisterLink): number {
  const first = (link: MinisterLink): number => link.evidence.find(({ start }) => start >= 0)?.start ?? -1;
  return first(a) - first(b) || compare(a.person, b.person) || compare(a.role, b.role);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
