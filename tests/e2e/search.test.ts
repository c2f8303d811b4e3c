import { expect, test } from '@playwright/test';
import { askNothing, choose, countShown, facet, openRoom, searchFor, settled } from './reading-room.ts';
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
});

test('the archive is there to read at once, newest first, with the whole of it counted', async () => {
  expect(await countShown(room)).toBeGreaterThan(60);
  await expect(room.window.locator('.select-button')).toHaveText('Nyast först');
  const years = await room.hits.locator('.hit-date').allInnerTexts();
  const numbers = years.map((text) => Number(/\d{4}/.exec(text)?.[0] ?? 0));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test('typing searches: hits hold the word in some form, marked', async () => {
  const all = await countShown(room);
  await room.searchField.pressSequentially('järnväg', { delay: 30 });
  await settled(room.window);
  expect(await countShown(room)).toBeLessThan(all);
  const marks = await room.hits.locator('mark').allInnerTexts();
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.every((mark) => mark.toLowerCase().startsWith('järnväg'))).toBe(true);
});

test('a minister’s count is what choosing the minister gives', async () => {
  const values = await facet(room, 'Minister');
  const name = (await values.first().locator('.choice-words').innerText()).split('\n')[0] ?? '';
  const promised = await choose(room, values.first());
  expect(await countShown(room)).toBe(promised);
  await expect(room.window.getByRole('row', { name })).toBeVisible();
});

test('a government narrows, a second one widens, and each goes by its chip', async () => {
  const values = await facet(room, 'Regering');
  const first = await choose(room, values.nth(1));
  expect(await countShown(room)).toBe(first);
  await choose(room, values.nth(2));
  const both = await countShown(room);
  expect(both).toBeGreaterThan(first);
  const chips = room.window.locator('.chip');
  await expect(chips).toHaveCount(2);
  await chips.nth(1).getByRole('button').click();
  await settled(room.window);
  expect(await countShown(room)).toBe(first);
});

test('minister and government together narrow further, and the facet’s own counts stay', async () => {
  const minister = await choose(room, (await facet(room, 'Minister')).first());
  const governments = await facet(room, 'Regering');
  const both = await choose(room, governments.first());
  expect(both).toBeLessThanOrEqual(minister);
  expect(await countShown(room)).toBe(both);
});

test('from and to take a day, a month or a year, and say what they do not understand', async () => {
  const from = room.window.getByLabel('Från', { exact: true });
  const to = room.window.getByLabel('Till', { exact: true });
  await from.fill('maj 2016');
  await expect(room.window.getByText('= 1 maj 2016')).toBeVisible();
  await to.fill('2016');
  await to.press('Enter');
  await settled(room.window);
  await expect(room.window.locator('.chip')).toHaveText(/^maj 2016 – december 2016/);
  const certain = room.hits.filter({ hasNot: room.window.locator('.badge-possible') });
  const dates = await certain.locator('.hit-date').allInnerTexts();
  expect(dates.length).toBeGreaterThan(0);
  expect(dates.filter((date) => !date.includes('2016'))).toEqual([]);

  await from.fill('31 juni 2016');
  await from.press('Enter');
  await expect(room.window.getByText(/Skriv en dag, en månad eller ett år/)).toBeVisible();
  await from.fill('2019');
  await from.press('Enter');
  await expect(room.window.getByRole('alert')).toHaveText(/Från ligger efter till/);
});

test('what lies only possibly in the period is marked so, and one switch leaves it out', async () => {
  const to = room.window.getByLabel('Till', { exact: true });
  const from = room.window.getByLabel('Från', { exact: true });
  await from.fill('2016-06-01');
  await from.press('Enter');
  await to.fill('2016-06-30');
  await to.press('Enter');
  await settled(room.window);
  const all = await countShown(room);
  const possible = await room.hits.locator('.badge-possible').count();
  expect(possible).toBeGreaterThan(0);
  await room.window.getByText('Ta med möjliga').click();
  await settled(room.window);
  expect(await countShown(room)).toBe(all - possible);
  await expect(room.hits.locator('.badge-possible')).toHaveCount(0);
});

test('where nothing is found, what would be is offered with its count, and given', async () => {
  await searchFor(room, 'järnväg');
  await room.window.getByLabel('Till', { exact: true }).fill('1990');
  await room.window.getByLabel('Till', { exact: true }).press('Enter');
  await room.window.getByText('Ta med möjliga').click();
  await expect(room.window.getByRole('heading', { name: 'Inga handlingar' })).toBeVisible();
  const way = room.window.locator('.way').filter({ hasText: 'till 31 december 1990' });
  const promised = Number(/\d+/.exec(await way.locator('.way-count').innerText())?.[0]);
  await way.click();
  await settled(room.window);
  await expect(room.searchField).toHaveValue('järnväg');
  expect(await countShown(room)).toBe(promised);
});

test('where no release has all the words, the nearest ones are shown and called so', async () => {
  await searchFor(room, 'järnväg ordsominteärdär');
  expect(await countShown(room)).toBeGreaterThan(0);
  await expect(room.window.getByText('Ingen handling har alla orden.')).toBeVisible();
});

test('a mistake in the query is told, and the rest is searched', async () => {
  await searchFor(room, 'järnväg "');
  await expect(room.window.locator('.understood-problem')).toBeVisible();
});

test('the order can be chosen', async () => {
  await room.window.locator('.select-button').click();
  await room.window.getByRole('option', { name: 'Äldst först' }).click();
  await settled(room.window);
  const years = (await room.hits.locator('.hit-date').allInnerTexts()).map((text) =>
    Number(/\d{4}/.exec(text)?.[0] ?? 0),
  );
  expect(years[0]).toBeLessThan(2013);
});
