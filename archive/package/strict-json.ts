import { isUtf8 } from 'node:buffer';
import { canonicalJson } from '../model/canonical-json.ts';
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './bounds.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d] as const;

/**
 * Parses JSON that someone else wrote. How deep it is nested and how many values it holds is counted over the bytes
 * first: a few megabytes of brackets take a hundred times as much once they are objects, and a schema that meets a
 * million wrong values describes a million faults.
 *
 * @param refused makes the error of a reason: `not-utf8`, `nested-too-deep`, `too-many-values` or `not-json`.
 */
export function parseJson(bytes: Uint8Array, refused: (reason: string) => Error): unknown {
  if (!isUtf8(bytes)) throw refused('not-utf8');
  const fault = jsonSizeFault(bytes);
  if (fault !== null) throw refused(fault);
  try {
    return JSON.parse(textOf(bytes)) as unknown;
  } catch {
    throw refused('not-json');
  }
}

/**
 * Whether bytes are the one way to write a value (RFC 8785). What is not could be read in two ways: a member that
 * stands twice, half a character, a number beyond what is exact.
 */
export function isCanonical(bytes: Uint8Array, value: unknown): boolean {
  return isWrittenAs(bytes, () => canonicalJson(value));
}

/** Whether bytes are this text. A value that has no text at all (half a character) is not what they are. */
export function isWrittenAs(bytes: Uint8Array, write: () => string): boolean {
  try {
    return textOf(bytes) === write();
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/**
 * Which bound JSON is beyond: `nested-too-deep` or `too-many-values`; null when it is within. Counts brackets and commas
 * outside of strings. What is no JSON may be counted wrong; it is not parsed for that.
 */
export function jsonSizeFault(bytes: Uint8Array): string | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte === ARRAY_END || byte === OBJECT_END) depth -= 1;
    else if (byte === ARRAY || byte === OBJECT) {
      depth += 1;
      values += 1;
    }
    if (depth > MAX_JSON_DEPTH) return 'nested-too-deep';
    if (values > MAX_JSON_VALUES) return 'too-many-values';
  }
  return null;
}

/** Where the string that begins at `from` ends; the end of the bytes when it does not. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
