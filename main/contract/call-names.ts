/** Names of every call of the contract, apart from the schemas so that the preload script stays small. */
export const readerCallNames = [
  'status',
  'search',
  'complete',
  'timeline',
  'release',
  'difference',
  'register',
  'person',
  'department',
  'government',
  'releasesBy',
  'related',
  'openPackage',
  'choosePackage',
  'openLibrary',
  'chooseImport',
  'importPaths',
  'acceptImport',
  'closeImport',
  'removal',
  'removePackage',
  'undoRemoval',
  'finishRemoval',
  'verifyPackage',
  'saveCertificate',
  'chooseKey',
  'readKey',
  'trustKey',
  'untrustKey',
  'reference',
  'saveOut',
  'printOut',
  'takeLink',
  'cancelJob',
  'saveSettings',
  'saveViewState',
  'work',
  'collection',
  'releaseWork',
  'workMarks',
  'notes',
  'corrections',
  'history',
  'searchNews',
  'changeWork',
  'undoWork',
  'saveWork',
  'saveCorrections',
  'chooseWork',
  'acceptWork',
  'shipped',
  'licence',
  'events',
] as const;

export type ReaderCallName = (typeof readerCallNames)[number];

/**
 * Calls whose reply travels as JSON text: it is large and waited for at every letter, and Electron copies an object
 * twice on its way to the window, piece by piece, but a text at once.
 */
export const repliesAsText: ReadonlySet<ReaderCallName> = new Set(['search']);

/** The IPC channel of a call. */
export function channelOf(name: ReaderCallName): string {
  return `lasesal:${name}`;
}

/** The IPC channel that events come by. */
export const eventChannel = 'lasesal:event';
