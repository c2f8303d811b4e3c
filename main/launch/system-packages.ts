import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.ts';
import { isRoot } from './project.ts';

/** What a machine lacks so that Electron can run and show itself. */
export interface Lack {
  /** Shared libraries that the runtime needs and the machine has not, e.g. `libnss3.so`. */
  readonly libraries: readonly string[];
  /** Whether a virtual display is needed and Xvfb is not there. */
  readonly virtualDisplay: boolean;
}

/** Debian 12's packages that Electron's windows rest on; what they need they bring themselves. */
const libraryPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
];
const displayPackages = ['xvfb', 'xauth'];

/**
 * Sees to it that the machine has what the runtime needs: installs Debian's packages as root, otherwise
 * refuses with the very command that a person with the rights can run. Nothing is done outside Linux.
 * @param need.executable the runtime's executable, absolute
 * @param need.virtualDisplay whether a display has to be made here
 * @throws Error with that command, or with what apt said
 */
export async function ensureSystemPackages(need: {
  readonly executable: string;
  readonly virtualDisplay: boolean;
}): Promise<void> {
  if (process.platform !== 'linux') return;
  const before = await findLack(need);
  const wanted = packagesFor(before);
  if (wanted.length === 0) return;
  if (!canInstall()) throw new Error(adviceFor(before));
  console.log(`Installing what this machine lacks: ${wanted.join(' ')}`);
  await installPackages(wanted);
  const after = await findLack(need);
  if (packagesFor(after).length > 0)
    throw new Error(`Debian's packages are installed, and yet: ${adviceFor(after)}`);
}

/** Whether this process may install Debian's packages here. */
export function canInstall(): boolean {
  return existsSync('/etc/debian_version') && isOnPath('apt-get') && isRoot();
}

async function findLack(need: {
  readonly executable: string;
  readonly virtualDisplay: boolean;
}): Promise<Lack> {
  return {
    libraries: await missingLibraries(need.executable),
    virtualDisplay: need.virtualDisplay && !isOnPath('Xvfb'),
  };
}

/** The shared libraries that the dynamic linker cannot find for an executable. */
export async function missingLibraries(executable: string): Promise<readonly string[]> {
  const ended = await run({ file: 'ldd', args: [executable], output: 'keep' });
  if (ended.code !== 0) throw new Error(`ldd cannot read ${executable}: ${ended.output.trim()}`);
  return librariesNotFound(ended.output);
}

/** Reads ldd's lines of the form `libnss3.so => not found`; each library once. */
export function librariesNotFound(lddOutput: string): readonly string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].toSorted();
}

/** Debian 12's packages that make good what is lacking. */
export function packagesFor(lack: Lack): readonly string[] {
  return [
    ...(lack.virtualDisplay ? displayPackages : []),
    ...(lack.libraries.length > 0 ? libraryPackages : []),
  ];
}

/** What is missing and the command that installs it, for a person. */
export function adviceFor(lack: Lack): string {
  const missing = [
    ...(lack.virtualDisplay ? ['there is neither a display nor Xvfb to make a virtual one'] : []),
    ...(lack.libraries.length > 0 ? [`Electron needs ${lack.libraries.join(', ')}`] : []),
  ];
  const packages = packagesFor(lack).join(' ');
  return `${missing.join('; ')}. On Debian 12, run once:\n  sudo apt-get update && sudo apt-get install --yes ${packages}`;
}

/**
 * Installs Debian's packages of these names.
 * @throws Error with what apt said
 */
export async function installPackages(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  for (const args of [
    [...lock, 'update'],
    [...lock, 'install', '--yes', '--no-install-recommends', ...packages],
  ]) {
    const ended = await run({ file: 'apt-get', args, env, output: 'keep', timeoutMs: 600_000 });
    if (ended.code !== 0) {
      const why = ended.timedOut ? 'it took more than ten minutes' : ended.output.trim();
      throw new Error(`apt-get ${args.join(' ')} failed: ${why}`);
    }
  }
}

/** Whether a program of this name stands in one of PATH's folders, or where the system keeps its own. */
export function isOnPath(program: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/bin', '/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}
