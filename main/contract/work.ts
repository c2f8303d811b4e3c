import { z } from 'zod';
import { daySchema, filtersSchema, sortOrders } from '../../archive/model/index.ts';

/*
 * What a reader makes of her own and keeps: collections, notes, saved searches, history, corrections. These are the things
 * themselves, as they are kept and as they stand in the file that they are handed on in (docs/my-work.md); how they are
 * shown is `work-views.ts`, how they are changed `work-changes.ts`.
 */

/** An instant, in UTC. */
export const instantSchema = z.iso.datetime();

/** The longest name and the longest text that a reader can write, in UTF-16 units. */
export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 20_000;
/** The longest passage that can be marked. */
export const LONGEST_PASSAGE = 20_000;

const id = z.string().min(1).max(100);
const registerId = z.string().min(1).max(200);
export const workIdSchema = id;
/** Random bytes that make an id for something new, in Crockford base32. */
export const ID_BYTES = 10;
export const nameSchema = z
  .string()
  .max(LONGEST_NAME)
  .refine((text) => text.trim() !== '', { message: 'no name' });
export const textSchema = z.string().max(LONGEST_TEXT);

/** When a thing was made, and when it was changed last. */
const times = { made: instantSchema, changed: instantSchema };

/** A release as it was when the reader took it up: enough to name it where it can no longer be read. */
export const takenReleaseSchema = z.strictObject({
  id,
  version: id,
  title: z.string().max(5000),
  /** EDTF. */
  date: z.string().max(100),
  /** Canonical address of its page; null when unknown. */
  address: z.string().max(5000).nullable(),
  /** The package it was read in. */
  package: z.strictObject({ identity: z.string().max(200), series: z.string().max(200) }),
});

/**
 * Where a marked passage is, in the manner of the W3C Web Annotation Data Model: two selectors over the reading text of one
 * version. Offsets are UTF-16 units, `end` exclusive. `exact` is that slice; `prefix` and `suffix` what stands around it.
 */
export const anchorSchema = z.strictObject({
  position: z
    .strictObject({
      type: z.literal('TextPositionSelector'),
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
    })
    .refine(({ start, end }) => start < end, { message: 'no passage' }),
  quote: z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().min(1).max(LONGEST_PASSAGE),
    prefix: z.string().max(200),
    suffix: z.string().max(200),
  }),
});

export const collectionSchema = z.strictObject({
  id,
  name: nameSchema,
  description: textSchema,
  ...times,
});

/** A release in a collection. Entries of a collection stand in the order of their `place`, compared as strings. */
export const entrySchema = z.strictObject({
  id,
  collection: id,
  place: z.string().min(1).max(200),
  /** At the version it had when it was added. */
  release: takenReleaseSchema,
  /** Why it is here; may be empty. */
  why: textSchema,
  ...times,
});

/** A note on a release, or on a passage of it. */
export const noteSchema = z.strictObject({
  id,
  release: takenReleaseSchema,
  /** Null for a note on the release as a whole. */
  anchor: anchorSchema.nullable(),
  /** May be empty: then the passage is only marked. */
  text: textSchema,
  ...times,
});

/** A search as it can be run again. */
export const keptSearchSchema = z.strictObject({
  query: z.string().max(10_000),
  filters: filtersSchema,
  sort: z.enum(sortOrders),
  wider: z.boolean(),
  /** As `ViewState.without`: forms switched off, each with the words of the query that brought it. */
  without: z
    .array(z.strictObject({ form: z.string().max(64), words: z.string().max(256) }))
    .max(200)
    .readonly(),
  /** Key of the archive it was made in: filters mean nothing in another. */
  archive: z.string().max(200),
});

export const savedSearchSchema = z.strictObject({
  id,
  name: nameSchema,
  search: keptSearchSchema,
  ...times,
});

/** A value of the register as somebody names it; `id` is null for one that the register does not have. */
const namedSchema = z.strictObject({ id: registerId.nullable(), label: nameSchema });

/** Inclusive days; null for an open end. */
const days = { earliest: daySchema.nullable(), latest: daySchema.nullable() };

/** A person in an office, as the archive says it or as it should. */
const inOfficeSchema = z.strictObject({ person: namedSchema, office: namedSchema.nullable() });

const nothingSaid = { message: 'neither what is there nor what should be' };

function saysSomething({ record, should }: { readonly record: unknown; readonly should: unknown }): boolean {
  return record !== null || should !== null;
}

/** Facts that have a value of the register. */
export const correctedValues = ['department', 'government', 'subject'] as const;

/**
 * What is wrong, what the archive says and what it should say. Where both can be null: `record` null is something missing,
 * `should` null something that is there and should not be; never both.
 */
export const correctedSchema = z.discriminatedUnion('about', [
  z
    .strictObject({
      about: z.literal('minister'),
      record: inOfficeSchema.nullable(),
      should: inOfficeSchema.nullable(),
    })
    .refine(saysSomething, nothingSaid),
  z.strictObject({
    about: z.literal('date'),
    record: z.strictObject({ edtf: z.string().max(100), ...days }),
    should: z
      .strictObject(days)
      .refine(({ earliest, latest }) => earliest === null || latest === null || earliest <= latest, {
        message: 'the last day comes before the first',
      }),
  }),
  z
    .strictObject({
      about: z.enum(correctedValues),
      record: namedSchema.nullable(),
      should: namedSchema.nullable(),
    })
    .refine(saysSomething, nothingSaid),
  /** Anything else, in words. */
  z.strictObject({ about: z.literal('other'), should: textSchema.min(1) }),
]);

/** A reader's word on something that the archive has wrong. */
export const correctionSchema = z.strictObject({
  id,
  release: takenReleaseSchema,
  corrected: correctedSchema,
  /** Why, in words; may be empty. */
  ground: textSchema,
  /** The passage that shows it; null when none was marked. */
  evidence: anchorSchema.nullable(),
  /** When it was last written into a file for the archive's keeper; null when never. */
  handed: instantSchema.nullable(),
  ...times,
});

/** Something that was searched or opened. */
export const visitSchema = z.strictObject({
  id,
  at: instantSchema,
  what: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('search'),
      search: keptSearchSchema,
      /** How many releases it found. */
      total: z.number().int().nonnegative(),
    }),
    z.strictObject({ type: z.literal('release'), release: takenReleaseSchema }),
  ]),
});

export type TakenRelease = z.infer<typeof takenReleaseSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type CollectionEntry = z.infer<typeof entrySchema>;
export type Note = z.infer<typeof noteSchema>;
export type KeptSearch = z.infer<typeof keptSearchSchema>;
export type SavedSearch = z.infer<typeof savedSearchSchema>;
export type Corrected = z.infer<typeof correctedSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Visit = z.infer<typeof visitSchema>;
