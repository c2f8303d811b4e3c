import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeEdition } from './editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom } from './library-room.ts';
import type { LibraryRoom } from './library-room.ts';
import { openHit, readingRoomOf, searchFor } from './reading-room.ts';
import { notedText } from './what-is-shown.ts';

const noted = 'Bygget beräknas ta sju år.';
const before = `Regeringen ger 400 miljoner daler till kraftledningar norr om Rännfors.\n\n${noted}`;
const after = `Regeringen ger 450 miljoner daler till kraftledningar norr om Rännfors.\n\nBeloppet har höjts efter samråd.\n\n${noted}`;

async function install(room: LibraryRoom, file: string): Promise<void> {
  await chooseFiles(room, [file]);
  await acceptAll(room);
  await room.window.locator('.import .button').last().click();
}

test('after a newer edition a note is at its passage in the newer version, and a saved search tells what is new', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'lasesal-newer-'));
  const title = 'Elnätet byggs ut i norr';
  const first = await makeEdition(scratch, { name: 'one', pages: [0, 1], own: { elnat: [title, before] } });
  const second = await makeEdition(scratch, {
    name: 'two',
    sequence: 2,
    previous: [first.bag],
    pages: [],
    own: {
      elnat: [title, after],
      kabel: ['En kabel till öarna', 'Kraftledningar på havets botten når öarna nästa sommar.'],
    },
  });
  const library = await openLibraryRoom({ args: [] });
  const room = readingRoomOf(library);
  const { window } = room;
  try {
    await install(library, first.file);
    await searchFor(room, 'kraftledningar');
    await openHit(room, 0);
    await window.keyboard.press('Control+s');
    await window.keyboard.press('Enter');
    await expect(window.locator('.work-notice')).toContainText('är sparad');
    await room.release.getByText(noted).click({ clickCount: 3 });
    await window.keyboard.press('Control+m');
    await window.keyboard.type('Stämmer det?');
    await window.keyboard.press('Control+Enter');
    await expect.poll(() => notedText(window)).toBe(noted);

    await install(library, second.file);
    await window.keyboard.press('Control+1');
    await searchFor(room, 'kraftledningar');
    await room.hits.filter({ hasText: title }).getByRole('button').click();
    await expect(room.release).toContainText('Beloppet har höjts efter samråd.');
    await expect.poll(() => notedText(window)).toBe(noted);

    await window.keyboard.press('Control+3');
    await window.getByRole('button', { name: 'Sparade sökningar' }).click();
    await expect(window.locator('.search-news')).toHaveText('1 ny och 1 i ny version. I allt 2 handlingar.');
  } finally {
    await library.close();
    await rm(scratch, { recursive: true, force: true });
  }
});
