import { expect } from '@playwright/test';
import { chooseInMenu, showSheet } from './room-state.ts';
import type { RoomState } from './room-state.ts';

/** What lies around the reading: settings, help, the library. */
export const frameStates: readonly RoomState[] = [
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
  {
    name: 'library',
    show: async ({ window }) => {
      await window.keyboard.press('Control+l');
      await expect(window.locator('main.library')).toBeVisible();
    },
  },
];
