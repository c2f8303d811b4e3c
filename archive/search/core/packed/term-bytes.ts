import { IndexFormatError } from './format-error.ts';

/**
 * Terms as bytes: each UTF-16 unit by itself, as UTF-8 would write a character of that number (CESU-8). So any
 * string has bytes, half a surrogate pair among them, and bytes compare as JavaScript compares strings.
 */
export function termBytes(term: string): Uint8Array {
  const bytes = new Uint8Array(term.length * 3);
  let length = 0;
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at);
    if (unit < 0x80) {
      bytes[length++] = unit;
    } else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6);
      bytes[length++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[length++] = 0xe0 | (unit >> 12);
      bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[length++] = 0x80 | (unit & 0x3f);
    }
  }
  return bytes.subarray(0, length);
}

/** Units put together at a time: more arguments than this a call cannot take. */
const UNITS_AT_A_TIME = 4096;

/** The inverse of `termBytes`. @throws IndexFormatError when the bytes end within a unit. */
export function termOfBytes(bytes: Uint8Array): string {
  const units = new Uint16Array(Math.min(bytes.length, UNITS_AT_A_TIME));
  let term = '';
  let count = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    units[count] = first < 0x80 ? first : unitAt(bytes, at);
    at += unitLength(first);
    count += 1;
    if (count < units.length && at < bytes.length) continue;
    term += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
    count = 0;
  }
  return term;
}

/** How many bytes the unit has that begins with this one. */
export function unitLength(first: number): number {
  if (first < 0x80) return 1;
  return first < 0xe0 ? 2 : 3;
}

/** The UTF-16 unit whose bytes begin here. @throws IndexFormatError when they are cut off. */
export function unitAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = unitLength(first);
  if (at + length > bytes.length) throw new IndexFormatError('a term is cut off');
  if (length === 1) return first;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (length === 2) return ((first & 0x1f) << 6) | second;
  return ((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
}

/** How many bytes two terms begin with in common. */
export function sharedBytes(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** Less than 0 when `a` comes before `b`, 0 when they are the same. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = sharedBytes(a, b);
  return (a[shared] ?? -1) - (b[shared] ?? -1);
}
