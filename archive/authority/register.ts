import { rangesOverlap } from '../model/day.ts';
import type { Day, DayRange } from '../model/day.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { registerSchema } from '../model/register.ts';
import type {
  Department,
  Government,
  Kind,
  MandatePeriod,
  Office,
  Person,
  RegisterData,
  Role,
  Subject,
} from '../model/register.ts';
import { checkReferences } from './references.ts';

/** An authority register opened for lookups. Every lookup by an id that is not there gives undefined. */
export interface Register {
  readonly data: RegisterData;
  person(id: string): Person | undefined;
  role(id: string): Role | undefined;
  office(id: string): Office | undefined;
  department(id: string): Department | undefined;
  government(id: string): Government | undefined;
  mandatePeriod(id: string): MandatePeriod | undefined;
  kind(id: string): Kind | undefined;
  subject(id: string): Subject | undefined;
  /** A person's roles, oldest first. */
  rolesOf(personId: string): readonly Role[];
  /** The roles held under an office, oldest first. */
  rolesIn(officeId: string): readonly Role[];
  /** The days a role can have been held, both inclusive; see `openRegister` on unknown days. */
  rangeOfRole(role: Role): DayRange;
  /** Roles held on at least one of these days, oldest first. */
  rolesOn(range: DayRange): readonly Role[];
  governmentsOn(range: DayRange): readonly Government[];
  mandatePeriodsOn(range: DayRange): readonly MandatePeriod[];
  /** The departments that a code of the source site stands for, oldest first (codes are renamed in place). */
  departmentsOfCode(code: string): readonly Department[];
  personsOfCode(code: string): readonly Person[];
  /** The departments that this one took over from, oldest first. */
  predecessors(departmentId: string): readonly Department[];
  /** The kind that a printed word, a folder path or a code of the source means. Letter case does not matter. */
  kindOf(wordOrCode: string): Kind | undefined;
  subjectOfCode(code: string): Subject | undefined;
}

/**
 * Opens an authority register: checks its shape and that every reference resolves, and prepares its lookups.
 *
 * A role whose start is unknown counts as held from the start of the government in office on its last day; one
 * whose end is unknown, to the end of the government in office on its first day: wide enough to leave nobody
 * out, narrow enough that nobody stays in office for ever.
 *
 * @param data the register as read from JSON.
 * @param file the file it came from, for the problem.
 * @throws ProblemError `register-invalid`: `id` is the row's id where it has one, `params.row` its place
 *   (`roles[3].person`), `params.reason` what is wrong.
 */
export function openRegister(data: unknown, file?: string): Register {
  const parsed = registerSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    throw invalid(file, rowIdAt(data, path), printPath(path), issue?.message ?? 'invalid');
  }
  const [fault] = checkReferences(parsed.data);
  if (fault !== undefined) throw invalid(file, fault.id, fault.row, fault.reason);
  return new OpenRegister(parsed.data);
}

/** Opens a register that `openRegister` has checked before, in another thread: only its lookups are prepared. */
export function reopenRegister(checked: RegisterData): Register {
  return new OpenRegister(checked);
}

class OpenRegister implements Register {
  readonly data: RegisterData;
  readonly #persons: ReadonlyMap<string, Person>;
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #offices: ReadonlyMap<string, Office>;
  readonly #departments: ReadonlyMap<string, Department>;
  readonly #governments: ReadonlyMap<string, Government>;
  readonly #mandatePeriods: ReadonlyMap<string, MandatePeriod>;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #subjects: ReadonlyMap<string, Subject>;
  readonly #sortedGovernments: readonly Government[];
  readonly #sortedMandatePeriods: readonly MandatePeriod[];
  readonly #rangeOfRole: ReadonlyMap<string, DayRange>;
  readonly #sortedRoles: readonly Role[];
  readonly #rolesOf: ReadonlyMap<string, readonly Role[]>;
  readonly #rolesIn: ReadonlyMap<string, readonly Role[]>;
  readonly #departmentsOfCode: ReadonlyMap<string, readonly Department[]>;
  readonly #personsOfCode: ReadonlyMap<string, readonly Person[]>;
  readonly #predecessors: ReadonlyMap<string, readonly Department[]>;
  readonly #kindOf: ReadonlyMap<string, Kind>;
  readonly #subjectOfCode: ReadonlyMap<string, Subject>;

