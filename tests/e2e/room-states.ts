import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { noFilters } from '../../main/contract/index.ts';
import { settled } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';
import { frameStates } from './states/frame-states.ts';
import { readerStates } from './states/reader-states.ts';
import { registerStates } from './states/register-states.ts';
import type { RoomState } from './states/room-state.ts';
import { searchStates } from './states/search-states.ts';
import { workStates } from './states/work-states.ts';

/** How the window looks and speaks. */
export interface Appearance {
  readonly language?: 'sv' | 'en';
  readonly theme?: string;
  readonly textSize?: number;
}

/** Every state of the window while an archive is read; those of the reader's own work are last, for what is made for them stays. */
export const roomStates: readonly RoomState[] = [
  ...searchStates,
  ...readerStates,
  ...frameStates,
  ...registerStates,
  ...workStates,
];

/** Sets language, theme and text size, as the settings do, and waits for the window to follow. */
export async function appear({ window }: Pick<ReadingRoom, 'window'>, look: Appearance): Promise<void> {
  await window.evaluate(async (changed) => {
    const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
    const status = (await bridge['status']?.({})) as { readonly value: { readonly settings: object } };
    await bridge['saveSettings']?.({ ...status.value.settings, ...changed });
  }, look);
  const root = window.locator('html');
  if (look.language !== undefined) await expect(root).toHaveAttribute('lang', look.language);
  if (look.theme !== undefined) await expect(root).toHaveAttribute('data-theme', look.theme);
  await drawn(window);
}

/** Shows a theme without choosing it: what is kept, and so the window's next layout, is of the one that was chosen. */
export async function paint({ window }: Pick<ReadingRoom, 'window'>, theme: string): Promise<void> {
  await window.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme);
  await drawn(window);
}

/** Back to the search with nothing asked, chosen or open, as at a first start. */
export async function beginAnew({ window, hits }: ReadingRoom): Promise<void> {
  // What is on the screen is kept a moment after it changed; then the next page begins with what is said here.
  await window.waitForTimeout(600);
  await window.evaluate(async (filters) => {
    const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
    const status = (await bridge['status']?.({})) as {
      readonly value: { readonly settings: object; readonly viewState: object | null };
    };
    const { settings, viewState } = status.value;
    await bridge['saveSettings']?.({ ...settings, timelineTable: false });
    if (viewState === null) return;
    const nothing = {
      filters,
      query: '',
      sort: 'relevance',
      releaseId: null,
      without: [],
      page: null,
      tabs: { open: [], active: 0 },
    };
    await bridge['saveViewState']?.({ ...viewState, ...nothing });
  }, noFilters);
  await window.reload();
  await expect(hits.first()).toBeVisible({ timeout: 30_000 });
  await settled(window);
}

/** Leaves what lies over the room, and what was asked and chosen; a release that is open stays. */
export async function backToSearch({ window, searchField }: ReadingRoom): Promise<void> {
  for (let tries = 0; tries < 3 && (await window.locator('[role="dialog"]').count()) > 0; tries += 1)
    await window.keyboard.press('Escape');
  await expect(window.locator('[role="dialog"]')).toHaveCount(0);
  const welcome = window.locator('.welcome .quiet-button');
  if ((await welcome.count()) > 0) await welcome.click();
  // What is typed is searched, from whichever screen.
  await searchField.fill('*');
  await searchField.fill('');
  const clear = window.locator('.chips .link-button');
  if ((await clear.count()) > 0) await clear.click();
  if ((await window.locator('.timeline table').count()) > 0) await window.locator('.time-turn').click();
  await settled(window);
}

/** Waits until what is shown is drawn, its fonts there. */
export async function drawn(window: Page): Promise<void> {
  await window.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
  });
}
