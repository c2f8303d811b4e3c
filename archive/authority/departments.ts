import { rangesOverlap } from '../model/day.ts';
import type { DayRange } from '../model/day.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LinkedValue } from '../model/links.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import type { Department } from '../model/register.ts';
import { evidenceAt, partsOf, sortEvidence } from './evidence.ts';
import { PhraseFinder } from './phrase-finder.ts';
import type { Phrase, PhraseRules } from './phrase-finder.ts';
import type { Register } from './register.ts';
import { tokenise, wordsOf } from './tokens.ts';

/** A department as a page names it: by a code, by words, or both. */
export interface DepartmentTag {
  readonly code: string | null;
  readonly label: string | null;
  readonly evidence: readonly Evidence[];
}

interface DepartmentsInput {
  readonly id: string;
  readonly register: Register;
  readonly range: DayRange;
  readonly tags: readonly DepartmentTag[];
}

interface DepartmentsResult {
  readonly departments: readonly LinkedValue[];
  readonly conflicts: readonly Problem[];
}

const GAP = /^(?:[ \u00A0]+|[ \u00A0]?[-\u2010\u2011][ \u00A0]?|, )$/u;

const DEPARTMENT_RULES: PhraseRules = {
  endings: ['s', 'et', 'ets'],
  inflected: 'last',
  gap: GAP,
  // Which keeps "fi" and "s" from being abbreviations.
  begins: (token) => token.capital,
};

/** Finds departments by name, alias or abbreviation. */
export class DepartmentFinder {
  readonly #finder: PhraseFinder<Department>;

  constructor(departments: readonly Department[]) {
    const phrases = departments.flatMap((value) =>
      [value.name, ...value.aliases].map((name): Phrase<Department> => ({ words: wordsOf(name), value })),
    );
    this.#finder = new PhraseFinder(phrases, DEPARTMENT_RULES);
  }

  /** The departments that a text names in full ("Finansdepartementet"); several where a name was used again. */
  named(text: string): readonly Department[] {
    const plain = text.normalize('NFC').trim();
    const tokens = tokenise(plain);
    const [hit] = this.#finder.find(tokens, plain);
    return hit !== undefined && hit.first === 0 && hit.last === tokens.length - 1 ? hit.values : [];
  }

  /** The departments named in the sender lines, with the words. */
  inSenderLines(layout: ReadingLayout): readonly DepartmentTag[] {
    return partsOf(layout, 'sender').flatMap(({ part }) => {
      const line = layout.text.slice(part.start, part.end);
      const tokens = tokenise(line);
      return this.#finder.find(tokens, line).map(({ first, last }): DepartmentTag => {
        const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
        const span = { start: part.start + start, end: part.start + end };
        return { code: null, label: line.slice(start, end), evidence: evidenceAt(layout, 'tag', span) };
      });
    });
  }
}

/**
 * The departments that sent a release, as they were named on its day. The site renames a department in place
 * on its old pages, so a name or code that did not exist that day is traced along the register's line of
 * predecessors and successors to what existed then, and reported. What a code stood for that day is certain;
 * what only the line leads to is not.
 */
export function linkDepartments(input: DepartmentsInput, finder: DepartmentFinder): DepartmentsResult {
  const values = new Map<string, LinkedValue>();
  const conflicts: Problem[] = [];
  for (const tag of input.tags) {
    const { departments, renamed, traced } = departmentsOfTag(input, tag, finder);
    if (departments.length === 0 || renamed) conflicts.push(notAtDate(input, tag, departments));
    for (const { id } of departments) {
      const before = values.get(id);
      const certain = (departments.length === 1 && !traced) || before?.certain === true;
      values.set(id, { id, certain, evidence: sortEvidence([...(before?.evidence ?? []), ...tag.evidence]) });
    }
  }
  return { departments: [...values.values()], conflicts: uniqueByWords(conflicts) };
}

interface Resolved {
  readonly departments: readonly Department[];
  /** The page names it as it was not named that day. */
  readonly renamed: boolean;
  /** Only the line of successors leads there. */
  readonly traced: boolean;
}

function departmentsOfTag(
  { register, range }: DepartmentsInput,
  tag: DepartmentTag,
  finder: DepartmentFinder,
): Resolved {
  const labelled = tag.label === null ? [] : finder.named(tag.label);
  const direct = labelled.filter((row) => rangesOverlap(row, range));
  if (direct.length > 0) return { departments: direct, renamed: false, traced: false };
  const coded = tag.code === null ? [] : register.departmentsOfCode(tag.code);
  const then = coded.filter((row) => rangesOverlap(row, range));
  if (then.length > 0) return { departments: then, renamed: labelled.length > 0, traced: false };
  const line = [...labelled, ...coded].flatMap((row) => alongLine(register, row, range));
  return { departments: [...new Set(line)], renamed: true, traced: true };
}

/** The nearest departments of a line that existed then: back through predecessors, or on through successors. */
function alongLine(register: Register, from: Department, range: DayRange): readonly Department[] {
  const later = from.from !== null && range.to !== null && range.to < from.from;
  const step = (row: Department): readonly Department[] =>
    later ? register.predecessors(row.id) : row.successors.flatMap((id) => register.department(id) ?? []);
  const seen = new Set<Department>([from]);
  let front = step(from);
  while (front.length > 0) {
    const there = front.filter((row) => rangesOverlap(row, range));
    if (there.length > 0) return there;
    const next = front.flatMap(step).filter((row) => !seen.has(row));
    for (const row of next) seen.add(row);
    front = next;
  }
  return [];
}

function notAtDate(
  { id, range }: DepartmentsInput,
  tag: DepartmentTag,
  departments: readonly Department[],
): Problem {
  const register = departments.map((row) => row.name).join(', ');
  const department = tag.label ?? tag.code ?? '';
  return problem(
    'department-not-at-date',
    { id },
    { department, register, from: range.from ?? '', to: range.to ?? '' },
  );
}

function uniqueByWords(conflicts: readonly Problem[]): readonly Problem[] {
  return [...new Map(conflicts.map((conflict) => [JSON.stringify(conflict.params), conflict])).values()];
}
