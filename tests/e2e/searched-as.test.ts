import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { countShown, openRoom, searchFor, settled } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;

test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});
test.beforeEach(async () => {
  await searchFor(room, '');
});

const form = (word: string): Locator =>
  room.window.locator('.addition').filter({ has: room.window.getByText(word, { exact: true }) });

test('the forms searched beside a word stand above the results, told apart by kind', async () => {
  await searchFor(room, 'skola');
  const line = room.window.locator('.clause-line').first();
  await expect(line).toContainText('sammansättningar');
  await line.getByRole('button', { name: /^\+ /u }).click();
  await expect(line.locator('.addition-kind')).toHaveText(['böjningar', 'sammansättningar']);
  await expect(form('skolan')).toHaveAttribute('aria-pressed', 'true');
});

test('a form is left out at a press and taken in at another, by mouse and by keyboard', async () => {
  await searchFor(room, 'skola');
  const all = await countShown(room);
  await form('skolor').click();
  await settled(room.window);
  const fewer = await countShown(room);
  expect(fewer).toBeLessThan(all);
  await expect(form('skolor')).toHaveAttribute('aria-pressed', 'false');
  await expect(form('skolor')).toBeFocused();
  await room.window.keyboard.press('Space');
  await settled(room.window);
  expect(await countShown(room)).toBe(all);
  await expect(form('skolor')).toHaveAttribute('aria-pressed', 'true');
});

test('what is left out is a step of history, and forgotten when its word goes', async () => {
  await searchFor(room, 'skola');
  const all = await countShown(room);
  await form('skolor').click();
  await settled(room.window);
  await room.window.keyboard.press('Alt+ArrowLeft');
  await settled(room.window);
  expect(await countShown(room)).toBe(all);
  await room.window.keyboard.press('Alt+ArrowRight');
  await settled(room.window);
  expect(await countShown(room)).toBeLessThan(all);
  await searchFor(room, 'energi');
  await searchFor(room, 'skola');
  expect(await countShown(room)).toBe(all);
});

test('a long list of forms is folded, opens to all of them and folds again', async () => {
  await searchFor(room, 'skola');
  const forms = room.window.locator('.addition');
  const few = await forms.count();
  const more = room.window.getByRole('button', { name: /^\+ \d+ /u });
  const promised = Number(/\d+/u.exec(await more.innerText())?.[0]);
  await more.click();
  await expect(forms).toHaveCount(few + promised);
  await room.window.getByRole('button', { name: /^Visa färre/u }).click();
  await expect(forms).toHaveCount(few);
});

test('letters without their dots find, and it is said that they do', async () => {
  await searchFor(room, 'jarnvag');
  expect(await countShown(room)).toBeGreaterThan(0);
  await expect(room.window.locator('.note').filter({ hasText: 'å, ä, ö' })).toBeVisible();
  await expect(room.hits.first().locator('mark').first()).toHaveText(/^järnväg/iu);
});

test('the beginning of a word finds while it is typed, and is told quietly', async () => {
  await searchFor(room, 'segrega');
  expect(await countShown(room)).toBeGreaterThan(0);
  await expect(room.window.getByText('Det sista ordet söks som början av ett ord.')).toBeVisible();
});

test('a slip of the pen: two presses of Enter lead to what was meant', async () => {
  await searchFor(room, 'segregatoin');
  await expect(room.window.getByText('Menade du')).toBeVisible();
  await room.searchField.press('Enter');
  const suggestion = room.window.locator('.suggestion').first();
  await expect(suggestion).toBeFocused();
  const promised = Number(/\d+/u.exec(await suggestion.locator('.way-count').innerText())?.[0]);
  await room.window.keyboard.press('Enter');
  await settled(room.window);
  await expect(room.searchField).toHaveValue('segregation');
  expect(await countShown(room)).toBe(promised);
  await expect(room.hits.first().getByRole('button')).toBeFocused();
});

