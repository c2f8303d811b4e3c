import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { settingsSchema } from '../../main/contract/index.ts';
import { places } from '../../main/launch/project.ts';
import { makeEdition } from '../e2e/editions.ts';
import { acceptAll, libraryRoomOf } from '../e2e/library-room.ts';
import { readingRoomOf, searchFor } from '../e2e/reading-room.ts';
import type { ReadingRoom } from '../e2e/reading-room.ts';
import { appear, beginAnew, roomStates } from '../e2e/room-states.ts';
import { launchApp } from '../helpers/electron.ts';

/** How one picture looks. */
export interface Look {
  readonly language: 'sv' | 'en';
  readonly theme: string;
  /** Of the window, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** How much everything is enlarged; 1 when left out. */
  readonly zoom?: number;
}

/** A state that pictures are made of. */
export interface Shot {
  readonly name: string;
  /** Leads to it, whatever was before, in a window of ordinary size. */
  readonly begin: (room: GalleryRoom) => Promise<void>;
  readonly end: (room: GalleryRoom) => Promise<void>;
  readonly looks: readonly Look[];
  /** The looks whose pictures are committed; none when left out. */
  readonly docs?: readonly Look[] | undefined;
}

export interface GalleryRoom extends ReadingRoom {
  readonly appear: (look: Look) => Promise<void>;
  /** The window as it stands, as PNG. */
  readonly picture: () => Promise<Buffer>;
}

/** What an app is started on. */
export interface World {
  readonly name: string;
  /** Makes what it needs in `scratch` and gives the arguments to start with. */
  readonly prepare: (scratch: string) => Promise<readonly string[]>;
  readonly welcome?: boolean;
  readonly shots: readonly Shot[];
}

