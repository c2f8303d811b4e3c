import { expect } from '@playwright/test';
import { settingsSchema } from '../../main/contract/index.ts';
import { readingRoomOf } from '../e2e/reading-room.ts';
import type { ReadingRoom } from '../e2e/reading-room.ts';
import { appear } from '../e2e/room-states.ts';
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
  /** What the picture is of, where it may lie out of sight once the window has another size. */
  readonly inSight?: string;
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
export const ordinary: Look = { language: 'sv', theme: 'light', width: 1440, height: 900 };

export const everyLook: readonly Look[] = (['sv', 'en'] as const).flatMap((language) => [
  ...sizes.flatMap(([width, height]) => themes.map((theme): Look => ({ language, theme, width, height }))),
  ...(['light', 'dark'] as const).flatMap((theme): readonly Look[] => [
    { language, theme, width: 420, height: 800 },
    { language, theme, width: 1280, height: 1024, zoom: 4 },
  ]),
]);

/** Looks that differ from the ordinary one in this. */
export function look(...changes: readonly Partial<Look>[]): readonly Look[] {
  return changes.map((change) => ({ ...ordinary, ...change }));
}

/** A state that is led to once and stays while looks change. */
export function still(
  name: string,
  begin: (room: GalleryRoom) => Promise<void>,
  docs?: readonly Look[],
): Shot {
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

const scratches = new WeakMap<object, string>();

/** The folder that the world of a room was prepared in. */
export function scratchOf(room: GalleryRoom): string {
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
