import { z } from 'zod';
import { workIdSchema } from './work.ts';
import { workChangeSchema, workChangedSchema } from './work-changes.ts';
import {
  collectionViewSchema,
  correctionsPageSchema,
  historyPageSchema,
  newsPageSchema,
  notesPageSchema,
  releaseWorkSchema,
  workMarkSchema,
  workOverviewSchema,
  workPreviewSchema,
} from './work-views.ts';

const nothing = z.strictObject({});
const page = { offset: z.number().int().nonnegative(), limit: z.number().int().min(0).max(200) };
const saved = z
  .strictObject({
    file: z.string(),
    /** How many things of the reader's are in it. */
    items: z.number().int().nonnegative(),
  })
  .nullable();

/**
 * Calls about what a reader keeps of her own. An event `work` tells whenever any of it changed, or the archive that it is held
 * against did: then ask again for what is shown. What is asked for and not there is `work-unknown`.
 */
export const workCalls = {
  work: { args: nothing, result: workOverviewSchema },
  /** A collection and a page of it. */
  collection: { args: z.strictObject({ id: workIdSchema, ...page }), result: collectionViewSchema },
  /** All about one release; passages are looked for in the version named (null: the newest). */
  releaseWork: {
    args: z.strictObject({ id: workIdSchema, version: workIdSchema.nullable() }),
    result: releaseWorkSchema,
  },
  /** Which of these releases the reader has something about: for marks in a list. */
  workMarks: {
    args: z.strictObject({ ids: z.array(workIdSchema).max(500).readonly() }),
    result: z.array(workMarkSchema).readonly(),
  },
  /** All notes, newest first. `match` picks those with this in the note, the passage or the title; empty for all. */
  notes: { args: z.strictObject({ match: z.string().max(200), ...page }), result: notesPageSchema },
  corrections: { args: z.strictObject(page), result: correctionsPageSchema },
  history: { args: z.strictObject({ match: z.string().max(200), ...page }), result: historyPageSchema },
  /** Releases that a saved search finds anew, then those changed. */
  searchNews: { args: z.strictObject({ id: workIdSchema, ...page }), result: newsPageSchema },

  /** On the disk when it answers. */
  changeWork: { args: z.strictObject({ change: workChangeSchema }), result: workChangedSchema },
  /** Refused with `work-undo-stale` when what would be taken back has been changed since. */
  undoWork: { args: z.strictObject({ undo: z.string().max(100) }), result: workChangedSchema },

  /**
   * Lets the person choose a new file and writes all of her work into it, her history only when she asks for that; null when
   * she chose none.
   */
  saveWork: { args: z.strictObject({ withHistory: z.boolean() }), result: saved },
  /** Likewise corrections, for the archive's keeper; null means all of them. */
  saveCorrections: {
    args: z.strictObject({ ids: z.array(workIdSchema).min(1).max(10_000).readonly().nullable() }),
    result: saved,
  },
  /** Lets the person choose a file of work to take in and tells what that would do; null when she chose none. */
  chooseWork: { args: nothing, result: workPreviewSchema.nullable() },
  /** Takes in what a preview showed. Can be undone. */
  acceptWork: { args: z.strictObject({ preview: z.string().max(100) }), result: workChangedSchema },
} as const;
