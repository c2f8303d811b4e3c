import { readFileSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { z } from 'zod';
import { isSystemError, replaceFile } from '../../../archive/index.ts';
import { ProblemError, instantSchema, problem } from '../../contract/index.ts';
import { readInForm } from './forms.ts';
import type { FormSteps } from './forms.ts';
import { itemSchemas } from './items.ts';
import type { ItemKind, ItemOf } from './items.ts';
import type { WorkItems } from './work-items.ts';

/** The number of the file's form. Raise it with the form, and add a step to `workFileSteps`; see docs/my-work.md. */
export const WORK_FILE_VERSION = 1;

/** By the form that each begins from. */
const workFileSteps: FormSteps = new Map();

/** A lawful file of a hundred thousand things stays below it. */
const MOST_BYTES = 1 << 28;

/** The parts of the file, and the kind of things in each. */
const parts = {
  collections: 'collection',
  entries: 'entry',
  notes: 'note',
  searches: 'search',
  looked: 'looked',
  corrections: 'correction',
  history: 'visit',
} as const satisfies Record<string, ItemKind>;

type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly PartName[];

const former = { former: z.array(z.string().max(64)).max(100).readonly() };

function part<K extends ItemKind>(kind: K): z.ZodType<readonly Filed<K>[]> {
  const schema = itemSchemas[kind] as unknown as z.ZodObject;
  return z.array(schema.extend(former)).readonly() as unknown as z.ZodType<readonly Filed<K>[]>;
}

/** A thing as it stands in the file: with fingerprints of what it was before. */
export type Filed<K extends ItemKind> = ItemOf<K> & { readonly former: readonly string[] };

export const workFileSchema = z.strictObject({
  format: z.literal('lasesal-my-work'),
  version: z.literal(WORK_FILE_VERSION),
  written: instantSchema,
  program: z.string().max(200),
  collections: part('collection'),
  entries: part('entry'),
  notes: part('note'),
  searches: part('search'),
  looked: part('looked'),
  corrections: part('correction'),
  history: part('visit'),
});

export type WorkFile = z.infer<typeof workFileSchema>;

/** A thing of a file, its past apart from it. */
export interface FiledItem {
  readonly kind: ItemKind;
  readonly value: ItemOf<ItemKind>;
  readonly former: readonly string[];
}

/** Everything that is kept, as a file. */
export function workFileOf(
  items: WorkItems,
  how: { readonly program: string; readonly written: string; readonly withHistory: boolean },
): WorkFile {
  const filed = <K extends ItemKind>(kind: K): readonly Filed<K>[] =>
    [...items.all(kind).values()].map((value) => ({ ...value, former: items.former(kind, value.id) }));
  return {
    format: 'lasesal-my-work',
    version: WORK_FILE_VERSION,
    written: how.written,
    program: how.program,
    collections: filed('collection'),
    entries: filed('entry'),
    notes: filed('note'),
    searches: filed('search'),
    looked: filed('looked').filter(({ id }) => items.get('search', id) !== null),
    corrections: filed('correction'),
    history: how.withHistory ? filed('visit') : [],
  };
}

/** The things in a file. */
export function itemsOf(file: WorkFile): readonly FiledItem[] {
  return partNames.flatMap((name) =>
    file[name].map(({ former: past, ...value }) => ({
      kind: parts[name],
      value: value as ItemOf<ItemKind>,
      former: past,
    })),
  );
}

/** Reads a file of somebody's work. Throws ProblemError that says what is wrong with it and where. */
export function readWorkFile(path: string): WorkFile {
  const file = basename(path);
  const value = jsonIn(path);
  const named = z.looseObject({ format: z.literal('lasesal-my-work') }).safeParse(value);
  if (!named.success) throw new ProblemError(problem('work-file-other', { file }));
  const read = readInForm(named.data, { name: 'version', today: WORK_FILE_VERSION, steps: workFileSteps });
  if (read === 'newer') throw new ProblemError(problem('work-file-newer', { file }));
  const parsed = workFileSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.') ?? '';
  throw new ProblemError(problem('work-file-invalid', { file }, { at, why: issue?.message ?? '' }));
}

/** Writes a file that a person named, whole or not at all. Throws ProblemError. */
export function writeOut(path: string, value: unknown): void {
  try {
    replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ProblemError(problem('work-file-unwritable', { file: basename(path) }, { reason: error.code }));
  }
}

function jsonIn(path: string): unknown {
  const refused = (reason: string): ProblemError =>
    new ProblemError(problem('work-file-unreadable', { file: basename(path) }, { reason }));
  try {
    if (statSync(path).size > MOST_BYTES) throw refused('too-large');
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) throw refused('not-utf8');
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, '')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw refused('not-json');
    if (isSystemError(error)) throw refused(error.code);
    throw error;
  }
}
