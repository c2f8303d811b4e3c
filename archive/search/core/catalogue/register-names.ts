import type { RegisterData } from '../../../model/register.ts';
import type { FacetName } from '../../../model/search.ts';
import { lazily } from './lazily.ts';
import type { Details, LinkNames, Names } from './names.ts';

/** Made when the program starts: the first takes 10 ms, more than the first search of a package may. */
const languageNames = new Intl.DisplayNames(['sv'], { type: 'language' });

/** What of a register its names are in. */
export type NamedRows = Pick<
  RegisterData,
  'persons' | 'offices' | 'departments' | 'governments' | 'mandatePeriods' | 'kinds' | 'subjects' | 'roles'
>;

/** The rows of a register by id. */
interface Rows {
  readonly persons: ReadonlyMap<string, RegisterData['persons'][number]>;
  readonly offices: ReadonlyMap<string, RegisterData['offices'][number]>;
  readonly departments: ReadonlyMap<string, RegisterData['departments'][number]>;
  readonly governments: ReadonlyMap<string, RegisterData['governments'][number]>;
  readonly mandatePeriods: ReadonlyMap<string, RegisterData['mandatePeriods'][number]>;
  readonly kinds: ReadonlyMap<string, RegisterData['kinds'][number]>;
  readonly subjects: ReadonlyMap<string, RegisterData['subjects'][number]>;
  readonly roles: ReadonlyMap<string, RegisterData['roles'][number]>;
}

interface Lists {
  /** The roles of each person, the first first. */
  readonly rolesOf: ReadonlyMap<string, readonly RegisterData['roles'][number][]>;
  /** By department the names of those that it came after. */
  readonly formerNames: ReadonlyMap<string, readonly string[]>;
}

/** The words that a package's register has for its ids. An id it does not know stands for itself. */
export class RegisterNames implements Names, LinkNames {
  /** Each is made when it is first asked for: what is counted has its names elsewhere. */
  readonly #rows: Rows;
  readonly #lists: Lists;

  constructor(data: NamedRows) {
    this.#rows = lazily<Rows>({
      persons: () => byId(data.persons),
      offices: () => byId(data.offices),
      departments: () => byId(data.departments),
      governments: () => byId(data.governments),
      mandatePeriods: () => byId(data.mandatePeriods),
      kinds: () => byId(data.kinds),
      subjects: () => byId(data.subjects),
      roles: () => byId(data.roles),
    });
    this.#lists = lazily<Lists>({
      rolesOf: () =>
        groupBy(
          byStart(data.roles),
          (role) => [role.person],
          (role) => role,
        ),
      formerNames: () =>
        groupBy(
          byStart(data.departments),
          (row) => row.successors,
          (row) => row.name,
        ),
    });
  }

  officeOf(roleId: string): string {
    return this.#rows.roles.get(roleId)?.office ?? roleId;
  }

  /** The id itself: there is no other register. */
  idOf(_facet: FacetName, id: string): string {
    return id;
  }

  label(facet: FacetName, id: string): string {
    switch (facet) {
      case 'minister':
        return this.#rows.persons.get(id)?.name ?? id;
      case 'role':
        return this.#rows.offices.get(id)?.title ?? id;
      case 'department':
        return this.#rows.departments.get(id)?.name ?? id;
      case 'government':
        return this.#rows.governments.get(id)?.name ?? id;
      case 'mandatePeriod':
        return this.#rows.mandatePeriods.get(id)?.name ?? id;
      case 'kind':
        return this.#rows.kinds.get(id)?.label.sv ?? id;
      case 'subject':
        return this.#rows.subjects.get(id)?.label.sv ?? id;
      case 'language':
        return this.#language(id);
      case 'year':
        return id;
    }
  }

  names(facet: FacetName, id: string): readonly string[] {
    const label = this.label(facet, id);
    switch (facet) {
      case 'minister':
        return [label, ...(this.#rows.persons.get(id)?.aliases ?? [])];
      case 'role':
        return [label, ...(this.#rows.offices.get(id)?.aliases ?? [])];
      case 'department':
        return [label, ...(this.#rows.departments.get(id)?.aliases ?? [])];
      case 'kind': {
        const row = this.#rows.kinds.get(id);
        return [label, row?.label.en ?? label, ...(row?.aliases ?? [])];
      }
      case 'subject':
        return [label, this.#rows.subjects.get(id)?.label.en ?? label];
      default:
        return [label];
    }
  }

  details(facet: FacetName, id: string): Details {
    switch (facet) {
      case 'minister':
        return { roles: this.#offices(id) };
      case 'government':
        return days(this.#rows.governments.get(id));
      case 'mandatePeriod':
        return days(this.#rows.mandatePeriods.get(id));
      case 'department': {
        const formerly = this.#lists.formerNames.get(id) ?? [];
        return { ...days(this.#rows.departments.get(id)), ...(formerly.length === 0 ? {} : { formerly }) };
      }
      default:
        return {};
    }
  }

  #offices(personId: string): NonNullable<Details['roles']> {
    const roles = this.#lists.rolesOf.get(personId) ?? [];
    return roles.map(({ office, from, to }) => ({ title: this.label('role', office), from, to }));
  }

  #language(code: string): string {
    try {
      return languageNames.of(code) ?? code;
    } catch {
      // A page may declare what is no language code at all.
      return code;
    }
  }
}

type Days = Pick<Details, 'from' | 'to'>;

function days(row: Required<Days> | undefined): Days {
  return row === undefined ? {} : { from: row.from ?? null, to: row.to ?? null };
}

function byStart<T extends { readonly from?: string | null }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => compareText(a.from ?? '', b.from ?? ''));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function groupBy<T, V>(
  rows: readonly T[],
  keysOf: (row: T) => readonly string[],
  valueOf: (row: T) => V,
): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key) ?? [];
      group.push(valueOf(row));
      groups.set(key, group);
    }
  }
  return groups;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
