import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateSchema } from '../../model/certificate.ts';
import type { Certificate, Check } from '../../model/certificate.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import { makeFolder, replaceFile } from '../library/durable-steps.ts';
import type { Library } from '../library/library.ts';
import { keysAtHand } from '../library/trust.ts';
import { decodePublicKey } from '../signing/public-key.ts';
import { reporting } from '../staging.ts';
import { certify } from './certify.ts';
import type { CertifyOptions } from './certify.ts';
import { keepCheck } from './check-history.ts';
import { quarantine } from './quarantine.ts';

/** Faults that a line of the history tells; the certificate tells all. */
const MOST_PROBLEMS = 20;

/** What a check of an installed package came to. */
export interface CheckedPackage {
  readonly check: Check;
  readonly certificate: Certificate;
}

/**
 * Checks an installed package whole, as `certify` does. What is damaged is moved into quarantine and never deleted; the
 * check goes into the library's history, and its certificate takes the place of the package's former one. In a library that can only
 * be read nothing is moved or kept.
 *
 * @throws ProblemError `library-package-unknown`, `library-busy`, `package-write-failed`, and as `certify`.
 */
export async function checkInstalled(
  library: Library,
  identity: string,
  options: Omit<CertifyOptions, 'keys'>,
): Promise<CheckedPackage> {
  const state = library.state();
  if (!state.packages.some((one) => one.identity === identity))
    throw new ProblemError(problem('library-package-unknown', { id: identity }));
  const keys = keysAtHand(state, library.policy).map((key) => decodePublicKey(key));
  const from = library.packageFolder(identity);
  const certificate = await certify(from, { ...options, keys });
  if (library.readOnly) return { check: checkOf(identity, certificate, []), certificate };
  return await library.withLock(async () => {
    const { folder } = library.places;
    const name = certificate.checked.replaceAll(':', '');
    const to = join(library.places.quarantine, identity, name);
    const moved = await reporting(folder, () => quarantine(certificate, { from, to }));
    const check = checkOf(identity, certificate, moved);
    await reporting(folder, () => {
      makeFolder(certificatesIn(folder));
      replaceFile(certificatePlace(folder, identity), JSON.stringify(certificate));
      keepCheck(folder, check);
    });
    return { check, certificate };
  });
}

/** The certificate of a package's last check; null when it was never checked, or the certificate cannot be read. */
export function lastCertificate(library: Library, identity: string): Certificate | null {
  try {
    const text = readFileSync(certificatePlace(library.places.folder, identity), 'utf8');
    return certificateSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function certificatesIn(folder: string): string {
  return join(folder, 'certificates');
}

function certificatePlace(folder: string, identity: string): string {
  return join(certificatesIn(folder), `${identity}.json`);
}

function checkOf(identity: string, certificate: Certificate, quarantined: readonly string[]): Check {
  const { checked, program, result, files, problems } = certificate;
  return {
    identity,
    checked,
    program,
    result,
    files,
    faults: problems.length,
    problems: problems.slice(0, MOST_PROBLEMS),
    quarantined,
  };
}
