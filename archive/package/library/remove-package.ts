import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import { reporting } from '../staging.ts';
import { isSystemError } from '../system-error.ts';
import { moveFolder } from './durable-steps.ts';
import { writeLibraryFile } from './library-file.ts';
import type { LibraryState } from './library-file.ts';
import type { LibraryPlaces } from './places.ts';
import { writeIntent } from './recovery.ts';
import { heldIn } from './removal.ts';
import { inSeries, restingOn } from './sequence-rules.ts';
import type { Placed } from './sequence-rules.ts';
import { discardWorkspace, makeWorkspace } from './workspace.ts';

/** What removing needs of a library. */
export interface RemovedFrom {
  readonly places: LibraryPlaces;
  state(): LibraryState;
  packageFolder(identity: string): string;
  withLock<T>(step: () => Promise<T>): Promise<T>;
}

/**
 * Removes a package: the pointer names it no more, then its folder goes. What is broken off between the two is
 * finished by the next start.
 *
 * @throws ProblemError `library-package-unknown`, `library-package-needed`, `library-read-only`, `library-busy`,
 *   `package-write-failed`; nothing has changed then.
 */
export async function removePackage(library: RemovedFrom, identity: string): Promise<void> {
  const { places } = library;
  await library.withLock(async () => {
    const rest = await requireRemovable(library, identity);
    const workspace = await reporting(places.folder, () => makeWorkspace(places));
    let isLeft = false;
    try {
      await reporting(places.folder, () => writeIntent(workspace, [identity]));
      await writeLibraryFile(places, rest);
      isLeft = !takeAway(library.packageFolder(identity), workspace, identity);
    } finally {
      // What is left is found by what the working folder says.
      if (!isLeft) discardWorkspace(workspace);
    }
  });
}

/**
 * Whether a package may be removed, before anything is.
 *
 * @returns what the library would hold afterwards.
 * @throws ProblemError `library-package-unknown`, `library-package-needed`.
 */
export async function requireRemovable(
  library: Pick<RemovedFrom, 'state' | 'packageFolder'>,
  identity: string,
): Promise<LibraryState> {
  const state = library.state();
  const rest = without(state, identity);
  await requireReadable(library, state, identity);
  return rest;
}

function without(state: LibraryState, identity: string): LibraryState {
  const removed = state.packages.find((one) => one.identity === identity);
  if (removed === undefined) throw new ProblemError(problem('library-package-unknown', { id: identity }));
  const packages = state.packages.filter((one) => one !== removed);
  const needing = restingOn(identity, packages);
  if (needing === undefined) return { ...state, packages };
  throw neededBy(removed, needing);
}

/** Later packages may have links of versions that only this one holds: such a one is needed too. */
async function requireReadable(
  library: Pick<RemovedFrom, 'packageFolder'>,
  state: LibraryState,
  identity: string,
): Promise<void> {
  const removed = state.packages.find((one) => one.identity === identity);
  const series = inSeries(removed?.series ?? '', state.packages);
  const newest = series.at(-1);
  if (removed === undefined || newest === undefined || newest === removed) return;
  const others = series.filter((one) => one !== removed);
  try {
    await heldIn(others.map((one) => library.packageFolder(one.identity)));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.params['reason'] !== 'without-record') throw error;
    throw neededBy(removed, newest);
  }
}

function neededBy({ identity, series, sequence }: Placed, by: Placed): ProblemError {
  return new ProblemError(
    problem('library-package-needed', { id: identity }, { series, sequence, by: by.sequence }),
  );
}

/**
 * The package is no longer installed: what the system holds on to is cleared away at the next start.
 *
 * @returns false when that is so.
 */
function takeAway(folder: string, workspace: string, identity: string): boolean {
  try {
    if (existsSync(folder)) moveFolder(folder, join(workspace, identity));
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
