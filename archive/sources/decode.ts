import { parse } from 'parse5';
import { problem, ProblemError } from '../model/problem.ts';
import { attributeOf, descendants } from './html-dom.ts';

/** Encodings of old pages that this reads where a page declares them; all are read as windows-1252, as the WHATWG says. */
const LATIN = /^(?:iso-?8859-1|latin-?1|windows-1252|cp-?1252|us-ascii|ascii)$/iu;
/** What windows-1252 has from 80 to 9F (WHATWG Encoding, index-windows-1252); U+FFFD where it has nothing. */
const WINDOWS_1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';
/** How far into a page its declared encoding may stand (WHATWG: 1024 bytes; saved pages carry comments before it). */
const DECLARED_WITHIN = 4096;
/** Control characters that no text holds and that terminals obey; tabs and line ends stay. */
const CONTROL = /(?![\t\n\r\f])\p{Cc}/gu;

/**
 * The text of a file: UTF-8 (with or without byte-order mark), UTF-16 with one, or the Latin-1 that an HTML page
 * declares. Control characters are left out, all else stays.
 *
 * @throws ProblemError `source-bad-encoding`, naming the first line that does not decode.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  return decoded(bytes, file).replace(CONTROL, '');
}

function decoded(bytes: Uint8Array, file: string): string {
  const marked = utf16Mark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = declaredEncoding(bytes);
    if (declared !== null && LATIN.test(declared)) return windows1252(bytes);
    throw new ProblemError(
      problem('source-bad-encoding', { file, line: firstBadLine(bytes) }, { declared: declared ?? 'utf-8' }),
    );
  }
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** By hand: the runtime's own decoder takes windows-1252 for ISO 8859-1, which has no characters from 80 to 9F. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/gu, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** What `<meta charset>` or `<meta http-equiv>` of a page says; null when the file says nothing. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  if (!/<meta/iu.test(start)) return null;
  for (const element of descendants(parse(start))) {
    if (element.tagName !== 'meta') continue;
    const charset = attributeOf(element, 'charset');
    if (charset !== null) return charset.trim();
    const isType = attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-type';
    const content = isType ? /charset=([^;\s]+)/iu.exec(attributeOf(element, 'content') ?? '') : null;
    if (content?.[1] !== undefined) return content[1];
  }
  return null;
}

/** No UTF-8 sequence holds a line feed, so each line decodes by itself. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [line, start] = [1, 0];
  while (start < bytes.length) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    line += 1;
    start = end + 1;
  }
  return line;
}
