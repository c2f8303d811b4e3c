import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { problemSchema } from './problem.ts';
import { releaseDateSchema } from './release-date.ts';

const evidence = z.array(evidenceSchema).readonly();

/** One possible value of a field; `certain` is false when others are possible too. */
const valueSchema = z.strictObject({
  /** Id of a record in the authority register. */
  id: z.string(),
  certain: z.boolean(),
  evidence,
});

/**
 * A person who acts in a release as holder of an office on its day.
 * relation: sender (a tag or sender line) | quoted (speaks) | titled (named with the title) | named (bare name).
 * strength: strong (a tag; name with the title held that day; banner role and dates that fit one person) |
 * weak (bare name of someone in office that day).
 */
export const ministerLinkSchema = z.strictObject({
  person: z.string(),
  /** Id of the role: one office held by this person from a day to a day. */
  role: z.string(),
  relation: z.enum(['sender', 'quoted', 'titled', 'named']),
  strength: z.enum(['strong', 'weak']),
  /** False when the date leaves open which of the person's roles was held. */
  certain: z.boolean(),
  evidence,
});

/** A designation found in the text or stated by the source, e.g. kind `sou`, value `SOU 2019:12`. */
export const designationSchema = z.strictObject({
  kind: z.enum(['diarienummer', 'sou', 'ds', 'prop', 'dir', 'skr', 'so', 'other']),
  value: z.string(),
  evidence,
});

/** What was concluded about one release, kept apart from what the page said (`data/links/*.jsonl`). */
export const linksSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  date: releaseDateSchema,
  kind: valueSchema.nullable(),
  language: z.string().nullable(),
  governments: z.array(valueSchema).readonly(),
  mandatePeriods: z.array(valueSchema).readonly(),
  departments: z.array(valueSchema).readonly(),
  ministers: z.array(ministerLinkSchema).readonly(),
  subjects: z.array(valueSchema).readonly(),
  designations: z.array(designationSchema).readonly(),
  /** Where the page and the register disagree. */
  conflicts: z.array(problemSchema).readonly(),
});

export type LinkedValue = z.infer<typeof valueSchema>;
export type MinisterLink = z.infer<typeof ministerLinkSchema>;
export type Designation = z.infer<typeof designationSchema>;
export type Links = z.infer<typeof linksSchema>;
