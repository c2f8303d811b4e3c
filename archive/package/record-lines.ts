import { linksSchema } from '../model/links.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { releaseRecordSchema } from '../model/said.ts';
import type { ReleaseRecord } from '../model/said.ts';

/** The file a line stands in, and which line it is where that is known. */
interface LineOf {
  readonly file: string;
  readonly line?: number;
}

interface SchemaError {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** A line of `data/releases/*.jsonl`. Throws ProblemError `package-record-invalid`. */
export function parseRecordLine(bytes: Buffer, place: LineOf): ReleaseRecord {
  const parsed = releaseRecordSchema.safeParse(parseJson(bytes, place));
  if (!parsed.success) throw invalidLine(place, firstIssue(parsed.error));
  return parsed.data;
}

/** A line of `data/links/*.jsonl`. Throws ProblemError `package-record-invalid`. */
export function parseLinksLine(bytes: Buffer, place: LineOf): Links {
  const parsed = linksSchema.safeParse(parseJson(bytes, place));
  if (!parsed.success) throw invalidLine(place, firstIssue(parsed.error));
  return parsed.data;
}

export function invalidLine(place: LineOf, reason: string): ProblemError {
  return new ProblemError(problem('package-record-invalid', place, { reason }));
}

/** The first fault a schema found, as `place: what`. */
export function firstIssue(error: SchemaError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'invalid';
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

function parseJson(bytes: Buffer, place: LineOf): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw invalidLine(place, 'not-json');
  }
}
