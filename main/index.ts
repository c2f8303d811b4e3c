import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { app, BrowserWindow, nativeTheme, powerMonitor, session } from 'electron';
import { registerCalls } from './ipc/register-calls.ts';
import { setAppMenu } from './menu/app-menu.ts';
import { paperOf } from './print/print-room.ts';
import { machinePolicyFile } from './reader/policy-file.ts';
import { ReaderService } from './reader/reader-service.ts';
import { declareAppScheme, serveApp } from './security/app-protocol.ts';
import { guardContents } from './security/contents-guards.ts';
import { readBuildKind } from './security/build-kind.ts';
import { refuseToOpen } from './security/refusal.ts';
import { guardSession, guardSessions } from './security/session-guards.ts';
import { guardsAreInForce, windowIsGuarded } from './security/read-back.ts';
import { relaunchWithSwitches } from './security/relaunch.ts';
import { applySwitches } from './security/switches.ts';
import { refusedAtStart } from './security/start-arguments.ts';
import { readStartArguments } from './window/arguments.ts';
import { dialogsOver } from './window/dialogs.ts';
import { takeFirstLook } from './window/first-look.ts';
import { createMainWindow, loadApp } from './window/main-window.ts';
import { nativeThemeOf } from './window/native-theme.ts';
import { writeSelfReport } from './window/self-report.ts';

const given = readStartArguments(process.argv, isOtherFolder);
/** As they are handed to an instance that runs already, wherever that was started. */
const imports = given.imports.map((path) => resolve(path));
const { links } = given;
/** Who takes addresses that the system hands over: until the reader is there they wait. */
let follow = (address: string): void => void earlyLinks.push(address);
const earlyLinks: string[] = [...links];

app.setName('Läsesal');
if (given.userData !== null) app.setPath('userData', given.userData);
if (isStartedPlainly() && !relaunchWithSwitches(app) && isOnlyOne()) {
  applySwitches(app.commandLine);
  declareAppScheme();
  guardContents(app);
  guardSessions(app);
  app.on('window-all-closed', () => app.quit());
  followAddresses();
  void app.whenReady().then(start);
}

/** Whether this start was given nothing that this build does not take; otherwise it says what, and the app ends. */
function isStartedPlainly(): boolean {
  const kind = readBuildKind(app.getAppPath());
  const refused = refusedAtStart({ args: process.argv.slice(1), env: process.env, kind });
  if (refused.length === 0) return true;
  const which = refused.map((one) => one.slice(0, 100)).join(' ');
  refuseToOpen(app, {
    sv: `Läsesal öppnades inte: det startades med något som det inte tar emot (${which}). Inget har ändrats. Ta bort det ur genvägen, kommandot eller miljön och starta igen.`,
    en: `Läsesal did not open: it was started with something that it does not take (${which}). Nothing was changed. Take it out of the shortcut, the command or the environment and start again.`,
  });
  return false;
}

async function start(): Promise<void> {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  const room = session.defaultSession;
  await guardSession(room);
  if (!(await guardsAreInForce(app, room))) return;
  serveApp(room, join(import.meta.dirname, '../renderer'));
  const reader = startReader();
  const calls = registerCalls(reader.api);
  followSettings(reader);
  const window = createMainWindow({
    session: room,
    bounds: reader.store.get('windowBounds'),
    theme: reader.settings.theme,
  });
  if (!windowIsGuarded(app, window.webContents)) return;
  calls.add(window.webContents);
  keepBounds(window, reader);
  reader.start({ asked: given.packageDir, imports });
  reader.checkInIdleTime(() => powerMonitor.getSystemIdleTime());
  follow = (address) => reader.followLink(address);
  for (const address of earlyLinks) follow(address);
  followSecondStarts(window, reader);
  closeReaderAtQuit(reader);
  await loadApp(window);
  if (given.selfReport !== null) await writeSelfReport(app, window, given.selfReport);
  if (given.firstLook !== null) await takeFirstLook(window, given.firstLook);
}

