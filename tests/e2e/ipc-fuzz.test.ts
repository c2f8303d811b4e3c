import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { channelOf, readerCallNames, readerCalls } from '../../main/contract/index.ts';
import type { ReaderCallName } from '../../main/contract/index.ts';
import { exampleArchive, launchApp } from '../helpers/electron.ts';
import type { LaunchedApp } from '../helpers/electron.ts';
import { MARK, payloadOf } from './ipc/payloads.ts';
import { writeRawPreload } from './ipc/raw-window.ts';
import type { Outcomes } from './ipc/raw-window.ts';

/** How many payloads that a call does not take are sent to it. */
const PAYLOADS = 1000;
const SEED = 20_261_130;

let folder = '';
let userData = '';
let rawPreload = '';
let launched: LaunchedApp;
let printed = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lasesal-ipc-'));
  userData = join(folder, 'reader');
  rawPreload = await writeRawPreload(folder);
  launched = await launchApp({ userData, args: ['--package', exampleArchive] });
  const { app, window } = launched;
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await app.evaluate(({ session }, filePath) => {
    const room = session.defaultSession as typeof session.defaultSession & {
      registerPreloadScript?: (script: { type: 'frame'; filePath: string }) => string;
    };
    if (room.registerPreloadScript === undefined) room.setPreloads([filePath]);
    else room.registerPreloadScript({ type: 'frame', filePath });
  }, rawPreload);
  await window.reload();
  await expect(window.locator('[data-hit]').first()).toBeVisible({ timeout: 60_000 });
  // The window keeps where it is a moment after it opened; from then on nothing changes by itself.
  await window.waitForTimeout(2000);
});

test.afterAll(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The names that a call's argument may have, as its schema says. */
function keysOf(name: ReaderCallName): readonly string[] {
  const args: { readonly shape?: object } = readerCalls[name].args;
  return Object.keys(args.shape ?? {});
}

/** Seeds of payloads that the call's own schema refuses, in the form in which they arrive. */
function malformedSeeds(name: ReaderCallName): readonly number[] {
  const keys = keysOf(name);
  const seeds: number[] = [];
  for (let seed = SEED; seeds.length < PAYLOADS; seed += 1) {
    const arrived = structuredClone(payloadOf(seed, keys, MARK));
    if (!isTaken(name, arrived)) seeds.push(seed);
  }
  return seeds;
}

/** A schema may give up on a value instead of refusing it: that is no taking either. */
function isTaken(name: ReaderCallName, payload: unknown): boolean {
  try {
    return readerCalls[name].args.safeParse(payload).success;
  } catch {
    return false;
  }
}

/** What the app keeps and says of itself: a digest of each file of its own, its status and all its events. */
async function stateNow(): Promise<unknown> {
  const answers = await launched.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (args: unknown) => Promise<unknown>>;
    return [await bridge['status']?.({}), await bridge['events']?.({ after: 0 })];
  });
  return { answers, files: ownFiles() };
}

/** Files that are the app's and not Chromium's, whose names begin with a capital or are among these. */
function ownFiles(): Readonly<Record<string, string>> {
  const chromiums = /^(?:[A-Z]|blob_storage|shared_proto_db|[^/]*_crx_cache|lockfile)/u;
  const files = readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(userData, join(entry.parentPath, entry.name)))
    .filter((path) => !chromiums.test(path));
  const digest = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(userData, path)))
      .digest('hex');
  return Object.fromEntries(files.toSorted().map((path) => [path, digest(path)]));
}

