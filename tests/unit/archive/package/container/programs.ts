import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Environment = Readonly<Record<string, string>>;

const COMMAND = resolve(import.meta.dirname, '../../../../../archive/cli/lasesal.ts');
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Whether a program is installed here. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--help']).error === undefined;
}

/** Runs a command of our own in a process of its own, after a line of shell. Throws Error with what it said when it failed. */
export function inProcess(before: string, args: readonly string[], env: Environment): void {
  const command = `${before} exec "$0" "$@"`;
  const all = ['-c', command, process.execPath, '--import', LOADER, COMMAND, ...args];
  const { status, stderr } = spawnSync('sh', all, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
