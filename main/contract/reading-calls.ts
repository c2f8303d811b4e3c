import { z } from 'zod';
import { relatedReleaseSchema } from '../../archive/model/index.ts';

/** Calls around the release that is read. */
export const readingCalls = {
  /** The releases that go with one, each with its grounds, the closest first. */
  related: {
    args: z.strictObject({ id: z.string().max(100) }),
    result: z.array(relatedReleaseSchema).readonly(),
  },
} as const;
