import { MAX_ENTRY_DEPTH, MAX_NAME_LENGTH } from '../bounds.ts';
import { isEntryName } from '../entry-names.ts';

/** Names that Windows keeps for devices, whatever follows a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/iu;
const NOT_ASCII = /[\u0080-\u{10FFFF}]/u;
const CONTROL = /[^\u0020-\u007E\u0080-\u{10FFFF}]/u;

/** What is wrong with a name, from what leads out of the folder to what is only not ours. The first that fits is told. */
const FAULTS: readonly (readonly [reason: string, fits: (name: string) => boolean])[] = [
  ['name-empty', (name) => name === ''],
  ['name-too-long', (name) => name.length > MAX_NAME_LENGTH],
  ['name-control', (name) => CONTROL.test(name)],
  ['name-not-ascii', (name) => NOT_ASCII.test(name)],
  ['name-unc', (name) => /^(?:\\\\|\/\/)/u.test(name)],
  ['name-drive', (name) => /^[a-z]:/iu.test(name)],
  ['name-traversal', (name) => name.split(/[/\\]/u).some((segment) => segment === '..' || segment === '.')],
  ['name-absolute', (name) => name.startsWith('/')],
  ['name-backslash', (name) => name.includes('\\')],
  ['folder', (name) => name.endsWith('/')],
  ['name-reserved', (name) => name.split('/').some((segment) => RESERVED.test(segment))],
  ['name-trailing', (name) => name.split('/').some((segment) => /[. ]$/u.test(segment))],
  ['name-upper-case', (name) => /[A-Z]/u.test(name)],
  ['nested-too-deep', (name) => name.split('/').length > MAX_ENTRY_DEPTH],
];

/**
 * Why a name may not stand in a single file; null when it may. Lawful names are lower-case ASCII, so two of them
 * differ in every letter case and every normalisation, on every file system.
 *
 * @param name the entry's bytes, each read as one character.
 * @returns a reason that has words.
 */
export function nameFault(name: string): string | null {
  if (isLawful(name)) return null;
  return FAULTS.find(([, fits]) => fits(name))?.[0] ?? 'unsafe-name';
}

/** Asked of every entry, of which there may be a million; what is wrong with one is asked once. */
function isLawful(name: string): boolean {
  if (!isEntryName(name)) return false;
  const segments = name.split('/');
  return segments.length <= MAX_ENTRY_DEPTH && !segments.some((segment) => RESERVED.test(segment));
}
