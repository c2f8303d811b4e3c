import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { settingsSchema } from '../../main/contract/index.ts';
import { launchApp } from '../helpers/electron.ts';
import {
  choose,
  facet,
  faintText,
  openHit,
  openRoom,
  resize,
  searchFor,
  violations,
} from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';
import { appear, backToSearch, drawn, paint, roomStates } from './room-states.ts';
import {
  faintSigns,
  lookOf,
  movesUnasked,
  smallTargets,
  unnamedNodes,
  unseenFocus,
  wideParts,
  zoomTo,
} from './what-is-shown.ts';

// A popover is a dialog of its own beside the landmarks, which lie inert while it is open.
const beside = ['region'];
/** What must look otherwise than what is beside it when the system forces its own colours. */
const toldApart = [
  ['.choice:has(:checked) .choice-box', '.choice:not(:has(:checked)) .choice-box'],
  ['.switch[data-selected] .switch-track', '.switch:not([data-selected]) .switch-track'],
  ['.head-part[aria-current]', '.head-part:not([aria-current])'],
  ['.time-unit[data-selected]', '.time-unit:not([data-selected])'],
  ['.hit[data-open]::before', '.hit:not([data-open])::before'],
  ['.release mark', '.release p'],
  ['.release mark[data-current]', '.release mark:not([data-current])'],
] as const;
const themes = settingsSchema.shape.theme.options.filter((theme) => !['system', 'light'].includes(theme));

for (const language of ['sv', 'en'] as const) {
  test.describe(`every state of the window in ${language}`, () => {
    let room: ReadingRoom;
    // Colours are the same whatever is said: every other theme is looked at once.
    const others = language === 'sv' ? themes : [];

    test.beforeAll(async () => {
      room = await openRoom();
      await appear(room, { language, theme: 'light' });
    });
    test.afterAll(async () => {
      await room.close();
    });
    test.afterEach(async () => {
      await zoomTo(room, 1);
      await backToSearch(room);
    });

    for (const { name, show, isPopover } of roomStates) {
      test(`${name}: axe finds nothing, all has a name and a size, and 400 % is read in one column`, async () => {
        await show(room);
        await drawn(room.window);
        expect(await violations(room.window, isPopover === true ? beside : [])).toEqual([]);
        for (const theme of others) {
          await paint(room, theme);
          expect(await faintText(room.window), theme).toEqual([]);
        }
        if (others.length > 0) await paint(room, 'light');
        expect(await unnamedNodes(room.window)).toEqual([]);
        expect(await smallTargets(room.window)).toEqual([]);
        await zoomTo(room, 4);
        await expect.poll(() => wideParts(room.window)).toEqual([]);
      });
    }
  });
}

test.describe('the window', () => {
  let room: ReadingRoom;

  test.beforeAll(async () => {
    room = await openRoom();
  });
  test.afterAll(async () => {
    await room.close();
  });

  test('in a narrow form is free of what axe finds: list, filters, release', async () => {
    const { window } = room;
    await searchFor(room, 'segregation');
    await openHit(room, 0);
    await resize(room, 420, 800);
    expect(await violations(window)).toEqual([]);
    expect(await smallTargets(window)).toEqual([]);
    await window.getByRole('button', { name: 'Till träffarna' }).click();
    expect(await violations(window)).toEqual([]);
    await window.getByRole('button', { name: /^Filter/ }).click();
    await expect(window.getByRole('dialog', { name: 'Filter' })).toBeVisible();
    expect(await violations(window)).toEqual([]);
    expect(await smallTargets(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await resize(room, 1440, 900);
  });

  test('shows the focus at every stop of the Tab key', async () => {
    await searchFor(room, 'segregation');
    await openHit(room, 0);
    await room.searchField.focus();
    const { stops, unseen } = await unseenFocus(room.window, 60);
    expect(stops).toBeGreaterThan(25);
    expect(unseen).toEqual([]);
  });

  test('holds still for those who want less movement', async () => {
    const { window } = room;
    const list = window.locator('.pane-results');
    // As where a search takes its time: something goes on, and shows it to those who did not ask for stillness.
    await list.evaluate((pane) => pane.setAttribute('aria-busy', 'true'));
    expect(await movesUnasked(window)).not.toEqual([]);
    await window.emulateMedia({ reducedMotion: 'reduce' });
    expect(await movesUnasked(window)).toEqual([]);
    await list.evaluate((pane) => pane.setAttribute('aria-busy', 'false'));
    await window.keyboard.press('F1');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await movesUnasked(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await window.emulateMedia({ reducedMotion: null });
  });

  test('keeps what is chosen, marked and current apart in the colours of the system', async () => {
    const { window } = room;
    await window.emulateMedia({ forcedColors: 'active' });
    await searchFor(room, 'segregation');
    await openHit(room, 0);
    await choose(room, (await facet(room, 'Minister')).first());
    await window.keyboard.press('F3');
    await expect(room.release.locator('mark[data-current]').first()).toBeVisible();
    for (const [told, plain] of toldApart) {
      const looks = [await lookOf(window, told), await lookOf(window, plain)];
      expect(looks[0], `${told} is told from ${plain}`).not.toEqual(looks[1]);
    }
    expect(await faintSigns(window)).toEqual([]);
    await window.keyboard.press('Control+3');
    const [here, other] = ['.work-section-link[aria-current]', '.work-section-link:not([aria-current])'];
    expect(await lookOf(window, here)).not.toEqual(await lookOf(window, other));
    expect(await faintSigns(window)).toEqual([]);
    await window.keyboard.press('Control+1');
    await window.emulateMedia({ forcedColors: null });
  });

  test('is read at the smallest window and the largest text, nothing cut off at the side', async () => {
    await searchFor(room, 'segregation');
    await openHit(room, 0);
    await resize(room, 400, 480);
    for (let step = 0; step < 8; step += 1) await room.window.keyboard.press('Control+=');
    await expect(room.release.locator('h1')).toBeVisible();
    await expect.poll(() => wideParts(room.window)).toEqual([]);
    // However high the window's own parts are, there is room to read in.
    for (const height of [480, 800]) {
      await resize(room, 400, height);
      const text = room.window.locator('.reader-scroll');
      await text.focus();
      const { y, height: high } = (await text.boundingBox()) ?? { y: 0, height: 0 };
      expect(Math.min(height, y + high) - Math.max(0, y)).toBeGreaterThan(150);
    }
    await room.window.keyboard.press('Control+0');
  });
});

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
