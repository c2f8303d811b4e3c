import { z } from 'zod';
import { KEYSTROKE, SHOWN } from '../../../renderer/state/typing-marks.ts';

/** A letter typed and the query it made, or a result that came on the screen; times in milliseconds of one clock. */
export interface Moment {
  readonly query: string;
  readonly at: number;
}

/** What a trace of the window tells of typing. */
export interface Typing {
  /** Each letter, at the time stamp of its key event. */
  readonly letters: readonly Moment[];
  /**
   * Each result, at the time when the frame with it was presented; one that looks just as the former did, so that
   * no frame is made, at the time when it was put into the page.
   */
  readonly presented: readonly Moment[];
}

/** Chromium's trace categories that are needed: the window's own marks, and the frames. */
export const categories = ['blink.user_timing', 'devtools.timeline'];

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  /** Microseconds. */
  ts: z.number(),
  pid: z.number(),
  args: z
    .object({
      id: z.string().optional(),
      data: z.object({ startTime: z.number().optional(), detail: z.string().optional() }).optional(),
    })
    .optional()
    .catch(undefined),
});
const traceSchema = z.object({ traceEvents: z.array(eventSchema) });
type TraceEvent = z.infer<typeof eventSchema>;

/** A frame: when something first changed that it was to show, when it took up all changes, when it was on the screen. */
interface Frame {
  readonly wanted: number;
  readonly begun: number;
  readonly presented: number;
}

/** Reads a trace that Electron's contentTracing wrote. Throws where it is none of a window that was typed in. */
export function readTyping(json: string): Typing {
  const events = traceSchema.parse(JSON.parse(json)).traceEvents.toSorted((a, b) => a.ts - b.ts);
  const marks = events.filter(({ name, args }) => isMark(name) && args?.data?.detail !== undefined);
  const first = marks.find(({ name }) => name === SHOWN);
  if (first?.args?.data?.startTime === undefined) throw new Error('the trace has no result in it');
  // A mark is left when its time stamp says, but that of a key, which says when the key was pressed.
  const origin = first.ts / 1000 - first.args.data.startTime;
  const frames = framesOf(events.filter(({ pid }) => pid === first.pid));
  return {
    letters: marks
      .filter(({ name }) => name === KEYSTROKE)
      .map((mark) => ({ query: queryOf(mark), at: origin + (mark.args?.data?.startTime ?? Number.NaN) })),
    presented: marks
      .filter(({ name }) => name === SHOWN)
      .map((mark) => {
        const frame = frames.find(({ wanted, begun }) => wanted <= mark.ts && begun >= mark.ts);
        return { query: queryOf(mark), at: (frame?.presented ?? mark.ts) / 1000 };
      }),
  };
}

function isMark(name: string): boolean {
  return name === KEYSTROKE || name === SHOWN;
}

function queryOf({ args }: TraceEvent): string {
  return String(JSON.parse(args?.data?.detail ?? '""'));
}

/** All frames, in order. One that was dropped counts as presented with the next, which shows what it had. */
function framesOf(events: readonly TraceEvent[]): readonly Frame[] {
  const presented = new Map(
    events.filter(({ name }) => name === 'AnimationFrame::Presentation').map((e) => [e.args?.id, e.ts]),
  );
  const frames: Frame[] = [];
  let wanted: TraceEvent | null = null;
  for (const event of events) {
    if (event.ph !== 'b') continue;
    if (event.name === 'AnimationFrame') wanted = event;
    if (event.name !== 'AnimationFrame::Render' || wanted === null) continue;
    const at = presented.get(wanted.args?.id) ?? Number.POSITIVE_INFINITY;
    frames.push({ wanted: wanted.ts, begun: event.ts, presented: at });
  }
  return frames.map((frame, place) => ({
    ...frame,
    presented: Math.min(...frames.slice(place).map((later) => later.presented)),
  }));
}
