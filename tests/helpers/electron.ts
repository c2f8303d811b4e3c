import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
import { openDisplay, type Display } from '../../main/launch/display.ts';
import { isRoot, places, projectRoot } from '../../main/launch/project.ts';
import { resolveRuntime, type Runtime } from '../../main/launch/runtime.ts';
import { defaultSettings } from '../../main/reader/personal.ts';
import { Store } from '../../main/reader/store.ts';
import { switchArguments } from '../../main/security/switches.ts';

/** What a test wants of the app that it starts. All may be left out. */
export interface LaunchOptions {
  /** Arguments for the app, e.g. `['--package', folder]`. */
  readonly args?: readonly string[];
  /** The folder that holds the reader's own; a fresh one, removed on close, when none is named. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The app's folder, by default this project, which must have been built. */
  readonly app?: string;
  /** A packaged app's executable, to start instead of the runtime with `app`. */
  readonly executable?: string;
  /** Chromium's sandbox, by default wherever it can work: for everyone but root. */
  readonly sandbox?: boolean;
  /** Milliseconds until the first window must be there. */
  readonly timeout?: number;
  /** Whether the welcome may come by itself; it does not, as for someone who has seen it. */
  readonly welcome?: boolean;
}

/** A running app. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The first window, its page loaded. */
  readonly window: Page;
  readonly userData: string;
  /** Ends the app; keeps a `userData` that the test named, so that the next start can find it. */
  readonly close: () => Promise<void>;
}

let runtime: Promise<Runtime> | undefined;
let display: Promise<Display> | undefined;

/** The example archive as a package, as `npm start` opens it. */
export const exampleArchive: string = places.exampleArchive;

/** Starts the app in real Electron, on the display there is or on a virtual one of this process. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  display ??= openDisplay();
  const { env: displayEnv } = await display;
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'lasesal-e2e-')));
  if (options.welcome !== true) beWelcomed(userData);
  const app = await launchOrRetry({
    ...(await program(options)),
    cwd: projectRoot,
    chromiumSandbox: options.sandbox ?? !isRoot(),
    env: { ...definedOnly(process.env), ...displayEnv, ...options.env },
    timeout: options.timeout ?? 45_000,
  });
  const close = async (): Promise<void> => {
    await app.close();
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
  };
  try {
    const window = await app.firstWindow({ timeout: options.timeout ?? 45_000 });
    await window.waitForLoadState('domcontentloaded');
    return { app, window, userData, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function program(wanted: LaunchOptions): Promise<{ executablePath: string; args: string[] }> {
    // As `npm start` gives them: a newer Electron would start itself once more to get them, out of our sight.
    const own = [...switchArguments, `--user-data-dir=${userData}`, ...(wanted.args ?? [])];
    if (wanted.executable !== undefined) return { executablePath: wanted.executable, args: own };
    const folder = wanted.app ?? projectRoot;
    if (wanted.app === undefined && !existsSync(join(places.out, 'main', 'index.js'))) {
      throw new Error(
        'the app is not built: run npm run build, or npm test -- --only e2e, which does so itself',
      );
    }
    runtime ??= resolveRuntime();
    return { executablePath: (await runtime).executable, args: [folder, ...own] };
  }
}

/** Where nothing is kept yet: settings of someone who has seen the welcome. */
function beWelcomed(userData: string): void {
  const file = join(userData, 'personal', 'reader.log');
  if (existsSync(dirname(file))) return;
  const store = Store.open(file);
  if (store.problems.length === 0) store.set('settings', { ...defaultSettings, welcomed: true });
  store.close();
}

/**
 * Playwright attaches to a window while it is being made, and once in some hundred starts it then waits for an
 * answer that never comes. It has ended the app when it gives up; a second start is said aloud.
 */
async function launchOrRetry(how: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(how);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    process.stderr.write(`Playwright got no hold of the app and starts it once more: ${error.message}\n`);
    return _electron.launch(how);
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
