import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { identitySchema, installedPackageSchema } from '../../model/library.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import { sha256 } from '../identity.ts';
import { firstIssue } from '../record-lines.ts';
import { reporting } from '../staging.ts';
import { isSystemError } from '../system-error.ts';
import { replaceFile } from './durable-steps.ts';
import { namesIn } from './places.ts';
import type { LibraryPlaces } from './places.ts';

/** The format version of `library.json` that this program writes and reads. */
const LIBRARY_FORMAT = 1;

/** Of any sane size: a thousand packages take half a megabyte. */
const MAX_POINTER_BYTES = 1 << 26;

/** The key that a series is held to, and how it came to be. */
const pinSchema = z.strictObject({
  key: z.string(),
  by: z.enum(['trusted', 'policy', 'accepted', 'statement', 'removed']),
});

/** What is remembered of a series, also when no package of it is installed. */
const seriesStateSchema = z.strictObject({
  series: z.string(),
  /** Null as long as no signed package has come. */
  pin: pinSchema.nullable(),
  /** The highest package that was ever installed. */
  highest: z.strictObject({ sequence: z.number().int().positive(), identity: identitySchema }),
  /** Every package that was ever installed. */
  seen: z
    .array(z.strictObject({ sequence: z.number().int().positive(), identity: identitySchema }))
    .readonly(),
  /** A person takes in packages of it that nobody signed. */
  acceptsUnsigned: z.boolean(),
  /** Key ids whose signatures a person takes in unchecked. */
  acceptsUnproven: z.array(z.string()).readonly(),
});

/** A key that a person at this machine trusts. */
const trustedKeySchema = z.strictObject({
  key: z.string(),
  name: z.string().nullable(),
  addedAt: z.iso.datetime(),
});

/** What `library.json` says. */
const libraryStateSchema = z.strictObject({
  format: z.literal(LIBRARY_FORMAT),
  packages: z.array(installedPackageSchema).readonly(),
  series: z.array(seriesStateSchema).readonly(),
  trustedKeys: z.array(trustedKeySchema).readonly(),
});

export type Pin = z.infer<typeof pinSchema>;
export type SeriesState = z.infer<typeof seriesStateSchema>;
export type TrustedKey = z.infer<typeof trustedKeySchema>;
export type LibraryState = z.infer<typeof libraryStateSchema>;

/** A library that holds nothing. */
export const EMPTY_LIBRARY: LibraryState = {
  format: LIBRARY_FORMAT,
  packages: [],
  series: [],
  trustedKeys: [],
};

/**
 * Reads the pointer file. Its checksum covers all of it, so that a turned bit is told and never believed.
 *
 * @returns null when there is none and none is missing: no package lies in the library either.
 * @throws ProblemError `library-damaged` with the reason, `library-pointer-lost`, `library-version-unknown`.
 */
export function readLibraryFile(places: LibraryPlaces): LibraryState | null {
  const text = pointerText(places);
  if (text === null) {
    if (namesIn(places.packages).length === 0) return null;
    throw new ProblemError(problem('library-pointer-lost', { file: places.pointer }));
  }
  return parsePointer(text, places.pointer);
}

/**
 * Replaces the pointer file in one step. Only one who holds the library's lock may do so.
 *
 * @throws ProblemError `package-write-failed`; the former file is whole then.
 */
export async function writeLibraryFile(places: LibraryPlaces, state: LibraryState): Promise<void> {
  const body = inOrder(state);
  const text = `${JSON.stringify({ ...body, checksum: checksumOf(body) }, null, 1)}\n`;
  await reporting(places.pointer, () => replaceFile(places.pointer, text));
}

/** A state as it is written: the same packages give the same bytes, in whatever order they came. */
export function inOrder(state: LibraryState): LibraryState {
  return {
    ...state,
    packages: state.packages.toSorted(bySeriesAndSequence),
    series: state.series.toSorted((a, b) => (a.series < b.series ? -1 : 1)),
  };
}

function pointerText({ pointer }: LibraryPlaces): string | null {
  try {
    const bytes = readFileSync(pointer);
    if (bytes.length > MAX_POINTER_BYTES) throw damaged(pointer, 'too-large');
    return bytes.toString('utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return null;
    throw damaged(pointer, error.code);
  }
}

function parsePointer(text: string, file: string): LibraryState {
  let data: unknown;
  try {
    data = JSON.parse(text) as unknown;
  } catch {
    throw damaged(file, 'not-json');
  }
  if (typeof data !== 'object' || data === null || !('checksum' in data)) throw damaged(file, 'checksum');
  const { checksum, ...body } = data as { readonly checksum: unknown };
  if (checksum !== checksumOf(body)) throw damaged(file, 'checksum');
  refuseOtherFormat(body, file);
  const parsed = libraryStateSchema.safeParse(body);
  if (!parsed.success) throw damaged(file, firstIssue(parsed.error));
  return parsed.data;
}

function refuseOtherFormat(body: object, file: string): void {
  const format: unknown = 'format' in body ? body.format : null;
  if (typeof format === 'number' && format !== LIBRARY_FORMAT)
    throw new ProblemError(
      problem('library-version-unknown', { file }, { found: format, known: LIBRARY_FORMAT }),
    );
}

/** Over all the other members in their order, without white space. */
function checksumOf(body: object): string {
  return sha256(JSON.stringify(body));
}

function damaged(file: string, reason: string): ProblemError {
  return new ProblemError(problem('library-damaged', { file }, { reason }));
}

function bySeriesAndSequence(
  a: LibraryState['packages'][number],
  b: LibraryState['packages'][number],
): number {
  if (a.series !== b.series) return a.series < b.series ? -1 : 1;
  return a.sequence - b.sequence;
}
