import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../helpers/electron.ts';
import { makeEdition } from './editions.ts';
import type { Edition } from './editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom, statusOf } from './library-room.ts';
import type { LibraryRoom } from './library-room.ts';
import { resize, violations } from './reading-room.ts';

let root = '';
let edition: Edition;

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lasesal-ways-in-'));
  edition = await makeEdition(root, { name: 'nordmark-1', pages: [0, 1, 2] });
});
test.afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test('a package given as an argument is shown and not installed; a second start hands over its own', async () => {
  const userData = join(root, 'user-second');
  const first = await openLibraryRoom({ userData, args: [edition.file] });
  try {
    await expect(first.sheet('preview')).toContainText('nordmark-1.lasesal', { timeout: 60_000 });
    expect(await statusOf(first.window)).toMatchObject({ library: { packages: [] } });
    await first.window.getByRole('button', { name: 'Avstå' }).click();
    await first.window.getByRole('button', { name: 'Till läsningen' }).click();
    await expect(first.screen).toHaveCount(0);

    const ended = expect(launchApp({ userData, args: [edition.bag], timeout: 15_000 })).rejects.toThrow();
    await expect(first.sheet('preview')).toContainText('Ingen har signerat paketet', { timeout: 60_000 });
    await ended;
    expect(await statusOf(first.window)).toMatchObject({ library: { packages: [] } });
  } finally {
    await first.close();
  }
});

test('files dragged over the window are told what would happen, and dropped ones are looked at', async () => {
  const room = await openLibraryRoom();
  try {
    const { window } = room;
    const session = await window.context().newCDPSession(window);
    const drag = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<void> => {
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 400,
        data: { items: [], files: [edition.file], dragOperationsMask: 1 },
      });
    };
    await drag('dragEnter');
    await drag('dragOver');
    await expect(window.locator('.drop')).toContainText('Släpp för att titta på paketet');
    expect(await violations(window)).toEqual([]);
    await drag('drop');
    await expect(window.locator('.drop')).toHaveCount(0);
    await expect(room.sheet('preview')).toContainText('nordmark-1.lasesal', { timeout: 60_000 });
  } finally {
    await room.close();
  }
});

test('by keyboard alone: to the library, a decision, the import, what was imported, and back to reading', async () => {
  const room = await openLibraryRoom();
  try {
    const { app, window } = room;
    const press = (key: string): Promise<void> => window.keyboard.press(key);
    await app.evaluate(
      ({ dialog }, filePaths) => {
        Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths }) });
      },
      [edition.file],
    );
    await press('Control+l');
    await expect(window.getByRole('heading', { name: 'Bibliotek' })).toBeFocused();
    await tabTo(room, 'Importera filer …');
    await press('Enter');
    await expect(window.getByRole('heading', { name: 'Det här skulle tas in' })).toBeFocused({
      timeout: 60_000,
    });
    await tabTo(room, 'Ta in det osignerade');
    await press('Space');
    await tabTo(room, 'Importera paketet');
    await press('Enter');
    await expect(window.getByRole('heading', { name: 'Importerat' })).toBeFocused({ timeout: 60_000 });
    await tabTo(room, 'Klar');
    await press('Enter');
    await expect(room.sheet('done')).toHaveCount(0);
    await press('F6');
    await press('Escape');
    await expect(room.screen).toHaveCount(0);
    await expect(window.locator('[data-hit] button').first()).toBeFocused();
  } finally {
    await room.close();
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe-core finds nothing in the library, whatever is in it (${theme})`, async () => {
    const room = await openLibraryRoom();
    try {
      const { window } = room;
      await window.evaluate(async (chosen) => {
        const bridge = Reflect.get(globalThis, 'lasesal') as Record<'saveSettings', (a: unknown) => unknown>;
        await bridge.saveSettings({ language: 'sv', theme: chosen, textSize: 100 });
      }, theme);
      await room.line.click();
      expect(await violations(window), 'empty').toEqual([]);
      await window.getByRole('button', { name: 'Lägg till en nyckel' }).click();
      expect(await violations(window), 'adding a key').toEqual([]);
      await window.locator('.add-key').getByRole('button', { name: 'Avbryt' }).click();
      await chooseFiles(room, [edition.file]);
      await expect(room.sheet('preview')).toBeVisible({ timeout: 60_000 });
      expect(await violations(window), 'preview').toEqual([]);
      await resize(room, 400, 700);
      // The panes follow the window a frame or two later.
      await expect
        .poll(async () => await window.evaluate(() => document.documentElement.scrollWidth - innerWidth))
        .toBeLessThanOrEqual(0);
      expect(await violations(window), 'narrow').toEqual([]);
      await resize(room, 1440, 900);
      await acceptAll(room);
      expect(await violations(window), 'done').toEqual([]);
      await window.getByRole('button', { name: 'Klar' }).click();
      await room.rows.first().click();
      expect(await violations(window), 'a package').toEqual([]);
      await window.getByRole('button', { name: 'Ta bort …' }).click();
      await expect(window.getByRole('button', { name: 'Ta bort paketet' })).toBeVisible();
      expect(await violations(window), 'removing').toEqual([]);
    } finally {
      await room.close();
    }
  });
}

/** Goes on with Tab until what has the focus is called so. Fails when it is not met. */
async function tabTo({ window }: LibraryRoom, name: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await window.keyboard.press('Tab');
    const met = await window.evaluate(() => {
      const { activeElement: at } = document;
      return `${at?.textContent ?? ''} ${at?.closest('label')?.textContent ?? ''}`;
    });
    if (met.includes(name)) return;
  }
  throw new Error(`${name} is not met with Tab`);
}
