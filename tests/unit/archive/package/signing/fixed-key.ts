import { pointOf } from '../../../../../archive/package/signing/ed25519.ts';
import type { KdfLimits } from '../../../../../archive/package/signing/passphrase-stream.ts';
import type { SecretKey } from '../../../../../archive/package/signing/secret-key.ts';

/** A key that is the same in every run: its seed is 0, 1, … 31, moved on by `n`. */
export function fixedKey(n = 0): SecretKey {
  const seed = Uint8Array.from({ length: 32 }, (_, at) => at + n);
  const keyId = `0123456789ABCD${String(n).padStart(2, '0')}`;
  return { seed, publicKey: { keyId, point: pointOf(seed) } };
}

/** A mebibyte and a moment, where what a passphrase costs is not what is tested. */
export const LIGHT: KdfLimits = { operations: 32_768n, memory: 2n ** 24n };

/** The text with one bit of its UTF-8 turned; null where that gives no text. */
export function flipped(text: string, bit: number): string | null {
  const bytes = Buffer.from(text, 'utf8');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bits of a text in UTF-8. */
export function bitsOf(text: string): readonly number[] {
  return Array.from({ length: Buffer.byteLength(text) * 8 }, (_, bit) => bit);
}

/** The code of the problem that a step ends in, with its line and reason. `none` when it ends well. */
export async function refusal(step: () => unknown): Promise<string> {
  try {
    await step();
    return 'none';
  } catch (error) {
    const { problem } = error as {
      readonly problem?: { readonly code: string; readonly line?: number } & Reasoned;
    };
    if (problem === undefined) throw error;
    return [problem.code, problem.line ?? '', problem.params['reason'] ?? ''].join(' ').trim();
  }
}

interface Reasoned {
  readonly params: Readonly<Record<string, string | number>>;
}
