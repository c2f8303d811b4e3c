import type { Said } from '../model/said.ts';
import { MAX_LINE_BYTES } from './bounds.ts';
import { jsonSizeFault } from './strict-json.ts';

/** Below it no text of JSON can hold more values than are allowed. */
const SMALL_CHARACTERS = 1 << 20;

/** A record has the words twice, as they were said and as they are read, and room for all else. */
const SHARE = 2.5;

/** Whether what a page says can be a line of a package, which nobody reads when it is beyond the bounds. */
export function fitsLine(said: Said): boolean {
  const text = JSON.stringify(said);
  if (text.length <= SMALL_CHARACTERS) return true;
  const bytes = Buffer.from(text);
  return bytes.length * SHARE <= MAX_LINE_BYTES && jsonSizeFault(bytes) === null;
}
