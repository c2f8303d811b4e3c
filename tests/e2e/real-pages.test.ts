import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run } from '../../main/launch/command.ts';
import { projectRoot, toolScript } from '../../main/launch/project.ts';
import { realData } from '../fixtures/real-data.ts';
import { choose, facet, openHit, openRoom, searchFor, settled } from './reading-room.ts';

test('a package of real pages opens, is searched and read, with its date as far as it is known', async () => {
  test.skip(realData === null, 'the folder of real pages does not lie beside the project');
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'lasesal-real-'));
  const out = join(folder, 'package');
  try {
    const cli = join(projectRoot, 'archive', 'cli', 'lasesal.ts');
    const sources = ['seed', 'html'].map((name) => join(realData ?? '', name));
    const built = await run({
      file: process.execPath,
      args: [toolScript('tsx'), cli, 'build', ...sources, '--out', out],
      output: 'keep',
    });
    expect(built.code, built.output).toBe(0);
    const room = await openRoom({ args: ['--package', out] });
    try {
      // Asked as a librarian would: the office and the year, not the name, which the site itself has forgotten.
      await searchFor(room, 'segregation');
      await choose(room, (await facet(room, 'Ämbete')).filter({ hasText: /energiminister/u }).first());
      await room.window.getByLabel('Från', { exact: true }).fill('2017');
      await room.window.getByLabel('Till', { exact: true }).fill('2017');
      await room.window.getByLabel('Till', { exact: true }).blur();
      await settled(room.window);
      await openHit(room, 0);
      const office = room.release.locator('.office');
      await expect(office).toContainText('mellan 25 maj 2016 och 20 januari 2019');
      await expect(office).toContainText('Löfven I');
      await expect(office).toContainText('Ibrahim Baylan var samordnings- och energiminister');
      await room.release.getByRole('button', { name: 'Varifrån vet vi det?' }).click();
      await expect(room.release.locator('.conflicts li')).toContainText(/21 januari 2021/);
    } finally {
      await room.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
