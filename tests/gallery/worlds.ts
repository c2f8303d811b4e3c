import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { places } from '../../main/launch/project.ts';
import { beginAnew, roomStates } from '../e2e/room-states.ts';
import { libraryWorld } from './library-world.ts';
import { everyLook, look, ordinary, still } from './shots.ts';
import type { GalleryRoom, Look, Shot, World } from './shots.ts';

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
  return [reading, first, libraryWorld, nothing, foreign, damaged, ...(packageDir === null ? [] : [given])];
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
  prepare: (scratch) =>
    spoilt(scratch, (copy) => writeFileSync(join(copy, 'package.json'), '{ "format": 99 }\n')),
  shots: [still('foreign-archive', alertShown)],
};

/** An archive that has lost its register. */
const damaged: World = {
  name: 'damaged',
  prepare: (scratch) => spoilt(scratch, (copy) => rmSync(join(copy, 'data', 'authority.json'))),
  shots: [still('damaged-archive', alertShown)],
};

async function spoilt(scratch: string, spoil: (copy: string) => void): Promise<readonly string[]> {
  const copy = join(scratch, 'example-archive');
  await cp(places.exampleArchive, copy, { recursive: true });
  spoil(copy);
  return ['--package', copy];
}

async function alertShown({ window }: GalleryRoom): Promise<void> {
  await expect(window.getByRole('alert')).toBeVisible({ timeout: 30_000 });
}

async function leaveDialogs(room: GalleryRoom): Promise<void> {
  await room.appear(ordinary);
}
