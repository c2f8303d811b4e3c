import { z } from 'zod';
import {
  daySchema,
  evidenceSchema,
  hitValueSchema,
  labelSchema,
  linkedFileSchema,
  marksSchema,
  problemSchema,
  releaseDateSchema,
  withdrawalSchema,
} from '../../archive/model/index.ts';
import { heldPackageSchema } from './library.ts';

/** A run of reading text; `start` is its UTF-16 offset in the reading text. */
export const runSchema = z.strictObject({
  text: z.string(),
  start: z.number().int(),
  href: z.string().optional(),
});
const runs = z.array(runSchema).readonly();

/** A block as it is shown: the structure of the said block, the words of the reading text. */
export const viewBlockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), runs }),
  z.strictObject({ type: z.literal('heading'), level: z.number().int(), runs }),
  z.strictObject({ type: z.literal('quote'), runs }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ depth: z.number().int(), runs })).readonly(),
  }),
  z.strictObject({
    type: z.literal('table'),
    headerRows: z.number().int(),
    rows: z.array(z.array(runs).readonly()).readonly(),
  }),
]);
const viewBlocks = z.array(viewBlockSchema).readonly();

const heldRoleSchema = z.strictObject({
  roleId: z.string(),
  title: z.string(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  toUnknown: z.boolean(),
  sources: z.array(z.string()).readonly(),
  note: z.string().nullable(),
});

/** A minister at the time: the office held that day, how we know, and what became of it. */
export const officeHolderSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  held: heldRoleSchema,
  relation: z.enum(['sender', 'quoted', 'titled', 'named']),
  strength: z.enum(['strong', 'weak']),
  certain: z.boolean(),
  /** Offices the same person held later, oldest first. */
  later: z.array(heldRoleSchema).readonly(),
  /** Whether the person holds the same office still, as far as the register knows. */
  inOfficeStill: z.boolean(),
  afterwards: labelSchema.nullable(),
  evidence: z.array(evidenceSchema).readonly(),
});

const periodSchema = hitValueSchema.extend({
  from: daySchema,
  to: daySchema.nullable(),
});

const heldInSchema = heldPackageSchema.pick({ identity: true, sequence: true, date: true });

/** Everything the reader shows of one release version. */
export const releaseViewSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  /** live: newest, not withdrawn. former: an earlier version. withdrawn: taken back by its publisher. */
  state: z.enum(['live', 'former', 'withdrawn']),
  withdrawal: withdrawalSchema.nullable(),
  /** All versions held, the leading one first, each with the package that holds it. */
  versions: z
    .array(z.strictObject({ version: z.string(), date: releaseDateSchema, package: heldInSchema }))
    .readonly(),
  /** The package that holds this version. */
  package: heldPackageSchema,
  title: z.array(runSchema).readonly(),
  kind: z.string().nullable(),
  language: z.string().nullable(),
  date: releaseDateSchema,
  updated: z.string().nullable(),
  senders: z.array(z.string()).readonly(),
  lead: viewBlocks,
  body: viewBlocks,
  contacts: z.array(z.array(runs).readonly()).readonly(),
  attachments: z.array(linkedFileSchema).readonly(),
  shortcuts: z.array(linkedFileSchema).readonly(),
  governments: z.array(periodSchema).readonly(),
  mandatePeriods: z.array(periodSchema).readonly(),
  departments: z.array(hitValueSchema).readonly(),
  subjects: z.array(hitValueSchema).readonly(),
  designations: z.array(z.strictObject({ kind: z.string(), value: z.string() })).readonly(),
  officeHolders: z.array(officeHolderSchema).readonly(),
  /** The page's own banner lines, verbatim. */
  banners: z.array(z.string()).readonly(),
  conflicts: z.array(problemSchema).readonly(),
  /** Where the query matches, as offsets in the reading text. */
  marks: marksSchema,
  /** Length of the reading text in UTF-16 units. */
  readingLength: z.number().int(),
  source: z.strictObject({
    address: z.string().nullable(),
    file: z.string(),
    fetched: z.string().nullable(),
    sha256: z.string(),
    parser: z.string(),
    originalKept: z.boolean(),
  }),
});

export type Run = z.infer<typeof runSchema>;
export type ViewBlock = z.infer<typeof viewBlockSchema>;
export type HeldRole = z.infer<typeof heldRoleSchema>;
export type OfficeHolder = z.infer<typeof officeHolderSchema>;
export type ReleaseView = z.infer<typeof releaseViewSchema>;
