import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { exampleArchive, launchApp } from '../helpers/electron.ts';
import type { LaunchOptions, LaunchedApp } from '../helpers/electron.ts';

/** What a person sees and does in the window. */
export interface ReadingRoom extends LaunchedApp {
  readonly searchField: Locator;
  readonly hits: Locator;
  /** The line that says how many releases were found. */
  readonly count: Locator;
  readonly release: Locator;
}

/** Opens the example archive (or another package named in `args`) and waits for something to read. */
export async function openRoom(options: LaunchOptions = {}): Promise<ReadingRoom> {
  const room = readingRoomOf(await launchApp({ args: ['--package', exampleArchive], ...options }));
  await resize(room, 1440, 900);
  await expect(room.hits.first()).toBeVisible({ timeout: 60_000 });
  return room;
}

/** The reading room in an app that runs. */
export function readingRoomOf(launched: LaunchedApp): ReadingRoom {
  const { window } = launched;
  return {
    ...launched,
    searchField: window.getByRole('combobox').first(),
    hits: window.locator('[data-hit]'),
    count: window.locator('.results-count'),
    release: window.locator('article.release'),
  };
}

/** Gives the window a size in CSS pixels. */
export async function resize({ app, window }: LaunchedApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
}

/** The number of releases found, as the window says it. */
export async function countShown(room: ReadingRoom): Promise<number> {
  return numberIn(await room.count.innerText());
}

/** Searches and waits until the result on the screen is that of these words. */
export async function searchFor(room: ReadingRoom, query: string): Promise<void> {
  await room.searchField.fill(query);
  await settled(room.window);
}

/** Takes every chosen filter away, and what was asked. */
export async function askNothing(room: ReadingRoom): Promise<void> {
  const clear = room.window.locator('.chips .link-button');
  if (await clear.isVisible()) await clear.click();
  await searchFor(room, '');
}

/** What the window's console complains of from now on. */
export function complaintsOf({ window }: LaunchedApp): readonly string[] {
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  window.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Waits until no search is under way. */
export async function settled(window: Page): Promise<void> {
  // A search that takes longer than a tenth of a second says so then: a timer that was begun after its, and is longer,
  // ends after its in whatever hurry the machine is.
  await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 130)));
  await expect(window.locator('.pane-results[aria-busy="true"]')).toHaveCount(0);
}

/** Opens a facet, if it is closed, and gives back its values. */
export async function facet(room: ReadingRoom, name: string): Promise<Locator> {
  const title = room.window.getByRole('heading', { name: new RegExp(`^${name}`, 'u') });
  const group = room.window.locator('.facet').filter({ has: title });
  const trigger = group.locator('.fold-trigger');
  if ((await trigger.getAttribute('aria-expanded')) !== 'true') await trigger.click();
  return group.locator('.choice');
}

/** Chooses a value and gives back how many releases its count promised. */
export async function choose(room: ReadingRoom, value: Locator): Promise<number> {
  const promised = numberIn(await value.locator('.choice-count').innerText());
  await value.click();
  await settled(room.window);
  return promised;
}

/** Opens the n-th hit and waits for its text. */
export async function openHit(room: ReadingRoom, n: number): Promise<string> {
  // Names offered under the field go when it is left.
  await room.searchField.blur();
  const title = await room.hits.nth(n).locator('h3').innerText();
  await room.hits.nth(n).getByRole('button').click();
  await expect(room.release.locator('h1')).toHaveText(title);
  return title;
}

const axe = readFileSync(
  join(createRequire(import.meta.url).resolve('axe-core'), '..', 'axe.min.js'),
  'utf8',
);

/** What axe-core finds in the window as it stands, by rule and place. `except` names rules that cannot apply. */
export async function violations(window: Page, except: readonly string[] = []): Promise<readonly string[]> {
  return await foundByAxe(window, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  });
}

/** What axe-core finds faint: all that another theme can change. */
export async function faintText(window: Page): Promise<readonly string[]> {
  return await foundByAxe(window, { runOnly: { type: 'rule', values: ['color-contrast'] } });
}

async function foundByAxe(window: Page, options: object): Promise<readonly string[]> {
  // Half a megabyte to hand over and to compile: once for each page.
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe);
  const asked = { resultTypes: ['violations'], ...options };
  const found: unknown = await window.evaluate(
    `axe.run(document, ${JSON.stringify(asked)}).then((result) =>
      result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target.join(' '))))`,
  );
  return found as readonly string[];
}

function numberIn(text: string): number {
  return Number(text.replace(/[^\d]/gu, ''));
}
