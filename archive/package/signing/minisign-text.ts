import { problem, ProblemError } from '../../model/problem.ts';
import type { ProblemCode } from '../../model/problem.ts';
import { MAX_SIGNATURE_BYTES } from '../bounds.ts';

/**
 * What minisign's three kinds of file have in common: lines of a fixed number, comments behind a fixed prefix,
 * and base64. Read strictly: what is accepted can be written in one way only.
 */

export const UNTRUSTED = 'untrusted comment: ';
export const TRUSTED = 'trusted comment: ';

/** Minisign's own bounds, in bytes of UTF-8. */
export const MAX_UNTRUSTED_BYTES = 1024;
export const MAX_TRUSTED_BYTES = 8192;

/** No control, format or line-parting character, which could make a comment look like something else; a tab may stand. */
const COMMENT = /^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\t)*$/u;

/** Which problem a faulty text is, and where it lies. */
export interface TextPlace {
  readonly code: Extract<ProblemCode, 'key-invalid' | 'package-signature-invalid'>;
  /** Null for a text that was handed over without a file. */
  readonly file: string | null;
}

/** The problem of a faulty text. `line` from 1; null where it is about the whole. */
export function textProblem(place: TextPlace, line: number | null, reason: string): ProblemError {
  const where = { file: place.file ?? undefined, line: line ?? undefined };
  return new ProblemError(problem(place.code, where, { reason }));
}

/**
 * A text from bytes.
 *
 * @throws ProblemError of `place.code`: `too-large`, or `not-utf8`.
 */
export function decodeText(bytes: Uint8Array, place: TextPlace): string {
  if (bytes.length > MAX_SIGNATURE_BYTES) throw textProblem(place, null, 'too-large');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw textProblem(place, null, 'not-utf8');
  }
}

/**
 * The lines of a text, which must be exactly `count`, each ended by a line feed.
 *
 * @throws ProblemError of `place.code`: `too-large`, `cut-off`, `lines`.
 */
export function exactLines(text: string, count: number, place: TextPlace): readonly string[] {
  if (Buffer.byteLength(text) > MAX_SIGNATURE_BYTES) throw textProblem(place, null, 'too-large');
  const lines = text.split('\n');
  if (lines.pop() !== '') throw textProblem(place, lines.length + 1, 'cut-off');
  if (lines.length !== count) throw textProblem(place, Math.min(lines.length, count) + 1, 'lines');
  return lines;
}

/** A key file's text with line feeds alone: one that was written on Windows has carriage returns throughout. */
export function withLineFeeds(text: string): string {
  const isWindows = text.endsWith('\r\n') && text.split('\r').length === text.split('\n').length;
  return isWindows ? text.replaceAll('\r\n', '\n') : text;
}

/** Whether a text can stand as a comment: one line, nothing invisible, at most `maxBytes` of UTF-8. */
export function isComment(text: string, maxBytes: number): boolean {
  return Buffer.byteLength(text) <= maxBytes && COMMENT.test(text);
}

/** The comment of a line: its prefix, and how many bytes may follow. */
export interface CommentRule {
  readonly prefix: typeof UNTRUSTED | typeof TRUSTED;
  readonly line: number;
}

/**
 * The comment on a line, without its prefix.
 *
 * @throws ProblemError of `place.code`: `comment-line`.
 */
export function commentOf(lines: readonly string[], rule: CommentRule, place: TextPlace): string {
  const text = lines[rule.line - 1] ?? '';
  const comment = text.slice(rule.prefix.length);
  const maxBytes = rule.prefix === TRUSTED ? MAX_TRUSTED_BYTES : MAX_UNTRUSTED_BYTES;
  if (!text.startsWith(rule.prefix) || !isComment(comment, maxBytes))
    throw textProblem(place, rule.line, 'comment-line');
  return comment;
}

/** What base64 gives; null when it is not canonical base64 of exactly `length` bytes. */
export function canonicalBase64(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null;
}
