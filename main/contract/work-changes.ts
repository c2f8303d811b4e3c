import { z } from 'zod';
import {
  LONGEST_PASSAGE,
  correctedSchema,
  keptSearchSchema,
  nameSchema,
  textSchema,
  workIdSchema,
} from './work.ts';

/* Everything that a reader can do with her own work: one closed list, each of which can be undone unless it says not. */

const id = workIdSchema;
const ids = z.array(id).min(1).max(10_000).readonly();

/** A version of a release; null for the newest one. */
const release = z.strictObject({ id, version: id.nullable() });

/** A passage of the reading text of the version named beside it, in UTF-16 units; `end` is exclusive. */
const passage = z
  .strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() })
  .refine(({ start, end }) => start < end && end - start <= LONGEST_PASSAGE, { message: 'no such passage' });

export const workChangeSchema = z.discriminatedUnion('do', [
  /** `releases` may be empty. Answers the collection's id. */
  z.strictObject({
    do: z.literal('make-collection'),
    name: nameSchema,
    description: textSchema,
    releases: z.array(release).max(10_000).readonly(),
  }),
  z.strictObject({ do: z.literal('edit-collection'), id, name: nameSchema, description: textSchema }),
  z.strictObject({ do: z.literal('remove-collection'), id }),
  /** At its end, in the order given. Those that are in it already stay as they are, and are counted as `skipped`. */
  z.strictObject({
    do: z.literal('add-to-collection'),
    id,
    releases: z.array(release).min(1).max(10_000).readonly(),
    why: textSchema,
  }),
  z.strictObject({ do: z.literal('edit-entry'), entry: id, why: textSchema }),
  /** The entry then stands at the newest version. */
  z.strictObject({ do: z.literal('renew-entry'), entry: id }),
  /** Puts entries of one collection, in the order given, before another one of it; null puts them last. */
  z.strictObject({ do: z.literal('move-entries'), entries: ids, before: id.nullable() }),
  z.strictObject({ do: z.literal('remove-entries'), entries: ids }),

  /**
   * `passage` null: on the release as a whole. Its `id` is given by whoever begins to write, so that nobody waits for the disk;
   * made once more, it is the same note with the text given then. Answers the id.
   */
  z.strictObject({
    do: z.literal('make-note'),
    id,
    release,
    passage: passage.nullable(),
    text: textSchema,
  }),
  z.strictObject({ do: z.literal('edit-note'), id, text: textSchema }),
  /** Fastens a note to a passage of another version, e.g. to where it was found again. */
  z.strictObject({ do: z.literal('fasten-note'), id, version: id, passage }),
  z.strictObject({ do: z.literal('remove-notes'), ids }),

  /** What it finds counts as looked at. Answers the saved search's id. */
  z.strictObject({ do: z.literal('save-search'), name: nameSchema, search: keptSearchSchema }),
  /** `search` null leaves it what it is. */
  z.strictObject({
    do: z.literal('edit-search'),
    id,
    name: nameSchema,
    search: keptSearchSchema.nullable(),
  }),
  z.strictObject({ do: z.literal('remove-search'), id }),
  /** From now on, what is new is what is new since this moment. */
  z.strictObject({ do: z.literal('looked-at-search'), id }),

  /** To be told when a result has been looked at for a moment. Nothing is kept while history is off. Cannot be undone. */
  z.strictObject({
    do: z.literal('visit-search'),
    search: keptSearchSchema,
    total: z.number().int().nonnegative(),
  }),
  /** To be told when a release was opened. */
  z.strictObject({ do: z.literal('visit-release'), release }),
  z.strictObject({ do: z.literal('keep-history'), on: z.boolean() }),
  /** Forgets some of it, or (null) all; no byte of it is left in the files. Cannot be undone. */
  z.strictObject({ do: z.literal('forget-history'), ids: ids.nullable() }),

  /** `corrected.record` is what is shown of the release now. `evidence` is a passage that shows it. Answers its id. */
  z.strictObject({
    do: z.literal('make-correction'),
    release,
    corrected: correctedSchema,
    ground: textSchema,
    evidence: passage.nullable(),
  }),
  /** The evidence stays what it was. */
  z.strictObject({ do: z.literal('edit-correction'), id, corrected: correctedSchema, ground: textSchema }),
  z.strictObject({ do: z.literal('remove-corrections'), ids }),
]);

export const workChangedSchema = z.strictObject({
  revision: z.number().int().nonnegative(),
  /** What was made; null when nothing was. */
  id: z.string().nullable(),
  /** Takes it back, with `undoWork`, as long as the app runs; null for what cannot be taken back. */
  undo: z.string().nullable(),
  /** How many of those named were left as they are. */
  skipped: z.number().int().nonnegative(),
});

export type WorkChange = z.infer<typeof workChangeSchema>;
export type WorkChanged = z.infer<typeof workChangedSchema>;
