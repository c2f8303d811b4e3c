import { z } from 'zod';

const id = z.string().min(1).max(200);

/** Parts of what the reader keeps of her own. */
export const workSections = ['collections', 'notes', 'searches', 'history', 'corrections'] as const;

/** A page that can be gone to instead of the search: what it is about, and which one. */
export const pageSchema = z.discriminatedUnion('type', [
  /** Ministers, departments and governments as lists to walk through. */
  z.strictObject({ type: z.literal('register') }),
  z.strictObject({ type: z.literal('person'), id }),
  z.strictObject({ type: z.literal('department'), id }),
  z.strictObject({ type: z.literal('government'), id }),
  /** The reader's own; `id` names one of a section, e.g. a collection. */
  z.strictObject({ type: z.literal('work'), section: z.enum(workSections), id: id.nullable() }),
]);

export type Page = z.infer<typeof pageSchema>;
export type WorkSection = (typeof workSections)[number];
