import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import { ProblemError } from '../../../../../archive/model/problem.ts';
import { buildPackage } from '../../../../../archive/package/build.ts';
import type { ByteSource } from '../../../../../archive/package/container/byte-source.ts';
import { readContainer } from '../../../../../archive/package/container/reader.ts';
import { sha256 } from '../../../../../archive/package/identity.ts';
import { smallRegister, writeSmallArchive } from '../small-archive.ts';
import type { HostileEntry } from './hostile-zip.ts';

/** Builds the small archive's package into `root/bag` and gives that folder. */
export async function smallBag(root: string, originals: boolean): Promise<string> {
  const bag = join(root, 'bag');
  writeSmallArchive(join(root, 'in'));
  await buildPackage({ sources: [join(root, 'in')], out: bag, defaultRegister: smallRegister, originals });
  return bag;
}

/** The files of a folder by name in byte order, as entries. */
export function entriesOf(folder: string): readonly HostileEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name: name.replaceAll('\\', '/'), data: readFileSync(join(folder, name)) }))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}

/** Bytes in memory, read as a file is. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (position, into) => {
      if (position < 0 || position + into.length > bytes.length) throw new RangeError('read beyond the end');
      into.set(bytes.subarray(position, position + into.length));
    },
  };
}

/** Reads a single file whole; what it is refused for, or null when it is accepted. */
export function refusal(bytes: Uint8Array): ProblemError | null {
  return refusedBy(() => {
    const container = readContainer(memorySource(bytes), 'p.lasesal');
    for (const entry of container.entries) readThrough(container.chunks(entry));
  });
}

/** Takes all there is, and does nothing with it. */
export function readThrough(chunks: Iterable<Buffer>): void {
  for (const chunk of chunks) if (chunk.length === 0) throw new Error('an empty chunk');
}

export function refusedBy(step: () => void): ProblemError | null {
  try {
    step();
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** Code, reason and entry of a refusal; and that both languages have words for the reason. */
export function toldOf(error: ProblemError | null): string {
  if (error === null) return 'accepted';
  const { code, params } = error.problem;
  const [sv, en] = [problemText(error.problem, 'sv'), problemText(error.problem, 'en')];
  const reason = String(params['reason'] ?? '');
  const worded = reason === '' || (!sv.includes(`: ${reason}`) && !en.includes(`: ${reason}`));
  return [code, reason, params['entry'] ?? '', worded ? '' : 'without words']
    .filter((s) => s !== '')
    .join(' ');
}

/** One hash over every name, kind and content below a folder. */
export function treeHash(folder: string): string {
  const rows = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return sha256(
    rows
      .map((name) => {
        const path = join(folder, name);
        return `${name} ${statSync(path).isFile() ? sha256(readFileSync(path)) : 'folder'}\n`;
      })
      .join(''),
  );
}

/** A generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
