import type { Evidence } from '../model/evidence.ts';
import type { LinkedValue } from '../model/links.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import { readable } from '../model/reading-text.ts';
import type { Kind, Subject } from '../model/register.ts';
import type { Said, Tag } from '../model/said.ts';
import type { DepartmentFinder, DepartmentTag } from './departments.ts';
import { evidenceAt, evidenceBeside, evidenceOfPart, partsOf } from './evidence.ts';
import type { PersonTag } from './dossiers.ts';
import type { Register } from './register.ts';

/** A page's tags, sorted by what they stand for in the register. */
export interface SortedTags {
  readonly persons: readonly PersonTag[];
  readonly departments: readonly DepartmentTag[];
  readonly subjects: readonly LinkedValue[];
  readonly kinds: readonly LinkedValue[];
  readonly conflicts: readonly Problem[];
}

interface TagInput {
  readonly id: string;
  readonly said: Said;
  readonly layout: ReadingLayout;
}

type Meaning =
  | { readonly as: 'person'; readonly value: PersonTag }
  | { readonly as: 'department'; readonly value: DepartmentTag }
  | { readonly as: 'subject' | 'kind'; readonly value: LinkedValue }
  | { readonly as: 'unknown'; readonly value: Problem };

/** Sorts tags by code, else by label. Ministers, departments, subjects and kinds share one room of codes. */
export class TagSorter {
  readonly #register: Register;
  readonly #departments: DepartmentFinder;
  readonly #persons: ReadonlyMap<string, string>;
  readonly #subjects: ReadonlyMap<string, Subject>;

  constructor(register: Register, departments: DepartmentFinder) {
    this.#register = register;
    this.#departments = departments;
    this.#persons = new Map(
      register.data.persons.flatMap(({ id, name, aliases }) =>
        [name, ...aliases].map((word) => [fold(word), id]),
      ),
    );
    this.#subjects = new Map(
      register.data.subjects.flatMap((subject) =>
        [subject.label.sv, subject.label.en ?? ''].map((label) => [fold(label), subject]),
      ),
    );
  }

  sortOut(input: TagInput): SortedTags {
    const parts = new Map(partsOf(input.layout, 'tag').map(({ part, index }) => [part.index, index]));
    const meanings = input.said.tags.map((tag, n): Meaning => {
      const at = parts.get(n);
      const words = at === undefined ? [] : evidenceOfPart(input.layout, 'tag', at);
      const evidence = words.length > 0 ? words : [evidenceBeside(tag.code ?? '')];
      return this.#meaningOf(input.id, tag, evidence);
    });
    return {
      persons: meanings.flatMap((meaning) => (meaning.as === 'person' ? [meaning.value] : [])),
      departments: meanings.flatMap((meaning) => (meaning.as === 'department' ? [meaning.value] : [])),
      subjects: uniqueValues(
        meanings.flatMap((meaning) => (meaning.as === 'subject' ? [meaning.value] : [])),
      ),
      kinds: uniqueValues(meanings.flatMap((meaning) => (meaning.as === 'kind' ? [meaning.value] : []))),
      conflicts: meanings.flatMap((meaning) => (meaning.as === 'unknown' ? [meaning.value] : [])),
    };
  }

  #meaningOf(id: string, tag: Tag, evidence: readonly Evidence[]): Meaning {
    const { code, label } = tag;
    const person = this.#personOf(tag);
    if (person !== undefined) return { as: 'person', value: { person, evidence } };
    const isDepartment =
      (code !== null && this.#register.departmentsOfCode(code).length > 0) ||
      (label !== null && this.#departments.named(label).length > 0);
    if (isDepartment) return { as: 'department', value: { code, label, evidence } };
    const kind = this.#kindOf(tag);
    if (kind !== undefined) return { as: 'kind', value: { id: kind.id, certain: true, evidence } };
    const subject = this.#subjectOf(tag);
    if (subject !== undefined) return { as: 'subject', value: { id: subject.id, certain: true, evidence } };
    return {
      as: 'unknown',
      value: problem('tag-unknown', { id }, { label: label ?? '', code: code ?? '' }),
    };
  }

  #personOf({ code, label }: Tag): string | undefined {
    const coded = code === null ? undefined : this.#register.personsOfCode(code)[0]?.id;
    return coded ?? (label === null ? undefined : this.#persons.get(fold(label)));
  }

  /** Kinds are told by code first; words only where the tag says that it is a type, since a subject may share them. */
  #kindOf({ role, code, label }: Tag): Kind | undefined {
    const coded = code === null ? undefined : this.#register.kindOf(code);
    return coded ?? (role === 'type' && label !== null ? this.#register.kindOf(label) : undefined);
  }

  #subjectOf({ code, label }: Tag): Subject | undefined {
    const coded = code === null ? undefined : this.#register.subjectOfCode(code);
    return coded ?? (label === null ? undefined : this.#subjects.get(fold(label)));
  }
}

/**
 * The kind of a release: what its source calls it (a folder, a printed word), else its type tag, else the word
 * that its sender line begins with. Null when the register knows none of them.
 */
export function linkKind(
  register: Register,
  input: TagInput,
  tagged: readonly LinkedValue[],
): LinkedValue | null {
  const { said, layout } = input;
  const named = said.kind === null ? undefined : register.kindOf(said.kind);
  const line = senderLine(layout);
  const printed = line?.words[0] ?? '';
  if (named !== undefined) {
    const inLine = line !== undefined && register.kindOf(printed) === named;
    return {
      id: named.id,
      certain: true,
      evidence: inLine ? line.evidence : [evidenceBeside(said.kind ?? '')],
    };
  }
  if (tagged[0] !== undefined) return { ...tagged[0], certain: tagged.length === 1 };
  const kind = printed === '' ? undefined : register.kindOf(printed);
  return kind === undefined || line === undefined
    ? null
    : { id: kind.id, certain: true, evidence: line.evidence };
}

interface SenderLine {
  readonly words: readonly string[];
  /** The words before "från". */
  readonly evidence: readonly Evidence[];
}

/** The first sender line, taken apart at its "från" ("Pressmeddelande från …"). */
function senderLine(layout: ReadingLayout): SenderLine | undefined {
  const part = partsOf(layout, 'sender')[0]?.part;
  if (part === undefined) return undefined;
  const words = layout.text.slice(part.start, part.end).split(/\s(?:från|from)\s/u);
  const span = { start: part.start, end: part.start + (words[0]?.length ?? 0) };
  return { words, evidence: evidenceAt(layout, 'tag', span) };
}

function uniqueValues(values: readonly LinkedValue[]): readonly LinkedValue[] {
  const unique = new Map<string, LinkedValue>();
  for (const value of values) {
    const before = unique.get(value.id);
    unique.set(
      value.id,
      before === undefined ? value : { ...before, evidence: [...before.evidence, ...value.evidence] },
    );
  }
  return [...unique.values()];
}

function fold(words: string): string {
  return readable(words).toLowerCase().replace(/\s+/gu, ' ').trim();
}
