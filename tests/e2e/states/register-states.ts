import { expect } from '@playwright/test';
import type { ReadingRoom } from '../reading-room.ts';
import { showPage, showRelease } from './room-state.ts';
import type { RoomState } from './room-state.ts';

/** People, departments and governments. */
export const registerStates: readonly RoomState[] = [
  { name: 'register', show: async (room) => await showPage(room, 'show-register') },
  {
    name: 'person',
    show: async (room) => {
      await showRelease(room);
      await room.release.locator('.office a[href$="/person"]').first().click();
      await expect(room.window.locator('[data-pane="page"]')).toBeVisible();
    },
  },
  { name: 'register-departments', show: async (room) => await showList(room, 'departments') },
  { name: 'register-governments', show: async (room) => await showList(room, 'governments') },
  { name: 'department', show: async (room) => await showFirst(room, 'departments') },
  { name: 'government', show: async (room) => await showFirst(room, 'governments') },
];

async function showList(room: ReadingRoom, tab: string): Promise<void> {
  await showPage(room, 'show-register');
  await room.window.locator(`.register-tab[data-key="${tab}"]`).click();
}

async function showFirst(room: ReadingRoom, tab: string): Promise<void> {
  await showList(room, tab);
  await room.window.locator('.register-tab-panel a').first().click();
  await expect(room.window.locator('.register-tabs')).toHaveCount(0);
}
