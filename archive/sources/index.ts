import { resolve } from 'node:path';
import type { SourceItem } from '../model/source.ts';
import { readFile } from './read-file.ts';
import { slashed } from './source-files.ts';
import { allFiles, surveySources } from './survey.ts';

export interface ReadSourcesOptions {
  /** Path of a `sources.csv` that goes before those found among the sources. */
  readonly sourcesCsv?: string | undefined;
  /** What addresses in a g0v tree are relative to, where no `sources.csv` says it. */
  readonly site?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many files are done, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The site that g0v publishes. */
const G0V_SITE = 'https://www.regeringen.se';
/** Lets the event loop run every so many files, so that a signal to stop is heard. */
const BREATH = 100;

/**
 * Reads source pages from files, folders and tar archives, in the order of the inputs and of the names in them. Each
 * file is told by what it holds. What cannot be read, or is odd, comes as a problem with its file and place, and
 * the rest goes on; nothing is left out in silence but hidden files and what is no source (`archive.json`,
 * `sources.csv`, an authority register, g0v's lists of codes).
 *
 * One page is held at a time, beside the metadata of g0v trees. Rejects with the signal's reason when it is aborted.
 */
export async function* readSources(
  inputs: readonly string[],
  options: ReadSourcesOptions = {},
): AsyncGenerator<SourceItem, void, undefined> {
  const { signal, onProgress, site = G0V_SITE } = options;
  const survey = await surveySources(inputs, options.sourcesCsv, signal);
  for (const of of survey.problems) yield { type: 'problem', problem: of };
  let done = 0;
  for await (const found of allFiles(inputs)) {
    signal?.throwIfAborted();
    if ('problem' in found) yield { type: 'problem', problem: found.problem };
    else yield* readFile(found.file, survey, site);
    done += 1;
    onProgress?.(done, survey.total);
    if (done % BREATH === 0) await breathe();
  }
  const roots = inputs.map((input) => slashed(resolve(input)));
  for (const of of [...survey.trees.missing(), ...survey.list.unused(roots)])
    yield { type: 'problem', problem: of };
}

function breathe(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}
