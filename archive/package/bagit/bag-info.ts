import type { Declaration } from './declaration.ts';
import { elementProblem, tagLines } from './tag-text.ts';

/** Size and number of the payload's files, as stated. */
export interface StatedSize {
  readonly bytes: number;
  readonly files: number;
}

/** Its name since 0.96, and before. */
export const BAG_INFO_FILES: readonly string[] = ['bag-info.txt', 'package-info.txt'];

const STRICT = /^([^:\s]|[^:\s][^:]*[^:\s]):[ \t](.*)$/u;
const LOOSE = /^([^:]+):(.*)$/u;
const SIZE = /^(\d{1,15})\.(\d{1,15})$/u;

/**
 * Reads the Payload-Oxum of `bag-info.txt` (RFC 8493, section 2.2.2); null when it has none.
 *
 * @throws ProblemError `bag-element-invalid` at a line that is no element, and at an Oxum that is none or stands twice.
 */
export function readStatedSize(file: string, text: string, { isStrict }: Declaration): StatedSize | null {
  let stated: StatedSize | null = null;
  for (const { text: line, number } of tagLines(text)) {
    // A line that begins with white space goes on with the one before.
    if (line.trim() === '' || (number > 1 && /^[ \t]/u.test(line))) continue;
    const match = (isStrict ? STRICT : LOOSE).exec(line);
    if (match === null) throw elementProblem(file, 'syntax', number);
    if ((match[1] ?? '').trim().toLowerCase() !== 'payload-oxum') continue;
    const size = SIZE.exec((match[2] ?? '').trim());
    if (size === null || stated !== null) throw elementProblem(file, 'payload-oxum', number);
    stated = { bytes: Number(size[1]), files: Number(size[2]) };
  }
  return stated;
}
