import { openHit, searchFor } from '../reading-room.ts';
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
];
