import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, nativeTheme, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { registerCalls } from './ipc/register-calls.ts';
import { setAppMenu } from './menu/app-menu.ts';
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
import { takeFirstLook } from './window/first-look.ts';
import { createMainWindow, loadApp } from './window/main-window.ts';
import { writeSelfReport } from './window/self-report.ts';

const given = readStartArguments(process.argv);

app.setName('Läsesal');
if (given.userData !== null) app.setPath('userData', given.userData);
if (isStartedPlainly() && !relaunchWithSwitches(app) && isOnlyOne()) {
  applySwitches(app.commandLine);
  declareAppScheme();
  guardContents(app);
  guardSessions(app);
  app.on('window-all-closed', () => app.quit());
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
  const window = createMainWindow({ session: room, bounds: reader.store.get('windowBounds') });
  if (!windowIsGuarded(app, window.webContents)) return;
  calls.add(window.webContents);
  keepBounds(window, reader);
  reader.openAtStart({ asked: given.packageDir, bundled: bundledPackage() });
  focusOnSecondStart(window);
  closeReaderAtQuit(reader);
  await loadApp(window);
  if (given.selfReport !== null) await writeSelfReport(app, window, given.selfReport);
  if (given.firstLook !== null) await takeFirstLook(window, given.firstLook);
}

function startReader(): ReaderService {
  const worker = (name: string): { url: URL } => ({ url: new URL(`./${name}.js`, import.meta.url) });
  return new ReaderService({
    appVersion: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    userData: app.getPath('userData'),
    workers: { search: worker('search-worker'), verify: worker('verify-worker') },
    readyIndexRoot: join(bundled(), 'index'),
    choosePackageFolder,
  });
}

async function choosePackageFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
  return canceled ? null : (filePaths[0] ?? null);
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
    nativeTheme.themeSource = theme;
    setAppMenu(language, {
      openPackage: () => void reader.api.choosePackage({}),
      verifyPackage: () => void reader.api.verifyPackage({}),
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
  window.on('close', () => reader.store.set('windowBounds', window.getNormalBounds()));
}

/** Whether no other instance has these files open; a second one hands over to the first and ends. */
function isOnlyOne(): boolean {
  const first = app.requestSingleInstanceLock();
  if (!first) app.exit(0);
  return first;
}

function focusOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

function closeReaderAtQuit(reader: ReaderService): void {
  app.on('will-quit', () => void reader.close());
}
