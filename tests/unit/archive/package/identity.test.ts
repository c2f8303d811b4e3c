import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { crockford } from '../../../../archive/model/crockford.ts';
import { releaseId, releaseIdOfAddress, sha256, versionOf } from '../../../../archive/package/identity.ts';
import { saidOf } from './said.ts';

const ADDRESS = 'https://regeringen.example/pressmeddelanden/2019/05/ny-bro';

describe('the id of a release', () => {
  it('is the first 80 bits of SHA-256 over its canonical address', () => {
    const hash = createHash('sha256').update(ADDRESS).digest();
    const id = crockford(Uint8Array.from(hash.subarray(0, 10)));
    expect(releaseId({ address: ADDRESS, sha256: sha256('') })).toBe(id);
    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/u);
  });

  it('stays the same however the address is written, and whatever the bytes', () => {
    const ids = ['http://REGERINGEN.example/pressmeddelanden/2019/05/ny-bro/?from=rss#x', ADDRESS].map(
      (address) => releaseId({ address, sha256: sha256(address) }),
    );
    expect(new Set(ids).size).toBe(1);
    expect(releaseIdOfAddress(ADDRESS)).toBe(ids[0]);
  });

  it('without an address is that of the bytes', () => {
    const [one, other] = [sha256('en sida'), sha256('en annan')];
    expect(releaseId({ address: null, sha256: one })).toBe(releaseId({ address: null, sha256: one }));
    expect(releaseId({ address: null, sha256: one })).not.toBe(releaseId({ address: null, sha256: other }));
    expect(releaseIdOfAddress('en-sida.txt')).toBeNull();
  });
});

describe('the version of a said record', () => {
  const said = saidOf({ title: 'Ny bro', source: { address: ADDRESS } });

  it('does not change with file, day of fetching, bytes or parser', () => {
    const source = {
      address: ADDRESS,
      file: 'b/c.txt',
      fetched: '2024-01-01',
      parser: 'text-dump/2',
      sha256: sha256('x'),
      bytes: 7,
    };
    expect(versionOf({ ...said, source: { ...said.source, ...source } })).toBe(versionOf(said));
  });

  it.each([
    ['a word of the title', { ...said, title: 'Ny  bro' }],
    ['a soft hyphen', { ...said, title: 'Ny\u00ad bro' }],
    ['a banner', { ...said, banners: ['Innehållet publicerades under perioden -'] }],
    ['the address', saidOf({ title: 'Ny bro' })],
  ])('changes with %s', (_, other) => {
    expect(versionOf(other)).not.toBe(versionOf(said));
  });

  it('refuses a text that is no text', () => {
    expect(() => versionOf({ ...said, title: '\ud83d' })).toThrow(TypeError);
  });
});
