import { z } from 'zod';
import { daySchema } from './day.ts';
import { packageManifestSchema } from './manifest.ts';
import { problemSchema } from './problem.ts';

/**
 * The library of packages that are installed on a machine: what it shows, and what an import asks before it
 * changes anything. What lies on the disk is `archive/package/library`.
 */

export const identitySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A signer's key as it is shown: in base64, and in a form that two people can compare. */
export const keyViewSchema = z.strictObject({
  /** The key in base64, as `minisign -P` takes it. */
  key: z.string(),
  /** Sixteen hex digits. They tell keys apart and prove nothing. */
  keyId: z.string(),
  /** Eight groups of five digits. */
  fingerprint: z.string(),
  /** What the person who added it calls it; null when nobody named it. */
  name: z.string().nullable(),
});

/**
 * Why a signer is believed: the key is trusted at this machine, the policy file lists it, a person accepted it for the
 * series, or the former key's owner handed the series over by a statement. `removed`: it was believed, and the key has
 * been taken away since.
 */
export const signerGrounds = ['trusted', 'policy', 'accepted', 'statement', 'removed'] as const;

/** What is known of a package's origin. Anything but `signed` stays marked wherever the package is shown. */
export const trustSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('signed'),
    key: z.string(),
    keyId: z.string(),
    fingerprint: z.string(),
    by: z.enum(signerGrounds),
  }),
  /** Nobody signed it; a person took it in all the same. */
  z.strictObject({ state: z.literal('unsigned') }),
  /** It names a key that nobody had, so that nothing was checked; a person took it in all the same. */
  z.strictObject({ state: z.literal('unproven'), keyId: z.string() }),
]);

/** A package that is installed. */
export const installedPackageSchema = z.strictObject({
  identity: identitySchema,
  series: z.string(),
  sequence: z.number().int().positive(),
  previous: identitySchema.nullable(),
  title: z.string(),
  organisation: z.string().nullable(),
  rights: z.string().nullable(),
  date: daySchema.nullable(),
  releases: z.number().int().nonnegative(),
  /** When it was taken in, ISO 8601 in UTC. */
  importedAt: z.iso.datetime(),
  trust: trustSchema,
});

/** Who signed a package that is about to be imported, and what that is worth. */
export const signerSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('signed'),
    ...keyViewSchema.shape,
    /** Null: nothing vouches for the key, a person decides. */
    by: z.enum(signerGrounds).nullable(),
    /** The series was signed with the same key before. */
    pinned: z.boolean(),
  }),
  z.strictObject({ state: z.literal('unsigned') }),
  /** The key it names is not at hand, so that its signature cannot be checked. */
  z.strictObject({ state: z.literal('unproven'), keyId: z.string() }),
]);

/** What a person must decide before an import can be carried out. An import carries out none or all of it. */
export const importDecisionSchema = z.discriminatedUnion('kind', [
  /** Packages of a series that nobody signed. Remembered for the series. */
  z.strictObject({ kind: z.literal('accept-unsigned'), id: z.string(), series: z.string() }),
  /** Packages whose signature nobody here can check. Remembered for the series and this key id. */
  z.strictObject({
    kind: z.literal('accept-unproven'),
    id: z.string(),
    series: z.string(),
    keyId: z.string(),
  }),
  /** A series signed by a key that is at hand but not trusted. The series is pinned to it. */
  z.strictObject({ kind: z.literal('accept-key'), id: z.string(), series: z.string(), to: keyViewSchema }),
  /** A series that changes to another key without a word from the owner of the former one. */
  z.strictObject({
    kind: z.literal('accept-key-change'),
    id: z.string(),
    series: z.string(),
    from: keyViewSchema,
    to: keyViewSchema,
  }),
]);

/** A package that can be imported, or that is here already. */
export const importedPackageSchema = z.strictObject({
  /** The file or folder it came from, as it was named or found. */
  source: z.string(),
  identity: identitySchema,
  series: z.string(),
  sequence: z.number().int().positive(),
  previous: identitySchema.nullable(),
  title: z.string(),
  organisation: z.string().nullable(),
  rights: z.string().nullable(),
  date: daySchema.nullable(),
  languages: z.array(z.string()).readonly(),
  counts: packageManifestSchema.shape.counts,
  signer: signerSchema,
  /** `restored`: it is installed but lost or damaged on the disk, and takes its place again. */
  state: z.enum(['new', 'restored', 'already-installed']),
});

/** A release in a list of what an import changes. */
export const changedReleaseSchema = z.strictObject({
  id: z.string(),
  /** Null when no package that is here or comes has the release. */
  title: z.string().nullable(),
  /** EDTF; null likewise. */
  date: z.string().nullable(),
});

/** How many, and the first of them by id. */
const changeListSchema = z.strictObject({
  total: z.number().int().nonnegative(),
  first: z.array(changedReleaseSchema).readonly(),
});

/** What an import changes in one series. */
export const seriesChangesSchema = z.strictObject({
  series: z.string(),
  title: z.string(),
  /** No package of the series is installed. */
  isNew: z.boolean(),
  added: changeListSchema,
  changed: changeListSchema,
  withdrawn: changeListSchema,
  revoked: changeListSchema,
});

/** What was chosen but cannot be imported, and why. */
export const refusedSourceSchema = z.strictObject({
  source: z.string(),
  /** Null when it could not be read that far. */
  identity: identitySchema.nullable(),
  title: z.string().nullable(),
  problem: problemSchema,
});

/** What an import would do. Nothing has changed yet. */
export const importPreviewSchema = z.strictObject({
  packages: z.array(importedPackageSchema).readonly(),
  refused: z.array(refusedSourceSchema).readonly(),
  series: z.array(seriesChangesSchema).readonly(),
  /** Empty when nothing has to be asked. */
  decisions: z.array(importDecisionSchema).readonly(),
  warnings: z.array(problemSchema).readonly(),
});

/** The steps of an import, in their order; `indexing` is counted by whoever builds the index. */
export const importSteps = ['copying', 'checking', 'comparing', 'indexing', 'installing'] as const;

export type KeyView = z.infer<typeof keyViewSchema>;
export type SignerGround = (typeof signerGrounds)[number];
export type Trust = z.infer<typeof trustSchema>;
export type InstalledPackage = z.infer<typeof installedPackageSchema>;
export type Signer = z.infer<typeof signerSchema>;
export type ImportDecision = z.infer<typeof importDecisionSchema>;
export type ImportedPackage = z.infer<typeof importedPackageSchema>;
export type ChangedRelease = z.infer<typeof changedReleaseSchema>;
export type SeriesChanges = z.infer<typeof seriesChangesSchema>;
export type RefusedSource = z.infer<typeof refusedSourceSchema>;
export type ImportPreview = z.infer<typeof importPreviewSchema>;
export type ImportStep = (typeof importSteps)[number];
