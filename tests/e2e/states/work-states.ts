import { expect } from '@playwright/test';
import { workSections } from '../../../main/contract/index.ts';
import type { WorkSection } from '../../../main/contract/index.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { furnish, offerOthersWork } from './furnished-work.ts';
import { showPage, showRelease } from './room-state.ts';
import type { RoomState } from './room-state.ts';

/** What the reader keeps of her own: first nothing, then some of everything. */
export const workStates: readonly RoomState[] = [
  { name: 'work', show: async (room) => await showPage(room, 'show-work') },
  { name: 'work-collections', show: async (room) => await showSection(room, 'collections') },
  {
    name: 'work-collection',
    show: async (room) => {
      await showSection(room, 'collections');
      // The one with a long name.
      await room.window.locator('.work-row .release-line-open').nth(1).click();
      await expect(room.window.locator('.entry').first()).toBeVisible();
    },
  },
  { name: 'work-notes', show: async (room) => await showSection(room, 'notes') },
  {
    name: 'work-file',
    show: async (room) => {
      await showSection(room, 'collections');
      await room.window.locator('.exchange button').first().click();
      await expect(room.window.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'work-preview', show: async (room) => await showPreview(room) },
  {
    name: 'work-searches',
    show: async (room) => {
      await showSection(room, 'searches');
      if ((await room.window.locator('.search-news[data-fresh]').count()) === 0) {
        await showPreview(room);
        await room.window.getByRole('dialog').locator('.button-main').click();
        await showSection(room, 'searches');
      }
      await room.window.locator('.work-content .note-actions-row .link-button').first().click();
      await expect(room.window.locator('.news-row').first()).toBeVisible();
    },
  },
  { name: 'work-history', show: async (room) => await showSection(room, 'history') },
  { name: 'work-corrections', show: async (room) => await showSection(room, 'corrections') },
  {
    name: 'release-worked',
    show: async (room) => {
      await furnish(room);
      await showRelease(room);
      await expect(room.window.locator('.note-card').first()).toBeVisible();
    },
  },
  {
    name: 'correction',
    show: async (room) => {
      await showRelease(room);
      await room.release.getByRole('button', { name: /^(?:Stämmer något inte|Something wrong)/u }).click();
      await expect(room.window.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'collect',
    isPopover: true,
    show: async (room) => {
      await furnish(room);
      await showRelease(room);
      await room.window.keyboard.press('Control+d');
      await expect(room.window.getByRole('dialog')).toBeVisible();
    },
  },
];

async function showSection(room: ReadingRoom, section: WorkSection): Promise<void> {
  await furnish(room);
  await showPage(room, 'show-work');
  await room.window.locator('.work-section-link').nth(workSections.indexOf(section)).click();
  await expect(room.window.locator('.work-content :is(.work-row, .entry, .long-row)').first()).toBeVisible();
}

/** What a file of work from another machine would bring. */
async function showPreview(room: ReadingRoom): Promise<void> {
  await showSection(room, 'searches');
  await expect(room.window.locator('.search-news').first()).toContainText(/\d/u);
  await offerOthersWork(room);
  await room.window.locator('.exchange button').last().click();
  await expect(room.window.locator('.exchange-tally')).toBeVisible();
}
