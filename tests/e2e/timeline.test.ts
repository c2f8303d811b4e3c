import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { countShown, openRoom, searchFor, settled, violations } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;
let timeline: Locator;
let list: Locator;

test.beforeAll(async () => {
  room = await openRoom();
  timeline = room.window.getByRole('region', { name: 'Tidslinje' });
  list = timeline.getByRole('listbox', { name: 'Handlingar över tid' });
  await expect(list).toBeVisible();
});
test.afterAll(async () => {
  await room.close();
});

/** The bar of a time, as it is heard. */
function bar(time: string): Locator {
  return list.getByRole('option', { name: new RegExp(`^${time}: `, 'u') });
}

async function unit(name: 'År' | 'Månad' | 'Dag'): Promise<void> {
  await timeline.getByRole('radio', { name, exact: true }).click();
  await expect(timeline.getByRole('radio', { name, exact: true })).toBeChecked();
}

async function middleOf(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('the bar is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await room.window.mouse.move(start.x, start.y);
  await room.window.mouse.down();
  await room.window.mouse.move(end.x, end.y, { steps: 6 });
  await room.window.mouse.up();
  await settled(room.window);
}

/** What is chosen: the fields, the words over the bars, and where the stretch lies. */
async function chosen(): Promise<unknown> {
  const { window } = room;
  return {
    from: await window.getByLabel('Från', { exact: true }).inputValue(),
    to: await window.getByLabel('Till', { exact: true }).inputValue(),
    said: await timeline.locator('.time-said').innerText(),
    place: await timeline.locator('.time-chosen').getAttribute('style'),
    options: await list.locator('[aria-selected="true"]').count(),
    releases: await countShown(room),
  };
}

async function typePeriod(from: string, to: string): Promise<void> {
  for (const [label, text] of [
    ['Från', from],
    ['Till', to],
  ] as const) {
    await room.window.getByLabel(label, { exact: true }).fill(text);
    await room.window.keyboard.press('Enter');
  }
  await settled(room.window);
}

test('the less exactly dated have a bar of their own, and with those beside the bars all are counted', async () => {
  await unit('Månad');
  const beside = timeline.locator('.time-beside-words dd');
  const counted = async (): Promise<number> => {
    const heard = await list
      .getByRole('option')
      .evaluateAll((bars) => bars.map((one) => one.ariaLabel ?? ''));
    const inBars = heard.map((text) => Number(/: (\d+) handling/u.exec(text)?.[1]));
    return [...inBars, ...(await beside.allInnerTexts()).map(Number)].reduce((sum, n) => sum + n, 0);
  };
  await expect.poll(counted).toBe(await countShown(room));
  await expect(beside.last()).not.toHaveText('0');
  await expect(timeline.locator('.time-inexact-bar')).toBeVisible();
});

test('counts every release of the result once, in bars and as a table with the same numbers', async () => {
  await searchFor(room, 'skola');
  await unit('År');
  const total = await countShown(room);
  const heard = await list.getByRole('option').evaluateAll((bars) => bars.map((one) => one.ariaLabel ?? ''));
  const inBars = heard.map((text) => Number(/: (\d+) handling/u.exec(text)?.[1]));
  await timeline.getByRole('button', { name: 'Visa som tabell' }).click();
  const table = timeline.getByRole('table', { name: 'Handlingar över tid, som tabell' });
  const rows = await table.locator('tbody tr td:nth-child(2)').allInnerTexts();
  expect(rows.map(Number)).toEqual(inBars);
  await expect(table.getByRole('row', { name: /^Alla/u })).toContainText(String(total));
  expect(inBars.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(total);
  expect(await violations(room.window)).toEqual([]);

  await table.getByRole('button', { name: '2016', exact: true }).click();
  await expect(timeline.locator('.time-said')).toHaveText('2016');
  await room.window.keyboard.press('Alt+ArrowLeft');
  await timeline.getByRole('button', { name: 'Visa som staplar' }).click();
  await expect(list).toBeVisible();
});

test('a period drawn with the mouse is the one typed in the fields, and back undoes it', async () => {
  const before = await countShown(room);
  await unit('År');
  await drag(bar('2014'), bar('2016'));
  const drawn = await chosen();
  expect(drawn).toMatchObject({
    from: '1 januari 2014',
    to: '31 december 2016',
    said: '2014 – 2016',
    options: 3,
  });
  // What is chosen does not narrow what is counted.
  await expect(bar('2018')).not.toHaveAccessibleName(/: 0 /u);
  await room.window.keyboard.press('Alt+ArrowLeft');
  await expect(timeline.locator('.time-said')).toHaveText('Hela tiden');
  expect(await countShown(room)).toBe(before);

  await typePeriod('2014', '2016');
  expect(await chosen()).toEqual(drawn);

  await drag(timeline.locator('[data-edge="to"]'), bar('2018'));
  expect(await chosen()).toMatchObject({ from: '1 januari 2014', to: '31 december 2018' });
  await timeline.getByRole('button', { name: 'Rensa perioden' }).click();
  await expect(timeline.locator('.time-chosen')).toHaveCount(0);
  await expect(list).toBeFocused();
});

test('all filters taken away at once come back at once, and the focus is not lost with them', async () => {
  const { window } = room;
  await typePeriod('2014', '2016');
  await window.locator('.choice').first().click();
  await settled(window);
  const before = [await countShown(room), await window.locator('.chip').allInnerTexts()];
  const clear = window.getByRole('button', { name: 'Rensa filter' });
  await clear.focus();
  await window.keyboard.press('Enter');
  await settled(window);
  await expect(window.locator('.chip')).toHaveCount(0);
  await expect(room.hits.first().getByRole('button').first()).toBeFocused();
  await window.keyboard.press('Alt+ArrowLeft');
  await settled(window);
  expect([await countShown(room), await window.locator('.chip').allInnerTexts()]).toEqual(before);
  await clear.click();
  await settled(window);
});

test('a bar that is pressed is picked, and what is in it comes in sight, down to the day', async () => {
  const at = await middleOf(bar('2015'));
  await room.window.mouse.click(at.x, at.y);
  await expect(timeline.getByRole('radio', { name: 'Månad', exact: true })).toBeChecked();
  await expect(timeline.locator('.time-said')).toHaveText('2015');
  await settled(room.window);
  const march = await middleOf(bar('mars 2015'));
  await room.window.mouse.click(march.x, march.y);
  await expect(timeline.getByRole('radio', { name: 'Dag', exact: true })).toBeChecked();
  await expect(bar('1 mars 2015')).toHaveAttribute('aria-selected', 'true');
  expect(await chosen()).toMatchObject({ from: '1 mars 2015', to: '31 mars 2015', options: 31 });
  expect(await violations(room.window)).toEqual([]);
  await timeline.getByRole('button', { name: 'Rensa perioden' }).click();
});

test('by keyboard alone: F6 leads there, arrows walk, Shift extends, Enter picks, Esc clears, + and − zoom', async () => {
  const { window } = room;
  await unit('År');
  await room.searchField.focus();
  await window.keyboard.press('F6');
  await expect(list).toBeFocused();
  const active = async (): Promise<string | null> =>
    await window.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.ariaLabel ?? null;
    });
  await window.keyboard.press('Home');
  expect(await active()).toMatch(/^2010: \d+ handling.*Regeringen Hammar/u);
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
    await window.keyboard.press(key);
  await expect(list.locator('[aria-selected="true"]')).toHaveCount(3);
  await expect(timeline.getByText(/2012 – 2014: \d+ handlingar?\. Retur väljer perioden\./u)).toBeAttached();
  await expect(timeline.locator('.time-said')).toHaveText('Hela tiden');
  await window.keyboard.press('Enter');
  await expect(timeline.locator('.time-said')).toHaveText('2012 – 2014');
  await expect(list).toBeFocused();
  await window.keyboard.press('+');
  await expect(bar('december 2014')).toHaveAttribute('aria-selected', 'true');
  expect(await active()).toMatch(/^januari 2014/u);
  await window.keyboard.press('+');
  await expect(bar('1 januari 2014')).toBeAttached();
  await window.keyboard.press('-');
  await window.keyboard.press('Escape');
  await expect(timeline.locator('.time-said')).toHaveText('Hela tiden');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(timeline.locator('.time-said')).toHaveText('2012 – 2014');
  await window.keyboard.press('Alt+ArrowRight');
  await expect(timeline.locator('.time-said')).toHaveText('Hela tiden');
});

test('nothing moves when counts arrive, and it stays folded once it was', async () => {
  const { window } = room;
  await window.evaluate(() => {
    const kept = window as unknown as { shifts: string[] };
    kept.shifts = [];
    new PerformanceObserver((found) => {
      for (const entry of found.getEntries()) {
        const { sources } = entry as unknown as { sources: readonly { node: Node | null }[] };
        for (const { node } of sources) if (node instanceof Element) kept.shifts.push(node.className);
      }
    }).observe({ type: 'layout-shift' });
  });
  for (const query of ['vård', 'ordsominteärdär', '']) {
    await searchFor(room, query);
    await window.waitForTimeout(300);
  }
  const shifts = await window.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
  expect(shifts.filter((name) => /^time|^pane/u.test(name))).toEqual([]);

  await timeline.getByRole('button', { name: 'Tidslinje' }).click();
  await expect(list).toHaveCount(0);
  await window.reload();
  await expect(room.hits.first()).toBeVisible();
  await expect(timeline.getByRole('button', { name: 'Tidslinje' })).toHaveAttribute('aria-expanded', 'false');
  await timeline.getByRole('button', { name: 'Tidslinje' }).click();
  await expect(list).toBeVisible();
});
