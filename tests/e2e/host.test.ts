import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exampleArchive, launchApp } from '../helpers/electron.ts';
import type { LaunchedApp } from '../helpers/electron.ts';

let folder = '';

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasesal-host-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Labels of the menu bar, in order. */
async function menuBar({ app }: LaunchedApp): Promise<readonly string[]> {
  return await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
}

/** Chooses an item of the menu by its label. */
async function chooseInMenu({ app }: LaunchedApp, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    const found = items.find((item) => item.label === wanted);
    if (found === undefined) throw new Error(`no ${wanted} in the menu`);
    found.click();
  }, label);
}

test('the menu is in the language of the interface, reads a folder, and carries out what keys do', async () => {
  const launched = await launchApp({ args: ['--package', join(folder, 'nothing')] });
  try {
    await expect(launched.window.getByRole('heading', { name: 'Inget arkiv är öppet' })).toBeVisible();
    expect(await menuBar(launched)).toEqual(['&Arkiv', '&Redigera', '&Visa', '&Gå', '&Hjälp']);
    await launched.app.evaluate(({ dialog }, chosen) => {
      Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }) });
    }, exampleArchive);
    await chooseInMenu(launched, 'Läs en mapp utan att importera …');
    await expect(launched.window.locator('[data-hit]').first()).toBeVisible({ timeout: 60_000 });
    await chooseInMenu(launched, 'Tangenter och sökformer');
    await expect(launched.window.getByRole('dialog')).toBeVisible();
    await launched.window.keyboard.press('Escape');
    await chooseInMenu(launched, 'Sökfältet');
    await expect(launched.window.getByRole('combobox').first()).toBeFocused();
    await launched.window.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'lasesal') as Record<
        string,
        (args: unknown) => Promise<unknown>
      >;
      await bridge['saveSettings']?.({ language: 'en', theme: 'system', textSize: 100 });
    });
    await expect
      .poll(async () => await menuBar(launched))
      .toEqual(['&File', '&Edit', '&View', '&Go', '&Help']);
  } finally {
    await launched.close();
  }
});

test('a folder is read in place for its session; the next start reads what comes with the app', async () => {
  const [mine, userData] = [join(folder, 'mine'), join(folder, 'user')];
  await cp(exampleArchive, mine, { recursive: true });
  const open = async (args: readonly string[]): Promise<string> => {
    const launched = await launchApp({ args, userData });
    try {
      await expect(launched.window.locator('[data-hit]').first()).toBeVisible({ timeout: 60_000 });
      const status = await launched.window.evaluate(async () => {
        const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
        return await bridge['status']?.({});
      });
      return JSON.stringify(status);
    } finally {
      await launched.close();
    }
  };
  const inPlace = await open(['--package', mine]);
  expect(inPlace).toContain(`"path":"${mine}"`);
  expect(inPlace).toContain('"source":"folder"');
  await rm(mine, { recursive: true });
  const next = await open([]);
  expect(next).toContain(`"path":"${exampleArchive}"`);
  expect(next).toContain('"source":"bundled"');
});

test('one flipped bit in a source page is found by the check, named, and the archive can still be read', async () => {
  const damaged = join(folder, 'damaged');
  await cp(exampleArchive, damaged, { recursive: true });
  const originals = await readdir(join(damaged, 'data/originals'), { recursive: true, withFileTypes: true });
  const victim = originals.find((entry) => entry.isFile());
  const path = join(victim?.parentPath ?? '', victim?.name ?? '');
  const bytes = await readFile(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const launched = await launchApp({ args: ['--package', damaged] });
  try {
    await expect(launched.window.locator('[data-hit]').first()).toBeVisible({ timeout: 60_000 });
    await chooseInMenu(launched, 'Kontrollera det som är öppet');
    await expect(launched.window.locator('.library-line')).toContainText('Skadat');
    await expect(launched.window.locator('.notice-line')).toContainText(victim?.name ?? '');
    await expect(launched.window.locator('[data-hit]').first()).toBeVisible();
  } finally {
    await launched.close();
  }
});

test('a second start with the same folder of one’s own hands over to the first and ends', async () => {
  const userData = join(folder, 'user');
  const first = await launchApp({ userData });
  try {
    await expect(first.window.locator('[data-hit]').first()).toBeVisible({ timeout: 60_000 });
    const heard = first.app.evaluate(
      ({ app }) => new Promise((resolve) => app.once('second-instance', () => resolve('heard'))),
    );
    const second = launchApp({ userData, timeout: 15_000 });
    expect(await heard).toBe('heard');
    await expect(second).rejects.toThrow();
    await expect(first.window.locator('[data-hit]').first()).toBeVisible();
  } finally {
    await first.close();
  }
});
