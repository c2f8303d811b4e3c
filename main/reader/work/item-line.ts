import { z } from 'zod';
import { readInForm } from './forms.ts';
import type { FormSteps } from './forms.ts';

/** The number of the form in which lines are written. Raise it with the form, and add a step to `lineSteps`. */
export const LINE_FORMAT = 1;

/** By the form that each begins from. */
const lineSteps: FormSteps = new Map();

const row = { kind: z.string(), id: z.string() };

/** One change: things that have these contents from now on, and things that are no more. It holds whole or not at all. */
const lineSchema = z.strictObject({
  format: z.literal(LINE_FORMAT),
  put: z
    .array(
      z.strictObject({
        ...row,
        value: z.unknown(),
        /** Fingerprints of what it was before, the newest last (see `fingerprint.ts`). */
        former: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  dropped: z.array(z.strictObject(row)).readonly(),
});

export type ItemLine = z.infer<typeof lineSchema>;

/** A line of a log. `newer`: written by a newer program. `unreadable`: whole, but nothing that this program ever wrote. */
export function parseItemLine(value: unknown): ItemLine | 'newer' | 'unreadable' {
  const line = readInForm(value, { name: 'format', today: LINE_FORMAT, steps: lineSteps });
  if (line === 'newer') return line;
  const parsed = lineSchema.safeParse(line);
  return parsed.success ? parsed.data : 'unreadable';
}