for (const name of readerCallNames) {
  test(`${name}: ${PAYLOADS} malformed payloads from the window itself have no effect and are refused as data`, async () => {
    const before = await stateNow();
    const outcomes = await launched.window.evaluate(
      async ([channel, seeds, keys]) => {
        const raw = Reflect.get(globalThis, 'raw') as {
          send: (channel: string, seeds: readonly number[], keys: readonly string[]) => Promise<Outcomes>;
        };
        return await raw.send(channel, seeds, keys);
      },
      [channelOf(name), malformedSeeds(name), keysOf(name)] as const,
    );
    const refused = Object.entries(outcomes).filter(([what]) => what.startsWith('refused request-invalid'));
    expect(Object.keys(outcomes).toSorted()).toEqual(refused.map(([what]) => what).toSorted());
    expect(refused.reduce((sum, [, count]) => sum + count, 0)).toBe(PAYLOADS);
    expect(printed).not.toContain(MARK);
    expect(await stateNow()).toEqual(before);
  });
}

test('nothing of any payload was printed or written down', () => {
  expect(printed).not.toContain(MARK);
  const written = readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:Singleton|\.org\.chromium)/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(MARK));
  expect(written).toEqual([]);
});

/** What each channel answers to whoever runs `ask`, a call of it with the channel's name. */
async function answersOf(ask: (channel: string) => Promise<unknown>): Promise<ReadonlySet<unknown>> {
  const answers: unknown[] = [];
  for (const name of readerCallNames) answers.push(await ask(channelOf(name)));
  return new Set(answers);
}

test('every channel refuses another window, even with our own page, and a frame within one', async () => {
  const before = await stateNow();
  await launched.app.evaluate(async ({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({
      show: false,
      title: 'other',
      webPreferences: { preload, sandbox: true, contextIsolation: false, nodeIntegrationInSubFrames: true },
    });
    await other.loadURL('lasesal-app://app/index.html');
    Reflect.set(globalThis, 'otherWindow', other);
  }, rawPreload);
  const asked = async (channel: string, inFrame: boolean): Promise<unknown> =>
    await launched.app.evaluate(
      async (_electron, [to, sub]) => {
        const { webContents } = Reflect.get(globalThis, 'otherWindow') as Electron.BrowserWindow;
        const frame = sub ? webContents.mainFrame.frames[0] : webContents.mainFrame;
        return await frame?.executeJavaScript(`raw.plain(${JSON.stringify(to)})`);
      },
      [channel, inFrame] as const,
    );
  expect([...(await answersOf((channel) => asked(channel, false)))]).toEqual([
    'refused request-refused foreign-window',
  ]);
  // A page without our policy may hold a frame; it is the frame that is refused then.
  await launched.app.evaluate(async () => {
    const other = Reflect.get(globalThis, 'otherWindow') as Electron.BrowserWindow;
    await other.loadURL('about:blank');
    await other.webContents.executeJavaScript(`new Promise((loaded) => {
      const frame = document.createElement('iframe');
      frame.onload = () => loaded();
      frame.srcdoc = '<p>a frame</p>';
      document.body.append(frame);
    })`);
  });
  expect([...(await answersOf((channel) => asked(channel, true)))]).toEqual([
    'refused request-refused sub-frame',
  ]);
  await launched.app.evaluate(() =>
    (Reflect.get(globalThis, 'otherWindow') as Electron.BrowserWindow).destroy(),
  );
  expect(await stateNow()).toEqual(before);
});

test('a frame in our own window has no bridge', async () => {
  const bridge = await launched.window.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const has = ['lasesal', 'require', 'process'].filter((name) =>
      Reflect.has(frame.contentWindow ?? {}, name),
    );
    frame.remove();
    return has;
  });
  expect(bridge).toEqual([]);
});

test('every channel refuses our own window once it shows a page that is not ours', async () => {
  const { app } = launched;
  await app.evaluate(async ({ BrowserWindow }) => {
    await BrowserWindow.getAllWindows()[0]?.loadURL('about:blank');
  });
  const ask = async (channel: string): Promise<unknown> =>
    await app.evaluate(
      async ({ BrowserWindow }, to) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `raw.plain(${JSON.stringify(to)})`,
        )) as unknown,
      channel,
    );
  expect([...(await answersOf(ask))]).toEqual(['refused request-refused foreign-page']);
});
