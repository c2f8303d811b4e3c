import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { makeEdition } from './editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom } from './library-room.ts';
import type { LibraryRoom } from './library-room.ts';
import { facet, readingRoomOf, settled, violations } from './reading-room.ts';

let scratch: string;
let room: LibraryRoom;

const press = (key: string): Promise<void> => room.window.keyboard.press(key);
const toSection = async (name: string): Promise<void> => {
  await press('Control+3');
  await room.window.getByRole('navigation', { name: 'Mitt arbete' }).getByRole('button', { name }).click();
};
const rows = (): Locator => room.window.locator('.work-row');

async function install(file: string): Promise<void> {
  await chooseFiles(room, [file]);
  await acceptAll(room);
  await room.window.locator('.import .button').last().click();
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'lasesal-e2e-series-'));
  await makeEdition(scratch, { name: 'one', pages: [0, 1, 2, 3] });
  const own = { hamn: ['Hamnen byggs ut', 'Regeringen ger stöd till hamnen i Tornvik.'] } as const;
  await makeEdition(scratch, { name: 'two', pages: [4], own, series: 'arkivvik', title: 'Arkivet i Vik' });
  room = await openLibraryRoom({ args: [] });
});
test.afterAll(async () => {
  await room.close();
  await rm(scratch, { recursive: true, force: true });
});

test('a search saved with a filter goes on telling what is new when another series is read beside its own', async () => {
  const { window } = room;
  await install(join(scratch, 'one.lasesal'));
  await press('Control+1');
  const reading = readingRoomOf(room);
  await (await facet(reading, 'Departement')).first().click();
  await settled(window);
  const found = await reading.hits.count();
  await press('Control+s');
  await window.keyboard.type('Departementet');
  await press('Enter');
  await toSection('Sparade sökningar');
  await expect(window.locator('.search-news')).toHaveText(/^\d+ handling(?:ar)?, inget nytt\.$/u);
  const news = await window.locator('.search-news').innerText();
  await install(join(scratch, 'two.lasesal'));
  await toSection('Sparade sökningar');
  await expect(window.locator('.search-news')).toHaveText(news);
  await rows().locator('.release-line-open').click();
  await expect(reading.hits).toHaveCount(found);
  await expect(window.locator('.chips')).toContainText('(Nordmarks pressarkiv)');
});

test('people and bodies of two series are told apart, in the lists and on their pages', async () => {
  const { window } = room;
  await press('Control+2');
  await window.getByRole('tab', { name: 'Regeringar' }).click();
  await expect(window.locator('.register-entries h2')).toHaveText([
    /Arkivet i Vik/u,
    /Nordmarks pressarkiv/u,
  ]);
  expect(await violations(window)).toEqual([]);
  await window.getByRole('link', { name: 'Regeringen Falk' }).first().click();
  await expect(window.locator('.page-kind')).toContainText('Arkivet i Vik');
  await window.locator('.seat').filter({ hasText: 'statsminister' }).getByRole('link').first().click();
  await expect(window.locator('.page-kind')).toContainText('Arkivet i Vik');
  await press('Alt+ArrowLeft');
  await press('Alt+ArrowLeft');
  await expect(window.getByRole('link', { name: 'Regeringen Falk' }).first()).toBeFocused();
});

test('one’s own work is saved as a file, taken in where it is not, and taken back', async () => {
  const { window } = room;
  const file = join(scratch, 'arbete.json');
  await room.app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [filePath] }),
    });
  }, file);
  await toSection('Samlingar');
  await window.getByLabel('Ny samling').fill('Hamnstäder');
  await press('Enter');
  await expect(rows()).toHaveCount(1);
  await window.getByRole('button', { name: 'Spara allt i en fil …' }).click();
  await window.getByRole('button', { name: 'Välj plats …' }).click();
  await expect(window.locator('.work-notice')).toContainText('arbete.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'lasesal-my-work',
    version: 1,
    collections: [{ name: 'Hamnstäder' }],
    searches: [{ name: 'Departementet' }],
    history: [],
  });

  await rows()
    .getByRole('button', { name: /^Ta bort/u })
    .click();
  await expect(rows()).toHaveCount(0);
  const take = window.getByRole('button', { name: 'Hämta från en fil …' });
  await take.click();
  await expect(window.getByRole('row', { name: /^Samlingar/u })).toHaveText(/^Samlingar1000$/u);
  await window.getByRole('dialog').locator('.button-main').click();
  await expect(rows()).toContainText('Hamnstäder');
  await take.click();
  await expect(window.getByRole('dialog')).toContainText('Allt i filen finns redan här.');
  await press('Escape');
  await press('Control+z');
  await expect(rows()).toHaveCount(0);
});
