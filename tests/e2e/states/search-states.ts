import { expect } from '@playwright/test';
import { searchFor, settled } from '../reading-room.ts';
import type { ReadingRoom } from '../reading-room.ts';
import type { RoomState } from './room-state.ts';

/** The search and its answer. */
export const searchStates: readonly RoomState[] = [
  { name: 'start', show: () => Promise.resolve() },
  { name: 'results', show: showResults },
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
    name: 'timeline-table',
    show: async (room) => {
      await searchFor(room, 'skola');
      await room.window.locator('.timeline .link-button').first().click();
      await expect(room.window.locator('.timeline table')).toBeVisible();
    },
  },
  {
    name: 'timeline-period',
    show: async ({ window }) => {
      const from = window.locator('.period input').first();
      await from.fill('2015');
      await from.press('Enter');
      await settled(window);
    },
  },
];

async function showResults(room: ReadingRoom): Promise<void> {
  await searchFor(room, 'segregation');
  await room.window.locator('.choice').first().click();
  await settled(room.window);
}
