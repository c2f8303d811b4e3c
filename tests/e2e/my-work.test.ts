import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { launchApp } from '../helpers/electron.ts';
import { openHit, openRoom, resize, searchFor, violations } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';
import { notedText } from './what-is-shown.ts';

const sections = ['Samlingar', 'Anteckningar', 'Sparade sökningar', 'Historik', 'Rättelser'] as const;

let userData: string;
let room: ReadingRoom;

const notes = (): Locator => room.release.locator('xpath=..').getByRole('complementary');
const notice = (): Locator => room.window.locator('.work-notice');
const toSection = async (name: string): Promise<void> => {
  await room.window.getByRole('navigation', { name: 'Mitt arbete' }).getByRole('button', { name }).click();
  await expect(room.window.getByRole('heading', { level: 1, name })).toBeVisible();
};

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  userData = await mkdtemp(join(tmpdir(), 'lasesal-e2e-work-'));
  room = await openRoom({ userData });
});
test.afterAll(async () => {
  await room.close();
  await rm(userData, { recursive: true, force: true });
});

test('each section says what will be in it while it is empty, and axe-core finds nothing', async () => {
  await room.window.keyboard.press('Control+3');
  for (const section of sections) {
    await toSection(section);
    await expect(room.window.locator('.empty-work h2')).toBeVisible();
    expect(await violations(room.window), section).toEqual([]);
  }
  await room.window.keyboard.press('Control+1');
});

test('by keys alone a passage is noted and the release put into a new collection', async () => {
  const { window, release } = room;
  await searchFor(room, 'segregation');
  await window.keyboard.press('Control+k');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await expect(release.locator('h1')).toContainText('Vera Holmkvist');
  await window.keyboard.press('Control+m');
  await expect(window.getByRole('application', { name: 'Markerat ställe' })).toBeVisible();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowLeft']) await window.keyboard.press(key);
  expect(await violations(window)).toEqual([]);
  const chosen = await window.evaluate(() => String(document.getSelection()));
  expect(chosen).toMatch(/^Hon ska från den 1 januari 2018 .* gett$/u);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Anteckning 1' })).toBeFocused();
  await window.keyboard.type('Jämför med utredningen.');
  await window.keyboard.press('Control+Enter');
  await expect(notes().getByText('Jämför med utredningen.')).toBeVisible();
  await expect(notes().locator('q')).toHaveText(chosen);
  expect(await notedText(room.window)).toBe(chosen);

  await window.keyboard.press('Control+d');
  await window.keyboard.type('Hamnstäder');
  await window.keyboard.press('Enter');
  await expect(notice()).toContainText('Lagd i den nya samlingen Hamnstäder.');
  await expect(window.getByRole('button', { name: 'I 1 samling' })).toBeVisible();
  await expect(room.hits.first().locator('.work-mark')).toHaveCount(2);
  await expect(room.hits.nth(1).locator('.work-mark')).toHaveCount(0);
});

