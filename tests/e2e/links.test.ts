import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exampleArchive, launchApp } from '../helpers/electron.ts';
import { openRoom } from './reading-room.ts';

interface Named {
  readonly id: string;
  readonly version: string;
  readonly said: { readonly title: string };
}

/** The first two releases of the example archive whose titles are plain. */
function twoReleases(): readonly [Named, Named] {
  const folder = join(exampleArchive, 'data', 'releases');
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').trim().split('\n'),
  );
  const plain = lines
    .map((line) => JSON.parse(line) as Named & { readonly current: boolean })
    .filter(({ current, said }) => current && /^[\p{L} ]+$/u.test(said.title));
  const [one, two] = plain;
  if (one === undefined || two === undefined) throw new Error('the example archive has too few releases');
  return [one, two];
}

test('a link opens its release at the start, from a second start, and says so where it cannot', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lasesal-links-'));
  const userData = join(root, 'reader');
  const [one, two] = twoReleases();
  const second = async (link: string): Promise<void> => {
    await expect(launchApp({ userData, args: [link], timeout: 15_000 })).rejects.toThrow();
  };
  const room = await openRoom({
    userData,
    args: ['--package', exampleArchive, `lasesal://release/${one.id}`],
  });
  try {
    await expect(room.release.locator('h1')).toHaveText(one.said.title);
    const handed = second(`lasesal://release/${two.id}`);
    await expect(room.release.locator('h1')).toHaveText(two.said.title, { timeout: 20_000 });
    await handed;
    await room.app.evaluate(({ app }) => {
      app.emit('open-url', { preventDefault: () => undefined }, 'lasesal://release/zzzzzzzzzzzzzzzz');
    });
    await expect(room.window.locator('.lines')).toContainText('finns inte i det arkiv som är öppet');
    await room.app.evaluate(({ app }) => {
      app.emit('open-url', { preventDefault: () => undefined }, 'lasesal://release/../../etc');
    });
    await expect(room.window.locator('.lines')).toContainText('inte skriven som en länk');
    await expect(room.release.locator('h1')).toHaveText(two.said.title);
    await room.app.evaluate(({ app }, link) => {
      app.emit('open-url', { preventDefault: () => undefined }, link);
    }, `lasesal://release/${one.id}@${one.version}`);
    await expect(room.release.locator('h1')).toHaveText(one.said.title);
  } finally {
    await room.close();
    await rm(root, { recursive: true, force: true });
  }
});
