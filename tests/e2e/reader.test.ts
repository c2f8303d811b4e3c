import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exampleArchive } from '../helpers/electron.ts';
import { openHit, openRoom, resize, searchFor } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;

test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});
test.beforeEach(async () => {
  await searchFor(room, 'bostadsminister segregation');
  await openHit(room, 0);
});

test('a release is read as text: kicker, title, lead, body, in a measure for reading', async () => {
  const { release } = room;
  await expect(release.locator('.kicker')).toContainText(/\d{4}/);
  await expect(release.locator('.body p').first()).toBeVisible();
  const paragraph = await release
    .locator('.body p')
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      return {
        width: element.clientWidth,
        size: Number.parseFloat(style.fontSize),
        family: style.fontFamily,
      };
    });
  expect(paragraph.family).toContain('Source Serif 4');
  // Some two letters and a fifth to an em: 60 to 75 of them.
  expect(paragraph.width / paragraph.size).toBeGreaterThan(27);
  expect(paragraph.width / paragraph.size).toBeLessThan(36);
});

test('under which government, and who held which office that day with what became of it', async () => {
  const office = room.release.locator('.office');
  await expect(office).toContainText(/Publicerad under .*\d{4}/);
  await expect(office).toContainText(/ var bostadsminister \d+ \p{L}+ \d{4} – \d+ \p{L}+ \d{4}/u);
});

test('how it is known: the words, where they stand, and the way there', async () => {
  await room.release.getByRole('button', { name: 'Varifrån vet vi det?' }).click();
  const evidence = room.release.locator('.evidence li').filter({ hasText: 'texten' }).first();
  const quote = (await evidence.locator('q').innerText()).replace(/^[”"]|[”"]$/gu, '');
  await evidence.getByRole('button', { name: 'Visa i texten' }).click();
  const pointed = room.release.locator('[data-pointed-at]');
  expect((await pointed.allInnerTexts()).join('')).toBe(quote);
  await expect(pointed.first()).toBeInViewport();
  await expect(pointed.first()).toBeFocused();
});

test('F3 goes through the hits in the text, round at the end, and says which', async () => {
  const total = Number(/(\d+) träff/.exec(await room.window.locator('.reader-hits-count').innerText())?.[1]);
  expect(total).toBeGreaterThan(1);
  await room.window.keyboard.press('F3');
  await expect(room.window.locator('.reader-hits-count')).toHaveText(`Träff 1 av ${total}`);
  const current = room.release.locator('mark[data-current]');
  await expect(current.first()).toBeInViewport();
  await room.window.keyboard.press('Shift+F3');
  await expect(room.window.locator('.reader-hits-count')).toHaveText(`Träff ${total} av ${total}`);
  await room.window.keyboard.press('F3');
  await expect(room.window.locator('.reader-hits-count')).toHaveText(`Träff 1 av ${total}`);
});

test('a text can be found in the release, and the hits of the search come back after', async () => {
  const hits = room.window.locator('.reader-hits-count');
  const total = /\d+(?= träff|$)/.exec(await hits.innerText())?.[0] ?? '';
  await room.window.keyboard.press('Control+f');
  await room.window.keyboard.type('och');
  await expect(room.window.locator('.find-said')).toHaveText(/Träff 1 av \d+/);
  await room.window.keyboard.press('Enter');
  await expect(room.window.locator('.find-said')).toHaveText(/Träff 2 av \d+/);
  await expect(room.release.locator('mark[data-current]').first()).toHaveText(/och/i);
  await room.window.keyboard.press('Escape');
  await expect(room.window.locator('.find-bar')).toHaveCount(0);
  await expect(hits).toHaveText(`${total} träffar`);
});

test('provenance tells address, file, hash and package', async () => {
  await room.window.getByRole('toolbar').getByRole('button', { name: 'Proveniens' }).click();
  const facts = room.release.locator('.provenance');
  await expect(facts).toContainText(/[0-9a-f]{64}/);
  await expect(facts).toContainText('Exempelarkivet');
  await expect(facts).toBeInViewport();
});

test('the text is copied with a reference that leads back to it', async () => {
  const title = await room.release.locator('h1').innerText();
  await room.window.getByRole('button', { name: 'Citera och spara' }).click();
  await room.window.getByRole('menuitem', { name: 'Kopiera text med referens' }).click();
  await expect(room.window.getByRole('button', { name: 'Kopierat' })).toBeVisible();
  const copied = await room.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.startsWith(title)).toBe(true);
  expect(copied).toMatch(/\(\d{4}\)\. /u);
  expect(copied).toMatch(/Exempelarkivet, [0-9a-z]{16}@[0-9a-f]{64}; /);
  expect(copied).toMatch(/SHA-256 [0-9a-f]{64}/);
});

test('links are text: nothing leads out of the window', async () => {
  await expect(room.window.locator('a[href]:not([href^="lasesal://page/"])')).toHaveCount(0);
});

test('a withdrawn release says so, why, and leads to its replacement', async () => {
  const line = readFileSync(join(exampleArchive, 'data', 'withdrawn.jsonl'), 'utf8').split('\n')[0] ?? '';
  const withdrawal = JSON.parse(line) as { readonly id: string; readonly reason: string };
  await room.window.getByText('Ta med återkallade').click();
  await searchFor(room, 'sill');
  await room.window.locator(`[data-hit="${withdrawal.id}"]`).getByRole('button').click();
  const note = room.release.locator('.note');
  await expect(note).toContainText('Återkallad');
  await expect(note).toContainText(withdrawal.reason);
  await note.getByRole('button', { name: 'Öppna ersättaren' }).click();
  await expect(room.release.locator('.note')).toHaveCount(0);
  await room.window.getByText('Ta med återkallade').click();
});

test('every release of the archive can be opened and says something', async () => {
  test.setTimeout(180_000);
  await searchFor(room, '');
  const total = Number(/\d+/.exec(await room.count.innerText())?.[0]);
  await room.hits.first().getByRole('button').focus();
  await room.window.keyboard.press('Home');
  const seen = new Set<string>();
  for (let place = 0; place < total; place += 1) {
    const row = room.window.locator(`[data-index="${place}"]`);
    await expect(row.getByRole('button')).toBeFocused();
    const title = await row.locator('h3').innerText();
    await room.window.keyboard.press('Space');
    await expect(row).toHaveAttribute('data-open', '');
    await expect(room.release.locator('h1')).toHaveText(title);
    seen.add((await row.getAttribute('data-hit')) ?? '');
    await room.window.keyboard.press('ArrowDown');
  }
  expect(seen.size).toBe(total);
});

test('a narrow window shows one thing at a time, with a way back', async () => {
  await resize(room, 420, 800);
  await expect(room.release).toBeVisible();
  await expect(room.hits.first()).toBeHidden();
  await room.window.getByRole('button', { name: 'Till träffarna' }).click();
  await expect(room.hits.first()).toBeVisible();
  await room.window.getByRole('button', { name: /^Filter/ }).click();
  const sheet = room.window.getByRole('dialog', { name: 'Filter' });
  await expect(sheet.getByLabel('Från', { exact: true })).toBeVisible();
  await sheet.locator('.choice').first().click();
  await sheet.getByRole('button', { name: /^Visa \d+ handling/ }).click();
  await expect(sheet).toHaveCount(0);
  await expect(room.window.locator('.chip')).toHaveCount(1);
  expect(await room.window.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await resize(room, 1440, 900);
});
