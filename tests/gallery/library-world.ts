import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makeEdition } from '../e2e/editions.ts';
import { acceptAll, libraryRoomOf } from '../e2e/library-room.ts';
import { searchFor } from '../e2e/reading-room.ts';
import { look, scratchOf, still } from './shots.ts';
import type { GalleryRoom, Shot, World } from './shots.ts';

/** From an empty library to a damaged one; each state goes on from the one before. */
export const libraryWorld: World = {
  name: 'library',
  prepare: async (scratch) => {
    await makeEdition(scratch, { name: 'one', pages: [0, 1, 2, 3], own: { elnat: first0 } });
    await makeEdition(scratch, {
      name: 'two',
      sequence: 2,
      previous: [join(scratch, 'one')],
      pages: [4, 5],
      own: { elnat: [first0[0], `${first0[1]}\n\nBygget börjar i Fjällmon till våren.`] },
    });
    const whole = readFileSync(join(scratch, 'two.lasesal'));
    writeFileSync(join(scratch, 'broken.lasesal'), whole.subarray(0, whole.length / 2));
    return [];
  },
  shots: [
    still('library-empty', openLibrary),
    still(
      'import-preview',
      async (room) => {
        if ((await room.window.locator('.import').count()) > 0) return;
        await importFile(room, 'one.lasesal');
        await expect(room.window.locator('.import[data-phase="preview"]')).toBeVisible({ timeout: 60_000 });
      },
      look({}),
    ),
    still('import-done', async (room) => {
      if (await room.window.locator('.import[data-phase="preview"]').isVisible())
        await acceptAll(libraryRoomOf(room));
    }),
    still(
      'library-two',
      async (room) => {
        const { window } = room;
        if ((await window.locator('.package-trigger').count()) < 2) {
          if ((await window.locator('.import').count()) === 0) await importFile(room, 'one.lasesal');
          if (!(await window.locator('.import[data-phase="done"]').isVisible()))
            await acceptAll(libraryRoomOf(room));
          await window.locator('.import .button').last().click();
          await importFile(room, 'two.lasesal');
          await acceptAll(libraryRoomOf(room));
          await window.locator('.import .button').last().click();
          await window.locator('.package-trigger').first().click();
        }
      },
      look({}),
    ),
    still('import-refused', async (room) => {
      if ((await room.window.locator('.import').count()) > 0) return;
      await importFile(room, 'broken.lasesal');
      await expect(room.window.locator('.import .note').first()).toBeVisible({ timeout: 60_000 });
    }),
    lyingAt('.add-key', 'adding-key', async ({ window }) => {
      if ((await window.locator('.import').count()) > 0)
        await window.locator('.import .button').last().click();
      if ((await window.locator('.add-key').count()) === 0)
        await window.getByRole('button', { name: /Lägg till en nyckel|Add a key/u }).click();
    }),
    lyingAt('.removal', 'removing', async ({ window }) => {
      const cancel = window.locator('.add-key').getByRole('button', { name: /Avbryt|Cancel/u });
      if ((await cancel.count()) > 0) await cancel.click();
      const remove = window.getByRole('button', { name: /^(?:Ta bort|Remove) …$/u });
      if ((await remove.count()) > 0) await remove.first().click();
    }),
    still(
      'difference',
      async (room) => {
        const { window } = room;
        if ((await room.release.locator('.versions ins').count()) > 0) return;
        await window.keyboard.press('Escape');
        await searchFor(room, 'Fjällmon');
        await room.hits.first().getByRole('button').click();
        await room.release.locator('.versions .link-button').last().click();
        await room.release.locator('.versions').scrollIntoViewIfNeeded();
      },
      look({}),
    ),
    still(
      'library-damaged',
      async (room) => {
        const { window } = room;
        if ((await window.locator('.library').count()) > 0) return;
        const installed = join(room.userData, 'packages');
        for (const name of readdirSync(installed))
          rmSync(join(installed, name, 'data', 'releases'), { recursive: true, force: true });
        await window.keyboard.press('Control+l');
        await window.locator('.package-trigger').first().click();
        await window
          .locator('.package-row, .package')
          .getByRole('button', { name: /Kontrollera|Verify/u })
          .first()
          .click();
        await window.waitForTimeout(4000);
      },
      look({}),
    ),
  ],
};

const first0: readonly [string, string] = [
  'Elnätet byggs ut i norr',
  'Regeringen ger 400 miljoner daler till kraftledningar norr om Rännfors.',
];

/** A state whose picture is of a part far down in the library. */
function lyingAt(inSight: string, name: string, begin: (room: GalleryRoom) => Promise<void>): Shot {
  return { ...still(name, begin), inSight };
}

async function openLibrary({ window }: GalleryRoom): Promise<void> {
  await window.keyboard.press('Control+l');
  await expect(window.locator('main.library')).toBeVisible();
}

/** Hands a package over for import, as one that is dropped on the window is. */
async function importFile(room: GalleryRoom, name: string): Promise<void> {
  await room.window.evaluate(
    async (path) => {
      const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
      await bridge['importPaths']?.({ paths: [path] });
    },
    join(scratchOf(room), name),
  );
}
