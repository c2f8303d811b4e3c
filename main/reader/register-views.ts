import { departmentsAfter, departmentsBefore, governmentsOfRole, termsIn } from '../../archive/index.ts';
import type { Register } from '../../archive/index.ts';
import { isDay } from '../contract/index.ts';
import type {
  Department,
  DepartmentStep,
  DepartmentView,
  Government,
  GovernmentView,
  HeldOffice,
  Named,
  OfficeHolding,
  Person,
  PersonView,
  RegisterFacet,
  RegisterList,
  RegisterSource,
  Role,
} from '../contract/index.ts';

/** A register as one of those that are open. */
export interface OpenRegister {
  readonly register: Register;
  readonly series: string;
  /** What its series is called. */
  readonly title: string;
  /** An id of the register as the archive knows it, told from those of other series. */
  readonly idOf: (id: string) => string;
  /** Whether registers of other series are open too. */
  readonly isOneOfSeveral: boolean;
}

/** How many releases the archive has by somebody or something, by its id in the archive. */
export type Counts = Readonly<Record<RegisterFacet, ReadonlyMap<string, number>>>;

const byName = new Intl.Collator('sv', { numeric: true });

/** A person with every office. */
export function personView(open: OpenRegister, person: Person): PersonView {
  return {
    ...about(open, person),
    otherNames: person.aliases,
    afterwards: person.afterwards ?? null,
    offices: open.register.rolesOf(person.id).map((role) => heldOffice(open, role)),
  };
}

/** A department with those before and after it, and who held office there. */
export function departmentView(open: OpenRegister, department: Department): DepartmentView {
  const { register } = open;
  const { id, from, to } = department;
  const roles = register.rolesOn({ from: null, to: null }).filter((role) => role.department === id);
  return {
    ...about(open, department),
    from,
    to,
    otherNames: department.aliases,
    into: successors(open, department),
    before: departmentsBefore(register, id).map((one) => step(open, one)),
    after: departmentsAfter(register, id).map((one) => step(open, one)),
    holders: roles.flatMap((role) => holding(open, role)),
  };
}

/** A government with its ministers, and the governments before and after it. */
export function governmentView(open: OpenRegister, government: Government): GovernmentView {
  const { register } = open;
  const { from, to } = government;
  const all = register.governmentsOn({ from: null, to: null });
  const at = all.findIndex(({ id }) => id === government.id);
  const neighbour = (one: Government | undefined): Named | null =>
    one === undefined ? null : named(open, one);
  const terms = termsIn(register, government);
  const departments = new Set(terms.flatMap(({ role }) => role.department ?? []));
  return {
    ...about(open, government),
    from,
    to,
    before: neighbour(all[at - 1]),
    after: neighbour(all[at + 1]),
    terms: terms.flatMap(({ role, ...days }) => holding(open, role).map((held) => ({ ...held, ...days }))),
    departments: [...departments].flatMap((id) => departmentNamed(open, id) ?? []).toSorted(nameOrder),
  };
}

/** Everybody and everything of a register, with how many releases there are by each. */
export function registerList(open: OpenRegister, counts: Counts): RegisterList {
  const { register, series, title } = open;
  const { data } = register;
  const counted = (facet: RegisterFacet, row: Row): Named & { readonly releases: number } => {
    const one = named(open, row);
    return { ...one, releases: counts[facet].get(one.id) ?? 0 };
  };
  return {
    series,
    title,
    registerTitle: data.title,
    asOf: data.version,
    persons: data.persons
      .map((person) => ({ ...counted('minister', person), ...career(open, person) }))
      .toSorted(nameOrder),
    departments: data.departments
      .map((row) => ({
        ...counted('department', row),
        from: row.from,
        to: row.to,
        formerly: data.departments
          .filter(({ successors }) => successors.includes(row.id))
          .map(({ name }) => name),
      }))
      .toSorted((a, b) => Number(a.to !== null) - Number(b.to !== null) || nameOrder(a, b)),
    governments: register
      .governmentsOn({ from: null, to: null })
      .map((row) => ({ ...counted('government', row), from: row.from, to: row.to }))
      .toReversed(),
  };
}

interface Row {
  readonly id: string;
  readonly name: string;
}

function named({ idOf }: OpenRegister, { id, name }: Row): Named {
  return { id: idOf(id), name };
}

function nameOrder(a: Row, b: Row): number {
  return byName.compare(a.name, b.name);
}

function about(
  open: OpenRegister,
  row: Row & { readonly sources: readonly string[]; readonly note?: string | undefined },
): Omit<PersonView, 'otherNames' | 'afterwards' | 'offices'> {
  return {
    ...named(open, row),
    series: open.isOneOfSeveral ? open.title : null,
    note: row.note ?? null,
    sources: sourcesOf(open.register, row.sources),
    language: open.register.data.language,
    asOf: isDay(open.register.data.version) ? open.register.data.version : null,
  };
}

function career(
  { register, idOf }: OpenRegister,
  person: Person,
): Pick<RegisterList['persons'][number], 'otherNames' | 'offices' | 'governments' | 'inOffice'> {
  const roles = register.rolesOf(person.id);
  const governments = new Set(roles.flatMap((role) => governmentsOfRole(register, role).map(({ id }) => id)));
  return {
    otherNames: person.aliases,
    offices: roles.map((role) => ({
      title: titleOf(register, role),
      from: role.from,
      to: role.to,
      toUnknown: role.toUnknown === true,
      acting: role.acting === true,
    })),
    governments: [...governments].map(idOf),
    inOffice: roles.some((role) => role.to === null && role.toUnknown !== true),
  };
}

function heldOffice(open: OpenRegister, role: Role): HeldOffice {
  const { register } = open;
  return {
    id: role.id,
    title: titleOf(register, role),
    from: role.from,
    to: role.to,
    fromUnknown: role.from === null,
    toUnknown: role.toUnknown === true,
    bounds: register.rangeOfRole(role),
    acting: role.acting === true,
    party: role.party,
    department: role.department === null ? null : departmentNamed(open, role.department),
    governments: governmentsOfRole(register, role).map((one) => named(open, one)),
    note: role.note ?? null,
    sources: sourcesOf(register, role.sources),
  };
}

function holding(open: OpenRegister, role: Role): readonly OfficeHolding[] {
  const person = open.register.person(role.person);
  return person === undefined ? [] : [{ person: named(open, person), office: heldOffice(open, role) }];
}

function step(open: OpenRegister, department: Department): DepartmentStep {
  const { from, to } = department;
  return { ...named(open, department), from, to, into: successors(open, department) };
}

function successors(open: OpenRegister, department: Department): readonly Named[] {
  return department.successors.flatMap((id) => departmentNamed(open, id) ?? []);
}

function departmentNamed(open: OpenRegister, id: string): Named | null {
  const department = open.register.department(id);
  return department === undefined ? null : named(open, department);
}

function titleOf(register: Register, role: Role): string {
  return register.office(role.office)?.title ?? role.office;
}

function sourcesOf(register: Register, ids: readonly string[]): readonly RegisterSource[] {
  return ids.flatMap((id) => {
    const source = register.data.sources.find((one) => one.id === id);
    if (source === undefined) return [];
    return { title: source.title, address: source.address ?? null, note: source.note ?? null };
  });
}
