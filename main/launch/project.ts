import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's root folder, absolute. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

const inProject = (...parts: readonly string[]): string => join(projectRoot, ...parts);

/** Where what is built and what is left for people lies; all absolute, none of it committed. */
export const places = {
  /** The bundled app: main/, preload/, renderer/ below it. */
  out: inProject('out'),
  /** The example archive as a package, built from archive/example. */
  exampleArchive: inProject('out', 'example-archive'),
  /** A delta to it, built from archive/example-delta. Nothing opens it by itself. */
  exampleDelta: inProject('out', 'example-delta'),
  /** The index of the example archive, built ahead; the app takes it over at its first start. */
  readyIndex: inProject('out', 'index'),
  /** Fingerprints of what the two above were built from. */
  stamps: inProject('out', '.stamps'),
  /** Pictures and reports. */
  artifacts: inProject('artifacts'),
  /** Built apps: linux-unpacked here, test builds in a folder of their own. */
  dist: inProject('dist'),
} as const;

/**
 * The launcher's cache for things that are fetched once per machine.
 * @param env the environment to read XDG_CACHE_HOME from; the XDG rules ignore a relative one
 * @returns an absolute folder, not necessarily there yet
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const configured = env['XDG_CACHE_HOME'];
  const base = configured?.startsWith('/') === true ? configured : join(homedir(), '.cache');
  return join(base, 'lasesal');
}

/** Whether this process is the superuser, for whom Chromium refuses its sandbox. False on Windows. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The script behind a tool's command, so that it can be run by this very Node on every platform.
 * @param packageName the npm package, e.g. `@playwright/test`
 * @param command the command's name, when the package offers one under another name
 * @returns the absolute path of the JavaScript file
 * @throws Error when the package has no such command: the install is incomplete
 */
export function toolScript(packageName: string, command = packageName): string {
  const folder = inProject('node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const bin = (manifest as { readonly bin?: string | Readonly<Record<string, string>> }).bin;
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}; run npm ci`);
  return join(folder, script);
}
