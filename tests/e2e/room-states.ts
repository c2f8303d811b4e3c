import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openHit, searchFor, settled } from './reading-room.ts';
import type { ReadingRoom } from './reading-room.ts';

/** Something that the window can show, in whichever language: what tests look through and pictures are made of. */
export interface RoomState {
  /** In words that can be part of a file's name. */
  readonly name: string;
  /** Leads there from the search with nothing asked. */
  readonly show: (room: ReadingRoom) => Promise<void>;
  /** Whether it lies over the room and leaves the landmarks inert below. */
  readonly isPopover?: boolean;
}

/** How the window looks and speaks. */
export interface Appearance {
  readonly language?: 'sv' | 'en';
  readonly theme?: string;
  readonly textSize?: number;
}

/** Every state of the window while an archive is read. */
export const roomStates: readonly RoomState[] = [
  { name: 'start', show: () => Promise.resolve() },
  { name: 'results', show: showResults },
  { name: 'release', show: async (room) => await showRelease(room) },
  {
    name: 'evidence',
    show: async (room) => {
      await showRelease(room);
      await room.release.locator('.office .fold-trigger, .why .fold-trigger').first().click();
    },
  },
  {
    name: 'undated',
    show: async (room) => {
      await searchFor(room, 'titel:fredsfördrag');
      await openHit(room, 0);
      await room.release.locator('.office .fold-trigger, .why .fold-trigger').first().click();
    },
  },
  {
    name: 'provenance',
    show: async (room) => {
      await showRelease(room);
      await room.release.locator('.provenance').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'find',
    show: async (room) => {
      await showRelease(room);
      await room.window.keyboard.press('Control+f');
      await room.window.keyboard.type('och');
      await room.window.keyboard.press('Enter');
    },
  },
  { name: 'one-hit', show: async (room) => await searchFor(room, 'titel:järnväg') },
  {
    name: 'no-hits',
    show: async (room) => {
      await searchFor(room, 'ordsominteärdär');
      await expect(room.hits).toHaveCount(0);
    },
  },
  { name: 'did-you-mean', show: async (room) => await searchFor(room, 'segregatoin') },
  { name: 'mistaken', show: async (room) => await searchFor(room, 'skola (foo:järnväg') },
  {
    name: 'forms',
    show: async (room) => {
      await searchFor(room, 'skola');
      await room.window.locator('.addition, .understood button').first().click();
    },
  },
  {
    name: 'completion',
    show: async ({ window, searchField }) => {
      await searchField.fill('');
      await searchField.pressSequentially('bost');
      await expect(window.locator('.completions')).toBeVisible();
    },
  },
  {
    name: 'long-facet',
    show: async ({ window }) => await window.locator('.facet-more').first().click(),
  },
  {
    name: 'order',
    isPopover: true,
    show: async ({ window }) => {
      await window.locator('.select-button').first().click();
      await expect(window.locator('.popover')).toBeVisible();
    },
  },
  {
    name: 'settings',
    isPopover: true,
    show: async ({ window }) => {
      await window
        .locator('.head-button')
        .filter({ hasText: /Inställningar|Settings/u })
        .click();
      await expect(window.locator('.popover')).toBeVisible();
    },
  },
  { name: 'help', show: async (room) => await showSheet(room, 'show-help') },
  {
    name: 'about',
    show: async (room) => {
      await showSheet(room, 'show-about');
      await expect(room.window.locator('.licences').first()).toBeVisible();
    },
  },
  {
    name: 'licence',
    show: async (room) => {
      await showSheet(room, 'show-about');
      await room.window.locator('.licences .fold-trigger').first().click();
      await room.window.locator('.licence .fold-trigger').first().click();
      await expect(room.window.locator('.licence-text')).toBeVisible();
    },
  },
  { name: 'accessibility', show: async (room) => await showSheet(room, 'show-access') },
  {
    name: 'welcome',
    show: async (room) => {
      await chooseInMenu(room, 'show-welcome');
      await expect(room.window.locator('.welcome')).toBeVisible();
    },
  },
  { name: 'register', show: async (room) => await showPage(room, 'show-register') },
  {
    name: 'person',
    show: async (room) => {
      await showRelease(room);
      await room.release.locator('.office a').filter({ hasText: 'Tore Lindvall' }).first().click();
      await expect(room.window.locator('[data-pane="page"]')).toBeVisible();
    },
  },
  { name: 'work', show: async (room) => await showPage(room, 'show-work') },
  {
    name: 'library',
    show: async ({ window }) => {
      await window.keyboard.press('Control+l');
      await expect(window.locator('main.library')).toBeVisible();
    },
  },
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

/** Back to the search with nothing asked, chosen or open, as at a first start. */
export async function beginAnew({ window, hits }: ReadingRoom): Promise<void> {
  // What is on the screen is kept a moment after it changed; then the next page begins with what is said here.
  await window.waitForTimeout(600);
  await window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
    const status = (await bridge['status']?.({})) as {
      readonly value: { readonly viewState: { readonly filters: object } | null };
    };
    const { viewState } = status.value;
    if (viewState === null) return;
    const filters = Object.fromEntries(
      Object.entries(viewState.filters).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
    );
    const nothing = { filters, query: '', sort: 'relevance', releaseId: null, without: [], page: null };
    await bridge['saveViewState']?.({ ...viewState, ...nothing });
  });
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
  await settled(window);
}

/** Chooses what the menu has under a command. */
export async function chooseInMenu({ app }: Pick<ReadingRoom, 'app'>, command: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, command);
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

async function showSheet(room: ReadingRoom, command: string): Promise<void> {
  await chooseInMenu(room, command);
  await expect(room.window.getByRole('dialog')).toBeVisible();
}

async function showResults(room: ReadingRoom): Promise<void> {
  await searchFor(room, 'segregation');
  await room.window.locator('.choice').first().click();
  await settled(room.window);
}

async function showRelease(room: ReadingRoom): Promise<void> {
  await searchFor(room, 'segregation');
  await openHit(room, 0);
}

async function showPage(room: ReadingRoom, command: string): Promise<void> {
  await chooseInMenu(room, command);
  await expect(room.window.locator('[data-pane="page"]')).toBeVisible();
}
