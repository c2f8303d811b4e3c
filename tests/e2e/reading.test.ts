import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { openHit, openRoom, searchFor, violations } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';
import { drawn } from './room-states.ts';

// A popover is a dialog of its own beside the landmarks, which lie inert while it is open.
const beside = ['region'];

/** Opens the settings, chooses something by its name, and closes them again. */
async function set({ window }: ReadingRoom, ...names: readonly string[]): Promise<void> {
  await window.getByRole('button', { name: 'Inställningar' }).click();
  for (const name of names) await window.getByRole('radio', { name, exact: true }).click({ force: true });
  await window.keyboard.press('Escape');
  await expect(window.locator('.settings')).toHaveCount(0);
}

const lookOf = async ({ window }: ReadingRoom): Promise<Readonly<Record<string, string>>> =>
  await window.evaluate(() => {
    const reader = document.querySelector('.pane-reader') ?? document.body;
    return {
      theme: document.documentElement.dataset['theme'] ?? '',
      ground: getComputedStyle(reader).backgroundColor,
      ink: getComputedStyle(reader).color,
    };
  });

/** Characters to a line, on the average of whole paragraphs. */
const lettersToLine = async ({ release }: ReadingRoom): Promise<number> =>
  await release.locator('.body p').evaluateAll((paragraphs) => {
    const counted = paragraphs.map((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 8)));
      return { letters: paragraph.textContent?.length ?? 0, lines: tops.size };
    });
    const long = counted.filter(({ lines }) => lines > 2);
    const letters = long.reduce((sum, one) => sum + one.letters, 0);
    // The last line of a paragraph is half full, taken over many.
    return letters / long.reduce((sum, one) => sum + one.lines - 0.5, 0);
  });

/** Scrolls until a block of the text has its beginning above what is seen; gives back its words. */
async function scrollInto(room: ReadingRoom, block: number): Promise<string> {
  await room.window.locator('.reader-scroll').evaluate((pane, n) => {
    const wanted = pane.querySelectorAll('.body > *')[n];
    const below = (wanted?.getBoundingClientRect().top ?? 0) - pane.getBoundingClientRect().top;
    pane.scrollTop += below + 8;
  }, block);
  await drawn(room.window);
  return await atTop(room);
}

/** The words of the block of the text that is at the top of what is seen. */
async function atTop(room: ReadingRoom): Promise<string> {
  return await room.window.locator('.reader-scroll').evaluate((pane) => {
    const top = pane.getBoundingClientRect().top + 12;
    const block = [...pane.querySelectorAll('.body > *')].find((one) => {
      const box = one.getBoundingClientRect();
      return box.top <= top && top < box.bottom;
    });
    return block?.textContent ?? '';
  });
}

test('themes and line length hold at once and after a restart, and 60 to 75 letters make a line', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-look-'));
  try {
    const room = await openRoom({ userData });
    await openHit(room, 0);
    await set(room, 'Sepia');
    expect(await lookOf(room)).toEqual({
      theme: 'sepia',
      ground: 'rgb(250, 242, 226)',
      ink: 'rgb(55, 40, 24)',
    });
    const normal = await lettersToLine(room);
    expect(normal).toBeGreaterThanOrEqual(60);
    expect(normal).toBeLessThanOrEqual(75);
    await room.window.getByRole('button', { name: 'Inställningar' }).click();
    await expect(room.window.locator('.settings')).toBeVisible();
    expect(await violations(room.window, beside)).toEqual([]);
    await room.window.keyboard.press('Escape');
    const readAt = await scrollInto(room, 4);
    await set(room, 'Hög kontrast', 'Smal');
    await expect.poll(() => atTop(room)).toBe(readAt);
    expect(await lettersToLine(room)).toBeLessThan(normal);
    expect(await violations(room.window)).toEqual([]);
    await room.window.waitForTimeout(1000);
    await room.close();

    const again = await openRoom({ userData });
    await expect(again.release).toBeVisible();
    expect((await lookOf(again))['theme']).toBe('contrast');
    expect(await again.window.evaluate(() => document.documentElement.dataset['width'])).toBe('narrow');
    await again.close();
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});

