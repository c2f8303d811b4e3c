import type { Inline } from '../model/block.ts';
import { linkAddress, withoutLinkNote } from './hrefs.ts';

/** A piece of a line: text, or a run of emphasis marks that may open or close. */
interface Piece {
  text: string;
  readonly href: string | undefined;
  readonly mark?: { readonly opens: boolean; readonly closes: boolean };
}

/** A text and, for each bracket in it that is closed, where. */
interface Scanned {
  readonly text: string;
  readonly closings: ReadonlyMap<number, number>;
}

interface Link {
  readonly label: string;
  readonly destination: string;
  readonly end: number;
}

const SPECIAL = /[\\*_[\]!`<&]/u;
const ESCAPABLE = /[!-/:-@[-`{-~]/u;
const AUTOLINK = /^<((?:https?:\/\/|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>/u;
const ENTITY = /^&(?:(amp|lt|gt|quot|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/iu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };
const DEEPEST_LINK = 4;
const LONGEST_DESTINATION = 8000;

/**
 * Reads the inline part of Markdown (CommonMark 0.31, chapter 6, as far as text and links go): escapes and
 * entities resolved, emphasis marks and images left out, links kept. Line breaks stay as `\n`.
 *
 * @param base - the page's address, for relative links; null when unknown
 */
export function markdownInlines(text: string, base: string | null): readonly Inline[] {
  return withoutEmphasis(piecesOf(text, base, 0)).map(({ text, href }) =>
    href === undefined ? { text } : { text, href },
  );
}

function piecesOf(text: string, base: string | null, depth: number): Piece[] {
  const scanned = scan(text);
  const pieces: Piece[] = [];
  let plain = '';
  let at = 0;
  const put = (piece: Piece): void => {
    if (plain !== '') pieces.push({ text: plain, href: undefined });
    plain = '';
    pieces.push(piece);
  };
  while (at < text.length) {
    const next = nextSpecial(text, at);
    plain += text.slice(at, next);
    at = next;
    if (at >= text.length) break;
    const special = readSpecial(scanned, at, base, depth);
    if (typeof special.content === 'string') plain += special.content;
    else special.content.forEach(put);
    at = special.end;
  }
  if (plain !== '') pieces.push({ text: plain, href: undefined });
  return pieces;
}

interface Special {
  /** Plain text, or pieces. */
  readonly content: string | readonly Piece[];
  readonly end: number;
}

function readSpecial(scanned: Scanned, at: number, base: string | null, depth: number): Special {
  const { text } = scanned;
  const char = text[at] ?? '';
  const literal = { content: char, end: at + 1 };
  switch (char) {
    case '\\':
      return ESCAPABLE.test(text[at + 1] ?? '') ? { content: text[at + 1] ?? '', end: at + 2 } : literal;
    case '*':
    case '_':
      return readMark(text, at);
    case '!':
      return readImage(scanned, at) ?? literal;
    case '[':
      return readLinkPieces(scanned, at, base, depth) ?? literal;
    case '`':
      return readCode(text, at);
    case '<':
      return readAutolink(text, at, base) ?? literal;
    case '&':
      return readEntity(text, at) ?? literal;
    default:
      return literal;
  }
}

function nextSpecial(text: string, from: number): number {
  const found = text.slice(from).search(SPECIAL);
  return found === -1 ? text.length : from + found;
}

function readMark(text: string, at: number): Special {
  const char = text[at] ?? '';
  let end = at;
  while (text[end] === char) end += 1;
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' '];
  const [spaceBefore, spaceAfter] = [/\s/u.test(before), /\s/u.test(after)];
  const inWord = char === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  const mark = { opens: !spaceAfter && !inWord, closes: !spaceBefore && !inWord };
  return { content: [{ text: text.slice(at, end), href: undefined, mark }], end };
}

function readImage(scanned: Scanned, at: number): Special | null {
  const link = scanned.text[at + 1] === '[' ? readLink(scanned, at + 1) : null;
  return link === null ? null : { content: '', end: link.end };
}

function readLinkPieces(scanned: Scanned, at: number, base: string | null, depth: number): Special | null {
  const link = depth < DEEPEST_LINK ? readLink(scanned, at) : null;
  if (link === null) return null;
  const href = linkAddress(link.destination, base);
  const label = withoutEmphasis(piecesOf(withoutLinkNote(link.label), base, depth + 1));
  return { content: label.map((piece) => ({ text: piece.text, href })), end: link.end };
}

/** `[label](destination "title")`; brackets may nest, parentheses in the destination must balance. */
function readLink({ text, closings }: Scanned, at: number): Link | null {
  const labelEnd = closings.get(at);
  if (labelEnd === undefined || text[labelEnd + 1] !== '(') return null;
  const end = closings.get(labelEnd + 1);
  if (end === undefined || end - labelEnd > LONGEST_DESTINATION) return null;
  // The publisher writes destinations with spaces as they are; all but a title in quotes belongs to it.
  const inside = /^\s*(?:<([^<>\n]*)>|([^]*?))(?:\s+"[^]*")?\s*$/u.exec(text.slice(labelEnd + 2, end));
  const destination = (inside?.[1] ?? inside?.[2] ?? '').replace(/\\([!-/:-@[-`{-~])/gu, '$1');
  return { label: text.slice(at + 1, labelEnd), destination, end: end + 1 };
}

/** Pairs brackets and parentheses in one pass, so that no input makes it slow; escaped ones do not count. */
function scan(text: string): Scanned {
  const closings = new Map<number, number>();
  const open: Readonly<Record<string, number[]>> = { ']': [], ')': [] };
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === '\\') index += 1;
    else if (char === '[') open[']']?.push(index);
    else if (char === '(') open[')']?.push(index);
    else if (char === ']' || char === ')') {
      const start = open[char]?.pop();
      if (start !== undefined) closings.set(start, index);
    }
  }
  return { text, closings };
}

function readCode(text: string, at: number): Special {
  let start = at;
  while (text[start] === '`') start += 1;
  const fence = text.slice(at, start);
  const close = text.indexOf(fence, start);
  if (close === -1 || text[close + fence.length] === '`') return { content: fence, end: start };
  return { content: text.slice(start, close), end: close + fence.length };
}

function readAutolink(text: string, at: number, base: string | null): Special | null {
  const match = AUTOLINK.exec(text.slice(at, at + 2000));
  const target = match?.[1];
  if (match === null || target === undefined) return null;
  const isMail = target.includes('@') && !target.includes(':');
  const href = linkAddress(isMail ? `mailto:${target}` : target, base);
  return { content: [{ text: target, href }], end: at + match[0].length };
}

function readEntity(text: string, at: number): Special | null {
  const match = ENTITY.exec(text.slice(at, at + 12));
  if (match === null) return null;
  const code = match[2] === undefined ? Number.parseInt(match[3] ?? '', 16) : Number(match[2]);
  const named = match[1] === undefined ? undefined : NAMED[match[1].toLowerCase()];
  return { content: named ?? characterOf(code), end: at + match[0].length };
}

/** As HTML does it: what is no character becomes U+FFFD. */
function characterOf(code: number): string {
  const exists = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return exists ? String.fromCodePoint(code) : '\uFFFD';
}

/** Takes away the marks that pair up; a mark without its other half is text. */
function withoutEmphasis(pieces: readonly Piece[]): readonly Piece[] {
  const left = pieces.map((piece) => ({ ...piece }));
  const open: Readonly<Record<string, Piece[]>> = { '*': [], _: [] };
  for (const piece of left) {
    const openers = piece.mark === undefined ? undefined : open[piece.text[0] ?? ''];
    if (piece.mark === undefined || openers === undefined) continue;
    if (piece.mark.closes) closeWith(piece, openers);
    if (piece.mark.opens && piece.text !== '') openers.push(piece);
  }
  return left.filter((piece) => piece.text !== '');
}

function closeWith(closer: Piece, openers: Piece[]): void {
  for (;;) {
    const opener = openers.at(-1);
    if (opener === undefined || closer.text === '') return;
    const paired = Math.min(opener.text.length, closer.text.length);
    opener.text = opener.text.slice(paired);
    closer.text = closer.text.slice(paired);
    if (opener.text === '') openers.pop();
  }
}
