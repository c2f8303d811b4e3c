import { z } from 'zod';
import { daySchema, filtersSchema, problemSchema, sortOrders } from '../../archive/model/index.ts';

/** The package that is open. */
export const openPackageSchema = z.strictObject({
  path: z.string(),
  /** SHA-256 of its tag manifest. */
  identity: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  rights: z.string().nullable(),
  series: z.string(),
  sequence: z.number().int(),
  date: daySchema.nullable(),
  releases: z.number().int(),
  /** Opened in place and not checked against its manifest in this session. */
  verified: z.enum(['not-verified', 'verified', 'damaged']),
  /** First and last day of any release; null when no date bounds them. */
  earliest: daySchema.nullable(),
  latest: daySchema.nullable(),
});

/** What the reader set the app to. Kept in the store, restored at start. */
export const settingsSchema = z.strictObject({
  language: z.enum(['sv', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent of the normal reading size. */
  textSize: z.number().int().min(80).max(200),
  /** False turns off the commands of single keys (`/`, `?`), which speech input may set off by chance. */
  singleKeys: z.boolean().optional(),
});

/** Where the reader was: the search and the release open. */
export const viewStateSchema = z.strictObject({
  query: z.string().max(10_000),
  filters: filtersSchema,
  sort: z.enum(sortOrders),
  releaseId: z.string().nullable(),
  /** Forms that were switched off in "searched as", each with the words of the query that brought it. */
  without: z
    .array(z.strictObject({ form: z.string().max(64), words: z.string().max(256) }))
    .max(200)
    .readonly()
    .optional(),
  /** Whether words that go with those asked for counted too. */
  wider: z.boolean().optional(),
  /** Identity of the package it was in: what is chosen in one means nothing in another. */
  archive: z.string().max(200).optional(),
});

export const statusSchema = z.strictObject({
  appVersion: z.string(),
  /** Name and version of the runtime that runs it. */
  runtime: z.string(),
  open: openPackageSchema.nullable(),
  /** The job that is opening a package right now. */
  openingJob: z.string().nullable(),
  /** Why nothing is open, when something was to be. */
  problem: problemSchema.nullable(),
  settings: settingsSchema,
  viewState: viewStateSchema.nullable(),
});

export type OpenPackage = z.infer<typeof openPackageSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type ViewState = z.infer<typeof viewStateSchema>;
export type Status = z.infer<typeof statusSchema>;
