import { closeSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../unit/archive/package/container/small-container.ts';
import { openArena } from './arena.ts';
import type { Arena } from './arena.ts';
import type { Door } from './doors.ts';
import { Count } from './part.ts';
import type { TorturePart, TortureResult } from './part.ts';

/** Of those that are refused, so many are counted until one goes to the library too. No divisor of the bits of a byte. */
const TO_LIBRARY_EVERY = 13;

/** A file that is read through a door, and which. */
interface Target {
  readonly door: Door;
  /** The same way to a library, where more is done at each knock: every so many bits go there too. */
  readonly toLibrary: Door;
  /** What is brought to the door. */
  readonly source: string;
  /** The file of it that bits are turned in. */
  readonly path: string;
  readonly name: string;
}

/** Every single bit of a signed package, turned: of its single file, and of every file of its folder. */
export const bitFlips: TorturePart = {
  name: 'bits',
  about: 'every single bit of a signed package turned, in its single file and in every file of its folder',
  run: async ({ say }) => await flip(() => true, say),
};

/** So many bits drawn at random; how many of them are in the single file goes by its size. */
export async function someBitFlips(seed: number, share: number): Promise<TortureResult> {
  const next = seeded(seed);
  return await flip(
    () => next() < share,
    () => undefined,
  );
}

async function flip(chosen: () => boolean, say: (line: string) => void): Promise<TortureResult> {
  const arena = await openArena();
  try {
    const count = new Count();
    for (const target of targetsOf(arena)) {
      await flipEach(arena, target, { chosen, count });
      say(`${target.door.name} ${target.name}: ${count.passed} bits so far`);
    }
    return count.result();
  } finally {
    arena.close();
  }
}

function targetsOf({ good, stick, ...arena }: Arena): readonly Target[] {
  const { file, folder, fileToLibrary, folderToLibrary } = arena;
  const [copy, bag] = [join(stick, 'p.lasesal'), join(stick, 'bag')];
  writeFileSync(copy, good.bytes);
  cpSync(good.dir, bag, { recursive: true });
  const names = readdirSync(bag, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return [
    { door: file, toLibrary: fileToLibrary, source: copy, path: copy, name: 'p.lasesal' },
    ...names.map((path) => ({
      door: folder,
      toLibrary: folderToLibrary,
      source: bag,
      path,
      name: path.slice(bag.length + 1),
    })),
  ];
}

interface Flipping {
  readonly chosen: () => boolean;
  readonly count: Count;
}

/** Turns one bit at a time in place, and turns it back. */
async function flipEach(arena: Arena, target: Target, { chosen, count }: Flipping): Promise<void> {
  const bytes = readFileSync(target.path);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    if (!chosen()) continue;
    const [at, mask] = [bit >> 3, 1 << (bit & 7)];
    const was = bytes[at] ?? 0;
    put(target.path, at, was ^ mask);
    const label = `${target.name}, byte ${at}, bit ${bit & 7}`;
    await arena.refuses(count, label, target.door, target.source);
    if (count.passed % TO_LIBRARY_EVERY === 0)
      await arena.refuses(count, label, target.toLibrary, target.source);
    put(target.path, at, was);
  }
}

function put(path: string, at: number, byte: number): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Uint8Array.of(byte), 0, 1, at);
  } finally {
    closeSync(file);
  }
}
