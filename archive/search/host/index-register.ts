import type { RegisterData } from '../../model/register.ts';
import { lazily } from '../core/catalogue/lazily.ts';
import type { NamedRows } from '../core/catalogue/register-names.ts';
import type { SectionSource } from '../core/packed/sections.ts';
import { UnusableIndex } from './index-errors.ts';
import { REGISTER, jsonBytes, parseJson } from './index-head.ts';

/** A register as an index has it: as it is written there, and read. */
export interface IndexRegister {
  readonly bytes: Uint8Array;
  readonly data: RegisterData;
}

/** The register that an index was built with, read when it is first wanted. It was checked when the index was built. */
export function readIndexRegister(file: SectionSource): IndexRegister {
  const range = file.section(REGISTER);
  if (range === null) throw new UnusableIndex('damaged', 'the index has no register');
  const register: IndexRegister = lazily<IndexRegister>({
    bytes: () => range.read(0, range.length),
    data: () => parseJson(register.bytes) as RegisterData,
  });
  return register;
}

/** What of it names are in. Counted values have theirs elsewhere, so that it may never be read. */
export function namedRows(register: IndexRegister): NamedRows {
  return lazily<NamedRows>({
    persons: () => register.data.persons,
    offices: () => register.data.offices,
    departments: () => register.data.departments,
    governments: () => register.data.governments,
    mandatePeriods: () => register.data.mandatePeriods,
    kinds: () => register.data.kinds,
    subjects: () => register.data.subjects,
    roles: () => register.data.roles,
  });
}

/** A register as an index built with it would have it. */
export function asIndexRegister(data: RegisterData): IndexRegister {
  return { bytes: jsonBytes(data), data };
}

/**
 * Whether an index has the words that a newer register of its series has for the same ids. What is new there does
 * not matter: no release of the index has it.
 */
export function agrees(own: IndexRegister, newer: IndexRegister): boolean {
  if (own === newer || Buffer.compare(own.bytes, newer.bytes) === 0) return true;
  const others = indexedWords(newer.data);
  return [...indexedWords(own.data)].every(([id, words]) => others.get(id) === words);
}

/** What of a register an index holds: see `searchDocument`. */
function indexedWords(data: RegisterData): ReadonlyMap<string, string> {
  return new Map([
    ...data.persons.map(({ id, name }) => [`person ${id}`, name] as const),
    ...data.offices.map(({ id, title }) => [`office ${id}`, title] as const),
    ...data.departments.map(({ id, name }) => [`department ${id}`, name] as const),
    ...data.subjects.map(({ id, label }) => [`subject ${id}`, JSON.stringify([label.sv, label.en])] as const),
    ...data.roles.map(({ id, office }) => [`role ${id}`, office] as const),
  ]);
}
