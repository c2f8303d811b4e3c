import { scrypt } from 'node:crypto';

/** What a key's encryption costs: operations and bytes of memory, in libsodium's measures. */
export interface KdfLimits {
  readonly operations: bigint;
  readonly memory: bigint;
}

/** Minisign's own choice: a gibibyte of memory and seconds of work. Nothing heavier is accepted. */
export const SENSITIVE: KdfLimits = { operations: 2n ** 25n, memory: 2n ** 30n };

export const SALT_BYTES = 32;

/** scrypt's parameters (RFC 7914). */
interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

const BLOCK_SIZE = 8n;
const LEAST_OPERATIONS = 32_768n;
/** Room for what scrypt needs beside its large table. */
const SPARE_BYTES = 1 << 16;

/**
 * scrypt's parameters for a pair of limits, as libsodium's `crypto_pwhash_scryptsalsa208sha256` chooses them: r
 * is 8, N the greatest power of two that the tighter of the two limits allows, p what work is left over. Null
 * for limits that are heavier than `SENSITIVE` or so unlike each other that they leave no work.
 */
export function scryptCost({ operations, memory }: KdfLimits): ScryptCost | null {
  if (operations > SENSITIVE.operations || memory > SENSITIVE.memory) return null;
  const work = operations < LEAST_OPERATIONS ? LEAST_OPERATIONS : operations;
  const isWorkTighter = work < memory / 32n;
  const N = powerOfTwo(isWorkTighter ? work / (4n * BLOCK_SIZE) : memory / (128n * BLOCK_SIZE));
  const p = isWorkTighter ? 1n : work / 4n / N / BLOCK_SIZE;
  return p < 1n ? null : { N: Number(N), r: Number(BLOCK_SIZE), p: Number(p) };
}

export interface StreamOptions {
  readonly salt: Uint8Array;
  readonly cost: ScryptCost;
  /** How many bytes are wanted. */
  readonly length: number;
}

/** Bytes that a secret key is hidden with. Made in the thread pool: the calling thread goes on. */
export async function passphraseStream(passphrase: string, options: StreamOptions): Promise<Buffer> {
  const { salt, cost, length } = options;
  const maxmem = 128 * cost.r * (cost.N + cost.p + 2) + SPARE_BYTES;
  return await new Promise((resolve, reject) => {
    scrypt(passphrase, salt, length, { ...cost, maxmem }, (error, bytes) => {
      if (error === null) resolve(bytes);
      else reject(error);
    });
  });
}

/** The greatest power of two up to `most`, at least 2. */
function powerOfTwo(most: bigint): bigint {
  let power = 2n;
  while (power * 2n <= most) power *= 2n;
  return power;
}
