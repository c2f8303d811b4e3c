import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identitySchema } from '../../model/library.ts';
import { isGone, ownerOf } from '../owner.ts';
import { clearUnfinished, moveFolder, removeFolder, replaceFile } from './durable-steps.ts';
import type { LibraryState } from './library-file.ts';
import { namesIn } from './places.ts';
import type { LibraryPlaces } from './places.ts';
import { isWorkspaceName } from './workspace.ts';

/** In a working folder: which packages are about to come into the library or to leave it. */
const INTENT = 'intent.json';

const intentSchema = z.strictObject({ packages: z.array(identitySchema).readonly() });

/** Where, in a working folder, the remains of a package wait while a whole copy takes their place. */
export function formerIn(workspace: string, identity: string): string {
  return join(workspace, `former-${identity}`);
}

/** Says, before anything is moved, which packages' folders a change of the library adds or removes. */
export function writeIntent(workspace: string, packages: readonly string[]): void {
  replaceFile(join(workspace, INTENT), JSON.stringify({ packages }));
}

/**
 * Clears away what processes that were killed left: their working folders, and folders of packages that they had
 * put in place or meant to remove and that the pointer does not name. Whatever no such process wrote down is left
 * alone, be it named by the pointer or not. Only for one who holds the library's lock: nobody else is between two
 * steps then, so that a working folder without an owner is one that was broken off.
 *
 * @returns how many working folders and packages were cleared away.
 */
export function recover(places: LibraryPlaces, state: LibraryState): number {
  clearUnfinished(places.pointer);
  const named = new Set(state.packages.map(({ identity }) => identity));
  let cleared = 0;
  for (const name of namesIn(places.staging)) {
    const workspace = join(places.staging, name);
    const owner = ownerOf(workspace);
    if (!isWorkspaceName(name) || (owner !== null && !isGone(owner))) continue;
    for (const identity of intended(workspace)) {
      const folder = join(places.packages, identity);
      const former = formerIn(workspace, identity);
      if (named.has(identity)) {
        if (!existsSync(folder) && existsSync(former)) moveFolder(former, folder);
      } else if (existsSync(folder)) {
        removeFolder(folder);
        cleared += 1;
      }
    }
    removeFolder(workspace);
    cleared += 1;
  }
  return cleared;
}

function intended(workspace: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(join(workspace, INTENT), 'utf8');
  } catch {
    return [];
  }
  // It is written whole or not at all. What is not ours to read says nothing.
  const parsed = intentSchema.safeParse(parsedJson(text));
  return parsed.success ? parsed.data.packages : [];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
