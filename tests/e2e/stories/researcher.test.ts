import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readBack } from '../../unit/archive/cite/read-back.ts';
import { openHit, openRoom, searchFor } from '../reading-room.ts';

test('a researcher gathers releases and takes their references with her', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lasesal-researcher-'));
  const room = await openRoom();
  const { window } = room;
  const notice = window.locator('.work-notice');
  try {
    await searchFor(room, 'Rannbanan');
    const titles: string[] = [];
    for (const n of [0, 1, 2]) {
      titles.push(await openHit(room, n));
      await window.keyboard.press('Control+d');
      await window.keyboard.type('Rannbanan');
      await window.keyboard.press('Enter');
      await expect(notice).toContainText('Rannbanan');
    }
    await window.keyboard.press('Control+3');
    await window.getByRole('button', { name: 'Rannbanan', exact: true }).click();
    await expect(window.locator('.entry .release-line-title')).toHaveText(titles);

    const file = join(root, 'rannbanan.ris');
    await room.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
    }, file);
    await window.getByRole('button', { name: 'Spara listan' }).click();
    await window.getByRole('menuitem', { name: /RIS/u }).click();
    await expect.poll(() => readdir(root)).toEqual(['rannbanan.ris']);
    // Read by a parser that is not ours.
    const records = readBack(readFileSync(file, 'utf8'));
    expect(records.map(({ title }) => title)).toEqual(titles);
    for (const record of records) expect(record.issued).not.toBeNull();
  } finally {
    await room.close();
    await rm(root, { recursive: true, force: true });
  }
});
