import { describe, expect, it } from 'vitest';
import { releaseIdOfAddress } from '../../../../archive/package/identity.ts';
import { resolveWithdrawals, withdrawalsInForce } from '../../../../archive/package/withdrawals.ts';

const ADDRESS = 'https://regeringen.example/a';
const ID = releaseIdOfAddress(ADDRESS) ?? '';
const OTHER = releaseIdOfAddress('https://regeringen.example/b') ?? '';

describe('withdrawals', () => {
  const handed = {
    release: `${ADDRESS}/?x=1`,
    day: '2019-01-02',
    reason: 'Fel siffra.',
    replacedBy: OTHER.toUpperCase(),
  };

  it('name their release by address or id, whatever the letter case', () => {
    const { lines, problems } = resolveWithdrawals([handed], (id) => id === ID || id === OTHER, null);
    expect(lines).toEqual([
      { id: ID, action: 'withdrawn', day: '2019-01-02', reason: 'Fel siffra.', replacedBy: OTHER },
    ]);
    expect(problems).toEqual([]);
  });

  it('of a release that is not there are kept and told', () => {
    const { lines, problems } = resolveWithdrawals([handed], (id) => id === OTHER, 'archive.json');
    expect(lines).toHaveLength(1);
    expect(problems).toEqual([
      {
        code: 'withdrawn-unknown-release',
        file: 'archive.json',
        id: ID,
        params: { release: handed.release },
      },
    ]);
  });

  it('hold until they are revoked, and again when they are renewed', () => {
    const line = (action: 'withdrawn' | 'revoked'): Parameters<typeof withdrawalsInForce>[0][number] => ({
      id: ID,
      action,
      day: '2019-01-02',
      reason: '',
      replacedBy: null,
    });
    expect(withdrawalsInForce([line('withdrawn')]).has(ID)).toBe(true);
    expect(withdrawalsInForce([line('withdrawn'), line('revoked')]).has(ID)).toBe(false);
    expect(withdrawalsInForce([line('withdrawn'), line('revoked'), line('withdrawn')]).has(ID)).toBe(true);
    expect(withdrawalsInForce([]).has(ID)).toBe(false);
  });
});
