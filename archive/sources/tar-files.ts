import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Extract as TarReader, Header } from 'tar-stream';
import { problem } from '../model/problem.ts';
import { HEAD_BYTES, isHidden, LARGEST_FILE } from './source-files.ts';
import type { Found, SourceFile } from './source-files.ts';

type Entry = TarReader extends AsyncIterable<infer E> ? E : never;

/**
 * The files in a tar archive, gzipped or not, one after the other as they stand in it; each must be done with before the
 * next is asked for. Nothing is written anywhere: names are only names. Links, absolute names and names that lead
 * out of the archive are reported and left alone, and so is a damaged archive, after what could be read of it.
 *
 * @param prefix - what goes before each name, to tell several inputs apart
 */
export async function* tarFiles(archive: SourceFile, prefix: string): AsyncGenerator<Found> {
  const entries = extract();
  const stream = createReadStream(archive.path);
  const isGzip = archive.head()[0] === 0x1f;
  // The reader is a writable stream in all but its types. A failure anywhere destroys it, and so comes out of the
  // loop below.
  const reader = entries as unknown as NodeJS.WritableStream;
  const ignoreHere = (): void => undefined;
  if (isGzip) pipeline(stream, createGunzip(), reader, ignoreHere);
  else pipeline(stream, reader, ignoreHere);
  try {
    for await (const entry of entries) {
      const found = await foundIn(archive, prefix, entry);
      if (found !== null) yield found;
    }
  } catch (error) {
    yield {
      problem: problem('source-bad-archive', { file: archive.file }, { reason: reasonOfDamage(error) }),
    };
  } finally {
    stream.destroy();
  }
}

/** What zlib and the tar reader say of an archive that ends too early, or of any other that is damaged. */
function reasonOfDamage(error: unknown): string {
  return error instanceof Error && /unexpected end/iu.test(error.message) ? 'cut-off' : 'unreadable';
}

/** Whether these first bytes are those of a gzip or a tar file. */
export function isArchive(head: Uint8Array): boolean {
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return isGzip || new TextDecoder('latin1').decode(head.subarray(257, 262)) === 'ustar';
}

async function foundIn(archive: SourceFile, prefix: string, entry: Entry): Promise<Found | null> {
  const { type, size } = entry.header;
  const name = entry.header.name.replace(/^(?:\.\/)+/u, '');
  const file = `${prefix}${name}`;
  const refused = refusal(entry.header, name);
  if (refused !== null || type === 'directory' || name.split('/').some(isHidden)) {
    await drained(entry);
    return refused === null ? null : { problem: problem('source-unreadable', { file }, { reason: refused }) };
  }
  const bytes = size > LARGEST_FILE ? await drained(entry) : await collected(entry);
  return {
    file: {
      file,
      path: `${archive.path}/${name}`,
      size,
      isHandedOver: false,
      head: () => bytes.subarray(0, HEAD_BYTES),
      read: () => bytes,
    },
  };
}

function refusal({ type }: Header, name: string): string | null {
  if (type === 'directory') return null;
  if (type === 'symlink' || type === 'link') return 'link';
  if (type !== 'file' && type !== 'contiguous-file') return 'not-a-file';
  const leadsOut = name.split(/[/\\]/u).includes('..') || /^(?:[/\\]|[a-z]:)/iu.test(name);
  return leadsOut || name === '' ? 'unsafe-name' : null;
}

async function collected(entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function drained(entry: Entry): Promise<Uint8Array> {
  for await (const chunk of entry) void chunk;
  return new Uint8Array();
}
