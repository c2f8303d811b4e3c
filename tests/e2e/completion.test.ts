import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { askNothing, openRoom, settled, violations } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;

test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});
test.beforeEach(async () => {
  await askNothing(room);
  await room.searchField.focus();
});

const list = (): Locator => room.window.getByRole('listbox', { name: 'Namn som börjar så' });
const options = (): Locator => list().getByRole('option');
const type = async (text: string): Promise<void> => {
  await room.searchField.pressSequentially(text, { delay: 20 });
};

test('the beginning of a name offers it; arrow and Enter make it a filter and keep the other words', async () => {
  await type('skola ahl');
  await expect(options().first()).toContainText('Signe Ahlgren');
  await expect(room.searchField).toHaveAttribute('aria-expanded', 'true');
  await room.window.keyboard.press('ArrowDown');
  await expect(options().first()).toHaveAttribute('aria-selected', 'true');
  const id = await options().first().getAttribute('id');
  await expect(room.searchField).toHaveAttribute('aria-activedescendant', id ?? '');
  await expect(room.searchField).toBeFocused();
  await room.window.keyboard.press('Enter');
  await settled(room.window);
  await expect(list()).toHaveCount(0);
  await expect(room.searchField).toHaveValue('skola ');
  await expect(room.searchField).toBeFocused();
  await expect(room.window.locator('.chip')).toHaveText(/Signe Ahlgren/u);
});

test('a name is taken by a press of the mouse, and the focus stays in the field', async () => {
  await type('ahlgren');
  await options().first().click();
  await settled(room.window);
  await expect(room.window.locator('.chip')).toHaveText(/Signe Ahlgren/u);
  await expect(room.searchField).toHaveValue('');
  await expect(room.searchField).toBeFocused();
});

test('taking a name is one step of history', async () => {
  await type('ahlgren');
  await expect(options().first()).toBeVisible();
  await room.window.keyboard.press('ArrowDown');
  await room.window.keyboard.press('Enter');
  await settled(room.window);
  await room.window.keyboard.press('Alt+ArrowLeft');
  await expect(room.searchField).toHaveValue('ahlgren');
  await expect(room.window.locator('.chip')).toHaveCount(0);
});

test('Enter is left to the search while nothing is chosen', async () => {
  await type('ahlgren');
  await expect(options().first()).toBeVisible();
  await settled(room.window);
  await room.window.keyboard.press('Enter');
  await expect(list()).toHaveCount(0);
  await expect(room.window.locator('.chip')).toHaveCount(0);
  await expect(room.hits.first().getByRole('button')).toBeFocused();
  await expect(room.searchField).toHaveValue('ahlgren');
});

test('the arrows go round by way of nothing chosen', async () => {
  await type('ahlgren');
  await expect(options().first()).toBeVisible();
  const count = await options().count();
  await room.window.keyboard.press('ArrowUp');
  await expect(options().nth(count - 1)).toHaveAttribute('aria-selected', 'true');
  await room.window.keyboard.press('ArrowDown');
  await expect(list().locator('[aria-selected="true"]')).toHaveCount(0);
});

test('Escape closes the names and nothing else; the next one empties the field', async () => {
  await type('ahlgren');
  await expect(options().first()).toBeVisible();
  await room.window.keyboard.press('Escape');
  await expect(list()).toHaveCount(0);
  await expect(room.searchField).toHaveValue('ahlgren');
  await room.window.keyboard.press('Escape');
  await expect(room.searchField).toHaveValue('');
});

test('one letter offers nothing, and names go when the field is left', async () => {
  await type('a');
  await settled(room.window);
  await expect(list()).toHaveCount(0);
  await type('hlgren');
  await expect(options().first()).toBeVisible();
  await room.window.keyboard.press('Tab');
  await expect(list()).toHaveCount(0);
});

test('within a field only its own names are offered', async () => {
  await type('departement:skol');
  await expect(options().first()).toContainText('Skoldepartementet');
  const kinds = await options().locator('.completion-kind').allInnerTexts();
  expect(new Set(kinds)).toEqual(new Set(['Departement']));
  await room.window.keyboard.press('ArrowDown');
  await room.window.keyboard.press('Enter');
  await settled(room.window);
  await expect(room.searchField).toHaveValue('');
  await expect(room.window.locator('.chip')).toHaveText(/Skoldepartementet/u);
});

test('axe-core finds nothing in the names', async () => {
  await type('minister');
  await expect(options().first()).toBeVisible();
  await room.window.keyboard.press('ArrowDown');
  expect(await violations(room.window)).toEqual([]);
});
