import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { exampleArchive } from '../../helpers/electron.ts';
import { openHit, searchFor } from '../reading-room.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { showRelease } from './room-state.ts';
import type { RoomState } from './room-state.ts';

/** A release, and what can be seen of it. */
export const readerStates: readonly RoomState[] = [
  { name: 'release', show: showRelease },
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
      await room.release.locator('.provenance .fold-trigger').click();
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
  {
    name: 'related',
    show: async (room) => {
      await showRelease(room);
      await room.release.locator('.related .grounds').last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'withdrawn', show: showWithdrawn },
  {
    name: 'cite-menu',
    isPopover: true,
    show: async (room) => {
      await showRelease(room);
      await openMenu(room, /^(?:Citera och spara|Cite and save)$/u);
    },
  },
  {
    name: 'reference',
    show: async (room) => {
      await showRelease(room);
      await openMenu(room, /^(?:Citera och spara|Cite and save)$/u);
      await room.window.locator('.out-menu [data-key="form"]').click();
      await expect(room.window.locator('.reference-held')).toBeVisible();
    },
  },
  {
    name: 'save-list',
    isPopover: true,
    show: async (room) => {
      await searchFor(room, 'segregation');
      await openMenu(room, /^(?:Spara listan|Save the list)$/u);
    },
  },
  // Tabs stay open: these are last.
  { name: 'tabs', show: showTabs },
  {
    name: 'tab-menu',
    isPopover: true,
    show: async (room) => {
      await showTabs(room);
      await room.window.locator('.tab-menu-button').click();
      await expect(room.window.locator('.tab-menu')).toBeVisible();
    },
  },
];

/** Opens a release that was withdrawn by its link: nothing that is chosen in the search is touched. */
async function showWithdrawn(room: ReadingRoom): Promise<void> {
  const [line = ''] = readFileSync(join(exampleArchive, 'data', 'withdrawn.jsonl'), 'utf8').split('\n');
  const { id } = JSON.parse(line) as { readonly id: string };
  await room.app.evaluate(({ app }, address) => {
    app.emit('open-url', new Event('open-url'), address);
  }, `lasesal://release/${id}`);
  await expect(room.release.locator('header .note')).toBeVisible();
}

/** Five releases beside each other, the third in front. */
async function showTabs(room: ReadingRoom): Promise<void> {
  await showRelease(room);
  for (const n of [1, 2, 3, 4])
    await room.hits
      .nth(n)
      .getByRole('button')
      .click({ modifiers: ['Control'] });
  await room.window.locator('.tab').nth(2).click();
  await expect(room.window.locator('.tab').nth(2)).toHaveAttribute('aria-selected', 'true');
}

/** Opens a menu of the ways out. */
async function openMenu({ window }: ReadingRoom, name: RegExp): Promise<void> {
  await window.getByRole('button', { name }).click();
  await expect(window.locator('.out-menu')).toBeVisible();
}
