import { describe, expect, it } from 'vitest';
import type { HitMinister } from '../../../../../main/contract/index.ts';
import { ministersTold } from '../../../../../renderer/features/search/hit-ministers.ts';

const minister = (person: string, role: string, more: Partial<HitMinister> = {}): HitMinister => ({
  person,
  personId: person,
  role,
  roleId: role,
  officeId: role,
  relation: 'quoted',
  strength: 'strong',
  certain: true,
  evidence: [],
  ...more,
});

describe('the ministers of a hit', () => {
  it('tells each person once, with every office that may be meant', () => {
    const told = ministersTold([
      minister('Bo Ek', 'skolminister', { relation: 'named', strength: 'weak', certain: false }),
      minister('Eva Falk', 'statsminister'),
      minister('Bo Ek', 'finansminister', { relation: 'named', strength: 'weak', certain: false }),
    ]);
    expect(told).toEqual([
      {
        personId: 'Eva Falk',
        person: 'Eva Falk',
        roles: ['statsminister'],
        certain: true,
        isNamedOnly: false,
      },
      {
        personId: 'Bo Ek',
        person: 'Bo Ek',
        roles: ['skolminister', 'finansminister'],
        certain: false,
        isNamedOnly: true,
      },
    ]);
  });

  it('tells an office once where a release is tied to it twice, and by the tie that says most', () => {
    const [one, ...others] = ministersTold([
      minister('Bo Ek', 'skolminister', { relation: 'named', strength: 'weak' }),
      minister('Bo Ek', 'skolminister', { relation: 'sender' }),
    ]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ roles: ['skolminister'], certain: true, isNamedOnly: false });
  });
});