function startReader(): ReaderService {
  const worker = (name: string): { url: URL } => ({ url: new URL(`./${name}.js`, import.meta.url) });
  const reader: ReaderService = new ReaderService({
    appVersion: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    userData: app.getPath('userData'),
    workers: {
      search: worker('search-worker'),
      verify: worker('verify-worker'),
      library: worker('library-worker'),
    },
    readyIndexRoot: join(bundled(), 'index'),
    bundled: bundledPackage(),
    policyFile: machinePolicyFile(),
    paper: paperOf(join(import.meta.dirname, '../renderer')),
    shipped: {
      lists: ['main', 'preload', 'renderer'].map((part) =>
        join(import.meta.dirname, '..', part, 'shipped.json'),
      ),
      runtime: [dirname(process.execPath), process.resourcesPath],
    },
    dialogs: dialogsOver(
      () => BrowserWindow.getAllWindows()[0] ?? null,
      () => reader.settings.language,
    ),
  });
  return reader;
}

/** The package that comes with the app; in a source tree the example archive, where it has been built. */
function bundledPackage(): string | null {
  const folder = app.isPackaged ? join(bundled(), 'packages') : bundled();
  const names = app.isPackaged ? namesIn(folder) : ['example-archive'];
  const name = names.find((candidate) => existsSync(join(folder, candidate, 'bagit.txt')));
  return name === undefined ? null : join(folder, name);
}

/** Where what comes with the app lies: packages, and their ready-built indexes. */
function bundled(): string {
  return app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

/** Menu and theme follow the settings, now and whenever they change. */
function followSettings(reader: ReaderService): void {
  const follow = (): void => {
    const { language, theme } = reader.settings;
    nativeTheme.themeSource = nativeThemeOf(theme);
    setAppMenu(language, {
      importFiles: () => void reader.api.chooseImport({ what: 'file' }),
      importFolder: () => void reader.api.chooseImport({ what: 'folder' }),
      readInPlace: () => void reader.api.choosePackage({}),
      verifyPackage: () => void reader.api.verifyPackage({ identity: null }),
      command: (command) => reader.sendCommand({ type: 'command', command }),
    });
  };
  follow();
  let followed = JSON.stringify(reader.settings);
  reader.api.onEvent((event) => {
    if (event.type !== 'status' || JSON.stringify(event.status.settings) === followed) return;
    followed = JSON.stringify(event.status.settings);
    follow();
  });
}

function keepBounds(window: BrowserWindow, reader: ReaderService): void {
  window.on('close', () => {
    try {
      reader.store.set('windowBounds', window.getNormalBounds());
    } catch {
      // Where nothing can be kept, that was said when the app opened; it can be closed all the same.
    }
  });
}

/** Whether no other instance has these files open; a second one hands over to the first and ends. */
function isOnlyOne(): boolean {
  const first = app.requestSingleInstanceLock({ imports, links });
  if (!first) app.exit(0);
  return first;
}

/** A second start brings the window to the front, and what it was given to import comes here. */
function followSecondStarts(window: BrowserWindow, reader: ReaderService): void {
  app.on('second-instance', (_event, _argv, _folder, handed: unknown) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    const paths = handedOver(handed, 'imports');
    if (paths.length > 0) reader.takeIn(paths);
    for (const address of handedOver(handed, 'links')) follow(address);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    reader.takeIn([path]);
  });
}

/** What another instance says that it was given: data from outside. */
function handedOver(handed: unknown, what: 'imports' | 'links'): readonly string[] {
  if (typeof handed !== 'object' || handed === null) return [];
  const named: unknown = Reflect.get(handed, what);
  return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
}

/** macOS hands over addresses of our own by themselves, also before anything is there to open them. */
function followAddresses(): void {
  app.on('open-url', (event, address) => {
    event.preventDefault();
    follow(address);
  });
}

function isOtherFolder(path: string): boolean {
  if (resolve(path) === resolve(app.getAppPath())) return false;
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What was begun is finished before the app ends. */
function closeReaderAtQuit(reader: ReaderService): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void reader.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
