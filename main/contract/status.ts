import { z } from 'zod';
import {
  daySchema,
  filtersSchema,
  problemSchema,
  referenceFormSchema,
  sortOrders,
} from '../../archive/model/index.ts';
import { pageSchema } from './page.ts';
import { importStateSchema, librarySchema, heldPackageSchema } from './library.ts';

/** What is read: the installed packages as one archive, what came with the app, or one folder in place. */
export const openArchiveSchema = z.strictObject({
  source: z.enum(['library', 'bundled', 'folder']),
  /** Names what is searched: filters and releases of one archive mean nothing in another. Outlives an import. */
  key: z.string(),
  /** Another one whenever anything in it may have changed. */
  edition: z.string(),
  /** The folder, where it is one; otherwise null. */
  path: z.string().nullable(),
  /** The packages it consists of, by series, each oldest first; never none. */
  packages: z.array(heldPackageSchema).readonly(),
  /** Releases that can be read in it, each counted once. */
  releases: z.number().int().nonnegative(),
  /** Whether every file was compared with the manifests, and how that went. */
  verified: z.enum(['not-verified', 'verified', 'damaged']),
  /** First and last day of any release; null when no date bounds them. */
  earliest: daySchema.nullable(),
  latest: daySchema.nullable(),
});

/** Looks to choose from: `system` is light or dark as the computer is, and in high contrast where it asks for that. */
export const themes = ['system', 'light', 'dark', 'sepia', 'contrast'] as const;

/** How long the lines of a text are at most. */
export const lineWidths = ['narrow', 'normal', 'wide'] as const;

/** What the reader set the app to. Kept in the store, restored at start. */
export const settingsSchema = z.strictObject({
  language: z.enum(['sv', 'en']),
  theme: z.enum(themes),
  /** Percent of the normal reading size. */
  textSize: z.number().int().min(80).max(200),
  /** `normal` when never set. */
  lineWidth: z.enum(lineWidths).optional(),
  /** False turns off the commands of single keys (`/`, `?`), which speech input may set off by chance. */
  singleKeys: z.boolean().optional(),
  /** Whether the timeline is open; when never set, where there is room for it. */
  timelineOpen: z.boolean().optional(),
  /** Whether the timeline's numbers stand as a table. */
  timelineTable: z.boolean().optional(),
  /** Whether the welcome has been seen or sent away. */
  welcomed: z.boolean().optional(),
  /** Days between two checks of an installed package in idle time; null for none, thirty when never set. */
  checkEveryDays: z.number().int().min(1).max(3650).nullable().optional(),
  /** How references are written; Harvard by department, in the language of the interface, when never set. */
  reference: referenceFormSchema.optional(),
});

/** A release version that lies open in a tab of the reader. */
export const openTabSchema = z.strictObject({
  releaseId: z.string().max(100),
  /** Null for the leading one. */
  version: z.string().max(100).nullable(),
  /** What it is called, where that is known. */
  title: z.string().max(300).nullable(),
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
  /** The page that was shown instead of the search; null or left out for none. */
  page: pageSchema.nullable().optional(),
  /** The releases that lay open beside each other, and the place of the one shown. */
  tabs: z
    .strictObject({
      open: z.array(openTabSchema).max(100).readonly(),
      active: z.number().int().nonnegative(),
    })
    .optional(),
  /** Key of the archive it was in: what is chosen in one means nothing in another. */
  archive: z.string().max(200).optional(),
});

export const statusSchema = z.strictObject({
  appVersion: z.string(),
  /** Name and version of the runtime that runs it. */
  runtime: z.string(),
  open: openArchiveSchema.nullable(),
  /** The job that is opening an archive right now. */
  openingJob: z.string().nullable(),
  /** Why nothing is open, when something was to be. */
  problem: problemSchema.nullable(),
  library: librarySchema,
  /** The import under way, or one whose end has not been seen; null when there is none. */
  importing: importStateSchema.nullable(),
  settings: settingsSchema,
  viewState: viewStateSchema.nullable(),
});

export type OpenArchive = z.infer<typeof openArchiveSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type OpenTab = z.infer<typeof openTabSchema>;
export type ViewState = z.infer<typeof viewStateSchema>;
export type Status = z.infer<typeof statusSchema>;