test('a wider search is offered after the last result, shows its words, and is taken back', async () => {
  await searchFor(room, 'segregation');
  const narrow = await countShown(room);
  await expect(room.window.getByText('närliggande', { exact: true })).toHaveCount(0);
  await room.window.getByRole('button', { name: 'Sök närliggande' }).click();
  await settled(room.window);
  expect(await countShown(room)).toBeGreaterThan(narrow);
  await expect(room.window.locator('.addition-kind').filter({ hasText: 'närliggande' })).toBeVisible();
  await expect(room.hits.first().getByRole('button')).toBeFocused();
  await room.window.getByRole('button', { name: 'Bara mina ord' }).click();
  await settled(room.window);
  expect(await countShown(room)).toBe(narrow);
});

test('a wider search is never carried over to other words', async () => {
  await searchFor(room, 'segregation');
  await room.window.getByRole('button', { name: 'Sök närliggande' }).click();
  await searchFor(room, 'energi');
  await expect(room.window.getByText('Närliggande ord söks också.')).toHaveCount(0);
});

test('a mistake is told with the place where it stands', async () => {
  await searchFor(room, 'skola foo:vård');
  const told = room.window.locator('.understood-problem');
  await expect(told).toContainText('tecken 7');
  await expect(told.locator('code')).toHaveText('foo:vård');
});

test('every example of the help is searched for at a press', async () => {
  const { window } = room;
  await window.keyboard.press('F1');
  await window.getByRole('button', { name: 'Sök på *politik' }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await settled(window);
  await expect(room.searchField).toHaveValue('*politik');
  await expect(room.searchField).toBeFocused();
  await expect(window.locator('.clause-line').first()).toContainText('…politik');
});

test('results stay in place while the next ones are on their way', async () => {
  await searchFor(room, 'se');
  await room.window.evaluate(`{
    window.rowsSeen = [];
    const look = () => {
      window.rowsSeen.push(document.querySelectorAll('[data-hit]:not([data-hit=""])').length);
      window.looking = requestAnimationFrame(look);
    };
    look();
  }`);
  await room.searchField.press('End');
  await room.searchField.pressSequentially('gregation', { delay: 60 });
  await settled(room.window);
  const rows: unknown = await room.window.evaluate('cancelAnimationFrame(looking), rowsSeen');
  expect(Math.min(...(rows as number[]))).toBeGreaterThan(0);
});

test('a search that takes too long is told, and what was there stays', async () => {
  await searchFor(room, 'skola');
  const all = await countShown(room);
  await room.app.evaluate(({ ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const own = (handlers as Map<string, (...args: readonly unknown[]) => unknown>).get('lasesal:search');
    let refused = false;
    ipcMain.removeHandler('lasesal:search');
    ipcMain.handle('lasesal:search', (...call) => {
      if (refused) return own?.(...call);
      refused = true;
      return { ok: false, problem: { code: 'search-timed-out', params: {} } };
    });
  });
  await searchFor(room, 'skola *a*');
  await expect(room.window.getByRole('alert')).toContainText('hör till den förra sökningen');
  expect(await countShown(room)).toBe(all);
  await expect(room.hits.first()).toBeVisible();
  await room.window.getByRole('button', { name: 'Försök igen' }).click();
  await settled(room.window);
  await expect(room.window.getByRole('alert')).toHaveCount(0);
});

test('what was left out and a wider search are there again at the next start', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-again-'));
  try {
    const first = await openRoom({ userData });
    await searchFor(first, 'skola');
    await first.window.locator('.addition').first().click();
    await settled(first.window);
    await first.window.getByRole('button', { name: 'Sök närliggande' }).click();
    await expect(first.window.getByText('Närliggande ord söks också.')).toBeVisible();
    await settled(first.window);
    const found = await countShown(first);
    await first.window.waitForTimeout(800);
    await first.close();
    const again = await openRoom({ userData });
    await settled(again.window);
    expect(await countShown(again)).toBe(found);
    await expect(again.window.getByText('Närliggande ord söks också.')).toBeVisible();
    await expect(again.window.locator('.addition[aria-pressed="false"]')).toHaveCount(1);
    await again.close();
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});
