import { readFileSync } from 'node:fs';

/**
 * Switches burnt into the executable of what is handed out; electron-builder sets them. What nobody needs who reads
 * an archive is off: running as plain Node, taking options or an inspector for Node, extra rights for file pages.
 * The code is loaded from its archive only, and where the platform can check that (macOS, Windows), checked.
 */
export const wantedFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

export type FuseName = keyof typeof wantedFuses;

/** The order of fuses on the wire, version 1. */
const order = Object.keys(wantedFuses) as readonly FuseName[];
/** What the wire begins with in every Electron since 12. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;
const ON = '1';

/**
 * Reads the fuses of an executable: behind the sentinel a version, a length and a character for each fuse.
 * @throws Error when there is no wire, or one of another version or too short
 */
export function readFuses(executable: string): Readonly<Record<FuseName, boolean>> {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(sentinel);
  if (at === -1) throw new Error(`${executable} has no fuses`);
  const [version, length = 0] = bytes.subarray(at + sentinel.length);
  if (version !== VERSION || length < order.length)
    throw new Error(`the fuses of ${executable} are of version ${version} and ${length} in number`);
  const states = bytes.subarray(at + sentinel.length + 2).toString('latin1', 0, length);
  return Object.fromEntries(order.map((name, index) => [name, states[index] === ON])) as Record<
    FuseName,
    boolean
  >;
}

/** Which fuses of an executable are not as they are wanted. */
export function wrongFuses(executable: string): readonly FuseName[] {
  const read = readFuses(executable);
  return order.filter((name) => read[name] !== wantedFuses[name]);
}
