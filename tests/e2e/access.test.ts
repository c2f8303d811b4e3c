import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../helpers/electron.ts';
import { openHit, openRoom, resize, searchFor, violations } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

// A popover is a dialog of its own beside the landmarks, which lie inert while it is open.
const beside = ['region'];

let room: ReadingRoom;

test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});

for (const theme of ['Ljust', 'Mörkt'] as const) {
  test.describe(`axe-core finds nothing (${theme.toLowerCase()})`, () => {
    test.beforeAll(async () => {
      await room.window.getByRole('button', { name: 'Inställningar' }).click();
      await room.window.getByText(theme).click();
      await room.window.keyboard.press('Escape');
    });

    test('at the start, before anything is opened', async () => {
      expect(await violations(room.window)).toEqual([]);
    });

    test('in hits with filters and an open release, its evidence and provenance unfolded', async () => {
      await searchFor(room, 'segregation');
      await room.window.locator('.choice').first().click();
      await openHit(room, 0);
      await room.release.getByRole('button', { name: 'Varifrån vet vi det?' }).click();
      await room.release.getByRole('button', { name: 'Proveniens' }).click();
      await room.window.keyboard.press('F3');
      expect(await violations(room.window)).toEqual([]);
      await room.window.locator('.chips .link-button').click();
    });

    test('where nothing is found', async () => {
      await searchFor(room, 'ordsominteärdär');
      await expect(room.window.getByRole('heading', { name: 'Inga handlingar' })).toBeVisible();
      expect(await violations(room.window)).toEqual([]);
      await searchFor(room, '');
    });

    test('where forms, other spellings and a wider search are told', async () => {
      const { window } = room;
      await searchFor(room, 'skola');
      await window.getByRole('button', { name: /^\+ \d+ /u }).click();
      await window.locator('.addition').first().click();
      await window.getByRole('button', { name: 'Sök närliggande' }).click();
      await expect(window.getByText('Närliggande ord söks också.')).toBeVisible();
      expect(await violations(window)).toEqual([]);
      await searchFor(room, 'skola (foo:järnväg');
      expect(await violations(window)).toEqual([]);
      await searchFor(room, 'segregatoin');
      await expect(window.getByText('Menade du')).toBeVisible();
      expect(await violations(window)).toEqual([]);
      await searchFor(room, '');
    });

    test('in help, settings, order and a long facet', async () => {
      const { window } = room;
      await window.keyboard.press('F1');
      await expect(window.getByRole('dialog')).toBeVisible();
      expect(await violations(window)).toEqual([]);
      await window.keyboard.press('Escape');
      for (const opener of ['.head-button', '.select-button']) {
        await window.locator(opener).first().click();
        await expect(window.locator('.popover')).toBeVisible();
        expect(await violations(window, beside), opener).toEqual([]);
        await window.keyboard.press('Escape');
        await expect(window.locator('.popover')).toHaveCount(0);
      }
      await window.locator('.facet-more').first().click();
      expect(await violations(window)).toEqual([]);
      await window.locator('.facet-more').first().click();
    });

    test('in a narrow window: list, filters, release', async () => {
      const { window } = room;
      await openHit(room, 0);
      await resize(room, 420, 800);
      expect(await violations(window)).toEqual([]);
      await window.getByRole('button', { name: 'Till träffarna' }).click();
      expect(await violations(window)).toEqual([]);
      await window.getByRole('button', { name: /^Filter/ }).click();
      await expect(window.getByRole('dialog', { name: 'Filter' })).toBeVisible();
      expect(await violations(window)).toEqual([]);
      await window.keyboard.press('Escape');
      await resize(room, 1440, 900);
    });
  });
}

test('axe-core finds nothing where no package is open', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'lasesal-no-package-'));
  const { window, close } = await launchApp({ args: ['--package', empty] });
  try {
    await expect(window.getByRole('alert')).toBeVisible();
    expect(await violations(window)).toEqual([]);
  } finally {
    await close();
    await rm(empty, { recursive: true, force: true });
  }
});

test('everything that can be pressed is at least 24 by 24 pixels, or stands in a line of text', async () => {
  await searchFor(room, 'segregation');
  await openHit(room, 0);
  const small = await room.window.evaluate(() =>
    [...document.querySelectorAll('button, input, [role="checkbox"], .choice, .switch')]
      .filter((element) => !element.matches('.only-heard *, .link-number, .choice input, .switch input'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(
        ({ element, box }) =>
          box.width > 1 && !element.matches('.hit-open') && (box.width < 24 || box.height < 24),
      )
      .map(({ element, box }) => `${element.className} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});

test('at 400 % the window is read in one column, nothing cut off at the side', async () => {
  await resize(room, 400, 480);
  for (let step = 0; step < 8; step += 1) await room.window.keyboard.press('Control+=');
  const wide = await room.window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expect(room.release.locator('h1')).toBeVisible();
  await room.window.keyboard.press('Control+0');
});
