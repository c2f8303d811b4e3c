import type { BenchEngine } from '../engine.ts';

export const engineNames = ['ours', 'stock-lunr', 'fts5', 'minisearch', 'flexsearch', 'orama'] as const;

export type EngineName = (typeof engineNames)[number];

/** What each is called in tables, with the version measured. */
export const engineTitles: Readonly<Record<EngineName, string>> = {
  ours: 'Läsesal',
  'stock-lunr': 'Lunr 2.3.9',
  fts5: 'SQLite FTS5',
  minisearch: 'MiniSearch 7.2.0',
  flexsearch: 'FlexSearch 0.8.212',
  orama: 'Orama 3.1.18',
};

/** Loads one engine and none of the others, so that a process holds only what it measures. */
export async function loadEngine(name: EngineName): Promise<BenchEngine> {
  switch (name) {
    case 'ours':
      return (await import('./ours.ts')).ours;
    case 'stock-lunr':
      return (await import('./stock-lunr.ts')).stockLunr;
    case 'fts5':
      return (await import('./fts5.ts')).fts5;
    case 'minisearch':
      return (await import('./minisearch.ts')).minisearch;
    case 'flexsearch':
      return (await import('./flexsearch.ts')).flexsearch;
    case 'orama':
      return (await import('./orama.ts')).orama;
  }
}
