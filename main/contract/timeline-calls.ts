import { z } from 'zod';
import { daySchema, timelineRequestSchema, timelineSchema } from '../../archive/model/index.ts';

/** A government as it lies along the timeline. Both days are inclusive: on a day of change two hold. */
export const governmentBandSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** The series whose register has it: those of two series run beside each other. */
  series: z.string(),
  from: daySchema,
  /** Null while in office. */
  to: daySchema.nullable(),
});

/** Calls about when the releases of a result are from. */
export const timelineCalls = {
  /**
   * Counts a result by time. Asked for once its hits are shown; a search that is asked meanwhile goes before it, and this
   * then answers `job-cancelled`.
   */
  timeline: {
    args: timelineRequestSchema,
    result: timelineSchema.extend({
      /** The governments in office on any day of the scale or of the days shown, oldest first. */
      governments: z.array(governmentBandSchema).readonly(),
    }),
  },
} as const;

export type GovernmentBand = z.infer<typeof governmentBandSchema>;
export type TimelineAnswer = z.infer<(typeof timelineCalls)['timeline']['result']>;
