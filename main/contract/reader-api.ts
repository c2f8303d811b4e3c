import { z } from 'zod';
import {
  completionSchema,
  problemSchema,
  searchAnswerSchema,
  searchRequestSchema,
} from '../../archive/model/index.ts';
import type { Problem } from '../../archive/model/index.ts';
import type { ReaderCallName } from './call-names.ts';
import { readerEventSchema } from './events.ts';
import type { ReaderEvent } from './events.ts';
import { releaseViewSchema } from './release-view.ts';
import { settingsSchema, statusSchema, viewStateSchema } from './status.ts';

const nothing = z.strictObject({});
const jobStarted = z.strictObject({ jobId: z.string() });

/**
 * Every call between a window and the reader: its one argument and its result. Carried by IPC today; nothing in
 * it knows that. A refused call answers a Problem as data; only a bug throws.
 */
export const readerCalls = {
  /** What is open, the settings, where the reader was. */
  status: { args: nothing, result: statusSchema },
  /** Searches the open package. A newer `queryId` makes an older one answer `job-cancelled`. */
  search: { args: searchRequestSchema, result: searchAnswerSchema },
  /** Names that what is typed at the caret (a UTF-16 offset in the query) may be the beginning of, the best first. */
  complete: {
    args: z.strictObject({ query: z.string().max(10_000), caret: z.number().int().nonnegative() }),
    result: z.array(completionSchema).readonly(),
  },
  /** One release version with everything the reader shows; `query`, as it was searched, says what to mark. */
  release: {
    args: z.strictObject({
      id: z.string().max(100),
      version: z.string().max(100).nullable(),
      query: z.string().max(10_000),
      wider: searchRequestSchema.shape.wider,
      without: searchRequestSchema.shape.without,
    }),
    result: releaseViewSchema,
  },
  /** Opens a package folder by path (a path the host itself offered or the person chose). */
  openPackage: { args: z.strictObject({ path: z.string().max(4096) }), result: jobStarted },
  /** Lets the person choose a package folder in the system's dialog; null when she chose none. */
  choosePackage: { args: nothing, result: jobStarted.nullable() },
  /** Checks the open package against its manifest. */
  verifyPackage: { args: nothing, result: jobStarted },
  cancelJob: { args: jobStarted, result: nothing },
  saveSettings: { args: settingsSchema, result: nothing },
  saveViewState: { args: viewStateSchema, result: nothing },
  /** Events after a number: to resume the stream. */
  events: {
    args: z.strictObject({ after: z.number().int().nonnegative() }),
    result: z.array(readerEventSchema).readonly(),
  },
} as const satisfies Record<ReaderCallName, { args: z.ZodType; result: z.ZodType }>;

export type ReaderArgs<N extends ReaderCallName> = z.infer<(typeof readerCalls)[N]['args']>;
export type ReaderResult<N extends ReaderCallName> = z.infer<(typeof readerCalls)[N]['result']>;

/** What every call answers. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A reply as it arrives, its value not yet parsed. */
export const replySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), problem: problemSchema }),
]);

/** The calls as functions, as the renderer and the service see them. */
export type ReaderApi = {
  readonly [N in ReaderCallName]: (args: ReaderArgs<N>) => Promise<Reply<ReaderResult<N>>>;
} & {
  /** Hears every event from now on; the result stops it. */
  readonly onEvent: (hear: (event: ReaderEvent) => void) => () => void;
};
