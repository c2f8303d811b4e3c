import { z } from 'zod';

/**
 * The words that a conclusion rests on. `start` and `end` are UTF-16 offsets in the release's reading text
 * (`end` exclusive), `quote` is exactly that slice, `block` is the index of the reading-text part
 * (see `layoutReading`) it lies in. Evidence in metadata that is not part of the reading text (a meta date, the
 * address) has block, start and end -1 and the metadata's own words as quote.
 */
export const evidenceSchema = z.strictObject({
  kind: z.enum(['tag', 'text', 'banner']),
  block: z.number().int().min(-1),
  start: z.number().int().min(-1),
  end: z.number().int().min(-1),
  quote: z.string(),
});

export type Evidence = z.infer<typeof evidenceSchema>;
