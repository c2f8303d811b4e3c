import { createHash, getHashes } from 'node:crypto';
import type { Declaration } from './declaration.ts';
import { elementProblem, tagLines } from './tag-text.ts';
import type { TagLine } from './tag-text.ts';

/** A manifest: what its files must hash to. */
export interface Manifest {
  /** Its own name, e.g. `manifest-sha256.txt`. */
  readonly file: string;
  /** As Node's crypto calls it. */
  readonly algorithm: string;
  /** Paths, and their hashes in lower-case hex. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** A file that `fetch.txt` says is to be had elsewhere. */
export interface Fetched {
  readonly url: string;
  readonly path: string;
}

const NAME = /^(tag)?manifest-([a-z0-9-]+)\.txt$/iu;
const MANIFEST_LINE = /^([0-9a-f]+)[ \t]+(.+)$/iu;
const FETCH_LINE = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/u;

/** What a file of a bag's own folder is; null when it is no manifest. */
export function manifestKind(name: string): 'payload' | 'tag' | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  return match[1] === undefined ? 'payload' : 'tag';
}

/**
 * Reads a manifest (RFC 8493, sections 2.1.3 and 2.2.1).
 *
 * @throws ProblemError `bag-element-invalid` with the line: not a checksum and a path, a checksum of another length,
 *   a path that leads out of the bag or stands twice; `algorithm-unknown`.
 */
export function readManifest(file: string, text: string, declaration: Declaration): Manifest {
  const algorithm = algorithmOf(file);
  if (algorithm === null) throw elementProblem(file, 'algorithm-unknown');
  const digits = createHash(algorithm).digest('hex').length;
  const hashes = new Map<string, string>();
  for (const line of tagLines(text)) {
    const match = MANIFEST_LINE.exec(line.text);
    if (match === null) throw elementProblem(file, 'malformed-line', line.number);
    const hash = (match[1] ?? '').toLowerCase();
    if (hash.length !== digits) throw elementProblem(file, 'hash-length', line.number);
    const path = pathIn(file, line, { written: match[2] ?? '', declaration });
    if (hashes.has(path) && (declaration.isStrict || hashes.get(path) !== hash))
      throw elementProblem(file, 'name-twice', line.number);
    hashes.set(path, hash);
  }
  return { file, algorithm, hashes };
}

/** Reads `fetch.txt` (RFC 8493, section 2.2.3). Throws ProblemError `bag-element-invalid` with the line. */
export function readFetch(file: string, text: string, declaration: Declaration): readonly Fetched[] {
  return tagLines(text).map((line) => {
    const [, url, , written] = FETCH_LINE.exec(line.text) ?? [];
    if (url === undefined || written === undefined || !URL.canParse(url))
      throw elementProblem(file, 'malformed-line', line.number);
    const path = pathIn(file, line, { written, declaration });
    if (!path.startsWith('data/')) throw elementProblem(file, 'not-payload', line.number);
    return { url, path };
  });
}

function algorithmOf(file: string): string | null {
  const name = (NAME.exec(file)?.[2] ?? '').toLowerCase();
  return getHashes().includes(name) ? name : null;
}

interface Written {
  readonly written: string;
  readonly declaration: Declaration;
}

/** A path as a file is found by. */
function pathIn(file: string, line: TagLine, { written, declaration }: Written): string {
  const path = declaration.isStrict ? written : written.replace(/^\*?(?:\.\/)*/u, '');
  // Before the RFC a percent sign stood for itself.
  const decoded = path.replace(
    declaration.isStrict ? /%(?:0A|0D|25)/giu : /%(?:0A|0D)/giu,
    decodeURIComponent,
  );
  if (declaration.isStrict && /%(?!0A|0D|25)/iu.test(path))
    throw elementProblem(file, 'percent', line.number);
  const segments = decoded.split('/');
  if (segments.includes('..') || decoded.includes('\0'))
    throw elementProblem(file, 'name-traversal', line.number);
  if (decoded.startsWith('/') || decoded.startsWith('~') || /^[a-z]:[/\\]/iu.test(decoded))
    throw elementProblem(file, 'name-absolute', line.number);
  if (segments.some((segment) => segment === '' || segment === '.'))
    throw elementProblem(file, 'unsafe-name', line.number);
  return decoded;
}
