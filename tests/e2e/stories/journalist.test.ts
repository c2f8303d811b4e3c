import { expect, test } from '@playwright/test';
import { choose, facet, openRoom, settled } from '../reading-room.ts';

test('a journalist follows one minister through two governments', async () => {
  const room = await openRoom();
  const { window, release } = room;
  const heading = window.locator('main.page h1');
  const seats = window.locator('.seat').filter({ hasText: 'Maj-Britt Öst' });
  try {
    await room.searchField.fill('Maj-Britt');
    await window.getByRole('option', { name: /Maj-Britt Öst/u }).click();
    await settled(window);
    await expect(window.getByRole('button', { name: 'Ta bort filtret Maj-Britt Öst' })).toBeVisible();

    await room.hits.getByRole('link', { name: 'Maj-Britt Öst' }).first().click();
    await expect(heading).toHaveText('Maj-Britt Öst');
    await expect(window.locator('main.page')).toContainText('7 september 2016 – 21 november 2018');
    await window.getByRole('link', { name: 'Regeringen Ahlgren I', exact: true }).first().click();
    await expect(heading).toHaveText('Regeringen Ahlgren I');
    await window.getByRole('textbox', { name: 'Dag' }).fill('16 mars 2017');
    await window.getByRole('textbox', { name: 'Dag' }).press('Enter');
    await expect(window.getByRole('slider', { name: 'Dag' })).toHaveAttribute(
      'aria-valuetext',
      '16 mars 2017',
    );
    await expect(seats).toContainText('samordnings- och energiminister');
    await window.getByRole('link', { name: 'Regeringen Ahlgren II', exact: true }).first().click();
    await expect(heading).toHaveText('Regeringen Ahlgren II');
    await expect(seats).toContainText('energiminister');
    await expect(seats).not.toContainText('samordnings');

    await window.keyboard.press('Alt+ArrowLeft');
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(heading).toHaveText('Maj-Britt Öst');
    await window.getByRole('button', { name: 'Sök bland dessa' }).click();
    await settled(window);
    const under = await choose(room, (await facet(room, 'Regering')).filter({ hasText: 'Ahlgren II' }));
    await expect(room.hits).toHaveCount(under);
    await room.hits.first().getByRole('button').first().click();
    await expect(release.locator('.office')).toContainText('Maj-Britt Öst');
    await expect(release.locator('.office')).toContainText('Ahlgren II');
  } finally {
    await room.close();
  }
});
