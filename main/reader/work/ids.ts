import { createHash, randomBytes } from 'node:crypto';
import { ID_BYTES, crockford } from '../../contract/index.ts';

/** An id for something new. */
export function newId(): string {
  return crockford(randomBytes(ID_BYTES));
}

/** The id of something that is given by other things: the same on every machine. */
export function idFrom(...parts: readonly string[]): string {
  return crockford(createHash('sha256').update(parts.join('\n')).digest().subarray(0, ID_BYTES));
}
