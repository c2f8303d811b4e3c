import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReleaseLink, releaseLink } from '../../../../archive/model/release-link.ts';

const id = '0123456789abcdef';
const version = 'f'.repeat(64);

describe('a link to a release', () => {
  it('names it, and perhaps a version, whole or shortened as references have it', () => {
    expect(parseReleaseLink(releaseLink(id, null))).toEqual({ id, version: null });
    expect(parseReleaseLink(releaseLink(id, version))).toEqual({ id, version });
    expect(parseReleaseLink(`lasesal://release/${id}@${version.slice(0, 12)}`)).toEqual({
      id,
      version: version.slice(0, 12),
    });
  });

  it.each([
    'lasesal://release/',
    `lasesal://release/${id.toUpperCase()}`,
    `lasesal://release/${id}/`,
    `lasesal://release/${id}?x=1`,
    `lasesal://release/${id}#x`,
    `lasesal://release/${id}@`,
    `lasesal://release/${id}@${version}f`,
    `lasesal://release/${id}\n`,
    `lasesal://other/${id}`,
    `lasesal-app://release/${id}`,
    `https://example.org/${id}`,
    ` lasesal://release/${id}`,
    'lasesal://release/il01234567890123',
  ])('is nothing else: %j', (address) => {
    expect(parseReleaseLink(address)).toBeNull();
  });

  it('is only what it is written as, whatever comes', () => {
    const piece = fc.constantFrom('lasesal:', '//', 'release', '/', id, '@', version, '..', '%2e', '\0', ' ');
    const anything = fc.oneof(
      fc.string(),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (address) => {
        const named = parseReleaseLink(address);
        expect(named === null ? address : releaseLink(named.id, named.version)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});
