import { z } from 'zod';
import { daySchema } from './day.ts';
import { withdrawalSchema } from './said.ts';

/** The format version of packages that this program writes and reads. */
export const PACKAGE_FORMAT = 1;

const count = z.number().int().nonnegative();

/** What a delta brings, against the packages before it. */
const changesSchema = z.strictObject({
  /** Releases that no package before it holds. */
  new: count,
  /** Releases held before, of which it has a record: another version, or a former one that leads again. */
  changed: count,
  /** Versions held before, of which it has the links alone. */
  links: count,
  /** Lines that withdraw a release, and lines that revoke that. */
  withdrawn: count,
  revoked: count,
});

/** `package.json` of a package: who it is and what is in it. */
export const packageManifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  series: z.string(),
  /** Position in the series, from 1. */
  sequence: z.number().int().positive(),
  /** Identity of the former package of the series; null for a full one. */
  previous: z.string().nullable(),
  title: z.string(),
  organisation: z.string().nullable(),
  rights: z.string().nullable(),
  /** The day the package was made, as given; null when not given. */
  date: daySchema.nullable(),
  languages: z.array(z.string()).readonly(),
  /** What is in this package, whatever others hold: ids and records, withdrawals by its own lines, files. */
  counts: z.strictObject({ releases: count, versions: count, withdrawn: count, originals: count }),
  /** Of a delta, and only of one. */
  changes: changesSchema.optional(),
  register: z.strictObject({ id: z.string(), version: z.string() }),
  /** Version of the rules that conclusions were drawn by. */
  rules: z.string(),
  /** Oldest program version that can read it. */
  minimumReader: z.string(),
});

/** `archive.json` beside the sources: what the builder hands over. Every field may be missing. */
export const archiveConfigSchema = z.strictObject({
  series: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .optional(),
  sequence: z.number().int().positive().optional(),
  title: z.string().optional(),
  organisation: z.string().optional(),
  rights: z.string().optional(),
  language: z.string().optional(),
  /** Path of the authority register, relative to this file. */
  register: z.string().optional(),
  date: daySchema.optional(),
  /** Withdrawals by address or id. */
  withdrawals: z
    .array(
      withdrawalSchema
        .omit({ id: true, action: true })
        .extend({ release: z.string(), action: z.enum(['withdrawn', 'revoked']).optional() }),
    )
    .readonly()
    .optional(),
});

export type PackageChanges = z.infer<typeof changesSchema>;
export type PackageManifest = z.infer<typeof packageManifestSchema>;
export type ArchiveConfig = z.infer<typeof archiveConfigSchema>;
