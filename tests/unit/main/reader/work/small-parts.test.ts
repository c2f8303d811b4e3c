import { array, assert, boolean, integer, nat, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFinding,
  encodeFinding,
  idNumber,
  versionNumber,
} from '../../../../../main/reader/work/finding.ts';
import { placesBetween } from '../../../../../main/reader/work/places.ts';

describe('places in an order', () => {
  it('lie between those asked for, ascending, however often things are put between others', () => {
    assert(
      property(array(nat(), { maxLength: 60 }), boolean(), (wheres, several) => {
        let order: readonly string[] = placesBetween(null, null, 2) ?? [];
        for (const where of wheres) {
          const at = where % (order.length + 1);
          const put = placesBetween(order[at - 1] ?? null, order[at] ?? null, several ? 3 : 1);
          expect(put).not.toBeNull();
          order = [...order.slice(0, at), ...(put ?? []), ...order.slice(at)];
          expect(order).toEqual([...new Set(order)].toSorted());
        }
      }),
    );
  });

  it('stay short when ten thousand are put at the end one by one, and say when it is time to begin anew', () => {
    let last: string | null = null;
    for (let n = 0; n < 10_000; n += 1) last = placesBetween(last, null, 1)?.[0] ?? null;
    expect(last?.length).toBe(8);
    let first: string | null = last;
    let times = 0;
    for (; first !== null; times += 1) first = placesBetween(null, first, 1)?.[0] ?? null;
    expect(times).toBeGreaterThan(200);
  });
});

describe('what a search found', () => {
  it('is the same when it is kept and read again', () => {
    const ids = uniqueArray(integer({ min: 0, max: 2 ** 48 - 1 }), { maxLength: 50 });
    assert(
      property(ids, nat({ max: 2 ** 24 - 1 }), (all, version) => {
        const finding = new Map(all.map((id, n) => [id, (version + n) % 2 ** 24]));
        expect(decodeFinding(encodeFinding(finding))).toEqual(finding);
      }),
    );
  });

  it('takes nine bytes for each release, and is refused when it is cut off', () => {
    const finding = new Map([[idNumber('a'), versionNumber('b')]]);
    expect(Buffer.from(encodeFinding(finding), 'base64')).toHaveLength(9);
    expect(decodeFinding(encodeFinding(finding).slice(0, 8))).toBeNull();
  });
});
