import { z } from 'zod';
import { daySchema } from './day.ts';
import { packageManifestSchema } from './manifest.ts';
import { problemSchema } from './problem.ts';

/** The format version of certificates that this program writes. */
export const CERTIFICATE_FORMAT = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of a package, as a check of its fixity found it. */
export const checkedFileSchema = z.strictObject({
  /** Entry name, with `/`. */
  name: z.string(),
  /** intact: has its hash. unexpected: no manifest lists it. */
  state: z.enum(['intact', 'damaged', 'missing', 'unexpected']),
  /** The SHA-256 that the manifest gives; null when none does. */
  listed: hash.nullable(),
  /** The SHA-256 of what is there; null when nothing is, or it was not read. */
  found: hash.nullable(),
  /** Size of what is there; null when nothing is. */
  bytes: z.number().int().nonnegative().nullable(),
});

/** Who signed a package, as it was found at a check. */
export const checkedSignatureSchema = z.strictObject({
  state: z.enum(['unsigned', 'signed-by-known', 'signed-by-unknown', 'bad']),
  keyId: z.string().nullable(),
  /** Of the key that it was checked with: groups of digits. Null when it was checked with none. */
  fingerprint: z.string().nullable(),
});

/** The certificate of one check of a package's fixity: what was checked, by what, when, and every file's result. */
export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE_FORMAT),
  type: z.literal('fixity-certificate'),
  /** The instant of the check, ISO 8601 in UTC, by the clock of the machine that made it. */
  checked: z.iso.datetime(),
  /** Name and version of the program that checked. */
  program: z.string(),
  algorithm: z.literal('sha256'),
  /** SHA-256 of the tag manifest; null when there is none. */
  identity: hash.nullable(),
  /** What the package says of itself; null when that cannot be read. */
  package: packageManifestSchema
    .pick({ series: true, sequence: true, previous: true, title: true, organisation: true, rights: true })
    .extend({ date: daySchema.nullable(), counts: packageManifestSchema.shape.counts })
    .nullable(),
  signature: checkedSignatureSchema.nullable(),
  result: z.enum(['intact', 'damaged']),
  files: z.strictObject({
    listed: z.number().int().nonnegative(),
    intact: z.number().int().nonnegative(),
    bytes: z.number().int().nonnegative(),
  }),
  /** Every fault in words' codes: of files, of tag files, of records. */
  problems: z.array(problemSchema).readonly(),
  /** Every file, by name. */
  entries: z.array(checkedFileSchema).readonly(),
});

/** One check of an installed package, as the history of checks keeps it. */
export const checkSchema = z.strictObject({
  identity: hash,
  checked: z.iso.datetime(),
  program: z.string(),
  result: z.enum(['intact', 'damaged']),
  files: certificateSchema.shape.files,
  /** How many faults there were, and the first of them. */
  faults: z.number().int().nonnegative(),
  problems: z.array(problemSchema).readonly(),
  /** Names of the files that were moved into quarantine. */
  quarantined: z.array(z.string()).readonly(),
});

export type Check = z.infer<typeof checkSchema>;
export type CheckedFile = z.infer<typeof checkedFileSchema>;
export type CheckedSignature = z.infer<typeof checkedSignatureSchema>;
export type Certificate = z.infer<typeof certificateSchema>;
