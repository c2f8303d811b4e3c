import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import { MAX_TAG_BYTES } from '../bounds.ts';
import { packageRoot, readEntry } from '../entry-files.ts';
import { syncFolder } from '../container/durable.ts';
import { PACKAGE_JSON, SIGNATURE, TAG_MANIFEST } from '../entry-names.ts';
import { readHead } from '../head.ts';
import { packageIdentity } from '../identity.ts';
import { reporting } from '../staging.ts';
import { verifyPackage } from '../verify.ts';
import type { VerifyOptions } from '../verify.ts';
import { checkSignature, UNTRUSTED_COMMENT } from './check-signature.ts';
import { isComment, MAX_TRUSTED_BYTES } from './minisign-text.ts';
import type { SecretKey } from './secret-key.ts';
import { encodeSignature, signBytes } from './signature.ts';

export interface SignOptions extends VerifyOptions {
  /** The package folder. */
  readonly dir: string;
  readonly key: SecretKey;
}

/** A package that is signed. */
export interface SignedPackage {
  readonly path: string;
  /** The same as before: signing changes nothing that is signed. */
  readonly identity: string;
  readonly keyId: string;
  readonly trustedComment: string;
}

/** Not a lawful entry name: what a killed run leaves is never taken for a signature, and the next run removes it. */
const HALF = `.${SIGNATURE}.half`;

/**
 * Signs a package: checks it whole, then writes one file beside its tag manifest. The trusted comment names
 * series and sequence. Signing again with the same key changes nothing; another's signature is never replaced.
 *
 * @throws ProblemError `package-not-intact` with the number of faults, `package-already-signed`,
 *   `package-write-failed`, `package-manifest-invalid` for a series that cannot stand in a comment; and as
 *   `verifyPackage`.
 */
export async function signPackage(options: SignOptions): Promise<SignedPackage> {
  const { dir, key } = options;
  const root = await packageRoot(dir);
  await reporting(dir, () => rmSync(join(root, HALF), { force: true }));
  const present = await presentComment(dir, key);
  const identity = await wholeIdentity(options);
  const tagManifest = await readEntry(root, TAG_MANIFEST, MAX_TAG_BYTES);
  const { manifest } = await readHead(root);
  if (packageIdentity(tagManifest) !== identity) throw changed();
  const trustedComment = `series:${manifest.series}\tsequence:${manifest.sequence}`;
  if (!isComment(trustedComment, MAX_TRUSTED_BYTES)) throw unwritable();
  const signature = signBytes(tagManifest, key, { untrustedComment: UNTRUSTED_COMMENT, trustedComment });
  if (present === null) await reporting(dir, () => writeWhole(root, encodeSignature(signature)));
  return { path: dir, identity, keyId: signature.keyId, trustedComment: present ?? trustedComment };
}

/** The trusted comment of this key's signature; null when there is none. Throws when there is another's. */
async function presentComment(dir: string, key: SecretKey): Promise<string | null> {
  const found = await checkSignature(dir, [key.publicKey]);
  if (found.state === 'unsigned') return null;
  if (found.state === 'signed-by-known') return found.trustedComment;
  const params = found.keyId === null ? {} : { key: found.keyId };
  throw new ProblemError(problem('package-already-signed', { file: SIGNATURE }, params));
}

/** The identity of a package in which not one fault was found. */
async function wholeIdentity({ dir, signal, onProgress }: SignOptions): Promise<string> {
  const { ok, identity, problems } = await verifyPackage(dir, { signal, onProgress });
  if (ok && identity !== null) return identity;
  const place = { file: problems[0]?.file ?? dir, line: problems[0]?.line };
  throw new ProblemError(problem('package-not-intact', place, { faults: problems.length }));
}

/** A builder's series is a plain name; another program's package may call itself anything. */
function unwritable(): ProblemError {
  return new ProblemError(problem('package-manifest-invalid', { file: PACKAGE_JSON }, { reason: 'series' }));
}

function changed(): ProblemError {
  return new ProblemError(problem('package-entry-damaged', { file: TAG_MANIFEST }));
}

/** Writes the signature under another name and gives it its own when it is on the disk. */
function writeWhole(root: string, text: string): void {
  const half = join(root, HALF);
  try {
    const file = openSync(half, 'wx');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, join(root, SIGNATURE));
    syncFolder(root);
  } finally {
    rmSync(half, { force: true });
  }
}
