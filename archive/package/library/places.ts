import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../system-error.ts';

/** Where a library keeps what. */
export interface LibraryPlaces {
  readonly folder: string;
  /** The one pointer: what it does not name is not installed. */
  readonly pointer: string;
  readonly lock: string;
  readonly packages: string;
  readonly staging: string;
  /** What was found damaged, and is kept. */
  readonly quarantine: string;
}

export function placesOf(folder: string): LibraryPlaces {
  return {
    folder,
    pointer: join(folder, 'library.json'),
    lock: join(folder, 'library.lock'),
    packages: join(folder, 'packages'),
    staging: join(folder, 'staging'),
    quarantine: join(folder, 'quarantine'),
  };
}

/** What lies in a folder, by name in order; nothing when there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    throw error;
  }
}
