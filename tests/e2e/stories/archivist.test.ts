import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { certificateSchema } from '../../../archive/model/certificate.ts';
import { run } from '../../../main/launch/command.ts';
import { keyFileText, makeEdition } from '../editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom } from '../library-room.ts';

const body = 'Regeringen har i dag beslutat att elnätet ska byggas ut.';

test('an archivist proves where a text comes from, in the app and with tools that are not ours', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lasesal-archivist-'));
  try {
    const edition = await makeEdition(root, {
      name: 'nordmark-1',
      pages: [0],
      own: { elnat: ['Elnätet byggs ut i norr', body] },
      signedBy: 3,
    });
    const key = join(root, 'nordmark.pub');
    await writeFile(key, keyFileText(3));
    const room = await openLibraryRoom();
    const { window, rows, userData } = room;
    try {
      await window.locator('.library-line').click();
      await window.getByRole('button', { name: 'Lägg till en nyckel' }).click();
      await window.getByLabel('Klistra in den publika nyckeln').fill(keyFileText(3));
      await window.getByRole('button', { name: 'Visa fingeravtrycket' }).click();
      await window.getByLabel('Vems nyckeln är').fill('Statskansliet');
      await window.getByRole('button', { name: 'Lita på nyckeln' }).click();
      await chooseFiles(room, [edition.file]);
      await acceptAll(room);
      await window.getByRole('button', { name: 'Klar' }).click();

      await rows.first().click();
      await window.getByRole('button', { name: 'Kontrollera paketet' }).click();
      await expect(rows.first()).toContainText('Kontrollerat', { timeout: 60_000 });
      const proof = join(root, 'intyg.json');
      await room.app.evaluate(({ dialog }, filePath) => {
        Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
      }, proof);
      await window.getByRole('button', { name: 'Spara intyget …' }).click();
      await expect.poll(() => readdirSync(root)).toContain('intyg.json');
      const certificate = certificateSchema.parse(JSON.parse(readFileSync(proof, 'utf8')));
      expect(certificate).toMatchObject({ identity: edition.identity, result: 'intact' });

      await window.getByRole('combobox').first().fill('elnätet');
      await window.locator('[data-hit]').first().getByRole('button').first().click();
      const release = window.locator('article.release');
      await expect(release.locator('h1')).toHaveText('Elnätet byggs ut i norr');
      await window.getByRole('toolbar').getByRole('button', { name: 'Proveniens' }).click();
      const facts = release.locator('.provenance');
      await expect(facts).toContainText('Signerat av Statskansliet');
      const stated = /[0-9a-f]{64}/u.exec(await facts.innerText())?.[0] ?? '';

      // Outside: the original itself has the hash that the panel states, and coreutils finds every file whole.
      const bag = join(userData, 'packages', edition.identity);
      const originals = readdirSync(join(bag, 'data', 'originals'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
      const original = originals.find((bytes) => createHash('sha256').update(bytes).digest('hex') === stated);
      expect(original?.toString('utf8')).toContain(body);
      for (const manifest of ['tagmanifest-sha256.txt', 'manifest-sha256.txt']) {
        const sums = await run({
          file: 'sha256sum',
          args: ['--check', '--strict', '--quiet', manifest],
          cwd: bag,
          output: 'keep',
        });
        expect(sums.code, sums.output).toBe(0);
      }
    } finally {
      await room.close();
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