test('tabs: opened from the hits, gone among, closed and brought back by keys; a crash loses none', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-tabs-'));
  const tabsOf = ({ window }: ReadingRoom): Locator => window.getByRole('tab');
  try {
    const room = await openRoom({ userData });
    const { window } = room;
    const titles = await room.hits.locator('h3').allInnerTexts();
    await openHit(room, 0);
    await expect(tabsOf(room)).toHaveCount(0);
    await room.hits
      .nth(1)
      .getByRole('button')
      .click({ modifiers: ['ControlOrMeta'] });
    await room.hits.nth(2).getByRole('button').click({ button: 'middle' });
    await expect(tabsOf(room)).toHaveText(titles.slice(0, 3));
    await expect(room.release.locator('h1')).toHaveText(titles[0] ?? '');

    const scroller = window.locator('.reader-scroll');
    await scroller.evaluate((element) => element.scrollTo({ top: 200 }));
    const place = await scroller.evaluate((element) => element.scrollTop);
    await window.keyboard.press('Control+Tab');
    await expect(room.release.locator('h1')).toHaveText(titles[1] ?? '');
    await window.keyboard.press('Control+PageUp');
    await expect(room.release.locator('h1')).toHaveText(titles[0] ?? '');
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(place);

    await window.keyboard.press('Control+w');
    await expect(room.release.locator('h1')).toHaveText(titles[1] ?? '');
    await expect(tabsOf(room)).toHaveCount(2);
    await window.keyboard.press('Control+Shift+T');
    await expect(room.release.locator('h1')).toHaveText(titles[0] ?? '');
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(tabsOf(room).nth(1)).toHaveAttribute('aria-selected', 'true');
    expect(await violations(window)).toEqual([]);

    await window.getByRole('button', { name: '3 flikar' }).click();
    await window.getByRole('menuitem', { name: titles[2] ?? '' }).click();
    await expect(room.release.locator('h1')).toHaveText(titles[2] ?? '');
    await window.waitForTimeout(1000);
    room.app.process().kill('SIGKILL');
    await room.app.waitForEvent('close').catch(() => undefined);

    const again = await openRoom({ userData });
    await expect(tabsOf(again)).toHaveText(titles.slice(0, 3));
    await expect(again.release.locator('h1')).toHaveText(titles[2] ?? '');
    await tabsOf(again).nth(2).focus();
    await again.window.keyboard.press('ArrowLeft');
    await again.window.keyboard.press('Delete');
    await expect(tabsOf(again)).toHaveText([titles[0] ?? '', titles[2] ?? '']);
    await again.close();
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});

test('what goes with a release is told below it, each with its ground, and leads there', async () => {
  const room = await openRoom();
  try {
    await searchFor(room, 'Rannbanan');
    const title = await openHit(room, 0);
    const related = room.release.locator('.related');
    await expect(related.getByRole('heading', { name: 'Handlingar som hör ihop med den här' })).toBeVisible();
    const first = related.locator('> ul > li').first();
    await expect(first.locator('.grounds')).toHaveText(/^(Samma|Liknande)/u);
    const other = await first.getByRole('button').innerText();
    expect(other).not.toBe(title);
    await first.getByRole('button').press('Control+Enter');
    await expect(room.window.getByRole('tab')).toHaveText([title, other]);
    await first.getByRole('button').click();
    await expect(room.release.locator('h1')).toHaveText(other);
    const name = room.release.locator('.office .page-link').last();
    const person = await name.innerText();
    await name.click();
    await expect(room.window.getByRole('heading', { name: person, level: 1 })).toBeVisible();
    await room.window.keyboard.press('Alt+ArrowLeft');
    await expect(name).toBeFocused();
  } finally {
    await room.close();
  }
});
