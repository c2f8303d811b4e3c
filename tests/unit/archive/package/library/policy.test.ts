import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyPlace, readPolicy } from '../../../../../archive/package/library/policy.ts';
import { temporaryFolder } from '../small-archive.ts';
import { keyText } from './packages.ts';

let root = '';
let file = '';
beforeEach(() => {
  root = temporaryFolder();
  file = join(root, 'policy.json');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the place of the policy file', () => {
  it.each([
    ['linux', {}, '/etc/lasesal/policy.json'],
    ['darwin', {}, '/Library/Application Support/Lasesal/policy.json'],
    ['win32', { ProgramData: String.raw`D:\Data` }, String.raw`D:\Data\Lasesal\policy.json`],
    ['win32', {}, String.raw`C:\ProgramData\Lasesal\policy.json`],
  ] as const)('on %s with %j is %s', (platform, env, place) => {
    expect(policyPlace(platform, env)).toBe(place);
  });
});

describe('a policy file', () => {
  it('that is not there lays nothing down', () => {
    for (const policy of [readPolicy(file), readPolicy(null), readPolicy(join(file, 'under'))])
      expect(policy).toMatchObject({ allowUnsigned: true, allowOwnKeys: true, problem: null });
  });

  it('says what holds, with or without a byte order mark', () => {
    const says = {
      format: 1,
      trustedKeys: [{ key: keyText(1) }, { key: keyText(2), name: 'Arkivet' }],
      allowUnsigned: false,
      libraryFolder: '/srv/lasesal',
      fixity: { everyDays: 30 },
    };
    for (const mark of ['', '\uFEFF']) {
      writeFileSync(file, mark + JSON.stringify(says));
      expect(readPolicy(file)).toEqual({
        ...says,
        format: undefined,
        file,
        allowOwnKeys: true,
        trustedKeys: [
          { key: keyText(1), name: null },
          { key: keyText(2), name: 'Arkivet' },
        ],
        problem: null,
      });
    }
  });

  it.each([
    ['no JSON', '{', /^not-json$/u],
    ['nothing', '', /^not-json$/u],
    ['another format', '{"format":2}', /format/u],
    ['an unknown field', '{"format":1,"allowUnsinged":false}', /allowUnsinged/u],
    ['a key that is none', '{"format":1,"trustedKeys":[{"key":"RWQ"}]}', /^base64$/u],
    ['a relative folder', '{"format":1,"libraryFolder":"arkiv"}', /libraryFolder/u],
    ['a schedule that cannot be', '{"format":1,"fixity":{"everyDays":0}}', /everyDays/u],
    ['too much', `{"format":1,"x":"${'x'.repeat(1 << 20)}"}`, /^too-large$/u],
  ])('that holds %s closes, and says why', (_, text, reason) => {
    writeFileSync(file, text);
    expect(readPolicy(file)).toMatchObject({
      allowUnsigned: false,
      allowOwnKeys: false,
      trustedKeys: [],
      problem: {
        code: 'policy-invalid',
        file,
        params: { reason: expect.stringMatching(reason) },
      },
    });
  });

  it('that cannot be read closes too', () => {
    mkdirSync(file);
    expect(readPolicy(file)).toMatchObject({
      allowUnsigned: false,
      problem: { code: 'policy-invalid', params: { reason: 'EISDIR' } },
    });
  });
});
