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
import { restingOn } from './sequence-rules.ts';
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
    const state = library.state();
    const rest = without(state, identity);
    const workspace = await reporting(places.folder, () => makeWorkspace(places));
    try {
      await reporting(places.folder, () => writeIntent(workspace, [identity]));
      await writeLibraryFile(places, rest);
      takeAway(library.packageFolder(identity), workspace, identity);
    } finally {
      discardWorkspace(workspace);
    }
  });
}

function without(state: LibraryState, identity: string): LibraryState {
  const removed = state.packages.find((one) => one.identity === identity);
  if (removed === undefined) throw new ProblemError(problem('library-package-unknown', { id: identity }));
  const packages = state.packages.filter((one) => one !== removed);
  const needing = restingOn(identity, packages);
  if (needing === undefined) return { ...state, packages };
  const { series, sequence } = removed;
  throw new ProblemError(
    problem('library-package-needed', { id: identity }, { series, sequence, by: needing.sequence }),
  );
}

/** The package is no longer installed: what the system holds on to is cleared away at the next start. */
function takeAway(folder: string, workspace: string, identity: string): void {
  try {
    if (existsSync(folder)) moveFolder(folder, join(workspace, identity));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
