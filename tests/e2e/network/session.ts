import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { choose, countShown, facet, openHit, openRoom, searchFor } from '../reading-room.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { exampleArchive } from '../../helpers/electron.ts';
import { makeEdition } from '../editions.ts';
import { acceptAll, chooseFiles, libraryRoomOf } from '../library-room.ts';
import { leakFromNode, leakFromPage, sourceOf } from './leaks.ts';
import type { LeakTargets } from './leaks.ts';

/** How long what leaks is given to reach the wire. */
const LEAK_MS = 4000;

/**
 * A whole session in the real app, for a process that was started where its packets are seen: what a reader does,
 * then, with `--hostile`, what code would try that got into the window or the main process. Prints one line a step.
 */
async function session(hostile: boolean, targets: LeakTargets): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-wire-'));
  const room = await openRoom({ userData, args: ['--package', exampleArchive] });
  try {
    await read(room);
    await followLinks(room);
    await savePages(room, userData);
    await verify(room);
    await importAndExport(room, userData);
    await print(room);
    await changeSettings(room);
    if (hostile) await leak(room, targets);
  } finally {
    await room.close();
    await rm(userData, { recursive: true, force: true });
  }
}

async function read(room: ReadingRoom): Promise<void> {
  await searchFor(room, 'energi*');
  expect(await countShown(room)).toBeGreaterThan(0);
  await choose(room, (await facet(room, 'Regering')).first());
  await searchFor(room, '');
  said('searched');
}

/** Opens releases and presses whatever in them stands for a link, and whatever copies one. */
async function followLinks(room: ReadingRoom): Promise<void> {
  let followed = 0;
  for (let n = 0; n < Math.min(12, await room.hits.count()); n += 1) {
    await openHit(room, n);
    // Names lead to pages of the room, where the release is out of sight.
    const ways = room.release.locator('a:not(.page-link), .link-text, .link-number, .addresses button');
    for (let way = 0; way < (await ways.count()); way += 1) {
      await ways.nth(way).click();
      followed += 1;
    }
  }
  expect(followed).toBeGreaterThan(5);
  said(`followed ${followed} links`);
}

/** Saves a release as PDF: it is drawn in a window and a session of its own. */
async function savePages(room: ReadingRoom, folder: string): Promise<void> {
  const { window, app } = room;
  // What runs this file marks functions with their names, by a function that the app does not have.
  await app.evaluate('void (globalThis.__name = (of) => of)');
  await openHit(room, 0);
  const pages = join(folder, 'handling.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, pages);
  await window.keyboard.press('Control+Shift+S');
  await expect.poll(() => existsSync(pages)).toBe(true);
  said('saved pages');
}

async function verify({ window }: ReadingRoom): Promise<void> {
  await window.locator('.library-line').first().click();
  await window.getByRole('button', { name: 'Kontrollera paketet' }).click();
  await expect(window.locator('.library-line').first()).toContainText('Kontrollerat');
  said('verified');
}

/** Takes in a package, checks it, and writes its certificate into a file. */
async function importAndExport(room: ReadingRoom, folder: string): Promise<void> {
  const { window, app } = room;
  const library = libraryRoomOf(room);
  const { file } = await makeEdition(folder, { name: 'nordmark-1', pages: [0, 1, 2] });
  await chooseFiles(library, [file]);
  await acceptAll(library);
  await window.getByRole('button', { name: 'Klar' }).click();
  await library.rows.first().click();
  await window.locator('.package').getByRole('button', { name: 'Kontrollera paketet' }).click();
  await expect(library.rows.first()).toContainText('Kontrollerat', { timeout: 60_000 });
  const certificate = join(folder, 'intyg.html');
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, certificate);
  await window.getByRole('button', { name: 'Spara intyget …' }).click();
  await expect.poll(() => existsSync(certificate)).toBe(true);
  said('imported and exported');
}

/** Has Chromium print what the window shows. */
async function print({ app }: ReadingRoom): Promise<void> {
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pages = await Promise.all(
      BrowserWindow.getAllWindows().map(async (one) => await one.webContents.printToPDF({})),
    );
    return pages.reduce((sum, page) => sum + page.length, 0);
  });
  expect(bytes).toBeGreaterThan(1000);
  said('printed');
}

async function changeSettings({ window }: ReadingRoom): Promise<void> {
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Inställningar' }).click();
  await window.getByText('Mörkt').click();
  await window.getByText('English').click();
  await expect(window.getByText('Appearance')).toBeVisible();
  await window.keyboard.press('Escape');
  said('changed settings');
}

/** What code would try in the window, in an empty frame of it, in a window of its own and in the main process. */
async function leak({ app, window }: ReadingRoom, targets: LeakTargets): Promise<void> {
  const page = sourceOf(leakFromPage);
  const to = JSON.stringify(targets);
  await window.evaluate(`${page}(window, ${to})`);
  await window.evaluate(`{
    const frame = document.body.appendChild(document.createElement('iframe'));
    ${page}(frame.contentWindow, ${to});
  }`);
  await app.evaluate(
    async ({ BrowserWindow, net, session: sessions }, { inPage, inNode, domain, address }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { partition: 'of-its-own' } });
      await other.loadURL('data:text/html,<p>x</p>').catch(() => undefined);
      await other.webContents.executeJavaScript(inPage).catch(() => undefined);
      process.getBuiltinModule('vm').runInThisContext(inNode);
      for (const session of [sessions.defaultSession, sessions.fromPartition('another')]) {
        for (const host of [`electron.${domain}`, address]) {
          void session.resolveHost(host).catch(() => undefined);
          void session.fetch(`http://${host}/`).catch(() => undefined);
          session.preconnect({ url: `http://${host}/`, numSockets: 2 });
          session.downloadURL(`http://${host}/`);
        }
      }
      void net.fetch(`http://${address}/`).catch(() => undefined);
      void other.loadURL(`http://navigation.${domain}/`).catch(() => undefined);
    },
    {
      ...targets,
      inPage: `${page}(window, ${to})`,
      inNode: `${sourceOf(leakFromNode)}((name) => process.getBuiltinModule(name), ${to})`,
    },
  );
  await window.waitForTimeout(LEAK_MS);
  // Asked past the driver, which waits for the navigations that were refused.
  const still = await app.evaluate(
    async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().startsWith('lasesal-app://app/index.html'))
        ?.webContents.executeJavaScript("document.querySelectorAll('[data-hit]').length")) as unknown,
  );
  expect(still).toBeGreaterThan(0);
  said('tried to leak');
}

function said(step: string): void {
  process.stdout.write(`step: ${step}\n`);
}

const [domain = '', address = '', ...flags] = process.argv.slice(2);
await session(flags.includes('--hostile'), { domain, address });
