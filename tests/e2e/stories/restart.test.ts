import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { choose, countShown, facet, openHit, openRoom, searchFor } from '../reading-room.ts';

/** Longer than it takes until the place in the window is kept. */
const UNTIL_KEPT_MS = 1500;

test('after a crash everything is as it was: search, filters, tabs, what was written', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-restart-'));
  try {
    const before = await openRoom({ userData });
    await searchFor(before, 'järnväg');
    await choose(before, (await facet(before, 'Regering')).filter({ hasText: 'Ahlgren I' }).first());
    const count = await countShown(before);
    const first = await openHit(before, 0);
    await before.hits
      .nth(1)
      .getByRole('button')
      .first()
      .click({ modifiers: ['Control'] });
    await expect(before.window.getByRole('tab')).toHaveCount(2);
    await before.window.keyboard.press('Control+n');
    await expect(before.window.locator('textarea')).toBeFocused();
    await before.window.keyboard.type('Kontrollera kostnaden.');
    await before.window.keyboard.press('Control+Enter');
    await expect(before.window.getByText('Kontrollera kostnaden.')).toBeVisible();
    await before.window.waitForTimeout(UNTIL_KEPT_MS);
    const ended = new Promise((resolve) => before.app.process().once('exit', resolve));
    before.app.process().kill('SIGKILL');
    await ended;

    const after = await openRoom({ userData });
    try {
      await expect(after.searchField).toHaveValue('järnväg');
      await expect(after.window.getByRole('button', { name: /Ta bort filtret .*Ahlgren I/u })).toBeVisible();
      expect(await countShown(after)).toBe(count);
      await expect(after.release.locator('h1')).toHaveText(first);
      await expect(after.window.getByRole('tab')).toHaveCount(2);
      await expect(after.window.getByText('Kontrollera kostnaden.')).toBeVisible();
    } finally {
      await after.close();
    }
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});
