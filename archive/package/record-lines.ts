import { linksSchema } from '../model/links.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { releaseRecordSchema } from '../model/said.ts';
import type { ReleaseRecord } from '../model/said.ts';
import type { FileLine } from './lines.ts';
import { parseJson } from './strict-json.ts';

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
  const parsed = releaseRecordSchema.safeParse(jsonOf(bytes, place));
  if (!parsed.success) throw invalidLine(place, firstIssue(parsed.error));
  return parsed.data;
}

/** A line of `data/links/*.jsonl`. Throws ProblemError `package-record-invalid`. */
export function parseLinksLine(bytes: Buffer, place: LineOf): Links {
  const parsed = linksSchema.safeParse(jsonOf(bytes, place));
  if (!parsed.success) throw invalidLine(place, firstIssue(parsed.error));
  return parsed.data;
}

const ID_MEMBER = Buffer.from('"id":"');
const ID_LENGTH = 16;
const ID = /^[0-9a-hjkmnp-tv-z]{16}$/;

/**
 * The id of a record's line without parsing it: said has no member of that name, and within a text the quotation
 * marks would be escaped. A line that is written otherwise is parsed after all. Throws as `parseRecordLine`.
 */
export function idOfRecordLine({ bytes, number }: FileLine, file: string): string {
  const at = bytes.indexOf(ID_MEMBER);
  const start = at + ID_MEMBER.length;
  const id = at === -1 ? '' : bytes.toString('latin1', start, start + ID_LENGTH);
  return ID.test(id) ? id : parseRecordLine(bytes, { file, line: number }).id;
}

/** The id of a links line. Its own stands behind others, so the line is parsed, though not checked. Throws as `parseLinksLine`. */
export function idOfLinksLine({ bytes, number }: FileLine, file: string): string {
  const place = { file, line: number };
  const data = jsonOf(bytes, place);
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
  return typeof id === 'string' ? id : parseLinksLine(bytes, place).id;
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

function jsonOf(bytes: Buffer, place: LineOf): unknown {
  return parseJson(bytes, (reason) => invalidLine(place, reason));
}
