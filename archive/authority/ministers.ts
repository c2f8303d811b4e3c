import { rangeWithin } from '../model/day.ts';
import type { DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import type { MinisterLink } from '../model/links.ts';
import type { Problem } from '../model/problem.ts';
import type { Role } from '../model/register.ts';
import { means, openDossiers, ordinaryRoles } from './dossiers.ts';
import type { Dossier, FiledMention, MinistersInput, PlacedMention } from './dossiers.ts';
import { sortEvidence } from './evidence.ts';

interface MinistersResult {
  readonly ministers: readonly MinisterLink[];
  readonly conflicts: readonly Problem[];
}

/**
 * The ministers of a release: who acts or is named in it while in office on its day, with every piece of
 * evidence. A tag, a name with the title held that day, or banner days that fit one role make a strong link; a
 * bare name of someone in office a weak one. The date only confirms or refutes: whoever held no office on any
 * of its days is left out, and a title that nobody of that name held then is reported. Where the date leaves
 * several roles open and no title says which, each is given, uncertain.
 *
 * @returns one link for each person and role, in the order of their first evidence.
 */
export function linkMinisters(input: MinistersInput): MinistersResult {
  const { dossiers, conflicts } = openDossiers(input);
  const links = dossiers.flatMap((dossier) => linksOf(dossier, input.range));
  return { ministers: links.toSorted(byFirstEvidence), conflicts };
}

function linksOf(dossier: Dossier, range: DayRange): readonly MinisterLink[] {
  const roles = toldByLoneTitle(dossier, rolesToLink(dossier));
  const strength = isStrong(dossier) ? 'strong' : 'weak';
  const certain = isCertain(dossier, roles, range);
  return roles.map((role) => ({
    person: dossier.person,
    role: role.id,
    relation: relationOf(dossier, role),
    strength,
    certain,
    evidence: sortEvidence(evidenceFor(dossier, role)),
  }));
}

/** The roles that a title or a banner names, else every one the date allows. */
function rolesToLink({ possible, tags, titled, bare, banners }: Dossier): readonly Role[] {
  if (titled.length > 0) {
    const telling = titled.filter(tellsOffice);
    const meant = telling.length > 0 ? telling : titled;
    return possible.filter((role) => meant.some(({ roles }) => roles.includes(role)));
  }
  if (banners.length > 0) return possible.filter((role) => banners.some((banner) => banner.role === role));
  if (tags.length > 0) return ordinaryRoles(possible);
  return possible.filter((role) => bare.some(({ roles }) => roles.includes(role)));
}

/**
 * A title that stands alone on the page makes no link, but tells which role it was where a name or tag leaves
 * several open ("Skolministern reser", and a name that was skolminister or something else that month).
 */
function toldByLoneTitle({ titled, banners, loneTitles }: Dossier, roles: readonly Role[]): readonly Role[] {
  if (titled.length + banners.length > 0) return roles;
  const told = roles.filter((role) => loneTitles.some(({ offices }) => means(offices, role)));
  return told.length > 0 ? told : roles;
}

/** A title in the contacts alone tells whose staff to call: it makes a strong link only with a name in the text. */
function isStrong({ tags, titled, bare, banners }: Dossier): boolean {
  const own = titled.filter(({ shared }) => !shared);
  if (tags.length > 0 || own.some(({ mention }) => isOutsideContacts(mention))) return true;
  if (own.length > 0) return bare.some(({ mention }) => isOutsideContacts(mention));
  return banners.some(({ exact }) => exact);
}

/**
 * Whether nothing is left open: not who is meant, not which of the roles was held. One role is settled when a
 * title, banner or tag says that it was held, or when it was held throughout the days in question; several only
 * when all were held side by side throughout, none of them taking over from another on one of those days. A role
 * that only the date tells is open where the page gives the person another one.
 */
function isCertain(dossier: Dossier, roles: readonly Role[], range: DayRange): boolean {
  const { tags, titled, bare, banners, loneTitles } = dossier;
  const unshared = [...titled, ...bare].some(({ shared }) => !shared);
  if (!unshared && tags.length + banners.length === 0) return false;
  if (dossier.disputed && banners.length === 0 && !titled.some(tellsOffice)) return false;
  const proofs = tags.length + titled.length + banners.length + loneTitles.length;
  if (roles.length === 1 && proofs > 0) return true;
  const throughout = roles.every((role) => rangeWithin(range, { from: role.from, to: role.to }));
  const changed = roles.some((a) => roles.some((b) => a.to !== null && a.to === b.from));
  return throughout && !changed;
}

/** Whether its title is that of an office; a general one ("statsrådet") fits whichever is held. */
function tellsOffice({ mention, roles }: FiledMention): boolean {
  return mention.titles.some(
    ({ offices }) => offices !== 'any' && roles.some((role) => means(offices, role)),
  );
}

function relationOf(dossier: Dossier, role: Role): MinisterLink['relation'] {
  const mentions = filedFor(dossier, role).map(({ mention }) => mention);
  if (dossier.tags.length > 0 || mentions.some(({ place }) => place === 'sender')) return 'sender';
  if (mentions.some(({ quoted, place }) => quoted && place === 'text')) return 'quoted';
  return dossier.titled.length + dossier.banners.length > 0 ? 'titled' : 'named';
}

/** A contact block names the minister whose staff it is; that counts where no title stands elsewhere. */
function evidenceFor(dossier: Dossier, role: Role): readonly Evidence[] {
  const { tags, titled, banners, loneTitles } = dossier;
  const alone = titled.length + banners.length === 0;
  const toldBy = alone ? loneTitles.find(({ offices }) => means(offices, role)) : undefined;
  const elsewhere = titled.some(({ mention, roles }) => roles.includes(role) && isOutsideContacts(mention));
  const enough = tags.length > 0 || elsewhere;
  const filed = filedFor(dossier, role).filter(({ mention }) => !enough || isOutsideContacts(mention));
  return [
    ...tags.flatMap(({ evidence }) => evidence),
    ...filed.flatMap(({ evidence }) => evidence),
    ...banners.filter((banner) => banner.role === role).flatMap(({ evidence }) => evidence),
    ...(toldBy === undefined ? [] : toldBy.evidence),
  ];
}

/** Where the person is named in this role, and where by name alone. */
function filedFor({ titled, bare }: Dossier, role: Role): readonly FiledMention[] {
  return [...titled.filter(({ roles }) => roles.includes(role)), ...bare];
}

function isOutsideContacts({ place }: PlacedMention): boolean {
  return place !== 'contact';
}

function byFirstEvidence(a: MinisterLink, b: MinisterLink): number {
  const first = (link: MinisterLink): number => link.evidence.find(({ start }) => start >= 0)?.start ?? -1;
  return first(a) - first(b) || compare(a.person, b.person) || compare(a.role, b.role);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
