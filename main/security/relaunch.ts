import type { App } from 'electron';
import { switchArguments } from './switches.ts';

/** Electron from this version on lower-cases switches that are set from code. */
const LOWER_CASES_SINCE = 36;
/** Says that the one relaunch has been made, so that there is never a second. */
export const RELAUNCHED = '--relaunched';

export interface RelaunchInput {
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  /** Electron's version, e.g. `45.4.1`. */
  readonly electron: string;
}

/** The arguments to start again with, where the case-sensitive switches did not arrive as arguments; null otherwise. */
export function relaunchArguments({ argv, isPackaged, electron }: RelaunchInput): readonly string[] | null {
  const arrived = switchArguments.every((argument) => argv.includes(argument));
  const lowerCases = Number.parseInt(electron, 10) >= LOWER_CASES_SINCE;
  if (arrived || !isPackaged || !lowerCases || argv.includes(RELAUNCHED)) return null;
  return [...argv.slice(1), ...switchArguments, RELAUNCHED];
}

/** Starts the app again with its switches as real arguments where that is needed; true when this process ends. */
export function relaunchWithSwitches(app: App): boolean {
  const args = relaunchArguments({
    argv: process.argv,
    isPackaged: app.isPackaged,
    electron: process.versions.electron ?? '0',
  });
  if (args === null) return false;
  app.relaunch({ args: [...args] });
  app.exit(0);
  return true;
}
