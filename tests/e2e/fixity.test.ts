import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { certificateSchema } from '../../archive/model/certificate.ts';
import { makeEdition } from './editions.ts';
import type { Edition } from './editions.ts';
import { acceptAll, chooseFiles, openLibraryRoom } from './library-room.ts';
import type { LibraryRoom } from './library-room.ts';
import { violations } from './reading-room.ts';

let root = '';
let base: Edition;
let room: LibraryRoom;

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lasesal-fixity-'));
  base = await makeEdition(root, { name: 'nordmark-1', pages: [0, 1, 2] });
  room = await openLibraryRoom();
  await chooseFiles(room, [base.file]);
  await acceptAll(room);
  await room.window.getByRole('button', { name: 'Klar' }).click();
});
test.afterAll(async () => {
  await room.close();
  await rm(root, { recursive: true, force: true });
});

/** Turns one bit of an original of the installed package; gives the file's name in it. */
function damage(): string {
  const folder = join(room.userData, 'packages', base.identity);
  const names = readdirSync(join(folder, 'data', 'originals'), { recursive: true, withFileTypes: true });
  const file = names.find((one) => one.isFile());
  if (file === undefined) throw new Error('the package has no originals');
  const path = join(file.parentPath, file.name);
  const bytes = readFileSync(path);
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return path.slice(folder.length + 1);
}

/** Saves as a person does: the button, and the system's dialog. */
async function saveCertificate(file: string): Promise<void> {
  await room.app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
  }, file);
  await room.window.getByRole('button', { name: 'Spara intyget …' }).click();
}

test('a check finds every file whole, and its certificate is a page and JSON', async () => {
  const { window, rows } = room;
  await rows.first().click();
  await expect(window.getByRole('button', { name: 'Spara intyget …' })).toHaveCount(0);
  await window.getByRole('button', { name: 'Kontrollera paketet' }).click();
  await expect(rows.first()).toContainText('Kontrollerat', { timeout: 60_000 });
  const [page, json] = [join(root, 'intyg.html'), join(root, 'intyg.json')];
  await saveCertificate(page);
  await expect.poll(() => readdirSync(root)).toContain('intyg.html');
  await saveCertificate(json);
  await expect.poll(() => readdirSync(root)).toContain('intyg.json');
  expect(readFileSync(page, 'utf8')).toContain('Helt');
  const certificate = certificateSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
  expect(certificate).toMatchObject({ identity: base.identity, result: 'intact' });
  expect(certificate.entries.length).toBe(certificate.files.listed);
});

test('a turned bit is found, the file set aside and never deleted, and a whole copy mends it', async () => {
  const { window, rows } = room;
  const name = damage();
  await window.getByRole('button', { name: 'Kontrollera paketet' }).click();
  await expect(rows.first()).toContainText('1 skadad fil', { timeout: 60_000 });
  expect(await violations(window)).toEqual([]);
  const aside = readdirSync(join(room.userData, 'quarantine', base.identity), { recursive: true }).map(
    String,
  );
  expect(aside.some((path) => path.endsWith(name))).toBe(true);

  await chooseFiles(room, [base.file]);
  await acceptAll(room);
  await window.getByRole('button', { name: 'Klar' }).click();
  await window.getByRole('button', { name: 'Kontrollera paketet' }).click();
  await expect(rows.first()).toContainText('Kontrollerat', { timeout: 60_000 });
});

test('how often packages are checked by themselves is chosen once and kept', async () => {
  const { window } = room;
  const choice = window.getByRole('button', { name: /Hur ofta/u });
  await expect(choice).toContainText('Varje månad');
  await choice.click();
  await window.getByRole('option', { name: 'Varje vecka' }).click();
  await expect(choice).toContainText('Varje vecka');
  await window.reload();
  await room.line.click();
  await expect(window.getByRole('button', { name: /Hur ofta/u })).toContainText('Varje vecka');
});
