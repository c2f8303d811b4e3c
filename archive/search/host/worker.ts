import { parentPort, workerData } from 'node:worker_threads';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { versionDiff } from '../../model/version-diff.ts';
import { IndexFormatError } from '../core/packed/format-error.ts';
import { assembleIndex } from './assemble-index.ts';
import { briefsOf } from './briefs.ts';
import { buildSegments } from './build-segments.ts';
import { discardDamaged } from './discard.ts';
import { IndexDamaged } from './index-errors.ts';
import type { PackagePlace } from './index-part.ts';
import { withSource } from './index-source.ts';
import { OpenIndex } from './open-index.ts';
import { Turns } from './protocol.ts';
import { IndexesUnbuilt } from './usable.ts';
import { warmUp } from './warm-up.ts';
import type {
  FromWorker,
  SearchProgress,
  ToWorker,
  WorkerArgs,
  WorkerCallName,
  WorkerData,
  WorkerResult,
} from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');
const { turns: sharedTurns, isAhead } = workerData as WorkerData;
const turns = new Turns(sharedTurns);
let open: OpenIndex | null = null;

/** How long after opening packages the worker reads ahead. */
const PREPARE_AFTER_MS = 300;

type Report = (progress: SearchProgress) => void;

const calls: {
  readonly [N in WorkerCallName]: (
    args: WorkerArgs<N>,
    report: Report,
  ) => WorkerResult<N> | Promise<WorkerResult<N>>;
} = {
  plan: async ({ source }) =>
    await withSource(source, ({ own }) => ({
      versions: own.manifest.counts.versions + (own.manifest.changes?.links ?? 0),
      shards: own.shards.length,
    })),

  segments: async (args, report) => {
    const onProgress = (done: number): void => report({ done, total: 0, what: 'indexing' });
    return await buildSegments({ ...args, onProgress });
  },

  assemble: async (args) => {
    await assembleIndex(args);
    return null;
  },

  load: async ({ packages }) => {
    try {
      return await load(packages);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await discardDamaged(packages);
      return await load(packages);
    }
  },

  discard: async ({ packages }) => {
    await discardDamaged(packages);
    return null;
  },

  search: ({ request, turn }) => opened().engine.search(request, whileWanted(turn)),

  timeline: ({ request, turn }) => opened().engine.timeline(request, whileWanted(turn)),

  listing: ({ request }) => opened().engine.search(request),

  difference: ({ id, older, newer }) => {
    const readingOf = (version: string): string => {
      const held = opened()
        .versions(id)
        .find(({ record }) => record.version === version);
      if (held === undefined) throw new ProblemError(problem('release-not-found', { id }));
      return held.record.reading;
    };
    return versionDiff(readingOf(older), readingOf(newer));
  },

  related: ({ id }) => opened().related(id),

  marks: ({ asked, reading }) => opened().engine.marks(asked, reading),

  complete: ({ query, caret }) => opened().completer.complete(query, caret),

  versions: ({ id }) => opened().versions(id),

  briefs: ({ ids }) => briefsOf(ids, (id) => opened().versions(id)),

  todaysIds: ({ ids }) => ids.map((id) => opened().todaysId(id)),

  listed: ({ request }) => opened().listed(request),
  named: ({ names }) => opened().named(names),
};

/** Throws, now and whenever it is called, once another search is wanted. */
function whileWanted(turn: number): () => void {
  const keepGoing = (): void => {
    if (turns.latest !== turn) throw new ProblemError(problem('job-cancelled'));
  };
  keepGoing();
  return keepGoing;
}

async function load(packages: readonly PackagePlace[]): Promise<WorkerResult<'load'>> {
  try {
    open = await OpenIndex.open(packages);
  } catch (error) {
    if (error instanceof IndexesUnbuilt) return { unbuilt: error.unbuilt };
    throw error;
  }
  prepareSoon(open);
  return { opened: open.opened };
}

port.on('message', (message: ToWorker) => void answer(message));

// Once it listens: what it is asked meanwhile waits for its turn.
if (isAhead) setImmediate(warmUp);

async function answer({ id, name, args }: ToWorker): Promise<void> {
  const send = (message: FromWorker): void => port?.postMessage(message);
  send({ type: 'started', id });
  try {
    const call = calls[name] as (args: unknown, report: Report) => unknown;
    const result = await call(args, (progress) => send({ type: 'progress', id, progress }));
    send({ type: 'result', id, result });
  } catch (error) {
    send({ type: 'problem', id, problem: problemOf(error) });
  }
}

/** Reads ahead when the first answers are likely to be out. What is damaged is told to who asks for it. */
function prepareSoon(index: OpenIndex): void {
  const prepare = (): void => {
    try {
      if (open === index) index.prepare();
    } catch {
      // A search that meets the same bytes says so, and the index is made anew.
    }
  };
  setTimeout(prepare, PREPARE_AFTER_MS);
}

function opened(): OpenIndex {
  if (open === null) throw new ProblemError(problem('no-package-open'));
  return open;
}

function isDamage(error: unknown): error is Error {
  return error instanceof IndexDamaged || error instanceof IndexFormatError;
}

/** What a reader can be told; a fault of ours is told as one, with its own words. */
function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isDamage(error)) return problem('index-damaged', {}, { reason: error.message });
  return problem('job-failed', {}, { reason: error instanceof Error ? error.message : String(error) });
}
