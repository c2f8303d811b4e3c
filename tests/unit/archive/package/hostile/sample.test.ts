import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArena } from '../../../../torture/arena.ts';
import type { Arena } from '../../../../torture/arena.ts';
import { someBitFlips } from '../../../../torture/bit-flips.ts';
import { mutations } from '../../../../torture/mutations.ts';
import { Count } from '../../../../torture/part.ts';

/** Another number draws other cases; `npm run torture` runs all bits and ten thousand mutations. */
const SEED = Number(process.env['LASESAL_SEED'] ?? 20261);

describe('a signed package with something in it changed', () => {
  it('is refused with any bit turned (a sample)', async () => {
    const { passed, failures } = await someBitFlips(SEED, 0.005);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(200);
  });

  it('is refused whatever was done to it (a sample)', async () => {
    const { passed, failures } = await mutations.run({ seed: SEED, count: 500, say: () => undefined });
    expect(failures).toEqual([]);
    expect(passed).toBe(500);
  });
});

describe('the torture itself', () => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await openArena();
  });
  afterAll(() => arena.close());

  it('notices what is believed', async () => {
    const count = new Count();
    await arena.refuses(count, 'the good one', arena.file, arena.good.file);
    await arena.refuses(count, 'the good one', arena.folderToLibrary, arena.good.dir);
    expect(count.result()).toMatchObject({
      passed: 0,
      failures: [
        'the good one as a file: it was believed',
        'the good one as a folder to a library: it was believed',
      ],
    });
  });

  it.each([
    [
      'a crash',
      () => Promise.reject(new RangeError('out of bounds')),
      'it crashed: RangeError: out of bounds',
    ],
    ['a code without words', () => Promise.resolve(refusal('weird')), 'no words for weird'],
    [
      'a refusal that names no place',
      () => Promise.resolve({ ...refusal('crc'), file: undefined }),
      'no place',
    ],
  ])('notices %s', async (_, knock, harm) => {
    const count = new Count();
    await arena.refuses(count, 'a case', { name: 'door', takes: 'file', knock }, '');
    expect(count.failures[0]).toContain(harm);
  });
});

function refusal(reason: string): { code: 'package-file-refused'; file: string; params: { reason: string } } {
  return { code: 'package-file-refused', file: 'p.lasesal', params: { reason } };
}