const sizes = [
  [1024, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;
const themes = settingsSchema.shape.theme.options.filter((theme) => theme !== 'system');
const ordinary: Look = { language: 'sv', theme: 'light', width: 1440, height: 900 };

const everyLook: readonly Look[] = (['sv', 'en'] as const).flatMap((language) => [
  ...sizes.flatMap(([width, height]) => themes.map((theme): Look => ({ language, theme, width, height }))),
  ...(['light', 'dark'] as const).flatMap((theme): readonly Look[] => [
    { language, theme, width: 420, height: 800 },
    { language, theme, width: 1280, height: 1024, zoom: 4 },
  ]),
]);

function look(...changes: readonly Partial<Look>[]): readonly Look[] {
  return changes.map((change) => ({ ...ordinary, ...change }));
}

/** Which pictures of the states of reading are committed. */
const docsOf: Readonly<Record<string, readonly Look[]>> = {
  start: look({}),
  release: look(
    {},
    { theme: 'dark' },
    { theme: 'sepia' },
    { width: 420, height: 800 },
    { width: 1280, height: 1024, zoom: 4 },
  ),
  results: look({ language: 'en', width: 1024, height: 768 }),
  undated: look({}),
  'no-hits': look({}),
  'did-you-mean': look({ theme: 'dark' }),
  settings: look({ theme: 'sepia' }),
  register: look({}),
  person: look({}),
  work: look({}, { theme: 'dark', language: 'en' }),
  help: look({}),
  about: look({}),
  accessibility: look({ language: 'en' }),
};

/** The worlds that pictures are made in: the example archive read, the library, and what can be amiss. */
export function worlds(packageDir: string | null): readonly World[] {
  const reading: World = {
    name: 'reading',
    prepare: () => Promise.resolve(['--package', places.exampleArchive]),
    shots: roomStates.map(({ name, show }) => ({
      name,
      begin: async (room) => {
        await beginAnew(room);
        await show(room);
      },
      end: leaveDialogs,
      looks: everyLook,
      docs: docsOf[name],
    })),
  };
  const given: World = {
    name: 'given',
    prepare: () => Promise.resolve(['--package', packageDir ?? '']),
    shots: reading.shots
      .filter(({ name }) => !['undated', 'one-hit', 'welcome', 'library', 'withdrawn'].includes(name))
      .map((shot): Shot => ({ ...shot, name: `given-${shot.name}`, docs: undefined })),
  };
  return [reading, first, library, nothing, foreign, ...(packageDir === null ? [] : [given])];
}

/** The first start of all. */
const first: World = {
  name: 'first',
  prepare: () => Promise.resolve([]),
  welcome: true,
  shots: [
    still(
      'welcome-first',
      async ({ window }) => await expect(window.locator('.welcome')).toBeVisible(),
      look({}),
    ),
  ],
};

/** From an empty library to a damaged one; each state goes on from the one before. */
const library: World = {
  name: 'library',
  prepare: async (scratch) => {
    await makeEdition(scratch, { name: 'one', pages: [0, 1, 2, 3], own: { elnat: first0 } });
    await makeEdition(scratch, {
      name: 'two',
      sequence: 2,
      previous: [join(scratch, 'one')],
      pages: [4, 5],
      own: { elnat: [first0[0], `${first0[1]}\n\nBygget börjar i Fjällmon till våren.`] },
    });
    return [];
  },
  shots: [
    still('library-empty', openLibrary),
    still(
      'import-preview',
      async (room) => {
        if ((await room.window.locator('.import').count()) > 0) return;
        await importFile(room, 'one.lasesal');
        await expect(room.window.locator('.import[data-phase="preview"]')).toBeVisible({ timeout: 60_000 });
      },
      look({}),
    ),
    still('import-done', async (room) => {
      if (await room.window.locator('.import[data-phase="preview"]').isVisible())
        await acceptAll(libraryRoomOf(room));
    }),
    still(
      'library-two',
      async (room) => {
        const { window } = room;
        if ((await window.locator('.package-trigger').count()) < 2) {
          if ((await window.locator('.import').count()) === 0) await importFile(room, 'one.lasesal');
          if (!(await window.locator('.import[data-phase="done"]').isVisible()))
            await acceptAll(libraryRoomOf(room));
          await window.locator('.import .button').last().click();
          await importFile(room, 'two.lasesal');
          await acceptAll(libraryRoomOf(room));
          await window.locator('.import .button').last().click();
          await window.locator('.package-trigger').first().click();
        }
      },
      look({}),
    ),
    still(
      'difference',
      async (room) => {
        const { window } = room;
        if ((await room.release.locator('.versions ins').count()) > 0) return;
        await window.keyboard.press('Escape');
        await searchFor(room, 'Fjällmon');
        await room.hits.first().getByRole('button').click();
        await room.release.locator('.versions .link-button').last().click();
        await room.release.locator('.versions').scrollIntoViewIfNeeded();
      },
      look({}),
    ),
    still(
      'library-damaged',
      async (room) => {
        const { window } = room;
        if ((await window.locator('.library').count()) > 0) return;
        const installed = join(room.userData, 'packages');
        for (const name of readdirSync(installed))
          rmSync(join(installed, name, 'data', 'releases'), { recursive: true, force: true });
        await window.keyboard.press('Control+l');
        await window.locator('.package-trigger').first().click();
        await window
          .locator('.package-row, .package')
          .getByRole('button', { name: /Kontrollera|Verify/u })
          .first()
          .click();
        await window.waitForTimeout(4000);
      },
      look({}),
    ),
  ],
};

const first0: readonly [string, string] = [
  'Elnätet byggs ut i norr',
  'Regeringen ger 400 miljoner daler till kraftledningar norr om Rännfors.',
];

/** Nothing that could be read. */
const nothing: World = {
  name: 'nothing',
  prepare: (scratch) => {
    mkdirSync(join(scratch, 'empty'));
    return Promise.resolve(['--package', join(scratch, 'empty')]);
  },
  shots: [still('no-archive', alertShown, look({}))],
};

/** An archive whose form this program does not know. */
const foreign: World = {
  name: 'foreign',
  prepare: (scratch) => {
    const copy = join(scratch, 'damaged');
    cpSync(places.exampleArchive, copy, { recursive: true });
    writeFileSync(join(copy, 'data', 'package.json'), '{ "format": 99 }\n');
    return Promise.resolve(['--package', copy]);
  },
  shots: [still('damaged-archive', alertShown)],
};

/** A state that is led to once and stays while looks change. */
function still(name: string, begin: (room: GalleryRoom) => Promise<void>, docs?: readonly Look[]): Shot {
  return {
    name,
    begin: async (room) => {
      await room.appear({
        ...ordinary,
        language: (await room.window.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'sv',
      });
      await begin(room);
    },
    end: () => Promise.resolve(),
    looks: everyLook,
    ...(docs === undefined ? {} : { docs }),
  };
}

async function openLibrary({ window }: GalleryRoom): Promise<void> {
  await window.keyboard.press('Control+l');
  await expect(window.locator('main.library')).toBeVisible();
}

async function alertShown({ window }: GalleryRoom): Promise<void> {
  await expect(window.getByRole('alert')).toBeVisible({ timeout: 30_000 });
}

async function leaveDialogs(room: GalleryRoom): Promise<void> {
  await room.appear(ordinary);
}

/** Hands a package over for import, as one that is dropped on the window is. */
async function importFile(room: GalleryRoom, name: string): Promise<void> {
  await room.window.evaluate(
    async (path) => {
      const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
      await bridge['importPaths']?.({ paths: [path] });
    },
    join(scratchOf(room), name),
  );
}

const scratches = new WeakMap<object, string>();

function scratchOf(room: GalleryRoom): string {
  return scratches.get(room.app) ?? '';
}

/** Starts the app on a world, hands over its room, and ends it. */
export async function shownWith(
  world: World,
  scratch: string,
  work: (room: GalleryRoom) => Promise<void>,
): Promise<void> {
  const args = await world.prepare(scratch);
  const launched = await launchApp({ args, welcome: world.welcome === true });
  scratches.set(launched.app, scratch);
  const room = readingRoomOf(launched);
  try {
    await work({
      ...room,
      appear: async (wanted) => await appearAs(room, wanted),
      picture: async () => await pictureOf(room),
    });
  } finally {
    await launched.close();
  }
}

async function appearAs(
  room: ReadingRoom,
  { language, theme, width, height, zoom = 1 }: Look,
): Promise<void> {
  await appear(room, { language, theme });
  await room.app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(wanted.width, wanted.height);
      window?.webContents.setZoomFactor(wanted.zoom);
    },
    { width, height, zoom },
  );
  await expect.poll(() => room.window.evaluate(() => innerWidth)).toBe(Math.round(width / zoom));
}

async function pictureOf({ app }: ReadingRoom): Promise<Buffer> {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(base64, 'base64');
}
