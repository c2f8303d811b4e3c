import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { complaintsOf, facet, openHit, openRoom, searchFor, settled, violations } from './reading-room.ts';
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

const press = (key: string): Promise<void> => room.window.keyboard.press(key);
const heading = (): Locator => room.window.locator('main.page h1');

/** Presses Tab until something of that name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const here = await room.window.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (here === name) return;
    await press('Tab');
  }
  throw new Error(`no way by Tab to ${name}`);
}

test('from a hit to its minister, her government, one of its days, and all the way back, by keyboard', async () => {
  const { window } = room;
  await searchFor(room, 'järnväg');
  await press('Enter');
  const hit = room.hits.filter({ hasText: 'Nadja Bergh' }).first();
  const open = hit.getByRole('button');
  for (let rows = await room.hits.count(); rows > 0; rows -= 1) {
    if (await open.evaluate((button) => button === document.activeElement)) break;
    await press('ArrowDown');
  }
  await expect(open).toBeFocused();
  await tabTo('Nadja Bergh');
  const person = hit.getByRole('link', { name: 'Nadja Bergh' });
  await expect(person).toBeFocused();
  await press('Enter');
  await expect(heading()).toHaveText('Nadja Bergh');
  await expect(heading()).toBeFocused();
  await expect(window).toHaveTitle('Nadja Bergh – Läsesal');
  await expect(window.getByRole('main')).toHaveCount(1);

  await tabTo('Regeringen Öst');
  await press('Enter');
  await expect(heading()).toHaveText('Regeringen Öst');
  const seats = window.locator('.seat');
  await expect(window.getByText('12 juni 2020 satt')).toBeVisible();
  await expect(seats.filter({ hasText: 'civilminister' })).toContainText('Jonatan Kvarnsten');
  await tabTo('Nästa ändring');
  await press('Enter');
  await press('Enter');
  await expect(window.getByText('1 juli 2020 satt')).toBeVisible();
  await expect(seats.filter({ hasText: 'Jonatan Kvarnsten' })).toContainText('digitaliseringsminister');

  await press('Alt+ArrowLeft');
  await expect(heading()).toHaveText('Nadja Bergh');
  await expect(window.getByRole('link', { name: 'Regeringen Öst' })).toBeFocused();
  await press('Alt+ArrowLeft');
  await expect(window.locator('main.page')).toHaveCount(0);
  await expect(person).toBeFocused();
  await press('Alt+ArrowRight');
  await press('Alt+ArrowRight');
  await expect(window.getByText('1 juli 2020 satt')).toBeVisible();
  await press('Escape');
  await press('Escape');
  await expect(person).toBeFocused();
});

test('a release opens from a page, and back leads to the page as it was left', async () => {
  const { window } = room;
  await openHit(room, 0);
  await press('Control+2');
  await expect(heading()).toBeFocused();
  // What lies under the page hears no keys.
  await press('Control+f');
  await window.getByRole('tab', { name: 'Departement' }).click();
  await window.getByRole('link', { name: 'Statsrådsberedningen' }).click();
  const rows = window.locator('.release-row');
  await expect(rows.first()).toBeVisible();
  const link = rows.last().getByRole('link');
  const title = await link.innerText();
  await link.click();
  await expect(room.release.locator('h1')).toHaveText(title);
  await expect(window.locator('.reader-scroll')).toBeFocused();
  await press('Alt+ArrowLeft');
  await expect(heading()).toHaveText('Statsrådsberedningen');
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
  await press('Alt+ArrowLeft');
  await expect(window.getByRole('tab', { name: 'Departement' })).toHaveAttribute('aria-selected', 'true');
  await expect(window.getByRole('link', { name: 'Statsrådsberedningen' })).toBeFocused();
  await press('Control+1');
  await expect(window.locator('main.page')).toHaveCount(0);
  await expect(room.release).toBeVisible();
  await expect(window.locator('.find-bar')).toHaveCount(0);
});

test('the releases of a page are those of its filter in the search', async () => {
  const { window } = room;
  await searchFor(room, '');
  const value = (await facet(room, 'Minister')).filter({ hasText: 'Signe Ahlgren' });
  const count = await value.locator('.choice-count').innerText();
  await value.hover();
  await window.getByRole('link', { name: 'Om Signe Ahlgren' }).click();
  await expect(heading()).toHaveText('Signe Ahlgren');
  await expect(window.locator('.choice input:checked')).toHaveCount(0);
  await expect(window.getByRole('heading', { name: `${count} handlingar` })).toBeVisible();
  await expect(window.locator('.release-row')).toHaveCount(Number(count));
  await window.getByRole('button', { name: 'Sök bland dessa' }).click();
  await settled(window);
  await expect(room.count).toContainText(count);
  await expect(window.getByRole('button', { name: 'Ta bort filtret Signe Ahlgren' })).toBeVisible();
});

test('a person is found by office and year, and every page keeps the rules of access', async () => {
  const { window } = room;
  await press('Control+2');
  const field = window.getByRole('searchbox', { name: 'Hitta en person' });
  await field.fill('utrikes 2013');
  await expect(window.locator('.register-entry')).toHaveCount(2);
  await field.fill('ingen alls');
  await expect(window.getByText('Ingen i registret passar.')).toBeVisible();
  await field.fill('svanfeldt');
  expect(await violations(window)).toEqual([]);
  await window.getByRole('link', { name: 'Didrik Svanfeldt' }).click();
  await expect(heading()).toHaveText('Didrik Svanfeldt');
  await window.getByRole('button', { name: 'Varifrån vet vi det?' }).click();
  expect(await violations(window)).toEqual([]);
  await window.getByRole('link', { name: 'Regeringen Falk' }).click();
  await expect(heading()).toHaveText('Regeringen Falk');
  expect(await violations(window)).toEqual([]);
  await window.getByRole('link', { name: 'Trafikdepartementet' }).first().click();
  await expect(heading()).toHaveText('Trafikdepartementet');
  expect(await violations(window)).toEqual([]);
  expect(complaints).toEqual([]);
});
