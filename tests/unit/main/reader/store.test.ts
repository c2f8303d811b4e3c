import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, property, uint8Array } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../../../main/reader/store.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-store-'));
  path = join(folder, 'personal', 'reader.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(entries: readonly (readonly [string, unknown])[]): Buffer {
  const store = Store.open(path);
  for (const [key, value] of entries) store.set(key, value);
  store.close();
  return readFileSync(path);
}

describe('the store keeps what was set', () => {
  it('gives the last value of each key after opening again', () => {
    written([
      ['a', 1],
      ['b', { deep: ['å', null] }],
      ['a', 2],
    ]);
    const store = Store.open(path);
    expect(store.get('a')).toBe(2);
    expect(store.get('b')).toEqual({ deep: ['å', null] });
    expect(store.get('c')).toBeUndefined();
    expect(store.problems).toEqual([]);
    store.close();
  });

  it('does not grow when the same value is set again', () => {
    expect(written([['a', 1]])).toEqual(written([['a', 1]]));
  });

  it('stays small when one key is set thousands of times', () => {
    const bytes = written(Array.from({ length: 3000 }, (_, n) => ['view', { n }] as const));
    const longestLine = 60;
    expect(bytes.length).toBeLessThan(102 * longestLine);
    const store = Store.open(path);
    expect(store.get('view')).toEqual({ n: 2999 });
    store.close();
  });
});

describe('the store survives what disks and kills do', () => {
  it('heals a log torn at any byte and keeps every whole line before the tear', () => {
    const whole = written([
      ['a', 'first'],
      ['b', 'second'],
      ['a', 'third'],
    ]);
    const lineEnds = [...whole].flatMap((byte, index) => (byte === 10 ? [index + 1] : []));
    for (let cut = 0; cut <= whole.length; cut += 1) {
      writeFileSync(path, whole.subarray(0, cut));
      const store = Store.open(path);
      const kept = lineEnds.filter((end) => end <= cut).length;
      expect([store.get('a'), store.get('b')]).toEqual([
        [undefined, 'first', 'first', 'third'][kept],
        kept >= 2 ? 'second' : undefined,
      ]);
      store.set('after', cut);
      store.close();
      const again = Store.open(path);
      expect(again.get('after')).toBe(cut);
      again.close();
    }
  });

  it('reports a damaged line by number, sets the damaged log aside whole and keeps the other lines', () => {
    const whole = written([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const damaged = Buffer.from(whole);
    damaged[whole.indexOf('"value":2') + 8] = 0xff;
    writeFileSync(path, damaged);
    const store = Store.open(path);
    expect(store.problems).toMatchObject([{ code: 'store-damaged-lines', file: path, line: 2 }]);
    expect([store.get('a'), store.get('b'), store.get('c')]).toEqual([1, undefined, 3]);
    store.close();
    const aside = readdirSync(join(folder, 'personal')).find((name) => name.includes('.damaged-'));
    expect(readFileSync(join(folder, 'personal', aside ?? ''))).toEqual(damaged);
    const again = Store.open(path);
    expect(again.problems).toEqual([]);
    again.close();
  });

  it('never throws on any bytes, and can be written to afterwards', () => {
    assert(
      property(uint8Array({ maxLength: 400 }), (bytes) => {
        rmSync(folder, { recursive: true, force: true });
        Store.open(path).close();
        writeFileSync(path, bytes);
        const store = Store.open(path);
        store.set('key', 'value');
        store.close();
        const again = Store.open(path);
        expect(again.get('key')).toBe('value');
        again.close();
      }),
      { numRuns: 60 },
    );
  });

  it('takes keys that objects have by birth for ordinary keys', () => {
    written([['__proto__', { polluted: true }]]);
    const store = Store.open(path);
    expect(store.get('constructor')).toBeUndefined();
    expect(store.get('__proto__')).toEqual({ polluted: true });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    store.close();
  });
});

describe('a store on a disk that refuses', () => {
  it('opens with what can be read, says why nothing is saved, and keeps what is there', () => {
    const before = written([['a', 1]]);
    rmSync(path);
    // A folder in its place can be neither read nor written, whoever asks.
    mkdirSync(path);
    const blocked = Store.open(path);
    expect(blocked.problems.map(({ code, params }) => [code, params['reason']])).toEqual([
      ['store-unwritable', 'EISDIR'],
    ]);
    expect(blocked.get('a')).toBeUndefined();
    expect(() => blocked.set('a', 2)).toThrow('store-unwritable');
    blocked.close();
    rmSync(path, { recursive: true });
    writeFileSync(path, before);
    expect(Store.open(path).get('a')).toBe(1);
  });
});
