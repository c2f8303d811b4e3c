import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { places } from '../../main/launch/project.ts';
import { launchApp } from '../helpers/electron.ts';
import { countShown, readingRoomOf, resize, settled } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';
import { chooseInMenu } from './states/room-state.ts';

let userData = '';
let room: ReadingRoom;

async function open(): Promise<void> {
  room = readingRoomOf(await launchApp({ userData, welcome: true }));
  await resize(room, 1440, 900);
  await expect(room.hits.first()).toBeVisible({ timeout: 60_000 });
}

test.beforeAll(async () => {
  userData = await mkdtemp(join(tmpdir(), 'lasesal-welcome-'));
  await open();
});
test.afterAll(async () => {
  await room.close();
  await rm(userData, { recursive: true, force: true });
});

test('at the first start a welcome lies beside the work, takes no focus, and each step can be tried', async () => {
  const { window } = room;
  const card = window.getByRole('complementary', { name: 'Välkommen till läsesalen' });
  await expect(card.getByRole('heading', { name: 'Sök som du tänker' })).toBeVisible();
  expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  // Whoever wants to work works: nothing is shut off.
  await window.keyboard.press('/');
  await expect(room.searchField).toBeFocused();
  const all = await countShown(room);

  await window.keyboard.press('Shift+F6');
  await expect(card.getByRole('heading')).toBeFocused();
  await card.getByRole('button', { name: 'Prova: skola' }).click();
  await settled(window);
  expect(await countShown(room)).toBeLessThan(all);
  await expect(room.searchField).toHaveValue('skola');

  await card.getByRole('button', { name: 'Nästa' }).click();
  await expect(card.getByRole('heading', { name: 'Se vem som satt då' })).toBeFocused();
  await card.getByRole('button', { name: /^Prova: / }).click();
  await settled(window);
  await expect(window.locator('.chip')).toHaveCount(1);

  await card.getByRole('button', { name: 'Nästa' }).click();
  await card.getByRole('button', { name: 'Visa biblioteket' }).click();
  await expect(window.locator('main.library')).toBeVisible();
  await card.getByRole('button', { name: 'Klar' }).click();
  await expect(card).toHaveCount(0);
});

test('it comes once, and again whenever it is asked for; Esc sends it away', async () => {
  await room.close();
  await open();
  const { window } = room;
  const card = window.locator('.welcome');
  await expect(card).toHaveCount(0);
  await window.keyboard.press('F1');
  await window.getByRole('button', { name: 'En kort introduktion' }).click();
  await expect(card.getByRole('heading')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(room.searchField).toBeFocused();
});

test('about tells version, runtime and every licence of what is shipped, word for word', async () => {
  const { window } = room;
  await chooseInMenu(room, 'show-about');
  const about = window.getByRole('dialog', { name: 'Om Läsesal' });
  await expect(about).toContainText(/Version \d+\.\d+\.\d+/);
  await expect(about).toContainText(/Electron \d+/);
  const icon = about.locator('img');
  expect(await icon.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);

  const shipped = await Promise.all(
    ['main', 'preload', 'renderer'].map(
      async (part) =>
        JSON.parse(await readFile(join(places.out, part, 'shipped.json'), 'utf8')) as {
          readonly packages: readonly { readonly name: string; readonly text: string }[];
        },
    ),
  );
  const names = new Set(shipped.flatMap(({ packages }) => packages.map(({ name }) => name)));
  // What anyone knows to be in it, so that an empty list is noticed.
  for (const name of ['react', 'lunr', 'zod', 'lunr-languages', '@fontsource-variable/source-serif-4'])
    expect(names).toContain(name);
  for (const { packages } of shipped)
    for (const { name, text } of packages) expect([name, text.length > 100]).toEqual([name, true]);

  const [built, runtime] = [about.locator('.licences').first(), about.locator('.licences').last()];
  await built.locator('.fold-trigger').first().click();
  await expect(built.locator('.licence')).toHaveCount(names.size);
  await built.getByRole('button', { name: /^lunr \d/ }).click();
  await expect(built.locator('.licence-text')).toContainText('Oliver Nightingale');
  await runtime.locator('.fold-trigger').first().click();
  await runtime.getByLabel('Hitta i listan').fill('harfbuzz');
  await runtime.locator('.licence .fold-trigger').first().click();
  await expect(runtime.locator('.licence-text')).toContainText('copyright', { ignoreCase: true });

  await about.getByRole('button', { name: 'Tillgänglighetsredogörelse' }).click();
  const statement = window.getByRole('dialog', { name: 'Tillgänglighetsredogörelse' });
  await expect(statement.getByRole('heading', { level: 3 })).toHaveCount(7);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});
