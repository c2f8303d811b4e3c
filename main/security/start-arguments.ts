import { isAbsolute } from 'node:path';
import { RELAUNCHED } from './relaunch.ts';
import { switchArguments } from './switches.ts';

/** What a build is for. Written into the app when it is packed, so nothing from outside can change it. */
export type BuildKind =
  | 'source' /** The source tree, for those who work on it. */
  | 'test' /** Packed to be driven by tests and thrown away. */
  | 'release';

/** A switch that may stand on the command line of a release, and its values; null for one that has none. */
interface Allowed {
  readonly name: string;
  readonly values: RegExp | null;
  readonly why: string;
}

const anything = /^[^]+$/u;

/**
 * All that a release takes, and why. Chromium and Node know some thousand switches more, and each version others:
 * what is not here is refused, whatever it does.
 */
export const allowedSwitches: readonly Allowed[] = [
  { name: 'package', values: anything, why: 'our own: the package to open' },
  { name: 'first-look', values: anything, why: 'our own: a picture of a first search' },
  { name: 'self-report', values: anything, why: 'our own: what guards are in force' },
  { name: 'user-data-dir', values: anything, why: 'where the reader’s own lies; leads nowhere else' },
  {
    name: 'force-renderer-accessibility',
    values: /^(?:|basic|form-controls|complete)$/u,
    why: 'screen readers',
  },
  {
    name: 'force-device-scale-factor',
    values: /^[0-9](?:\.[0-9]{1,3})?$/u,
    why: 'size on screens that misreport theirs',
  },
  { name: 'lang', values: /^(?:sv|en)(?:-[A-Z]{2})?$/u, why: 'language of the system’s own dialogs' },
  { name: 'disable-gpu', values: null, why: 'machines whose graphics driver fails' },
  { name: 'ozone-platform', values: /^(?:x11|wayland)$/u, why: 'Linux: which display server' },
  { name: 'ozone-platform-hint', values: /^(?:auto|x11|wayland)$/u, why: 'Linux: which display server' },
];

/** What the program that drives tests passes to a test build, and no more. */
const testArguments: readonly string[] = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];

/**
 * Variables by which Node, Electron or Chromium would load code, be watched, or write down what passes. Fuses make
 * most of them ineffective as well. NODE_EXTRA_CA_CERTS is not among them: many workplaces set it for all programs,
 * and who makes no connection needs no certificate.
 */
export const refusedVariables: readonly string[] = [
  'ELECTRON_RUN_AS_NODE',
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
  'SSLKEYLOGFILE',
  'ELECTRON_LOG_FILE',
  'CHROME_LOG_FILE',
];

/** How a process was started. */
export interface Start {
  /** Arguments after the program's own name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly kind: BuildKind;
}

/**
 * What this start was given that its kind of build does not take, as it was written; empty when nothing was. A
 * source tree takes everything. A value may follow as an argument of its own where a switch of ours needs one.
 */
export function refusedAtStart({ args, env, kind }: Start): readonly string[] {
  if (kind === 'source') return [];
  const known = new Set([...switchArguments, RELAUNCHED, ...(kind === 'test' ? testArguments : [])]);
  const refused = args.filter((argument, at) => !known.has(argument) && !isAllowed(argument, args[at - 1]));
  return [...refused, ...refusedVariables.filter((name) => (env[name] ?? '') !== '')];
}

function isAllowed(argument: string, before: string | undefined): boolean {
  if (!isSwitch(argument)) return isPlace(argument) || takesNext(before);
  const [, name = '', value = null] = /^--(?<name>[a-z-]+)(?:=(?<value>[^]*))?$/u.exec(argument) ?? [];
  const allowed = allowedSwitches.find((one) => one.name === name);
  if (allowed === undefined) return false;
  if (value === null)
    return allowed.values === null || allowed.values === anything || allowed.values.test('');
  return allowed.values?.test(value) === true;
}

/** Chromium takes one dash for two, and on Windows a slash. */
function isSwitch(argument: string): boolean {
  return argument.startsWith('-') || (process.platform === 'win32' && argument.startsWith('/'));
}

/** A file or folder, or an address of our own. Nothing is opened from elsewhere. */
function isPlace(argument: string): boolean {
  return argument.startsWith('lasesal:') || isAbsolute(argument) || !/^[a-z][a-z0-9+.-]+:/iu.test(argument);
}

function takesNext(before: string | undefined): boolean {
  const allowed = allowedSwitches.find((one) => `--${one.name}` === before);
  return allowed?.values === anything;
}
