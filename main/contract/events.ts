import { z } from 'zod';
import { problemSchema } from '../../archive/model/index.ts';
import { statusSchema } from './status.ts';

const job = { seq: z.number().int().positive(), jobId: z.string() };

/**
 * The one ordered stream. `seq` rises by one; after a break, ask `events` for all after the last one seen.
 * A job ends with exactly one of result, cancelled, failed.
 */
export const readerEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'),
    ...job,
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    what: z.enum([
      'reading',
      'indexing',
      'loading',
      'verifying',
      'copying',
      'checking',
      'comparing',
      'installing',
      'removing',
      'exporting',
    ]),
  }),
  z.strictObject({ type: z.literal('result'), ...job }),
  z.strictObject({ type: z.literal('cancelled'), ...job }),
  z.strictObject({ type: z.literal('failed'), ...job, problem: problemSchema }),
  /** Something was written outside of what the reader keeps: the file or folder, and how many releases are in it. */
  z.strictObject({
    type: z.literal('saved'),
    ...job,
    file: z.string(),
    releases: z.number().int().nonnegative(),
  }),
  /** What is open, the library, the settings or the problem shown changed. */
  z.strictObject({ type: z.literal('status'), seq: z.number().int().positive(), status: statusSchema }),
  /** Something of what the reader keeps of her own changed, or what is known about it did: ask for it again. */
  z.strictObject({
    type: z.literal('work'),
    seq: z.number().int().positive(),
    revision: z.number().int().nonnegative(),
  }),
  /** Something was chosen in the menu that the window carries out. */
  z.strictObject({
    type: z.literal('command'),
    seq: z.number().int().positive(),
    command: z.enum([
      'focus-search',
      'find-in-text',
      'next-hit',
      'previous-hit',
      'larger-text',
      'smaller-text',
      'show-help',
      'show-search',
      'show-register',
      'show-work',
      'show-welcome',
      'show-about',
      'show-access',
      'show-library',
      'close-tab',
      'reopen-tab',
      'next-tab',
      'previous-tab',
      'copy-reference',
      'copy-link',
      'print',
      'save-pdf',
      'follow-link',
    ]),
  }),
]);

export type ReaderEvent = z.infer<typeof readerEventSchema>;
