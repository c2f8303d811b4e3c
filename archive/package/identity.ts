import { createHash } from 'node:crypto';
import { canonicalAddress } from '../model/address.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { crockford } from '../model/crockford.ts';
import type { Said, SourceRef } from '../model/said.ts';

/** First 80 bits of a hash make an id: sixteen Crockford characters. */
const ID_BYTES = 10;

/** SHA-256 in lower-case hex. Text is hashed as UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * The id of a release: Crockford base32 of the first 80 bits of SHA-256 over its canonical address or, where no
 * address is known, over the bytes of its source page.
 */
export function releaseId(source: Pick<SourceRef, 'address' | 'sha256'>): string {
  const address = source.address === null ? null : canonicalAddress(source.address);
  return address === null ? idOfHash(source.sha256) : idOfAddress(address);
}

/** The id of the release at an address; null when the text is no web address. */
export function releaseIdOfAddress(text: string): string | null {
  const address = canonicalAddress(text);
  return address === null ? null : idOfAddress(address);
}

/**
 * The version of a said record: SHA-256 of its canonical JSON (RFC 8785) with `source` reduced to the address.
 * File name, day of fetching, parser and hashes of the bytes are ours or the carrier's, not the page's: the
 * same words fetched again, or read by a later parser to the same words, are the same version.
 *
 * @throws TypeError when the record holds what JSON cannot (a lone surrogate).
 */
export function versionOf(said: Said): string {
  return sha256(canonicalJson({ ...said, source: { address: said.source.address } }));
}

/** The identity of a package: SHA-256 of the bytes of its tag manifest, signed or not. */
export function packageIdentity(tagManifest: Uint8Array): string {
  return sha256(tagManifest);
}

function idOfAddress(address: string): string {
  return idOfHash(sha256(address));
}

function idOfHash(hash: string): string {
  return crockford(Uint8Array.from(Buffer.from(hash, 'hex').subarray(0, ID_BYTES)));
}
