import { expect, test } from '@playwright/test';
import { choose, facet, openHit, openRoom, searchFor, settled } from '../reading-room.ts';

test('a librarian answers: what did the energy minister say on wind power in 2015?', async () => {
  const room = await openRoom();
  const { window, release } = room;
  try {
    await searchFor(room, 'vindkraft');
    const office = (await facet(room, 'Ämbete')).filter({ hasText: /^energiminister/u });
    await choose(room, office);
    await window.getByLabel('Från', { exact: true }).fill('2015');
    await window.getByLabel('Till', { exact: true }).fill('2015');
    await window.getByLabel('Till', { exact: true }).blur();
    await settled(window);
    await expect(window.locator('.chips')).toContainText('energiminister');

    const title = await openHit(room, 0);
    await expect(release.locator('.office')).toContainText('Tuva Rimfors var energiminister');
    await expect(release.locator('mark').first()).toContainText(/vind/iu);
    await release.getByRole('button', { name: 'Varifrån vet vi det?' }).first().click();
    await expect(release.locator('.why')).toContainText('Tuva Rimfors');

    await window.getByRole('button', { name: 'Citera och spara' }).click();
    await window.getByRole('menuitem', { name: 'Kopiera text med referens' }).click();
    await expect(window.getByRole('button', { name: 'Kopierat' })).toBeVisible();
    const copied = await room.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain(title);
    expect(copied).toContain('2015');
  } finally {
    await room.close();
  }
});
