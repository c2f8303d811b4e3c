import { problem, ProblemError } from '../../model/problem.ts';
import { elementProblem, tagLines } from './tag-text.ts';

export const DECLARATION = 'bagit.txt';

/** What `bagit.txt` says. */
export interface Declaration {
  readonly version: string;
  /** Of all other tag files. */
  readonly encoding: string;
  /** Whether the rules are those of RFC 8493, which are stricter than those before it. */
  readonly isStrict: boolean;
}

/** Older drafts let white space stand where the RFC has one space. */
const VERSION = /^BagIt-Version\s*:\s*(\d+\.\d+)\s*$/u;
const ENCODING = /^Tag-File-Character-Encoding\s*:\s*(\S+)\s*$/u;
const STRICT_VERSION = /^BagIt-Version: \d+\.\d+$/u;
const STRICT_ENCODING = /^Tag-File-Character-Encoding: \S+$/u;

const VERSIONS: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

/**
 * Reads `bagit.txt` (RFC 8493, section 2.1.1): two lines in UTF-8 without a byte order mark.
 *
 * @throws ProblemError `bag-element-invalid`, or `bag-version-unknown`.
 */
export function readDeclaration(bytes: Buffer): Declaration {
  const text = decodeUtf8(bytes);
  const [first, second, ...more] = tagLines(text);
  const version = VERSION.exec(first?.text ?? '')?.[1];
  if (version === undefined) throw elementProblem(DECLARATION, 'syntax', 1);
  if (!VERSIONS.has(version))
    throw new ProblemError(problem('bag-version-unknown', { file: DECLARATION }, { found: version }));
  const encoding = ENCODING.exec(second?.text ?? '')?.[1];
  if (encoding === undefined) throw elementProblem(DECLARATION, 'syntax', 2);
  if (more.some((line) => line.text.trim() !== '')) throw elementProblem(DECLARATION, 'lines', 3);
  const isStrict = version === '1.0';
  if (isStrict) requireForm(first?.text ?? '', second?.text ?? '', more.length);
  return { version, encoding, isStrict };
}

function requireForm(first: string, second: string, more: number): void {
  if (!STRICT_VERSION.test(first)) throw elementProblem(DECLARATION, 'syntax', 1);
  if (!STRICT_ENCODING.test(second)) throw elementProblem(DECLARATION, 'syntax', 2);
  if (more > 0) throw elementProblem(DECLARATION, 'lines', 3);
}

function decodeUtf8(bytes: Buffer): string {
  try {
    // A byte order mark is kept, and then no line of the form.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw elementProblem(DECLARATION, 'not-utf8');
  }
}
