import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookiesIn, parseDisplay } from '../../../../main/launch/x11.ts';

describe('the address of a display is read as X does', () => {
  test.each([
    [':0', { host: null, number: 0 }],
    [':12.1', { host: null, number: 12 }],
    ['unix:3', { host: null, number: 3 }],
    ['localhost:10.0', { host: 'localhost', number: 10 }],
    ['192.0.2.7:1', { host: '192.0.2.7', number: 1 }],
  ])('%s', (display, address) => expect(parseDisplay(display)).toEqual(address));

  test.each(['', '0', ':', ':x', '/tmp/socket:0', ':0 --evil'])('%j is none', (display) => {
    expect(parseDisplay(display)).toBeNull();
  });
});

describe('cookies are found in a file of them', () => {
  const counted = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const entry = (of: { address: string; number: string; name: string; data: Uint8Array }): Buffer =>
    Buffer.concat([
      Buffer.from([1, 0]),
      ...[of.address, of.number, of.name].map((text) => counted(Buffer.from(text))),
      counted(Buffer.from(of.data)),
    ]);
  const cookie = (number: string, data = [7], name = 'MIT-MAGIC-COOKIE-1'): Buffer =>
    entry({ address: 'machine', number, name, data: Uint8Array.from(data) });

  test('those for the display and those for any, in order; no other kind', () => {
    const file = Buffer.concat([
      cookie('1', [1]),
      cookie('0', [2]),
      cookie('', [3]),
      cookie('0', [4], 'OTHER'),
    ]);
    expect(cookiesIn(file, 0).map(({ data }) => [...data])).toEqual([[2], [3]]);
  });

  test('an empty file holds none', () => expect(cookiesIn(Buffer.alloc(0), 0)).toEqual([]));

  test('whatever stands in the entries, all of them are gone through', () => {
    const any = fc.record({
      address: fc.string(),
      number: fc.constantFrom('', '0', '1'),
      name: fc.constantFrom('MIT-MAGIC-COOKIE-1', 'XDM-AUTHORIZATION-1'),
      data: fc.uint8Array({ maxLength: 32 }),
    });
    fc.assert(
      fc.property(fc.array(any), (entries) => {
        const wanted = entries.filter(({ number, name }) => number !== '1' && name.startsWith('MIT'));
        const found = cookiesIn(Buffer.concat(entries.map(entry)), 0);
        expect(found.map(({ data }) => [...data])).toEqual(wanted.map(({ data }) => [...data]));
      }),
    );
  });
});
