import { openRegister } from '../authority/register.ts';
import type { Register } from '../authority/register.ts';
import { PACKAGE_FORMAT, packageManifestSchema } from '../model/manifest.ts';
import type { PackageManifest } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { withdrawalSchema } from '../model/said.ts';
import type { Withdrawal } from '../model/said.ts';
import { parseManifest } from './bag-tags.ts';
import { MAX_DATA_BYTES, MAX_MANIFEST_BYTES, MAX_TAG_BYTES } from './bounds.ts';
import { readEntry } from './entry-files.ts';
import { AUTHORITY, BAGIT, MANIFEST, PACKAGE_JSON, TAG_MANIFEST, WITHDRAWN } from './entry-names.ts';
import { packageIdentity, sha256 } from './identity.ts';
import { firstIssue, invalidLine } from './record-lines.ts';
import { parseJson } from './strict-json.ts';

const NEWLINE = 0x0a;

/** All of a package that is read when it is opened, each part of it matching the package's identity. */
export interface PackageHead {
  readonly identity: string;
  readonly manifest: PackageManifest;
  readonly register: Register;
  readonly withdrawals: readonly Withdrawal[];
  /** Every payload entry and its SHA-256. */
  readonly payload: ReadonlyMap<string, string>;
  /** Every tag file and its SHA-256. */
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * Reads the head of a package: its tag files, register and withdrawals, hashed on the way, so that what is
 * opened under an identity is what has that identity. Releases and originals are not touched.
 *
 * @param root the package folder's real path.
 * @throws ProblemError `package-not-a-bag`, `package-version-unknown`, `package-manifest-invalid`,
 *   `package-entry-missing`, `package-entry-damaged`, `register-invalid` or `package-record-invalid`.
 */
export async function readHead(root: string): Promise<PackageHead> {
  // The version is looked at before anything else: another version may differ in all the rest.
  const manifest = await readPackageJson(root);
  const tagBytes = await readEntry(root, TAG_MANIFEST, MAX_TAG_BYTES);
  const tags = parseManifest(tagBytes.toString('utf8'), TAG_MANIFEST);
  await readHashed(root, PACKAGE_JSON, tags);
  await readHashed(root, BAGIT, tags);
  const payload = parseManifest((await readHashed(root, MANIFEST, tags)).toString('utf8'), MANIFEST);
  const register = openRegister(jsonOf(await readHashed(root, AUTHORITY, payload), AUTHORITY), AUTHORITY);
  const withdrawals = payload.has(WITHDRAWN)
    ? parseWithdrawals(await readHashed(root, WITHDRAWN, payload))
    : [];
  return { identity: packageIdentity(tagBytes), manifest, register, withdrawals, payload, tags };
}

/**
 * What a package says of itself, by itself: not compared with any hash.
 *
 * @throws ProblemError `package-not-a-bag`, `package-version-unknown` or `package-manifest-invalid`.
 */
export async function readPackageJson(root: string): Promise<PackageManifest> {
  const bytes = await readEntry(root, PACKAGE_JSON, MAX_TAG_BYTES).catch((error: unknown) => {
    const missing = error instanceof ProblemError && error.problem.code === 'package-entry-missing';
    throw missing ? new ProblemError(problem('package-not-a-bag', { file: root })) : error;
  });
  const data = jsonOf(bytes, PACKAGE_JSON);
  const format: unknown = typeof data === 'object' && data !== null && 'format' in data ? data.format : null;
  if (typeof format === 'number' && format !== PACKAGE_FORMAT)
    throw new ProblemError(
      problem('package-version-unknown', { file: PACKAGE_JSON }, { found: format, known: PACKAGE_FORMAT }),
    );
  const parsed = packageManifestSchema.safeParse(data);
  if (!parsed.success) throw invalid(PACKAGE_JSON, firstIssue(parsed.error));
  const { previous, changes } = parsed.data;
  if ((previous === null) !== (changes === undefined)) throw invalid(PACKAGE_JSON, 'changes');
  return parsed.data;
}

/** An entry's bytes, having the hash that its manifest gives. */
async function readHashed(root: string, name: string, hashes: ReadonlyMap<string, string>): Promise<Buffer> {
  const hash = hashes.get(name);
  if (hash === undefined) throw new ProblemError(problem('package-entry-missing', { file: name }));
  const limit = name === MANIFEST ? MAX_MANIFEST_BYTES : MAX_DATA_BYTES;
  const bytes = await readEntry(root, name, limit);
  if (sha256(bytes) !== hash) throw new ProblemError(problem('package-entry-damaged', { file: name }));
  return bytes;
}

function parseWithdrawals(bytes: Buffer): readonly Withdrawal[] {
  const lines: Withdrawal[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    const place = { file: WITHDRAWN, line: lines.length + 1 };
    const line = parseJson(bytes.subarray(start, end), (reason) => invalidLine(place, reason));
    const parsed = withdrawalSchema.safeParse(line);
    if (!parsed.success) throw invalidLine(place, firstIssue(parsed.error));
    lines.push(parsed.data);
    start = end + 1;
  }
  if (start < bytes.length) throw invalidLine({ file: WITHDRAWN, line: lines.length + 1 }, 'cut-off');
  return lines;
}

function jsonOf(bytes: Buffer, file: string): unknown {
  return parseJson(bytes, (reason) => invalid(file, reason));
}

function invalid(file: string, reason: string): ProblemError {
  return new ProblemError(problem('package-manifest-invalid', { file }, { reason }));
}
