import { writeFile } from 'node:fs/promises';
import type { App, BrowserWindow } from 'electron';
import { webDoors } from '../contract/web-doors.ts';
import { readBuildKind } from '../security/build-kind.ts';
import { faultsOfGuards, faultsOfWindow } from '../security/read-back.ts';
import { networkSwitches } from '../security/switches.ts';

const WAIT_MS = 60_000;
const EVERY_MS = 100;

/** What a page can tell of itself. */
interface PageReport {
  readonly origin: string;
  /** Titles on the screen: that an archive is open and can be read. */
  readonly hits: number;
  /** Node's own names that the page has. */
  readonly node: readonly string[];
  /** Ways to a network that did not throw. */
  readonly openDoors: readonly string[];
}

/**
 * For whoever has to vouch for a machine, and where no test can look inside: writes down in `file` (JSON) what this
 * app is and which of its guards are in force, once an archive is on the screen, and ends the app, with exit code 1
 * when one is not or nothing came.
 */
export async function writeSelfReport(app: App, window: BrowserWindow, file: string): Promise<void> {
  try {
    const page = await reportOfPage(window);
    const { commandLine } = app;
    const faults = [
      ...(await faultsOfGuards(app, window.webContents.session)),
      ...faultsOfWindow(window.webContents),
      ...page.openDoors,
      ...page.node,
    ];
    const report = {
      app: { version: app.getVersion(), build: readBuildKind(app.getAppPath()), packaged: app.isPackaged },
      runtime: { electron: process.versions.electron, chrome: process.versions['chrome'] },
      switches: Object.fromEntries(
        Object.keys(networkSwitches).map((name) => [name, commandLine.getSwitchValue(name)]),
      ),
      sandboxed: !commandLine.hasSwitch('no-sandbox'),
      page,
      faults,
    };
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    app.exit(faults.length === 0 && page.hits > 0 ? 0 : 1);
  } catch {
    app.exit(1);
  }
}

/** Asks the page, once it shows hits or has had a minute for it. */
async function reportOfPage({ webContents }: BrowserWindow): Promise<PageReport> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const report = (await webContents.executeJavaScript(asked)) as PageReport;
    if (report.hits > 0 || Date.now() > until) return report;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** Tries each way, with an address that leads nowhere: what is closed throws our own words. */
const asked = `(() => {
  const isOpen = (name) => {
    const path = name.split('.');
    const key = path.pop();
    const owner = path.reduce((of, step) => of?.[step], globalThis);
    if (typeof owner?.[key] !== 'function') return false;
    try { owner[key](); return true; } catch (error) { return !String(error).includes('has no network'); }
  };
  return {
    origin: location.origin,
    hits: document.querySelectorAll('[data-hit] h3').length,
    node: ['process', 'require', 'module', 'Buffer'].filter((name) => name in globalThis),
    openDoors: ${JSON.stringify(webDoors)}.filter(isOpen),
  };
})()`;
