import type { Register } from '../authority/register.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { RegisterData } from '../model/register.ts';
import { nearest } from './nearest.ts';

/** A record that a filter can name. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
}

interface Lookup {
  /** The option's name, for the problem. */
  readonly option: string;
  readonly value: string;
  readonly among: readonly Named[];
  /** True where records of the same name are different things (persons); otherwise all of them are meant. */
  readonly distinct: boolean;
}

/** How many near matches a refusal names. */
const NEAR = 5;

/**
 * The ids that a name or an id means: an id, else a name, else an alias, else the words of one name. Letter
 * case, white space and the sort of dash do not matter; å, ä and ö are letters of their own.
 *
 * @throws ProblemError `filter-unknown` when nothing answers to it, or several do that are different things;
 *   `params.near` names what may be meant.
 */
export function resolveName(lookup: Lookup): readonly string[] {
  const { value, among, distinct } = lookup;
  const wanted = fold(value);
  const steps: readonly ((record: Named) => boolean)[] = [
    (record) => fold(record.id) === wanted,
    (record) => record.names.some((name) => fold(name) === wanted),
    (record) => record.aliases.some((name) => fold(name) === wanted),
    (record) => wanted !== '' && record.names.some((name) => hasWords(fold(name), wanted)),
  ];
  for (const [step, matches] of steps.entries()) {
    const found = among.filter(matches);
    const byWords = step === steps.length - 1;
    if (found.length > 1 && (distinct || byWords)) throw unknown(lookup, found.map(printed));
    if (found.length > 0) return found.map(({ id }) => id);
  }
  const names = among.flatMap((record) => [record.id, ...record.names, ...record.aliases]);
  throw unknown(lookup, nearest(value, names, NEAR));
}

/** The records of a register that each filter can name. */
export function filterables(register: Register): Readonly<Record<FilterOption, readonly Named[]>> {
  const { data } = register;
  return {
    minister: data.persons.map((row) => ({ id: row.id, names: [row.name], aliases: row.aliases })),
    role: data.offices.map((row) => ({ id: row.id, names: [row.title], aliases: row.aliases })),
    department: data.departments.map((row) => ({ id: row.id, names: [row.name], aliases: row.aliases })),
    government: data.governments.map(byName),
    mandate: data.mandatePeriods.map(byName),
    subject: data.subjects.map((row) => ({ id: row.id, names: labels(row), aliases: [] })),
    kind: data.kinds.map((row) => ({ id: row.id, names: labels(row), aliases: row.aliases })),
  };
}

export type FilterOption = 'minister' | 'role' | 'department' | 'government' | 'mandate' | 'subject' | 'kind';

function byName(row: { readonly id: string; readonly name: string }): Named {
  return { id: row.id, names: [row.name], aliases: [] };
}

function labels({ label }: Pick<RegisterData['kinds'][number], 'label'>): readonly string[] {
  return label.en === undefined ? [label.sv] : [label.sv, label.en];
}

function unknown({ option, value }: Lookup, near: readonly string[]): ProblemError {
  const known = near.length === 0 ? {} : { near: near.slice(0, NEAR).join(', ') };
  return new ProblemError(problem('filter-unknown', {}, { option: `--${option}`, value, ...known }));
}

function printed({ id, names }: Named): string {
  return `${names[0] ?? id} (${id})`;
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function hasWords(name: string, wanted: string): boolean {
  const words = new Set(name.split(/[\s-]/u));
  return wanted.split(' ').every((word) => words.has(word));
}
