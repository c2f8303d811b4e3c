import { isArchive } from './tar-files.ts';

/** What sort of file it is, told by its bytes. */
export type FileSort = 'empty' | 'archive' | 'binary' | 'html' | 'json' | 'text';

const SPACE: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const HTML_START =
  /^(?:<!--[^]*?-->|\s)*<(?:!doctype\s+html|html|head|body|title|meta|link|div|main|article)[\s>]/iu;

/** Whether a file begins as JSON does; cheap enough to ask of every file before any is read. */
export function startsAsJson(head: Uint8Array): boolean {
  const first = head[firstSeen(head)];
  return first === 0x5b || first === 0x7b;
}

/**
 * Tells a file by its bytes, never by its name: an archive by its mark, a binary file by its NUL bytes (UTF-16 has
 * a mark), HTML and JSON by how they begin; all else is text.
 */
export function sortOf(bytes: Uint8Array): FileSort {
  if (isArchive(bytes.subarray(0, 512))) return 'archive';
  if (firstSeen(bytes) >= bytes.length) return 'empty';
  const start = bytes.subarray(0, 8192);
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (!isUtf16 && start.includes(0)) return 'binary';
  if (startsAsJson(start)) return 'json';
  const words = new TextDecoder(isUtf16 && start[0] === 0xff ? 'utf-16le' : 'utf-8').decode(start);
  return HTML_START.test(words.replace(/^\uFEFF/u, '')) ? 'html' : 'text';
}

function firstSeen(bytes: Uint8Array): number {
  let at = UTF8_MARK.every((byte, index) => bytes[index] === byte) ? UTF8_MARK.length : 0;
  while (SPACE.has(bytes[at] ?? -1)) at += 1;
  return at;
}