test('a correction is seen at once as the reader’s own, and can be taken back', async () => {
  const { window, release } = room;
  await release.getByRole('button', { name: 'Stämmer något inte?' }).click();
  await window.getByText('Datum', { exact: true }).click();
  await window.getByLabel('Rätt datum').fill('9 december 2017');
  expect(await violations(window, ['region'])).toEqual([]);
  await window.getByRole('button', { name: 'Spara rättelsen' }).click();
  const hers = release.getByRole('listitem').filter({ hasText: 'Din rättelse' });
  await expect(hers).toContainText('Datum: 9 december 2017 i stället för 8 december 2017.');
  expect(await violations(window)).toEqual([]);
  await hers.getByRole('button', { name: 'Ta tillbaka' }).focus();
  await window.keyboard.press('Enter');
  await expect(hers).toHaveCount(0);
  // What had the focus is gone: the way to take that back has it.
  await expect(notice().getByRole('button', { name: 'Ångra' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(hers).toHaveCount(1);
});

test('a government is chosen from the register, with or without releases of it', async () => {
  const { window, release } = room;
  await release.getByRole('button', { name: 'Stämmer något inte?' }).click();
  await window.getByRole('dialog').getByText('Regering', { exact: true }).click();
  const field = window.getByRole('combobox', { name: 'Ska vara' });
  await field.focus();
  await expect(window.locator('.named-item')).toHaveCount(6);
  await window.keyboard.type('hamm');
  await expect(window.locator('.named-item')).toHaveCount(1);
  for (const key of ['ArrowDown', 'Enter']) await window.keyboard.press(key);
  await window.getByRole('button', { name: 'Spara rättelsen' }).click();
  const hers = release.getByRole('listitem').filter({ hasText: 'Regeringen Hammar' });
  await expect(hers).toContainText('Regeringen Hammar i stället för Regeringen Ahlgren I');
  await hers.getByRole('button', { name: 'Ta tillbaka' }).click();
});

test('a search is saved with a name made of it, and history tells what was read', async () => {
  const { window } = room;
  await window.keyboard.press('Control+s');
  await expect(window.getByRole('textbox', { name: 'Sökningens namn' })).toHaveValue('segregation');
  await window.keyboard.press('Enter');
  await expect(notice()).toContainText('Sökningen segregation är sparad.');
  await window.getByRole('button', { name: 'Samla träffarna' }).click();
  await window.keyboard.type('Allt om segregation');
  await window.keyboard.press('Enter');
  await expect(notice()).toContainText('7 handlingar är lagda i Allt om segregation.');
  await notice().getByRole('button', { name: 'Ångra' }).click();
  await window.keyboard.press('Control+3');
  await expect(window.locator('.work-row')).toHaveCount(1);
  await toSection('Sparade sökningar');
  await expect(window.locator('.search-news')).toHaveText('7 handlingar, inget nytt.');
  await toSection('Historik');
  await expect(window.locator('.long-row')).toHaveCount(2);
  await window.keyboard.press('Control+1');
});

test('after a restart all of it is there, and axe-core finds nothing in it', async () => {
  await room.close();
  room = await openRoom({ userData });
  const { window } = room;
  await expect(notes().getByText('Jämför med utredningen.')).toBeVisible();
  await window.keyboard.press('Control+3');
  for (const section of sections) {
    await toSection(section);
    await expect(window.locator('.work-content :is(.work-row, .entry)').first()).toBeVisible();
    expect(await violations(window), section).toEqual([]);
  }
  await resize(room, 400, 800);
  expect(await violations(window), 'narrow').toEqual([]);
  expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await resize(room, 1440, 900);
});

test('a collection is put in order by keys, and what is taken out comes back', async () => {
  const { window } = room;
  await window.keyboard.press('Control+1');
  await openHit(room, 1);
  await window.keyboard.press('Control+d');
  await window.keyboard.type('hamn');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Hamnstäder', exact: true }).click();
  const titles = window.locator('.entry .release-line-title');
  await expect(titles).toHaveCount(2);
  const before = await titles.allInnerTexts();
  await window.getByRole('row').first().focus();
  await window.keyboard.press('Alt+ArrowDown');
  await expect(titles).toHaveText(before.toReversed());
  await window.keyboard.press('Delete');
  await expect(titles).toHaveText([before[1] ?? '']);
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+z');
  await expect(titles).toHaveText(before.toReversed());
});

test('a correction is handed to the keeper of the archive as a file', async () => {
  const { window } = room;
  const file = join(userData, 'rättelser.json');
  await room.app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, file);
  await toSection('Rättelser');
  const row = window.locator('.work-content :is(.work-row, .long-row)').first();
  await expect(row).toContainText('inte lämnad');
  await window.getByRole('button', { name: 'Spara som fil …' }).click();
  await expect(notice()).toContainText('rättelser.json');
  await expect(row).toContainText(/(?<!inte )lämnad \d/u);
  const handed = JSON.parse(await readFile(file, 'utf8')) as {
    readonly corrections: readonly { readonly release: { readonly title: string } }[];
  };
  expect(handed).toMatchObject({
    format: 'lasesal-corrections',
    version: 1,
    corrections: [{ about: 'date' }],
  });
  expect(handed.corrections[0]?.release.title).toContain('Vera Holmkvist');
});

test('history is switched off and wiped', async () => {
  const { window } = room;
  await toSection('Historik');
  await window.getByText('Spara historik').click();
  await window.getByRole('button', { name: 'Glöm allt …' }).click();
  await window.getByRole('button', { name: /^Glöm \d+ rad/u }).click();
  await expect(window.getByText('Historiken är avstängd.')).toBeVisible();
});

test('where no package is open, what was collected is named all the same', async () => {
  await room.close();
  const empty = await mkdtemp(join(tmpdir(), 'lasesal-e2e-no-package-'));
  const { window, close } = await launchApp({ args: ['--package', empty], userData });
  try {
    await window.getByRole('button', { name: 'Mitt arbete' }).click();
    await window.getByRole('button', { name: 'Hamnstäder', exact: true }).click();
    await expect(window.locator('.entry')).toHaveCount(2);
    await expect(window.locator('.entry').first()).toContainText('finns inte i det som är öppet');
    expect(await violations(window)).toEqual([]);
  } finally {
    await close();
    await rm(empty, { recursive: true, force: true });
  }
});
