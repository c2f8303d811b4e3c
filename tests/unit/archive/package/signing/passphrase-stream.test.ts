import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  passphraseStream,
  scryptCost,
  SENSITIVE,
} from '../../../../../archive/package/signing/passphrase-stream.ts';

describe('scrypt’s parameters from limits', () => {
  it('are those of minisign for its own limits: a gibibyte', () => {
    expect(scryptCost(SENSITIVE)).toEqual({ N: 2 ** 20, r: 8, p: 1 });
  });

  it.each([
    // operations, memory, N, p
    [524_288n, 16_777_216n, 16_384, 1],
    [32_768n, 16_777_216n, 1024, 1],
    [1n, 16_777_216n, 1024, 1],
    [33_554_432n, 16_777_216n, 16_384, 64],
    [16_777_216n, 536_870_912n, 524_288, 1],
  ])('for %d operations and %d bytes are N %d, p %d', (operations, memory, N, p) => {
    expect(scryptCost({ operations, memory })).toEqual({ N, r: 8, p });
  });

  it('stay within both limits, whatever they are', () => {
    const upTo = (most: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max: most });
    fc.assert(
      fc.property(upTo(SENSITIVE.operations), upTo(SENSITIVE.memory), (operations, memory) => {
        const cost = scryptCost({ operations, memory });
        if (cost === null) return;
        expect(BigInt(cost.N) & BigInt(cost.N - 1)).toBe(0n);
        expect(BigInt(cost.N * cost.r * cost.p * 4) <= (operations > 32_768n ? operations : 32_768n)).toBe(
          true,
        );
        // N is at least 2.
        expect(BigInt(128 * cost.N * cost.r) <= (memory > 2048n ? memory : 2048n)).toBe(true);
      }),
    );
  });

  it('are none for what would take more than minisign takes', () => {
    expect(scryptCost({ ...SENSITIVE, memory: SENSITIVE.memory + 1n })).toBeNull();
    expect(scryptCost({ ...SENSITIVE, operations: 2n ** 63n })).toBeNull();
  });
});

describe('the stream', () => {
  it('is scrypt’s (RFC 7914, section 12: "pleaseletmein", N 16384)', async () => {
    const options = { salt: Buffer.from('SodiumChloride'), cost: { N: 16_384, r: 8, p: 1 }, length: 64 };
    const stream = await passphraseStream('pleaseletmein', options);
    expect(stream.toString('hex')).toMatch(/^7023bdcb3afd7348461c06cd81fd38eb/u);
  });
});
