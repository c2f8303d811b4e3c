import type { Register } from '../authority/register.ts';
import type { LinkedValue, Links } from '../model/links.ts';
import type { AuthorChoice } from '../model/reference.ts';

/**
 * An author. A person's name is parted only where it can be: `family` is null for a name of more than two words
 * (the register does not say where a surname begins), which then stands whole.
 */
export type Author =
  | { readonly type: 'body'; readonly name: string }
  | {
      readonly type: 'person';
      readonly name: string;
      readonly given: string | null;
      readonly family: string | null;
    };

/** Who stands as author and who as publisher. */
export interface Responsible {
  readonly authors: readonly Author[];
  /** The bodies that published it; empty when they are the authors. */
  readonly publishers: readonly string[];
}

export interface ResponsibleInput {
  readonly links: Links;
  readonly register: Register;
  /** Who keeps the archive, for a release with no sender that is known: its organisation, or its title. */
  readonly keeper: string;
}

/** Languages whose names have the given name first. */
const GIVEN_FIRST = new Set(['sv', 'nb', 'nn', 'da', 'fi', 'en', 'de', 'nl', 'fr']);

/**
 * The author of a release by a reader's choice. Where the release does not name such an author with certainty, the
 * next choice stands: minister → department → keeper, government → department → keeper.
 */
export function responsibleFor(choice: AuthorChoice, input: ResponsibleInput): Responsible {
  const departments = departmentNames(input);
  const bodies = departments.length > 0 ? departments : [input.keeper];
  const chosen = choice === 'minister' ? ministers(input) : choice === 'government' ? government(input) : [];
  if (chosen.length === 0) return { authors: bodies.map((name) => ({ type: 'body', name })), publishers: [] };
  return { authors: chosen, publishers: bodies };
}

function departmentNames({ links, register }: ResponsibleInput): readonly string[] {
  const names = settled(links.departments).flatMap((value) => {
    const name = nameOnPage(value, links.language, register) ?? register.department(value.id)?.name;
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)];
}

/**
 * On a page in another language than the register's the department is called by a name of that language: the one
 * that the page used, where the register knows it as a name of this department.
 */
function nameOnPage(value: LinkedValue, language: string | null, register: Register): string | undefined {
  if (language === null || language === register.data.language) return undefined;
  const aliases = register.department(value.id)?.aliases ?? [];
  return value.evidence.map(({ quote }) => quote).find((quote) => aliases.includes(quote));
}

function government({ links, register }: ResponsibleInput): readonly Author[] {
  return settled(links.governments).flatMap(({ id }): readonly Author[] => {
    const name = register.government(id)?.name;
    return name === undefined ? [] : [{ type: 'body', name }];
  });
}

/** The ministers who sent it: one who is only quoted or named in it is not its author. */
function ministers({ links, register }: ResponsibleInput): readonly Author[] {
  const senders = links.ministers.filter(({ relation }) => relation === 'sender');
  const ids = [...new Set(senders.map(({ person }) => person))];
  return ids.flatMap((id) => {
    const name = register.person(id)?.name;
    return name === undefined ? [] : [personNamed(name, register.data.language)];
  });
}

function personNamed(name: string, language: string): Author {
  const [given = null, family = null, ...more] = name.split(/\s+/u);
  const parted = family !== null && more.length === 0 && GIVEN_FIRST.has(language);
  return { type: 'person', name, given: parted ? given : null, family: parted ? family : null };
}

/** The values that hold: the certain ones, or the only one. Several that are merely possible are none. */
function settled(values: readonly LinkedValue[]): readonly LinkedValue[] {
  const certain = values.filter((value) => value.certain);
  return certain.length > 0 || values.length !== 1 ? certain : values;
}
