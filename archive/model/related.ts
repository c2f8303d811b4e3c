import { z } from 'zod';
import { designationSchema } from './links.ts';
import { hitSchema, hitValueSchema } from './search.ts';

const labelled = z.array(hitValueSchema.omit({ certain: true })).readonly();

/** On what ground two releases go together. */
export const relatedGroundSchema = z.discriminatedUnion('type', [
  /** Both name the same official document or file. */
  z.strictObject({
    type: z.literal('designation'),
    designations: z.array(designationSchema.omit({ evidence: true })).readonly(),
  }),
  /** The same minister acts in both, on the same subject; all their possible days lie within `days` days. */
  z.strictObject({
    type: z.literal('minister'),
    persons: labelled,
    subjects: labelled,
    days: z.number().int().nonnegative(),
  }),
  /** They share words that few others have, the most telling ones first; and subjects, where they have any in common. */
  z.strictObject({ type: z.literal('words'), words: z.array(z.string()).readonly(), subjects: labelled }),
]);

/** A release that goes with another, and why. */
export const relatedReleaseSchema = z.strictObject({
  ...hitSchema.pick({ id: true, title: true, kind: true, kindId: true, date: true }).shape,
  grounds: z.array(relatedGroundSchema).min(1).readonly(),
});

export type RelatedGround = z.infer<typeof relatedGroundSchema>;
export type RelatedRelease = z.infer<typeof relatedReleaseSchema>;
