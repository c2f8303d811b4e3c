import { z } from 'zod';
import {
  completionSchema,
  problemSchema,
  searchAnswerSchema,
  searchRequestSchema,
  versionDiffSchema,
} from '../../archive/model/index.ts';
import type { Problem } from '../../archive/model/index.ts';
import { aboutCalls } from './about-calls.ts';
import type { ReaderCallName } from './call-names.ts';
import { readerEventSchema } from './events.ts';
import type { ReaderEvent } from './events.ts';
import { keyPreviewSchema, removalSchema } from './library.ts';
import { registerCalls } from './register-calls.ts';
import { readingCalls } from './reading-calls.ts';
import { outCalls } from './out-calls.ts';
import { releaseViewSchema } from './release-view.ts';
import { workCalls } from './work-calls.ts';
import { settingsSchema, statusSchema, viewStateSchema } from './status.ts';
import { timelineCalls } from './timeline-calls.ts';

const nothing = z.strictObject({});
const jobStarted = z.strictObject({ jobId: z.string() });
const path = z.string().min(1).max(4096);
const identity = z.strictObject({ identity: z.string().max(200) });
/** A public key in minisign's base64. */
const key = z.string().max(200);
const keyName = z.string().min(1).max(200);

/**
 * Every call between a window and the reader: its one argument and its result. Carried by IPC today; nothing in
 * it knows that. A refused call answers a Problem as data; only a bug throws.
 */
export const readerCalls = {
  ...timelineCalls,
  /** What is open, the settings, where the reader was. */
  status: { args: nothing, result: statusSchema },
  /** Searches what is open. A newer `queryId` makes an older one answer `job-cancelled`. */
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
  /** What differs between two versions of a release, an older one and a newer, paragraph by paragraph. */
  difference: {
    args: z.strictObject({
      id: z.string().max(100),
      older: z.string().max(100),
      newer: z.string().max(100),
    }),
    result: versionDiffSchema,
  },
  ...registerCalls,

  ...readingCalls,
  /** Reads a package folder in place, for this session (a path the host itself offered or the person chose). */
  openPackage: { args: z.strictObject({ path }), result: jobStarted },
  /** Lets the person choose a package folder to read in place; null when she chose none. */
  choosePackage: { args: nothing, result: jobStarted.nullable() },
  /** Reads what is installed, or what came with the app, instead of a folder in place. */
  openLibrary: { args: nothing, result: jobStarted },

  /** Lets the person choose packages to import, as files or as a folder; null when she chose none. */
  chooseImport: { args: z.strictObject({ what: z.enum(['file', 'folder']) }), result: jobStarted.nullable() },
  /** Copies and checks packages. Nothing is installed: the status then carries a preview, or why they are refused. */
  importPaths: {
    args: z.strictObject({ paths: z.array(path).min(1).max(100).readonly() }),
    result: jobStarted,
  },
  /** Installs what a preview showed; `decisions` are those of its own that the person said yes to. */
  acceptImport: {
    args: z.strictObject({
      preview: z.string().max(200),
      decisions: z.array(z.string().max(200)).max(1000).readonly(),
      /** Whether the signers that are not known are to be trusted from now on, each under a name given here. */
      trust: z
        .array(z.strictObject({ key, name: keyName }))
        .max(100)
        .readonly(),
    }),
    result: jobStarted,
  },
  /** Lets go of an import that waits or has ended, and of what was copied for it. */
  closeImport: { args: nothing, result: nothing },

  /** What taking an installed package away would mean. */
  removal: { args: identity, result: removalSchema },
  /** Takes an installed package out of the archive. Its files stay until the removal is finished. */
  removePackage: { args: identity, result: jobStarted },
  /** Puts back the package taken away last. */
  undoRemoval: { args: nothing, result: jobStarted },
  /** Deletes the files of the package taken away last. Nothing happens when there is none. */
  finishRemoval: { args: nothing, result: nothing },

  /** Compares every file of a package with its manifests; null means those of what is open. Damaged files of installed packages are set aside. */
  verifyPackage: {
    args: z.strictObject({ identity: z.string().max(200).nullable() }),
    result: jobStarted,
  },

  /**
   * Lets the person choose where the certificate of an installed package's last check is to be written, as a page to print
   * or as JSON; answers where, or null when she chose nothing.
   */
  saveCertificate: { args: identity, result: z.strictObject({ file: z.string() }).nullable() },

  /** Lets the person choose a file with a public key; null when she chose none. Nothing is trusted yet. */
  chooseKey: { args: nothing, result: keyPreviewSchema.nullable() },
  /** Reads a public key from text, so that its fingerprint can be compared. Nothing is trusted yet. */
  readKey: { args: z.strictObject({ text: z.string().max(10_000) }), result: keyPreviewSchema },
  /** Trusts a key from now on. */
  trustKey: { args: z.strictObject({ key, name: keyName }), result: nothing },
  /** Trusts a key no longer. What it signed stays installed, and is marked. */
  untrustKey: { args: z.strictObject({ key }), result: nothing },

  ...workCalls,

  ...outCalls,
  cancelJob: { args: jobStarted, result: nothing },
  saveSettings: { args: settingsSchema, result: nothing },
  saveViewState: { args: viewStateSchema, result: nothing },
  ...aboutCalls,
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
