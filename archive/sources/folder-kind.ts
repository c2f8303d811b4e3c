const YEAR = /^(?:19|20)\d{2}$/u;
const HASH = /^[\da-f]{32}$/iu;

/**
 * What sort of page a folder holds: its path without the year and what follows, `rattsliga-dokument/proposition` of
 * `rattsliga-dokument/proposition/2014/03`. Folders named by a hash say nothing. Null when nothing is left.
 */
export function folderKind(folder: string): string | null {
  const segments = folder.split('/').filter((segment) => segment !== '');
  const end = segments.findIndex((segment) => YEAR.test(segment) || HASH.test(segment));
  const named = end === -1 ? segments : segments.slice(0, end);
  return named.length === 0 ? null : named.join('/');
}
