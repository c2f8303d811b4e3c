import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { openHit, openRoom, searchFor } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';
import { RELEASES, writeHostilePackage } from './injection/package.ts';
import type { Loaded } from './injection/package.ts';
import { addresses, texts } from './injection/vectors.ts';
import { watch } from './injection/watch.ts';
import type { Watch } from './injection/watch.ts';

/** A package of attacks alone, gone through by a person: what someone wrote is shown as text and does nothing. */

/** Of the window. */
const HEIGHT = 900;

let root = '';
let room: ReadingRoom;
let seen: Watch;
let loaded: readonly Loaded[] = [];

test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-injection-'));
  loaded = await writeHostilePackage(join(root, 'package'));
  room = await openRoom({ args: ['--package', join(root, 'package')] });
  seen = await watch(room);
});
test.afterAll(async () => {
  await room.close();
  rmSync(root, { recursive: true, force: true });
});
test.afterEach(async () => {
  expect(await seen.all()).toEqual([]);
});

test('there are more than five hundred of them, each another', () => {
  expect(texts.length).toBeGreaterThan(500);
  expect(new Set([...texts, ...addresses]).size).toBe(texts.length + addresses.length);
});

test('the list of results, its passages and its marks show them', async () => {
  await searchFor(room, 'probe');
  await expect(room.hits.first()).toContainText('probe');
  await expect(room.count).toContainText(String(RELEASES));
  // Down to the last, and the mouse over all that comes by.
  for (let n = 0; n < 12; n += 1) {
    await sweep(room.window.locator('.pane-results'));
    await room.window.mouse.wheel(0, 700);
    await room.window.waitForTimeout(60);
  }
});

test('every facet shows its names', async () => {
  const folds = room.window.locator('.facet .fold-trigger');
  for (const fold of await folds.all())
    if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click();
  const choices = room.window.locator('.facet .choice');
  await expect(choices.filter({ hasText: '<' }).first()).toBeVisible();
  await sweep(room.window.locator('.facet').first());
});

test('names offered while typing are shown', async () => {
  await room.searchField.fill('');
  await room.searchField.pressSequentially('prob', { delay: 20 });
  const names = room.window.locator('.completion');
  await expect(names.filter({ hasText: '<' }).first()).toBeVisible();
  await sweep(room.window.locator('.completions'));
  await room.searchField.press('Escape');
});

test('every release shows them in all its parts, with evidence and provenance', async () => {
  test.setTimeout(240_000);
  for (const { word, texts: own } of loaded) {
    await searchFor(room, word);
    await openHit(room, 0);
    const shown = (await room.release.textContent()) ?? '';
    const lost = own.filter((text) => isPlain(text) && !shown.includes(text));
    expect(lost, word).toEqual([]);
    await room.release.getByRole('button', { name: 'Varifrån vet vi det?' }).click();
    await room.window.getByRole('toolbar').getByRole('button', { name: 'Proveniens' }).click();
    await expect(room.window.getByText('SHA-256').first()).toBeVisible();
    await sweep(room.release);
    expect(await seen.all(), word).toEqual([]);
    await room.window.keyboard.press('Escape');
  }
});

test('as a question they do nothing either', async () => {
  for (let n = 0; n < texts.length; n += 20) {
    await room.searchField.fill(texts[n] ?? '');
    await room.window.waitForTimeout(40);
  }
  await searchFor(room, 'probe');
});

test('the watch sees what does something', async () => {
  // Without the app's own guards most of the vectors are alive: they are attacks, and no mere oddities.
  const alive = await seen.aliveOutside(texts);
  expect(alive).toBeGreaterThan(150);
  // And where the app's page renders one as markup, that does not pass unseen.
  await seen.renderAsMarkup(texts[0] ?? '');
  expect((await seen.all()).join()).toMatch(/require-trusted-types-for|script-src|img-src/u);
  seen.forget();
});

/** Moves the mouse over what of a place is in sight, line by line. */
async function sweep(place: Locator): Promise<void> {
  const box = await place.boundingBox();
  if (box === null) return;
  const [top, bottom] = [Math.max(box.y, 0), Math.min(box.y + box.height, HEIGHT)];
  for (let y = top + 8; y < bottom; y += 24)
    for (const share of [0.2, 0.5]) await room.window.mouse.move(box.x + box.width * share, y);
}

/** Whether the reading text has a text as it stands: no control, invisible or composable character in it. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/u.test(text);
}
