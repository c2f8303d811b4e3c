import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { publicKeyString } from '../../archive/package/signing/public-key.ts';
import { isRoot, projectRoot } from '../../main/launch/project.ts';
import { resolveRuntime } from '../../main/launch/runtime.ts';
import { fixedKey } from '../unit/archive/package/signing/fixed-key.ts';
import { makeEdition } from './editions.ts';
import type { Edition } from './editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom, searchInstalled } from './library-room.ts';
import { violations } from './reading-room.ts';

let root = '';
let signed: Edition;
let unsigned: Edition;

test.skip(
  process.platform !== 'linux' || !isRoot(),
  'what a machine lays down is read from /etc: only root can put another in its place, for one process',
);

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lasesal-policy-'));
  signed = await makeEdition(root, { name: 'sundrike-1', series: 'sundrike', pages: [0, 1], signedBy: 3 });
  unsigned = await makeEdition(root, { name: 'nordmark-1', pages: [2] });
});
test.afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** A program that starts the app where a policy is laid down, and where the library can only be read if that is wanted. */
async function underPolicy(policy: object, readOnly: string | null): Promise<string> {
  const etc = await mkdtemp(join(root, 'etc-'));
  cpSync('/etc', etc, { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(etc, 'lasesal'), { recursive: true });
  writeFileSync(join(etc, 'lasesal', 'policy.json'), JSON.stringify({ format: 1, ...policy }));
  const { executable } = await resolveRuntime();
  const mounts = [
    `mount --bind '${etc}' /etc`,
    ...(readOnly === null
      ? []
      : [`mount --bind '${readOnly}' '${readOnly}'`, `mount -o remount,ro,bind '${readOnly}'`]),
  ];
  const starter = `${etc}.sh`;
  const lines = [
    '#!/bin/sh',
    `[ -n "$HERE" ] || exec env HERE=1 unshare --mount "$0" "$@"`,
    'set -e',
    ...mounts,
  ];
  writeFileSync(starter, [...lines, `exec '${executable}' "$@"`, ''].join('\n'), { mode: 0o755 });
  return starter;
}

test('what the machine lays down is told, what it closes is not offered, and the rest is read', async () => {
  const libraryFolder = join(root, 'shared');
  const trustedKeys = [{ key: publicKeyString(fixedKey(3).publicKey), name: 'Sundrikes arkiv' }];
  const laidDown = { trustedKeys, libraryFolder, allowUnsigned: false, allowOwnKeys: false };

  const closed = await underPolicy({ ...laidDown, fixity: { everyDays: 2 } }, null);
  const keeper = await openLibraryRoom({ executable: closed, args: [projectRoot] });
  try {
    await chooseFiles(keeper, [unsigned.file]);
    await expect(keeper.window.locator('.import')).toContainText('den här datorns policy tillåter bara', {
      timeout: 60_000,
    });
    await keeper.window.locator('.import').getByRole('button', { name: 'Stäng' }).click();
    await chooseFiles(keeper, [signed.file]);
    await acceptAll(keeper);
    await keeper.window.getByRole('button', { name: 'Klar' }).click();
    await expect(keeper.screen).toContainText('med 2 dagars mellanrum');
  } finally {
    await keeper.close();
  }

  const guarded = await underPolicy(laidDown, libraryFolder);
  const room = await openLibraryRoom({ executable: guarded, args: [projectRoot] });
  try {
    const { window, screen } = room;
    await room.line.click();
    await expect(screen).toContainText('Biblioteket kan bara läsas härifrån');
    await expect(screen).toContainText('Datorns policy bestämmer vilka nycklar som gäller.');
    await expect(screen).toContainText('Sundrikes arkiv');
    await room.rows.first().click();
    await expect(window.getByRole('button', { name: 'Kontrollera paketet' })).toBeVisible();
    await expect(
      window.getByRole('button', { name: /^(Importera|Ta bort|Lägg till|Sluta lita)/u }),
    ).toHaveCount(0);
    expect(await violations(window)).toEqual([]);
    await expect(await searchInstalled(room, '*')).toHaveCount(2);
  } finally {
    await room.close();
  }
});