  constructor(data: RegisterData) {
    this.data = data;
    this.#persons = byId(data.persons);
    this.#roles = byId(data.roles);
    this.#offices = byId(data.offices);
    this.#departments = byId(data.departments);
    this.#governments = byId(data.governments);
    this.#mandatePeriods = byId(data.mandatePeriods);
    this.#kinds = byId(data.kinds);
    this.#subjects = byId(data.subjects);
    this.#sortedGovernments = oldestFirst(data.governments, (row) => row);
    this.#sortedMandatePeriods = oldestFirst(data.mandatePeriods, (row) => row);
    this.#rangeOfRole = new Map(data.roles.map((role) => [role.id, this.#boundRole(role)]));
    this.#sortedRoles = oldestFirst(data.roles, (role) => this.rangeOfRole(role));
    this.#rolesOf = groupBy(this.#sortedRoles, (role) => [role.person]);
    this.#rolesIn = groupBy(this.#sortedRoles, (role) => [role.office]);
    const departments = oldestFirst(data.departments, (row) => row);
    this.#departmentsOfCode = groupBy(departments, (row) => row.codes ?? []);
    this.#predecessors = groupBy(departments, (row) => row.successors);
    this.#personsOfCode = groupBy(data.persons, (row) => row.codes ?? []);
    this.#kindOf = firstOf(data.kinds, kindWords);
    this.#subjectOfCode = firstOf(data.subjects, (row) => row.codes ?? []);
  }

  person(id: string): Person | undefined {
    return this.#persons.get(id);
  }
  role(id: string): Role | undefined {
    return this.#roles.get(id);
  }
  office(id: string): Office | undefined {
    return this.#offices.get(id);
  }
  department(id: string): Department | undefined {
    return this.#departments.get(id);
  }
  government(id: string): Government | undefined {
    return this.#governments.get(id);
  }
  mandatePeriod(id: string): MandatePeriod | undefined {
    return this.#mandatePeriods.get(id);
  }
  kind(id: string): Kind | undefined {
    return this.#kinds.get(id);
  }
  subject(id: string): Subject | undefined {
    return this.#subjects.get(id);
  }
  rolesOf(personId: string): readonly Role[] {
    return this.#rolesOf.get(personId) ?? [];
  }
  rolesIn(officeId: string): readonly Role[] {
    return this.#rolesIn.get(officeId) ?? [];
  }
  rangeOfRole(role: Role): DayRange {
    return this.#rangeOfRole.get(role.id) ?? { from: role.from, to: role.to };
  }
  rolesOn(range: DayRange): readonly Role[] {
    return this.#sortedRoles.filter((role) => rangesOverlap(this.rangeOfRole(role), range));
  }
  governmentsOn(range: DayRange): readonly Government[] {
    return this.#sortedGovernments.filter((row) => rangesOverlap(row, range));
  }
  mandatePeriodsOn(range: DayRange): readonly MandatePeriod[] {
    return this.#sortedMandatePeriods.filter((row) => rangesOverlap(row, range));
  }
  departmentsOfCode(code: string): readonly Department[] {
    return this.#departmentsOfCode.get(code) ?? [];
  }
  personsOfCode(code: string): readonly Person[] {
    return this.#personsOfCode.get(code) ?? [];
  }
  predecessors(departmentId: string): readonly Department[] {
    return this.#predecessors.get(departmentId) ?? [];
  }
  kindOf(wordOrCode: string): Kind | undefined {
    return this.#kindOf.get(foldWord(wordOrCode));
  }
  subjectOfCode(code: string): Subject | undefined {
    return this.#subjectOfCode.get(code);
  }

  #boundRole(role: Role): DayRange {
    const within = (day: Day): readonly Government[] => this.governmentsOn({ from: day, to: day });
    const from = role.from ?? (role.to === null ? null : (within(role.to).at(0)?.from ?? null));
    if (role.to !== null || role.toUnknown !== true || role.from === null) return { from, to: role.to };
    return { from, to: within(role.from).at(-1)?.to ?? null };
  }
}

/** A word as kinds are looked up: NFC, lower case, single spaces. */
function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function kindWords(kind: Kind): readonly string[] {
  const labels = [kind.label.sv, kind.label.en ?? kind.label.sv];
  return [kind.id, ...labels, ...kind.aliases, ...(kind.codes ?? [])].map(foldWord);
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows by their start, those of unknown start first; equal starts by end, then as they stand. */
function oldestFirst<T>(rows: readonly T[], rangeOf: (row: T) => DayRange): readonly T[] {
  const key = (row: T): string => `${rangeOf(row).from ?? ''} ${rangeOf(row).to ?? '9999'}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function groupBy<T>(
  rows: readonly T[],
  keysOf: (row: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

function firstOf<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const row of rows) {
    for (const key of keysOf(row)) if (!first.has(key)) first.set(key, row);
  }
  return first;
}

function invalid(
  file: string | undefined,
  id: string | undefined,
  row: string,
  reason: string,
): ProblemError {
  return new ProblemError(problem('register-invalid', { file, id }, { row, reason }));
}

function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}

/** The id of the row (`roles[3]`) that a path lies in, where that row has one. */
function rowIdAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  const table = property(data, path[0]);
  const id = property(property(table, path[1]), 'id');
  return typeof id === 'string' ? id : undefined;
}

function property(of: unknown, key: PropertyKey | undefined): unknown {
  if (typeof of !== 'object' || of === null || key === undefined) return undefined;
  return Object.hasOwn(of, key) ? (Reflect.get(of, key) as unknown) : undefined;
}
