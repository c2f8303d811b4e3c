import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keyFileText, makeEdition } from './editions.ts';
import type { Edition } from './editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom, searchInstalled, statusOf } from './library-room.ts';
import type { LibraryRoom } from './library-room.ts';
import { violations } from './reading-room.ts';

let root = '';
let base: Edition;
let next: Edition;
let signed: Edition;

const grid = 'Regeringen har i dag beslutat att elnätet ska byggas ut.';

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lasesal-editions-'));
  base = await makeEdition(root, {
    name: 'nordmark-1',
    pages: [0, 1, 2],
    own: {
      elnat: ['Elnätet byggs ut i norr', grid],
      vind: ['Stöd till vindkraft', 'Stödet är tio miljoner.'],
    },
  });
  next = await makeEdition(root, {
    name: 'nordmark-2',
    sequence: 2,
    previous: [base.bag],
    pages: [3],
    own: { elnat: ['Elnätet byggs ut i norr', `${grid} Bygget börjar i Fjällmon.`] },
    withdrawn: ['vind'],
  });
  signed = await makeEdition(root, {
    name: 'sundrike-1',
    series: 'sundrike',
    title: 'Sundrikes pressarkiv',
    pages: [4],
    signedBy: 3,
  });
});
test.afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Does something in an app of its own, and closes it. */
async function inLibrary(
  work: (room: LibraryRoom) => Promise<void>,
  options: Parameters<typeof openLibraryRoom>[0] = {},
): Promise<void> {
  const room = await openLibraryRoom(options);
  try {
    await work(room);
  } finally {
    await room.close();
  }
}

test('an unsigned package comes in only when a person says so, is marked everywhere, and can be searched', async () => {
  await inLibrary(async (room) => {
    const { window } = room;
    await chooseFiles(room, [base.file]);
    const sheet = room.sheet('preview');
    await expect(sheet).toContainText('Ingen har signerat paketet', { timeout: 60_000 });
    await expect(sheet).toContainText('5 nya handlingar');
    const accept = window.getByRole('button', { name: 'Importera paketet' });
    await expect(accept).toBeDisabled();
    await expect(sheet.getByRole('checkbox')).not.toBeChecked();
    expect(await statusOf(window)).toMatchObject({ open: { source: 'bundled' }, library: { packages: [] } });

    await acceptAll(room);
    await expect(room.line).toContainText('Nordmarks pressarkiv');
    await expect(room.line).toContainText('Osignerat');
    await window.getByRole('button', { name: 'Klar' }).click();
    await expect(room.rows).toHaveCount(1);
    await expect(room.rows).toContainText('Osignerat');

    await expect(await searchInstalled(room, 'vindkraft')).toHaveText(['Stöd till vindkraft']);
    await window.locator('[data-hit] button').first().click();
    await expect(window.locator('article .kicker')).toContainText('Osignerat');
    await window.locator('article').getByRole('button', { name: 'Proveniens' }).click();
    await expect(window.locator('.provenance')).toContainText(base.identity);
    await expect(window.locator('.provenance')).toContainText('Osignerat');
  });
});

test('a package that goes on from another: what is new is told, read, and what was before stays readable', async () => {
  const userData = join(root, 'user-chain');
  await inLibrary(
    async (room) => {
      const { window } = room;
      await chooseFiles(room, [base.file]);
      await acceptAll(room);
      await window.getByRole('button', { name: 'Klar' }).click();
      await searchInstalled(room, 'elnätet');
      await room.line.click();

      await chooseFiles(room, [next.file]);
      const sheet = room.sheet('preview');
      await expect(sheet).toContainText('1 ny handling', { timeout: 60_000 });
      await expect(sheet).toContainText('1 handling i ny version');
      await expect(sheet).toContainText('1 återkallad');
      await acceptAll(room);
      await room.sheet('done').getByRole('button', { name: 'Elnätet byggs ut i norr' }).click();
      const article = window.locator('article.release');
      await expect(article).toContainText('Bygget börjar i Fjällmon');
      // The search goes on where it was: an import does not end it.
      await expect(window.getByRole('combobox').first()).toHaveValue('elnätet');

      const versions = article.locator('.versions');
      await versions.getByRole('button', { name: /^Visa skillnaden/u }).click();
      await expect(versions.locator('ins')).toContainText('Bygget börjar i Fjällmon');
      await expect(versions.locator('del')).toHaveCount(0);
      await expect(versions).toContainText('oförändrat');
      expect(await violations(window)).toEqual([]);

      await versions.getByRole('button', { name: /^En tidigare/u }).click();
      await expect(article).toContainText('tidigare version');
      await expect(article).not.toContainText('Fjällmon');
      await article.getByRole('button', { name: 'Öppna den senaste' }).click();
      await expect(article).toContainText('Fjällmon');
      await expect(await searchInstalled(room, 'Fjällmon')).toHaveText(['Elnätet byggs ut i norr']);
      await expect(await searchInstalled(room, 'vindkraft')).toHaveCount(0);
    },
    { userData },
  );
  await inLibrary(
    async (room) => {
      await expect(room.line).toContainText('Nordmarks pressarkiv');
      await expect(await searchInstalled(room, 'Fjällmon')).toHaveText(['Elnätet byggs ut i norr']);
    },
    { userData },
  );
});

