import { CERTIFICATE_FORMAT } from '../../model/certificate.ts';
import type { Certificate, CheckedFile, CheckedSignature } from '../../model/certificate.ts';
import type { PackageManifest } from '../../model/manifest.ts';
import { ProblemError } from '../../model/problem.ts';
import { packageRoot } from '../entry-files.ts';
import { readPackageJson } from '../head.ts';
import { checkSignature } from '../signing/check-signature.ts';
import type { SignatureCheck } from '../signing/check-signature.ts';
import { fingerprint } from '../signing/public-key.ts';
import type { PublicKey } from '../signing/public-key.ts';
import { verifyPackage } from '../verify.ts';
import type { VerifyOptions, VerifyReport } from '../verify.ts';

export interface CertifyOptions extends Pick<VerifyOptions, 'signal' | 'onProgress'> {
  /** The instant of the check; no clock is read here. */
  readonly checked: Date;
  /** Name and version of the program that checks. */
  readonly program: string;
  /** Keys that the signature is checked with. */
  readonly keys: readonly PublicKey[];
}

/**
 * Checks a package folder whole, as `verifyPackage` does, and certifies what was found: every file's result, who
 * signed, every fault. Changes nothing.
 *
 * @throws ProblemError as `verifyPackage`: when nothing can be said about the folder.
 */
export async function certify(dir: string, options: CertifyOptions): Promise<Certificate> {
  const { keys, signal, onProgress } = options;
  const entries: CheckedFile[] = [];
  const report = await verifyPackage(dir, { signal, onProgress, onFile: (file) => entries.push(file) });
  const signature = report.identity === null ? null : await checkSignature(dir, keys);
  return await certificateOf(dir, { report, entries, signature }, options);
}

/** What a check found. */
export interface Checked {
  readonly report: VerifyReport;
  /** As `VerifyOptions.onFile` told them. */
  readonly entries: readonly CheckedFile[];
  readonly signature: SignatureCheck | null;
}

/** The certificate of a check that was made. */
export async function certificateOf(
  dir: string,
  { report, entries, signature }: Checked,
  { checked, program }: Pick<CertifyOptions, 'checked' | 'program'>,
): Promise<Certificate> {
  return {
    format: CERTIFICATE_FORMAT,
    type: 'fixity-certificate',
    checked: checked.toISOString(),
    program,
    algorithm: 'sha256',
    identity: report.identity,
    package: described(await manifestOf(dir)),
    signature: signature === null ? null : signatureOf(signature),
    result: report.ok ? 'intact' : 'damaged',
    files: report.files,
    problems: report.problems,
    entries: entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function signatureOf(signature: SignatureCheck): CheckedSignature {
  const known = signature.state === 'signed-by-known' ? fingerprint(signature.key) : null;
  return {
    state: signature.state,
    keyId: signature.keyId,
    fingerprint: known === null ? null : known.groups.join(' '),
  };
}

/** What the package says of itself; null when it is too damaged to say it. */
async function manifestOf(dir: string): Promise<PackageManifest | null> {
  try {
    return await readPackageJson(await packageRoot(dir));
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

function described(manifest: PackageManifest | null): Certificate['package'] {
  if (manifest === null) return null;
  const { series, sequence, previous, title, organisation, rights, date, counts } = manifest;
  return { series, sequence, previous, title, organisation, rights, date, counts };
}
