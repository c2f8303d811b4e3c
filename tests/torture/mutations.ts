import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entriesOf } from '../unit/archive/package/container/small-container.ts';
import type { HostileEntry } from '../unit/archive/package/container/hostile-zip.ts';
import { zipOf } from '../unit/archive/package/container/hostile-zip.ts';
import { openArena } from './arena.ts';
import type { Arena } from './arena.ts';
import { Draw } from './draw.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateContents } from './mutate-contents.ts';
import type { Contents } from './mutate-contents.ts';
import { mutateZip } from './mutate-zip.ts';
import { Count } from './part.ts';
import type { TortureOptions, TorturePart, TortureResult } from './part.ts';

/** After so many cases it is said how far it is. */
const SAID_EVERY = 1000;

/** Copies of a signed package that were changed at random: bytes, the structure of the single file, and contents. */
export const mutations: TorturePart = {
  name: 'mutations',
  about: 'a signed package changed at random: bytes, structure of the single file, manifests, JSON',
  run: mutate,
};

/** What a case brings to a door. */
type Brought =
  { readonly as: 'file'; readonly bytes: Buffer } | { readonly as: 'folder'; readonly files: Contents };

async function mutate({ seed, count: cases, say }: TortureOptions): Promise<TortureResult> {
  const arena = await openArena();
  try {
    const entries = entriesOf(arena.good.dir);
    const count = new Count();
    for (let n = 0; n < cases; n += 1) {
      // Each case has a seed of its own, so that it can be tried alone.
      const draw = new Draw(seed + n);
      let brought = drawn(arena.good.bytes, entries, draw);
      while (isAsItWas(brought, arena.good.bytes, entries)) brought = drawn(arena.good.bytes, entries, draw);
      await bring(arena, brought, { count, label: `--seed ${seed + n} --count 1` });
      if ((n + 1) % SAID_EVERY === 0) say(`${n + 1} of ${cases}`);
    }
    return count.result();
  } finally {
    arena.close();
  }
}

function drawn(bytes: Buffer, entries: readonly HostileEntry[], draw: Draw): Brought {
  const files = new Map(entries.map(({ name, data }) => [name, data]));
  switch (draw.upTo(4)) {
    case 0:
      return { as: 'file', bytes: mutateBytes(bytes, draw) };
    case 1:
      return { as: 'file', bytes: mutateZip(entries, draw) };
    case 2:
      return { as: 'file', bytes: packed(mutateContents(files, draw)) };
    default:
      return { as: 'folder', files: mutateContents(files, draw) };
  }
}

/** The single file that these files make: what is wrong is in them, and not in how they are packed. */
export function packed(files: Contents): Buffer {
  const entries = [...files].map(([name, data]): HostileEntry => ({ name, data }));
  return zipOf(entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

/** Whether nothing was changed after all: a byte replaced by itself, two equal values swapped. */
function isAsItWas(brought: Brought, bytes: Buffer, entries: readonly HostileEntry[]): boolean {
  if (brought.as === 'file') return brought.bytes.equals(bytes);
  const { files } = brought;
  return files.size === entries.length && entries.every(({ name, data }) => files.get(name)?.equals(data));
}

interface Counting {
  readonly count: Count;
  readonly label: string;
}

async function bring(arena: Arena, brought: Brought, { count, label }: Counting): Promise<void> {
  const source = join(arena.stick, brought.as === 'file' ? 'p.lasesal' : 'bag');
  if (brought.as === 'file') writeFileSync(source, brought.bytes);
  else writeContents(source, brought.files);
  const door = brought.as === 'file' ? arena.fileToLibrary : arena.folderToLibrary;
  await arena.refuses(count, label, door, source);
  rmSync(source, { recursive: true, force: true });
}

/** Writes files into a folder that is not there yet. */
export function writeContents(folder: string, files: Contents): void {
  for (const [name, data] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
}
