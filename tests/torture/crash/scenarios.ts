import { join } from 'node:path';
import { Library, readPolicy } from '../../../archive/index.ts';
import { Store } from '../../../main/reader/store.ts';

/** What a scenario works on. */
export interface Ground {
  /** As an app's: `library.json`, `packages/`, `personal/`. */
  readonly userData: string;
  /** Package files, the first of a series first. */
  readonly packages: readonly string[];
}

export interface Scenario {
  /** What has been done before it begins. */
  readonly after: readonly string[];
  /** It is there to come before others only. */
  readonly isPreparation?: true;
  readonly run: (ground: Ground) => Promise<void>;
}

/** A log of one key with a line more than this is written anew. */
const MOST_LINES = 100;

/** Each changes what a person keeps, in one way. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'first-import': { after: [], run: async (ground) => await importFrom(ground, 0) },
  'next-import': { after: ['first-import'], run: async (ground) => await importFrom(ground, 1) },
  removal: {
    after: ['first-import', 'next-import'],
    run: async ({ userData }) => {
      const library = await openLibrary(userData);
      await library.remove(library.installed().at(-1)?.identity ?? '');
    },
  },
  note: {
    after: [],
    run: async ({ userData }) => {
      const store = openStore(userData);
      store.set('note', { on: 'a release', text: 'något att minnas' });
      store.close();
    },
  },
  'full-log': {
    after: [],
    isPreparation: true,
    run: async ({ userData }) => {
      const store = openStore(userData);
      for (let n = 0; n < MOST_LINES; n += 1) store.set('view', { n });
      store.close();
    },
  },
  'log-written-anew': {
    after: ['full-log'],
    run: async ({ userData }) => {
      const store = openStore(userData);
      store.set('view', { n: MOST_LINES });
      store.close();
    },
  },
};

async function importFrom({ userData, packages }: Ground, n: number): Promise<void> {
  const library = await openLibrary(userData);
  const staged = await library.stage({ sources: [packages[n] ?? ''] });
  await staged.commit({ decisions: staged.preview.decisions.map(({ id }) => id) });
}

export async function openLibrary(userData: string): Promise<Library> {
  return await Library.open({ folder: userData, policy: readPolicy(null) });
}

export function openStore(userData: string): Store {
  return Store.open(join(userData, 'personal', 'reader.log'));
}