test('a signer that nobody knows: the fingerprint is shown, and once its key is trusted nothing is asked', async () => {
  const key = join(root, 'sundrike.pub');
  await writeFile(key, keyFileText(3));
  await inLibrary(async (room) => {
    const { window } = room;
    await chooseFiles(room, [signed.file, key]);
    const sheet = room.sheet('preview');
    await expect(sheet).toContainText('Signerat med en nyckel som är okänd här', { timeout: 60_000 });
    await expect(sheet.locator('.fingerprint').first()).toContainText(/\d{5}/u);
    await expect(window.getByRole('button', { name: 'Importera paketet' })).toBeDisabled();
    await window.getByRole('button', { name: 'Avstå' }).click();
    await expect(sheet).toHaveCount(0);

    await window.getByRole('button', { name: 'Lägg till en nyckel' }).click();
    await window.getByLabel('Klistra in den publika nyckeln').fill(keyFileText(3).slice(0, -6));
    await window.getByRole('button', { name: 'Visa fingeravtrycket' }).click();
    await expect(window.locator('.add-key [role="alert"]')).toContainText('Den har inte använts');
    await window.getByLabel('Klistra in den publika nyckeln').fill(keyFileText(3));
    await window.getByRole('button', { name: 'Visa fingeravtrycket' }).click();
    await expect(window.locator('.add-key .fingerprint')).toContainText('0123456789ABCD03');
    expect(await statusOf(window)).toMatchObject({ library: { trustedKeys: [] } });
    await window.getByLabel('Vems nyckeln är').fill('Sundrikes arkiv');
    await window.getByRole('button', { name: 'Lita på nyckeln' }).click();
    await expect(window.locator('.keys')).toContainText('Sundrikes arkiv');

    await chooseFiles(room, [signed.file]);
    await expect(sheet).toContainText('Signerat av Sundrikes arkiv', { timeout: 60_000 });
    await expect(sheet.getByRole('checkbox')).toHaveCount(0);
    await acceptAll(room);
    await expect(room.line).toContainText('Betrodd avsändare');

    await window.getByRole('button', { name: 'Klar' }).click();
    await window.getByRole('button', { name: 'Sluta lita på Sundrikes arkiv' }).click();
    await expect(room.line).toContainText('Inte längre betrodd');
    await window.getByRole('button', { name: 'Ångra' }).click();
    await expect(room.line).toContainText('Betrodd avsändare');
  });
});

test('an import that is cancelled leaves everything as it was, and can be begun again', async () => {
  await inLibrary(async (room) => {
    const { window, userData } = room;
    await window.evaluate(async (path) => {
      const bridge = Reflect.get(globalThis, 'lasesal') as Record<
        'importPaths' | 'cancelJob',
        (args: unknown) => Promise<{ readonly value: { readonly jobId: string } }>
      >;
      const { value } = await bridge.importPaths({ paths: [path] });
      await bridge.cancelJob({ jobId: value.jobId });
    }, base.file);
    await expect(window.locator('.notice-line')).toContainText('Importen avbröts');
    await expect(room.sheet('checking')).toHaveCount(0);
    expect(await statusOf(window)).toMatchObject({ importing: null, library: { packages: [] } });
    const staging = join(userData, 'staging');
    await expect.poll(async () => (existsSync(staging) ? await readdir(staging) : [])).toEqual([]);
    await chooseFiles(room, [base.file]);
    await acceptAll(room);
    await expect(room.line).toContainText('Nordmarks pressarkiv');
  });
});

