import { expect } from '@playwright/test';
import { openHit, searchFor } from '../reading-room.ts';
import type { ReadingRoom } from '../reading-room.ts';

/** Something that the window can show, in whichever language: what tests look through and pictures are made of. */
export interface RoomState {
  /** In words that can be part of a file's name. */
  readonly name: string;
  /** Leads there from the search with nothing asked. */
  readonly show: (room: ReadingRoom) => Promise<void>;
  /** Whether it lies over the room and leaves the landmarks inert below. */
  readonly isPopover?: boolean;
}

/** Chooses what the menu has under a command. */
export async function chooseInMenu({ app }: Pick<ReadingRoom, 'app'>, command: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, command);
}

/** Opens the first release on segregation: one with a box of ministers, hits in its text and some origin to show. */
export async function showRelease(room: ReadingRoom): Promise<void> {
  await searchFor(room, 'segregation');
  await openHit(room, 0);
}

/** Goes to a page by its command in the menu. */
export async function showPage(room: ReadingRoom, command: string): Promise<void> {
  await chooseInMenu(room, command);
  await expect(room.window.locator('[data-pane="page"]')).toBeVisible();
}

/** Opens a dialog by its command in the menu. */
export async function showSheet(room: ReadingRoom, command: string): Promise<void> {
  await chooseInMenu(room, command);
  await expect(room.window.getByRole('dialog')).toBeVisible();
}
