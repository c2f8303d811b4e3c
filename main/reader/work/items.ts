import { z } from 'zod';
import {
  collectionSchema,
  correctionSchema,
  entrySchema,
  instantSchema,
  noteSchema,
  savedSearchSchema,
  visitSchema,
} from '../../contract/index.ts';

/** What a saved search found when it was last looked at (see `finding.ts`). `id` is the search's. */
const lookedSchema = z.strictObject({
  id: z.string(),
  at: instantSchema,
  total: z.number().int().nonnegative(),
  /** Identities of the packages that were open then. */
  packages: z.array(z.string()).readonly(),
  /** Fingerprints of what was found, in base64; null while nobody has worked them out. */
  found: z.string().nullable(),
});

/** Whether something is wanted that can be switched off. */
const switchSchema = z.strictObject({ id: z.literal('history'), on: z.boolean() });

/** All that is kept, by kind. Each thing has an `id` of its own within its kind. */
export const itemSchemas = {
  collection: collectionSchema,
  entry: entrySchema,
  note: noteSchema,
  search: savedSearchSchema,
  correction: correctionSchema,
  visit: visitSchema,
  looked: lookedSchema,
  switch: switchSchema,
} as const;

export type ItemKind = keyof typeof itemSchemas;
export type ItemOf<K extends ItemKind> = z.infer<(typeof itemSchemas)[K]>;
export type Looked = ItemOf<'looked'>;

/** What a thing is from now on; null for one that is no more. */
export type ItemChange = {
  [K in ItemKind]: { readonly kind: K; readonly id: string; readonly value: ItemOf<K> | null };
}[ItemKind];

/** Gives a thing these contents. */
export function put<K extends ItemKind>(kind: K, value: ItemOf<K>): ItemChange {
  return { kind, id: value.id, value } as ItemChange;
}

/** Takes a thing away. */
export function drop(kind: ItemKind, id: string): ItemChange {
  return { kind, id, value: null };
}

/** A thing of this kind as it is written; null when it is none. */
export function parseItem<K extends ItemKind>(kind: K, value: unknown): ItemOf<K> | null {
  const parsed = itemSchemas[kind].safeParse(value);
  return parsed.success ? (parsed.data as ItemOf<K>) : null;
}

export function isItemKind(kind: string): kind is ItemKind {
  return Object.hasOwn(itemSchemas, kind);
}
