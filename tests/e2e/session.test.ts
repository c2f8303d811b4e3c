import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run } from '../../main/launch/command.ts';
import { projectRoot, toolScript } from '../../main/launch/project.ts';
import { launchApp } from '../helpers/electron.ts';
import { choose, countShown, facet, openHit, openRoom, searchFor } from './reading-room.ts';

test('a restart finds the search, the filters, the open release and the settings again', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-session-'));
  try {
    const first = await openRoom({ userData });
    await searchFor(first, 'energi');
    await choose(first, (await facet(first, 'Regering')).first());
    const count = await countShown(first);
    const title = await openHit(first, 0);
    await first.window.getByRole('button', { name: 'Inställningar' }).click();
    await first.window.getByText('Mörkt').click();
    await first.window.keyboard.press('Escape');
    // What is kept is written a moment after the last change.
    await first.window.waitForTimeout(1000);
    await first.close();

    const again = await openRoom({ userData });
    await expect(again.searchField).toHaveValue('energi');
    await expect(again.window.locator('.chip')).toHaveCount(1);
    await expect(again.release.locator('h1')).toHaveText(title);
    expect(await countShown(again)).toBe(count);
    expect(await again.window.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await again.close();
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});

test('the language changes at once, everywhere, and so does what the page says it is', async () => {
  const room = await openRoom();
  try {
    await openHit(room, 0);
    expect(await room.window.evaluate(() => document.documentElement.lang)).toBe('sv');
    await room.window.getByRole('button', { name: 'Inställningar' }).click();
    await room.window.getByText('English').click();
    await expect(room.window.getByText('Appearance')).toBeVisible();
    await room.window.keyboard.press('Escape');
    await expect(room.count).toHaveText(/releases$/);
    await expect(room.window.getByRole('button', { name: 'Cite and save' })).toBeVisible();
    await expect(room.release.locator('.office')).toContainText('Published under');
    expect(await room.window.evaluate(() => document.documentElement.lang)).toBe('en');
  } finally {
    await room.close();
  }
});

test('the open package can be verified, and the window says how it went', async () => {
  const room = await openRoom();
  try {
    const line = room.window.locator('.library-line');
    await expect(line).toContainText('Inte kontrollerat');
    await line.click();
    await room.window.getByRole('button', { name: 'Kontrollera paketet' }).click();
    await expect(room.window.locator('.notice-line')).toContainText('Paketet är helt');
    await expect(line).toContainText('Kontrollerat');
    await room.window.getByRole('button', { name: 'Dölj' }).click();
    await expect(room.window.locator('.notice-line')).toHaveCount(0);
  } finally {
    await room.close();
  }
});

test('a folder that is no package is refused with words that say what to do', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'lasesal-no-package-'));
  const { window, close } = await launchApp({ args: ['--package', empty] });
  try {
    await expect(window.getByRole('heading', { name: 'Inget arkiv är öppet' })).toBeVisible();
    await expect(window.getByRole('alert')).toContainText(empty);
    await expect(window.getByRole('button', { name: 'Importera filer …' })).toBeVisible();
    await window.getByRole('button', { name: 'Till biblioteket' }).click();
    await expect(window.getByRole('heading', { name: 'Lägg in ett arkiv' })).toBeVisible();
  } finally {
    await close();
    await rm(empty, { recursive: true, force: true });
  }
});

test('a folder is read in place beside what is open, and takes its place when it is ready', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lasesal-other-'));
  const other = join(folder, 'package');
  const room = await openRoom();
  const choosing = (path: string): Promise<void> =>
    room.app.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, {
        showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
      });
    }, path);
  const openOther = async (): Promise<void> => {
    await room.window.keyboard.press('Control+l');
    await room.window.getByRole('button', { name: 'Läs en mapp utan att importera …' }).click();
  };
  try {
    await buildSmallPackage(other);
    await searchFor(room, 'energi');
    await openHit(room, 0);
    await choosing(folder);
    await openOther();
    await expect(room.window.locator('.notice-line')).toContainText(folder);
    await room.window.keyboard.press('Escape');
    await expect(room.release).toBeVisible();

    await choosing(other);
    await openOther();
    await expect(room.window.locator('.library-title')).toHaveText('Ett litet arkiv');
    await expect(room.searchField).toHaveValue('');
    await expect(room.release).toHaveCount(0);
    await expect(room.count).toHaveText(/^\d handling/);
  } finally {
    await room.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Builds a package of one page of the example archive. */
async function buildSmallPackage(out: string): Promise<void> {
  const example = join(projectRoot, 'archive', 'example');
  const pages = readdirSync(join(example, 'sources', 'text'));
  const built = await run({
    file: process.execPath,
    args: [
      toolScript('tsx'),
      join(projectRoot, 'archive', 'cli', 'lasesal.ts'),
      'build',
      join(example, 'sources', 'text', pages[0] ?? ''),
      '--out',
      out,
      '--title',
      'Ett litet arkiv',
      '--authority',
      join(example, 'register.json'),
    ],
    output: 'keep',
  });
  expect(built.code, built.output).toBe(0);
}
