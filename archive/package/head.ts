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
import { firstIssue } from './record-lines.ts';

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
  const register = openRegister(parseJson(await readHashed(root, AUTHORITY, payload), AUTHORITY), AUTHORITY);
  const withdrawals = payload.has(WITHDRAWN)
    ? parseWithdrawals(await readHashed(root, WITHDRAWN, payload))
    : [];
  return { identity: packageIdentity(tagBytes), manifest, register, withdrawals, payload, tags };
}

async function readPackageJson(root: string): Promise<PackageManifest> {
  const bytes = await readEntry(root, PACKAGE_JSON, MAX_TAG_BYTES).catch((error: unknown) => {
    const missing = error instanceof ProblemError && error.problem.code === 'package-entry-missing';
    throw missing ? new ProblemError(problem('package-not-a-bag', { file: root })) : error;
  });
  const data = parseJson(bytes, PACKAGE_JSON);
  const format: unknown = typeof data === 'object' && data !== null && 'format' in data ? data.format : null;
  if (typeof format === 'number' && format !== PACKAGE_FORMAT)
    throw new ProblemError(
      problem('package-version-unknown', { file: PACKAGE_JSON }, { found: format, known: PACKAGE_FORMAT }),
    );
  const parsed = packageManifestSchema.safeParse(data);
  if (!parsed.success) throw invalid(PACKAGE_JSON, firstIssue(parsed.error));
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
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    const parsed = withdrawalSchema.safeParse(parseJson(line, WITHDRAWN, index + 1));
    if (parsed.success) return parsed.data;
    const reason = firstIssue(parsed.error);
    throw new ProblemError(
      problem('package-record-invalid', { file: WITHDRAWN, line: index + 1 }, { reason }),
    );
  });
}

function parseJson(text: Buffer | string, file: string, line?: number): unknown {
  try {
    return JSON.parse(text.toString()) as unknown;
  } catch {
    throw new ProblemError(
      line === undefined
        ? problem('package-manifest-invalid', { file }, { reason: 'not-json' })
        : problem('package-record-invalid', { file, line }, { reason: 'not-json' }),
    );
  }
}

function invalid(file: string, reason: string): ProblemError {
  return new ProblemError(problem('package-manifest-invalid', { file }, { reason }));
}
