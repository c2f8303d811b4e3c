import type { NameHit, TokenText } from './names.ts';
import type { TitleHit } from './titles.ts';

/** A name with the titles that go with it. */
export interface Paired {
  readonly name: NameHit;
  readonly titles: readonly TitleHit[];
  readonly direct: boolean;
}

interface PairingInput {
  readonly where: TokenText;
  /** In the order of the text. */
  readonly names: readonly NameHit[];
  readonly titles: readonly TitleHit[];
  /** Whether the person ever held an office that the title means. */
  readonly held: (person: string, title: TitleHit) => boolean;
}

type Hit = NameHit | TitleHit;

// "finansminister Anna Ek", "minister med ansvar för energi Anna Ek", "ministern för idrott, Anna Ek": a field of
// responsibility may stand between, but no clause ("ministern för att träffa Anna Ek").
const FIELD = String.raw`[ \u00A0](?:och )?(?:med ansvar )?för (?:(?!att |med |till |hos |som |på |där |när )[\p{Ll}\p{N}-]+,? ){1,9}`;
const DIRECT = new RegExp(`^(?:[ \\u00A0]|${FIELD})$`, 'u');
const FORWARD = new RegExp(
  `^(?:,? |: | – | (?:och|samt|tillika) \\p{Ll}+(?: i \\p{L}+)? |[ ,:]*\\n{1,2}|${FIELD})$`,
  'u',
);
// "Anna Ek, finansminister", "Anna Ek (X), vår nya finansminister", "Anna Ek är finansminister", a signature's lines
const BACKWARD =
  /^(?: \([\p{L} ]{1,30}\))?(?:,? |, (?:\p{Ll}+ ){0,2}| \(| – | - |: | är | är (?:ny|nya|vår) |,?[ ]?\n{1,2})$/u;
/** What parts the names of a list. */
export const LISTED = /^(?:,|,? och|,? samt|,? and) $/u;
const BETWEEN_TITLES = /^(?:,| och| samt| and|, och|\/| &) ?$/u;

/**
 * Gives each title to a name beside it. Where both a name before and one after could be meant ("A, minister för
 * X, B, minister för Y"), the register decides: the one who ever held that office. A title right before a name
 * can only belong to it; one right before someone else's name belongs to nobody here.
 *
 *     statsminister och   [chain]   → the title after it
 *     TITLE NAME          [direct]  → the name after it
 *     TITLE, NAME         [forward] ┐ whoever
 *     NAME, TITLE         [backward]┘ held it
 */
export function pairTitles(input: PairingInput): readonly Paired[] {
  const hits = [...input.names, ...input.titles].toSorted((a, b) => a.start - b.start);
  const owners = new Map<TitleHit, { readonly name: NameHit; readonly direct: boolean }>();
  for (let n = hits.length - 1; n >= 0; n -= 1) {
    const title = hits[n];
    if (title === undefined || title.type !== 'title') continue;
    const owner = ownerOf({ input, hits, n, title }, owners);
    if (owner !== null) owners.set(title, owner);
  }
  return input.names.map((name) => {
    const titles = input.titles.filter((title) => ownsOrShares(input, name, title, owners));
    return { name, titles, direct: titles.some((title) => owners.get(title)?.direct === true) };
  });
}

/** Whether a title is this name's own, or a plural one that its list began with ("statsråden A, B och C"). */
function ownsOrShares(
  input: PairingInput,
  name: NameHit,
  title: TitleHit,
  owners: ReadonlyMap<TitleHit, Owner>,
): boolean {
  const owner = owners.get(title);
  if (owner === undefined) return false;
  if (!title.plural || name.start <= owner.name.start) return owner.name === name;
  const list = input.names.slice(input.names.indexOf(owner.name), input.names.indexOf(name) + 1);
  return list.every((member, n) => {
    const next = list[n + 1];
    return next === undefined || LISTED.test(gap(input, member, next));
  });
}

interface Place {
  readonly input: PairingInput;
  readonly hits: readonly Hit[];
  readonly n: number;
  readonly title: TitleHit;
}

type Owner = { readonly name: NameHit; readonly direct: boolean };

function ownerOf(place: Place, owners: ReadonlyMap<TitleHit, Owner>): Owner | null {
  const { input, hits, n, title } = place;
  const next = hits[n + 1];
  const after = next === undefined ? '' : gap(input, title, next);
  if (next?.type === 'name' && DIRECT.test(after)) return { name: next, direct: true };
  if (belongsToStranger(input.where, title)) return null;
  const before = nameBefore(place, owners);
  if (before !== null && holds(input, before, title)) return { name: before, direct: false };
  if (next?.type === 'name' && FORWARD.test(after) && holds(input, next, title)) {
    return { name: next, direct: false };
  }
  if (next?.type === 'title' && BETWEEN_TITLES.test(after)) {
    const owner = owners.get(next);
    if (owner !== undefined && holds(input, owner.name, title)) return owner;
  }
  return null;
}

/** The name right before a title, titles that stand between skipped ("Anna Ek, vice statsminister och finansminister"). */
function nameBefore({ input, hits, n, title }: Place, owners: ReadonlyMap<TitleHit, Owner>): NameHit | null {
  let later: Hit = title;
  for (let k = n - 1; k >= 0; k -= 1) {
    const hit = hits[k];
    if (hit === undefined) return null;
    const between = gap(input, hit, later);
    if (hit.type === 'name') return BACKWARD.test(between) ? hit : null;
    if (!BETWEEN_TITLES.test(between) || owners.has(hit)) return null;
    later = hit;
  }
  return null;
}

function holds(input: PairingInput, name: NameHit, title: TitleHit): boolean {
  return name.persons.some((person) => input.held(person, title));
}

/** Whether a capital word that is no name of ours stands right after the title: somebody else's. */
export function belongsToStranger({ text, tokens }: TokenText, title: TitleHit): boolean {
  const next = tokens[title.last + 1];
  return next !== undefined && next.capital && /^[ \u00A0]$/u.test(text.slice(title.end, next.start));
}

function gap(input: PairingInput, left: Hit, right: Hit): string {
  return input.where.text.slice(left.end, right.start);
}
