import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { askNothing, facet, openRoom, searchFor, settled } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;

test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});
test.beforeEach(async () => {
  await askNothing(room);
});

/** Makes the next answer wait; the result lets it go and waits until the window has it. */
async function holdNextAnswer(): Promise<() => Promise<void>> {
  await room.app.evaluate(({ ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const own = (handlers as Map<string, (...args: readonly unknown[]) => unknown>).get('lasesal:search');
    ipcMain.removeHandler('lasesal:search');
    ipcMain.handle('lasesal:search', async (...call) => {
      ipcMain.removeHandler('lasesal:search');
      if (own !== undefined) ipcMain.handle('lasesal:search', own);
      const answer = await own?.(...call);
      await new Promise<void>((resolve) => Reflect.set(globalThis, 'letGo', resolve));
      return answer;
    });
  });
  return async () => {
    await expect.poll(() => room.app.evaluate(() => Reflect.has(globalThis, 'letGo'))).toBe(true);
    await room.app.evaluate(() => {
      const letGo: unknown = Reflect.get(globalThis, 'letGo');
      Reflect.deleteProperty(globalThis, 'letGo');
      (letGo as () => void)();
    });
    await room.window.waitForTimeout(150);
  };
}

/** Types another query and presses something of the former result while the answer comes. */
async function pressWhileAnswerComes(query: string, pressed: Locator): Promise<void> {
  const answer = await holdNextAnswer();
  await room.searchField.fill(query);
  await room.searchField.blur();
  await pressed.hover();
  await room.window.mouse.down();
  await answer();
  await room.window.mouse.up();
}

test('a press on a release opens it, whatever answer comes before the finger is lifted', async () => {
  await searchFor(room, 'skola');
  const pressed = room.hits.nth(2);
  const title = await pressed.locator('h3').innerText();
  await pressWhileAnswerComes('järnväg', pressed.getByRole('button'));
  await expect(room.release.locator('h1')).toHaveText(title);
  await settled(room.window);
  await expect(room.hits.first().locator('mark').first()).toHaveText(/^järnväg/iu);
});

test('a press in a list that was scrolled opens what was pressed', async () => {
  const place = 12;
  await room.hits.first().getByRole('button').focus();
  for (let step = 0; step < place; step += 1) await room.window.keyboard.press('ArrowDown');
  const pressed = room.window.locator(`[data-index="${place}"]`);
  await expect(pressed.getByRole('button')).toBeFocused();
  await expect(pressed).not.toHaveAttribute('data-hit', '');
  const title = await pressed.locator('h3').innerText();
  await pressWhileAnswerComes('energi', pressed.getByRole('button'));
  await expect(room.release.locator('h1')).toHaveText(title);
});

test('a press on a form that is searched leaves it out', async () => {
  await searchFor(room, 'skola');
  const form = room.window.locator('.addition').first();
  const word = await form.locator('.addition-form').innerText();
  await pressWhileAnswerComes('skola lärare', form);
  await settled(room.window);
  const pressed = room.window.locator('.addition').filter({ hasText: new RegExp(`^${word}\\s`, 'u') });
  await expect(pressed.first()).toHaveAttribute('aria-pressed', 'false');
});

test('a press on a filter chooses that one, though its place changes', async () => {
  await searchFor(room, 'skola');
  const values = await facet(room, 'Minister');
  const name = (await values.nth(2).locator('.choice-words').innerText()).split('\n')[0] ?? '';
  await pressWhileAnswerComes('energi', values.nth(2));
  await settled(room.window);
  await expect(room.window.locator('.chip')).toHaveText(new RegExp(name, 'u'));
});

test('a press that slides off lets the answer in all the same', async () => {
  await searchFor(room, 'skola');
  const open = await room.release.locator('h1').allInnerTexts();
  const answer = await holdNextAnswer();
  await room.searchField.fill('järnväg');
  await room.searchField.blur();
  await room.hits.nth(1).getByRole('button').hover();
  await room.window.mouse.down();
  await answer();
  await expect(room.hits.first().locator('mark').first()).toHaveText(/^skol/iu);
  await room.count.hover();
  await room.window.mouse.up();
  await expect(room.hits.first().locator('mark').first()).toHaveText(/^järnväg/iu);
  expect(await room.release.locator('h1').allInnerTexts()).toEqual(open);
});
