import { z } from 'zod';
import {
  changedReleaseSchema,
  daySchema,
  importPreviewSchema,
  installedPackageSchema,
  keyViewSchema,
  problemSchema,
  trustSchema,
} from '../../archive/model/index.ts';

/** What is told of a package wherever it is shown. */
export const heldPackageSchema = z.strictObject({
  /** SHA-256 of its tag manifest. */
  identity: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  rights: z.string().nullable(),
  series: z.string(),
  sequence: z.number().int(),
  date: daySchema.nullable(),
  /** Where it comes from; null for one that was not imported (read in place, or come with the app), so that nobody judged its signature. */
  trust: trustSchema.nullable(),
  /** Whether the signer's key is trusted as of now. False marks the package wherever it is shown. */
  isTrusted: z.boolean(),
  /** What the signer's key is called at this machine; null when it has no name here. */
  signer: z.string().nullable(),
});

/** A package that is installed, as the library shows it. */
export const libraryPackageSchema = installedPackageSchema.extend({
  /** As in `heldPackageSchema`. */
  isTrusted: z.boolean(),
  /** As in `heldPackageSchema`. */
  signer: z.string().nullable(),
  /** The last time every file of it was read and compared; null when none is known. */
  check: z.strictObject({ at: z.string(), damaged: z.number().int().nonnegative() }).nullable(),
  /** Why it cannot be read; null when it can. */
  fault: problemSchema.nullable(),
});

/** A key whose packages need no asking. */
export const trustedKeySchema = keyViewSchema.extend({
  /** Who said so: the person here, or the machine's policy, whose keys stay. */
  by: z.enum(['person', 'policy']),
});

/** What is installed here, and whom this reader trusts. */
export const librarySchema = z.strictObject({
  /** Folder of the library. */
  path: z.string(),
  /** By series, each from its first package to its newest. */
  packages: z.array(libraryPackageSchema).readonly(),
  trustedKeys: z.array(trustedKeySchema).readonly(),
  /** True where nothing may be imported or removed. */
  isReadOnly: z.boolean(),
  /** Whether a person may add keys of her own. */
  allowsOwnKeys: z.boolean(),
  /** Whether the policy says how often packages are checked in idle time, and then how often, in days; null for never. */
  isScheduleLaidDown: z.boolean(),
  laidDownDays: z.number().int().nullable(),
  /** Why nothing is known of what is installed, or why the policy lets nothing new in; null when all is well. */
  problem: problemSchema.nullable(),
  /** Identity of a package that was taken away and can still be put back; null when there is none. */
  removing: z.string().nullable(),
});

/** An import, from the choosing of files until the person has seen how it ended. */
export const importStateSchema = z.discriminatedUnion('phase', [
  /** Copied and checked by a job. */
  z.strictObject({
    phase: z.literal('checking'),
    jobId: z.string(),
    sources: z.array(z.string()).readonly(),
  }),
  /** Waits for the person. `id` names this preview: what is accepted is what was seen. */
  z.strictObject({ phase: z.literal('preview'), id: z.string(), preview: importPreviewSchema }),
  /** Made searchable, then installed, by a job. */
  z.strictObject({ phase: z.literal('installing'), jobId: z.string(), preview: importPreviewSchema }),
  z.strictObject({ phase: z.literal('done'), preview: importPreviewSchema }),
  z.strictObject({
    phase: z.literal('failed'),
    sources: z.array(z.string()).readonly(),
    problem: problemSchema,
  }),
]);

/** What taking a package away would mean. */
export const removalSchema = z.strictObject({
  identity: z.string(),
  /** Releases of which nothing would be left to read: how many, and the first of them. */
  lost: z.strictObject({
    total: z.number().int().nonnegative(),
    first: z.array(changedReleaseSchema).readonly(),
  }),
  /** Why it may not be taken away now; null when it may. */
  refused: problemSchema.nullable(),
});

/** A public key that was handed in, before anything is trusted. */
export const keyPreviewSchema = keyViewSchema.extend({
  /** Whether it is trusted already. */
  isTrusted: z.boolean(),
});

export type HeldPackage = z.infer<typeof heldPackageSchema>;
export type LibraryPackage = z.infer<typeof libraryPackageSchema>;
export type TrustedKey = z.infer<typeof trustedKeySchema>;
export type LibraryView = z.infer<typeof librarySchema>;
export type ImportState = z.infer<typeof importStateSchema>;
export type Removal = z.infer<typeof removalSchema>;
export type KeyPreview = z.infer<typeof keyPreviewSchema>;
