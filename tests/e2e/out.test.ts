import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { countShown, openHit, openRoom, searchFor, violations } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let folder = '';
let room: ReadingRoom;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasesal-ways-out-'));
  room = await openRoom();
  await searchFor(room, 'bostäder');
  await openHit(room, 0);
});
test.afterAll(async () => {
  await room.close();
  await rm(folder, { recursive: true, force: true });
});

/** Chooses in the menu under a button, and in the system's dialog; waits until it is said that it was saved. */
async function saveBy(button: string, item: string | RegExp, name: string): Promise<string> {
  const file = join(folder, name);
  await room.app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, file);
  await room.window.getByRole('button', { name: button }).click();
  await room.window.getByRole('menuitem', { name: item }).click();
  await expect(room.window.locator('.lines')).toContainText(name);
  await room.window.locator('.lines').getByRole('button', { name: 'Dölj' }).click();
  return file;
}

async function clipboard(): Promise<string> {
  return await room.app.evaluate(({ clipboard: board }) => board.readText());
}

test('a reference is copied by its keys, in the form that was chosen', async () => {
  const { window, release } = room;
  const title = await release.locator('h1').innerText();
  await window.keyboard.press('Control+Shift+C');
  await expect.poll(clipboard).toContain('Tillgänglig: https://');
  expect(await clipboard()).toContain(`). ${title} [`);

  await window.getByRole('button', { name: 'Citera och spara' }).click();
  expect(await violations(window, ['aria-hidden-focus'])).toEqual([]);
  await window.getByRole('menuitem', { name: 'Referensens form' }).click();
  const dialog = window.getByRole('dialog', { name: 'Referens' });
  await expect(dialog.locator('.reference-text')).toContainText(title);
  expect(await violations(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Stil' }).click();
  await window.getByRole('option', { name: 'APA 7' }).click();
  await expect(dialog.locator('.reference-text em')).toHaveText(title);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+C');
  await expect.poll(clipboard).toMatch(/ \(\d{4}, \d+ \p{L}+\)\. /u);
});

test('what is chosen of the text is copied with the reference, by keyboard', async () => {
  const { window, release } = room;
  const chosen = await release
    .locator('.body p')
    .first()
    .evaluate((paragraph) => {
      document.getSelection()?.selectAllChildren(paragraph);
      return paragraph.textContent ?? '';
    });
  await window.getByRole('button', { name: 'Citera och spara' }).focus();
  await window.keyboard.press('Enter');
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('menuitem', { name: 'Kopiera text med referens' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect.poll(clipboard).toContain(chosen);
  expect(await clipboard()).toContain('https://');
});

test('a result is saved as a table for Excel, with every release in it', async () => {
  const total = await countShown(room);
  const file = await saveBy('Spara listan', 'Tabell för Excel', 'lista.csv');
  const csv = readFileSync(file, 'utf8');
  expect(csv.startsWith('\uFEFF"Datum (EDTF)";')).toBe(true);
  expect(csv.split('"\r\n').filter((line) => line !== '')).toHaveLength(total + 1);
  const ris = readFileSync(await saveBy('Spara listan', /^RIS/u, 'lista.ris'), 'utf8');
  expect(ris.match(/^TY {2}- /gmu)).toHaveLength(total);
});

test('what cannot be written is told, and nothing half-written is left', async () => {
  await room.app.evaluate(
    ({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
    },
    join(folder, 'finns-inte', 'lista.json'),
  );
  await room.window.getByRole('button', { name: 'Spara listan' }).click();
  await room.window.getByRole('menuitem', { name: 'Data med texterna' }).click();
  await expect(room.window.locator('.lines')).toContainText('den finns inte');
  expect(existsSync(join(folder, 'finns-inte'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a release is saved as PDF, by keyboard: tagged, its text and its origin in it', async () => {
  const { window, app, release } = room;
  const file = join(folder, 'handling.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, file);
  const title = await release.locator('h1').innerText();
  await window.keyboard.press('Control+Shift+S');
  await expect(window.locator('.lines')).toContainText('handling.pdf');
  expect(readFileSync(file, 'latin1').startsWith('%PDF-')).toBe(true);
  expect(app.windows()).toHaveLength(1);
  const read = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  // Poppler's programs are not on every machine; what they would read is looked at where they are.
  test.skip(read.error !== undefined, 'pdftotext is not here');
  const text = read.stdout.replaceAll(/\s+/gu, ' ');
  expect(text).toContain(title);
  expect(text).toMatch(/Exempelarkivet, [0-9a-z]{16}@[0-9a-f]{12}\..+SHA-256 [0-9a-f]{64} 1 \(/u);
  expect(text).toContain('1 (');
  expect(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout).toMatch(/Tagged: +yes/u);
});

test('a result is saved as a folder of texts', async () => {
  const total = await countShown(room);
  await room.app.evaluate(({ dialog }, parent) => {
    Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [parent] }) });
  }, folder);
  await room.window.getByRole('button', { name: 'Spara listan' }).click();
  await room.window.getByRole('menuitem', { name: 'Mapp med texterna' }).click();
  await expect.poll(() => existsSync(join(folder, 'bostäder', 'index.html'))).toBe(true);
  const names = readdirSync(join(folder, 'bostäder'), { recursive: true }).map(String);
  expect(names.filter((name) => name.endsWith('.txt'))).toHaveLength(total);
});

test('what is printed reaches its own style sheets and fonts, and nothing else', async () => {
  const answers = await room.app.evaluate(async ({ session }) => {
    const own = session.fromPartition('print', { cache: false });
    const ask = async (address: string): Promise<number | string> => {
      try {
        return (await own.fetch(address)).status;
      } catch {
        return 'refused';
      }
    };
    const addresses = [
      'lasesal-app://app/index.html',
      'lasesal-app://print/page-1',
      'lasesal-app://print/../index.html',
      'file:///etc/passwd',
      'http://127.0.0.1:9/',
    ];
    return await Promise.all(addresses.map(ask));
  });
  expect(answers).toEqual([404, 404, 404, 'refused', 'refused']);
});

test('where no release lies open the keys mean the list', async () => {
  const { window, app } = room;
  await window.keyboard.press('Control+w');
  await expect(room.release).toHaveCount(0);
  const file = join(folder, 'lista.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, file);
  const titles = await room.hits.locator('h3').allInnerTexts();
  await window.keyboard.press('Control+Shift+S');
  await expect(window.locator('.lines')).toContainText('lista.pdf');
  const read = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  test.skip(read.error !== undefined, 'pdftotext is not here');
  const text = read.stdout.replaceAll(/\s+/gu, ' ');
  for (const title of titles) expect(text).toContain(title);
});
