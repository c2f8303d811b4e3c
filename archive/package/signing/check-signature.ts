import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { MAX_SIGNATURE_BYTES, MAX_TAG_BYTES } from '../bounds.ts';
import { packageRoot, readEntry } from '../entry-files.ts';
import { SIGNATURE, TAG_MANIFEST } from '../entry-names.ts';
import { decodeText, textProblem } from './minisign-text.ts';
import type { TextPlace } from './minisign-text.ts';
import type { PublicKey } from './public-key.ts';
import { decodeSignature, isSignedBy } from './signature.ts';
import type { Signature, SignatureForm } from './signature.ts';

/** Who signed a package. What only a check with the signer's key can tell is told of a known signer alone. */
export type SignatureCheck =
  | { readonly state: 'unsigned'; readonly keyId: null }
  | {
      readonly state: 'signed-by-known';
      readonly keyId: string;
      readonly key: PublicKey;
      readonly form: SignatureForm;
      /** Signed, and checked. */
      readonly trustedComment: string;
    }
  | {
      readonly state: 'signed-by-unknown';
      /** As the signature claims. */
      readonly keyId: string;
      readonly form: SignatureForm;
      /** Claimed only: nothing vouches for it. */
      readonly claimedComment: string;
    }
  | {
      readonly state: 'bad';
      /** As the signature claims; null when it cannot be read. */
      readonly keyId: string | null;
      readonly problem: Problem;
    };

/** Stands before our signatures. */
export const UNTRUSTED_COMMENT = 'signature of an archive package';

/**
 * What may stand before a package's signature: our words, or minisign's own. Nothing signs this line, so nothing
 * is left open in it: what someone slipped in there would be shown by other programs as if it belonged.
 */
const UNTRUSTED_COMMENTS: ReadonlySet<string> = new Set([
  UNTRUSTED_COMMENT,
  'signature from minisign secret key',
]);

const PLACE: TextPlace = { code: 'package-signature-invalid', file: SIGNATURE };

/**
 * Checks the signature of a package over its tag manifest. What the tag manifest in its turn says of the
 * package is for `verifyPackage`; only both together make a package whole and its signer's.
 *
 * @param keys the signers that are known. Several may claim the same id; each is tried.
 * @throws ProblemError `package-not-found`, or as `readEntry` about the tag manifest. A faulty signature is an
 *   answer, not an error.
 */
export async function checkSignature(dir: string, keys: readonly PublicKey[]): Promise<SignatureCheck> {
  const root = await packageRoot(dir);
  if (!(await isPresent(join(root, SIGNATURE)))) return { state: 'unsigned', keyId: null };
  let signature: Signature;
  try {
    signature = await readSignature(root);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { state: 'bad', keyId: null, problem: error.problem };
  }
  return judge(signature, await readEntry(root, TAG_MANIFEST, MAX_TAG_BYTES), keys);
}

function judge(of: Signature, tagManifest: Uint8Array, keys: readonly PublicKey[]): SignatureCheck {
  const { keyId, form, trustedComment } = of;
  const named = keys.filter((key) => key.keyId === keyId);
  if (named.length === 0) return { state: 'signed-by-unknown', keyId, form, claimedComment: trustedComment };
  const key = named.find((one) => isSignedBy(tagManifest, of, one));
  if (key !== undefined) return { state: 'signed-by-known', keyId, key, form, trustedComment };
  const reason = { reason: 'signature', key: keyId };
  return { state: 'bad', keyId, problem: problem(PLACE.code, { file: SIGNATURE }, reason) };
}

async function readSignature(root: string): Promise<Signature> {
  const text = decodeText(await readEntry(root, SIGNATURE, MAX_SIGNATURE_BYTES), PLACE);
  const signature = decodeSignature(text, SIGNATURE);
  if (!UNTRUSTED_COMMENTS.has(signature.untrustedComment)) throw textProblem(PLACE, 1, 'first-line');
  return signature;
}

/** Whether anything has this name, be it a link that leads nowhere. */
async function isPresent(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