test('a package is removed, put back, and its files go when the library is left', async () => {
  await inLibrary(async (room) => {
    const { window, userData } = room;
    await chooseFiles(room, [base.file, next.file]);
    await acceptAll(room);
    await window.getByRole('button', { name: 'Klar' }).click();
    const folder = join(userData, 'packages', next.identity);

    // What something rests on stays, and it is said what that is.
    await room.rows.nth(1).click();
    await window.getByRole('button', { name: 'Ta bort …' }).click();
    await expect(window.locator('.removal')).toContainText('paket 2');
    await expect(window.getByRole('button', { name: 'Ta bort paketet' })).toHaveCount(0);
    await window.locator('.removal').getByRole('button', { name: 'Stäng' }).click();
    await room.rows.nth(1).click();

    await room.rows.nth(0).click();
    await window.getByRole('button', { name: 'Ta bort …' }).click();
    await expect(window.locator('.removal')).toContainText('1 handling går sedan inte att läsa');
    await window.getByRole('button', { name: 'Ta bort paketet' }).click();
    await expect(window.locator('.removed')).toContainText('Nummer 2 är borttaget');
    await expect(window.getByRole('button', { name: 'Ångra' })).toBeFocused();
    expect(await statusOf(window)).toMatchObject({ open: { releases: 5 } });
    expect(existsSync(folder)).toBe(true);
    await window.getByRole('button', { name: 'Ångra' }).click();
    await expect(room.rows).toHaveCount(2);
    expect(await statusOf(window)).toMatchObject({ open: { releases: 6 }, library: { removing: null } });

    await expect(room.rows.nth(0)).toBeFocused();
    await window.getByRole('button', { name: 'Ta bort …' }).click();
    await window.getByRole('button', { name: 'Ta bort paketet' }).click();
    await expect(window.locator('.removed')).toBeVisible();
    await window.getByRole('button', { name: 'Till läsningen' }).click();
    await expect.poll(() => existsSync(folder)).toBe(false);
    await expect(await searchInstalled(room, 'Fjällmon')).toHaveCount(0);
    await expect(await searchInstalled(room, 'elnätet')).toHaveText(['Elnätet byggs ut i norr']);
  });
});

test('a damaged file is refused: what happened, what was kept, what to do', async () => {
  const bytes = await readFile(base.file);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const damaged = join(root, 'skadat.lasesal');
  await writeFile(damaged, bytes);
  await inLibrary(async (room) => {
    const { window } = room;
    await chooseFiles(room, [damaged]);
    await expect(window.locator('.import')).toContainText('skadat.lasesal', { timeout: 60_000 });
    await expect(window.locator('.import')).toContainText('är skadad');
    await expect(window.getByRole('button', { name: /^Importera paket/u })).toHaveCount(0);
    expect(await violations(window)).toEqual([]);
    await window.locator('.import').getByRole('button', { name: 'Stäng' }).click();
    await expect(window.locator('.import')).toHaveCount(0);
    expect(await statusOf(window)).toMatchObject({ open: { source: 'bundled' }, library: { packages: [] } });
  });
});

test('a package that lost a file is told, the rest of the library is read, and it is imported again or removed', async () => {
  const userData = join(root, 'user-broken');
  await inLibrary(
    async (room) => {
      await chooseFiles(room, [base.file, next.file]);
      await acceptAll(room);
    },
    { userData },
  );
  await rm(join(userData, 'packages', next.identity, 'data', 'authority.json'));
  await inLibrary(
    async (room) => {
      const { window } = room;
      await expect(window.locator('.notice-line')).toContainText('Paket 2 i serien nordmark är skadat');
      await expect(await searchInstalled(room, 'elnätet')).toHaveText(['Elnätet byggs ut i norr']);
      await room.line.click();
      await expect(room.rows).toHaveCount(2);
      const lost = window.locator('.package').first();
      await expect(lost).toContainText('authority.json');
      expect(await violations(window)).toEqual([]);

      // It goes when its reader says so, and comes whole again from its file.
      await lost.locator('.note').getByRole('button', { name: 'Ta bort …' }).click();
      await expect(lost.getByRole('heading', { name: 'Ta bort nummer 2?' })).toBeFocused();
      await lost.getByRole('button', { name: 'Behåll' }).click();
      await chooseFiles(
        room,
        [next.file],
        lost.locator('.note').getByRole('button', { name: 'Importera igen …' }),
      );
      await acceptAll(room);
      await room.sheet('done').getByRole('button', { name: 'Klar' }).click();
      await expect(lost.locator('.note')).toHaveCount(0);
      await expect(await searchInstalled(room, 'Fjällmon')).toHaveText(['Elnätet byggs ut i norr']);
    },
    { userData },
  );
});
