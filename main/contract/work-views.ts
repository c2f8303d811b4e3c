import { z } from 'zod';
import { hitSchema, problemSchema } from '../../archive/model/index.ts';
import { workSections } from './page.ts';
import {
  collectionSchema,
  correctionSchema,
  entrySchema,
  instantSchema,
  noteSchema,
  savedSearchSchema,
  visitSchema,
} from './work.ts';

/* A reader's own work as it is shown: what she keeps, beside what the archive that is open says of it now. */

const count = z.number().int().nonnegative();
const date = hitSchema.shape.date;

/** What the archive that is open has of a release now. `id` is its id today: it may have got another since. */
export const releaseNowSchema = z.discriminatedUnion('state', [
  /** The version that was taken up is the newest. */
  z.strictObject({ state: z.literal('same'), id: z.string(), title: z.string(), date }),
  /** There is a newer version; the one taken up can be read beside it when `isHeld`. */
  z.strictObject({
    state: z.literal('newer'),
    id: z.string(),
    title: z.string(),
    date,
    version: z.string(),
    isHeld: z.boolean(),
  }),
  /** Taken back by its publisher. It can be read all the same. */
  z.strictObject({
    state: z.literal('withdrawn'),
    id: z.string(),
    title: z.string(),
    date,
  }),
  /** Not in what is open, or nothing is open. */
  z.strictObject({ state: z.literal('missing') }),
]);

/**
 * Where a passage stands in the text asked about. Offsets are UTF-16 units of the reading text, `end` exclusive.
 * exact: just where it stood. moved: word for word, in another place. altered: somewhat reworded; `likeness` is above a
 * bound and below 1. gone: not found any more; what was marked is still quoted. unknown: there is no such text here.
 */
export const foundPassageSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.enum(['exact', 'moved']), start: count, end: count }),
  z.strictObject({ how: z.literal('altered'), start: count, end: count, likeness: z.number() }),
  z.strictObject({ how: z.enum(['gone', 'unknown']) }),
]);

/** A note beside its place. `found` is null for a note on a whole release. */
export const noteViewSchema = noteSchema.extend({
  now: releaseNowSchema,
  found: foundPassageSchema.nullable(),
});

/**
 * Whether the archive still says what a correction corrects. open: it does. met: it now says what it should. otherwise: it says
 * something else again. unknown: the release is not in what is open, or the correction is in free words.
 */
export const correctionViewSchema = correctionSchema.extend({
  now: releaseNowSchema,
  standing: z.enum(['open', 'met', 'otherwise', 'unknown']),
  found: foundPassageSchema.nullable(),
});

export const collectionSummarySchema = collectionSchema.extend({ releases: count });

export const entryViewSchema = entrySchema.extend({ now: releaseNowSchema });

/** One page of a collection, in its order. */
export const collectionViewSchema = z.strictObject({
  collection: collectionSummarySchema,
  offset: count,
  entries: z.array(entryViewSchema).readonly(),
});

/**
 * What a saved search finds that was not there, or was otherwise, when it was last looked at. waiting: it is being searched for.
 * elsewhere: it was made in another archive than the one that is open. failed: it could not be searched for.
 */
export const newsSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('known'),
    total: count,
    /** Found now, and not when last looked at. */
    added: count,
    /** Found then and now; its text has changed since. */
    changed: count,
    /** Found then, and not now. */
    lost: count,
  }),
  z.strictObject({ state: z.enum(['waiting', 'elsewhere']) }),
  z.strictObject({ state: z.literal('failed'), problem: problemSchema }),
]);

export const savedSearchViewSchema = savedSearchSchema.extend({
  /** When what it finds was last looked at, and how many it found then. */
  looked: z.strictObject({ at: instantSchema, total: count }),
  news: newsSchema,
});

/** A release that a saved search finds anew, or changed. */
export const newsItemSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  what: z.enum(['added', 'changed']),
  title: z.string(),
  date,
});

/** Everything small of what the reader keeps, and how much there is of the rest. */
export const workOverviewSchema = z.strictObject({
  /** Another one after every change; the event `work` carries it too. */
  revision: count,
  /** By name, as the language of the interface sorts them. */
  collections: z.array(collectionSummarySchema).readonly(),
  searches: z.array(savedSearchViewSchema).readonly(),
  notes: count,
  corrections: z.strictObject({ total: count, notHanded: count }),
  history: z.strictObject({
    /** Whether what is searched and opened is kept. */
    isOn: z.boolean(),
    total: count,
    /** The most that is kept; older ones are forgotten. */
    most: count,
  }),
  /** Why something was lost in reading it, or nothing can be kept; null when all is well. */
  problem: problemSchema.nullable(),
});

/** The reader's own about one release. */
export const releaseWorkSchema = z.strictObject({
  /** Passages as they stand in the version asked about, in reading order; then those gone; notes on the whole come first. */
  notes: z.array(noteViewSchema).readonly(),
  corrections: z.array(correctionViewSchema).readonly(),
  /** Collections it is in, with its entry in each. */
  collections: z
    .array(z.strictObject({ id: z.string(), name: z.string(), entry: z.string(), why: z.string() }))
    .readonly(),
});

/** How much of the reader's own there is about a release; releases with nothing are left out. */
export const workMarkSchema = z.strictObject({
  id: z.string(),
  notes: count,
  corrections: count,
  collections: z.array(z.string()).readonly(),
});

const page = { total: count, offset: count };

/** Newest first. */
export const notesPageSchema = z.strictObject({ ...page, items: z.array(noteViewSchema).readonly() });
export const correctionsPageSchema = z.strictObject({
  ...page,
  items: z.array(correctionViewSchema).readonly(),
});
export const historyPageSchema = z.strictObject({ ...page, items: z.array(visitSchema).readonly() });
export const newsPageSchema = z.strictObject({ ...page, items: z.array(newsItemSchema).readonly() });

const tallySchema = z.strictObject({
  /** Not here yet. */
  added: count,
  /** Changed in the file since it left here: takes the place of what is here. */
  changed: count,
  /** The same here, or changed here since: nothing is done. */
  same: count,
  /** Changed in both: both are kept. */
  conflicting: count,
});

/** What taking in a file of a reader's work would do, before it is done. */
export const workPreviewSchema = z.strictObject({
  /** Names this preview: what is accepted is what was seen. */
  id: z.string(),
  file: z.string(),
  /** When, and with what, the file was written. */
  written: instantSchema,
  program: z.string(),
  tally: z.strictObject(
    Object.fromEntries(workSections.map((section) => [section, tallySchema])) as Record<
      (typeof workSections)[number],
      typeof tallySchema
    >,
  ),
  /** The first of those that both are kept of. */
  conflicts: z.array(z.strictObject({ section: z.enum(workSections), name: z.string() })).readonly(),
});

export type ReleaseNow = z.infer<typeof releaseNowSchema>;
export type FoundPassage = z.infer<typeof foundPassageSchema>;
export type NoteView = z.infer<typeof noteViewSchema>;
export type CorrectionView = z.infer<typeof correctionViewSchema>;
export type CollectionSummary = z.infer<typeof collectionSummarySchema>;
export type EntryView = z.infer<typeof entryViewSchema>;
export type News = z.infer<typeof newsSchema>;
export type SavedSearchView = z.infer<typeof savedSearchViewSchema>;
export type WorkOverview = z.infer<typeof workOverviewSchema>;
export type ReleaseWork = z.infer<typeof releaseWorkSchema>;
export type WorkMark = z.infer<typeof workMarkSchema>;
export type WorkPreview = z.infer<typeof workPreviewSchema>;
