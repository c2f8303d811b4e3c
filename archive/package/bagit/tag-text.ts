import { problem, ProblemError } from '../../model/problem.ts';

/** A line of a tag file, from 1. */
export interface TagLine {
  readonly text: string;
  readonly number: number;
}

/** A problem about a tag file, and its line where it is about one. */
export function elementProblem(file: string, reason: string, line?: number): ProblemError {
  return new ProblemError(problem('bag-element-invalid', { file, line }, { reason }));
}

/**
 * A tag file's text in the encoding that `bagit.txt` names.
 *
 * @throws ProblemError `bag-element-invalid`: `encoding-unknown`, or `not-in-encoding` when the bytes are no text in it.
 */
export function decodeTag(bytes: Buffer, encoding: string, file: string): string {
  const label = encoding.trim().toLowerCase();
  // What the web calls so is another set of characters.
  if (/^(?:iso-?8859-1|latin-?1)$/u.test(label)) return bytes.toString('latin1');
  try {
    return decoderOf(label, bytes, file).decode(bytes);
  } catch (error) {
    throw error instanceof ProblemError ? error : elementProblem(file, 'not-in-encoding');
  }
}

function decoderOf(
  label: string,
  bytes: Buffer,
  file: string,
): Pick<InstanceType<typeof TextDecoder>, 'decode'> {
  const isBigEndian = label === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(isBigEndian ? 'utf-16be' : label, { fatal: true });
  } catch {
    throw elementProblem(file, 'encoding-unknown');
  }
}

/** The lines of a text, each ended by LF, CR or CRLF; the last may go without. */
export function tagLines(text: string): readonly TagLine[] {
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ text: line, number: index + 1 }));
}
