import { expect, test } from '@playwright/test';
import { complaintsOf, openRoom, settled } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;
let complaints: readonly string[] = [];

test.beforeAll(async () => {
  room = await openRoom();
  complaints = complaintsOf(room);
});
test.afterAll(async () => {
  await room.close();
});

test('from start to evidence and back, the mouse is never needed', async () => {
  const { window } = room;
  const press = (key: string): Promise<void> => window.keyboard.press(key);
  await expect(room.searchField).toBeFocused();
  await window.keyboard.type('järnväg');
  await settled(window);
  await press('Enter');
  await expect(room.hits.nth(0).getByRole('button')).toBeFocused();
  await press('ArrowDown');
  await expect(room.hits.nth(1).getByRole('button')).toBeFocused();
  const title = await room.hits.nth(1).locator('h3').innerText();
  await press('Enter');
  await expect(room.release.locator('h1')).toHaveText(title);
  await expect(window.locator('.reader-scroll')).toBeFocused();
  await press('F3');
  await expect(room.release.locator('mark[data-current]').first()).toBeVisible();
  await press('Tab');
  for (let tries = 0; tries < 12; tries += 1) {
    const name = await window.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.includes('Varifrån vet vi det?')) break;
    await press('Tab');
  }
  await press('Enter');
  await expect(room.release.locator('.why')).toBeVisible();
  await press('Escape');
  await expect(room.hits.nth(1).getByRole('button')).toBeFocused();
  await press('Escape');
  await expect(room.searchField).toBeFocused();
  await press('Escape');
  await expect(room.searchField).toHaveValue('');
});

test('the list has one tab stop, and Home, End and the pages lead through all of it', async () => {
  const { window } = room;
  await settled(window);
  const total = Number(/\d+/.exec(await room.count.innerText())?.[0]);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('End');
  await expect(window.locator(`[data-index="${total - 1}"]`).getByRole('button')).toBeFocused();
  await expect(window.locator(`[data-index="${total - 1}"]`)).toBeInViewport();
  await window.keyboard.press('PageUp');
  await window.keyboard.press('Home');
  await expect(window.locator('[data-index="0"]').getByRole('button')).toBeFocused();
  await expect(room.hits.locator('button[tabindex="0"]')).toHaveCount(1);
});

test('F6 goes round the window: search field, timeline, filters, results, release', async () => {
  const { window } = room;
  const pane = (): Promise<string | null | undefined> =>
    window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
  await room.searchField.focus();
  const seen: (string | null | undefined)[] = [await pane()];
  for (let step = 0; step < 4; step += 1) {
    await window.keyboard.press('F6');
    seen.push(await pane());
  }
  expect(seen).toEqual(['search', 'timeline', 'filters', 'results', 'reader']);
  await window.keyboard.press('Shift+F6');
  expect(await pane()).toBe('results');
});

test('the help shows every key and query form, and Escape gives the focus back', async () => {
  const { window } = room;
  await room.hits.first().getByRole('button').focus();
  await window.keyboard.press('?');
  const help = window.getByRole('dialog', { name: 'Sökformer och tangenter' });
  await expect(help).toBeVisible();
  await expect(help.getByRole('rowheader').filter({ hasText: 'F3' }).first()).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(room.hits.first().getByRole('button')).toBeFocused();
});

test('a slash goes to the search field, but is a slash in it', async () => {
  const { window } = room;
  await room.hits.first().getByRole('button').focus();
  await window.keyboard.press('/');
  await expect(room.searchField).toBeFocused();
  await window.keyboard.type('2023/24');
  await expect(room.searchField).toHaveValue('2023/24');
  await room.searchField.fill('');
});

test('single keys can be turned off, for those who speak to their computer', async () => {
  const { window } = room;
  const toggle = async (): Promise<void> => {
    await window.getByRole('button', { name: 'Inställningar' }).click();
    await window.getByText('Enkla tangenter').click();
    await window.keyboard.press('Escape');
  };
  await toggle();
  await room.hits.first().getByRole('button').focus();
  await window.keyboard.press('/');
  await window.keyboard.press('?');
  await expect(room.hits.first().getByRole('button')).toBeFocused();
  await window.keyboard.press('Control+k');
  await expect(room.searchField).toBeFocused();
  await toggle();
});

test('Alt and the arrows go back and forth through searches', async () => {
  const { window } = room;
  await room.searchField.fill('energi');
  await settled(window);
  await window.locator('.choice').first().click();
  await settled(window);
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.locator('.chip')).toHaveCount(0);
  await expect(room.searchField).toHaveValue('energi');
  await window.keyboard.press('Alt+ArrowRight');
  await expect(window.locator('.chip')).toHaveCount(1);
  await window.keyboard.press('Alt+ArrowLeft');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(room.searchField).not.toHaveValue('energi');
});

test('Ctrl and plus, minus and nought size the text', async () => {
  const { window } = room;
  const size = (): Promise<string> =>
    window.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const normal = await size();
  await window.keyboard.press('Control+=');
  expect(Number.parseFloat(await size())).toBeGreaterThan(Number.parseFloat(normal));
  await window.keyboard.press('Control+-');
  await window.keyboard.press('Control+-');
  expect(Number.parseFloat(await size())).toBeLessThan(Number.parseFloat(normal));
  await window.keyboard.press('Control+0');
  expect(await size()).toBe(normal);
});

test('nothing of all this broke a rule of the page’s own policy, or anything else', () => {
  expect(complaints).toEqual([]);
});
