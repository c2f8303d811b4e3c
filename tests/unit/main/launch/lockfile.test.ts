import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completed, missingOptionals, type LockEntries } from '../../../../main/launch/lockfile.ts';
import { projectRoot } from '../../../../main/launch/project.ts';

const optionals = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, '1.2.3']));

describe('this project’s lockfile', () => {
  test('holds an entry for every optional dependency, without which npm ci refuses it; npm run lock adds them', () => {
    const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
      readonly packages: LockEntries;
    };
    expect(missingOptionals(lock.packages)).toEqual([]);
  });
});

describe('what a lockfile lacks', () => {
  test('is found where Node would look for it: beside, and on the way up', () => {
    const packages: LockEntries = {
      '': {},
      'node_modules/a': { version: '1.0.0', optionalDependencies: optionals('in-a', 'above', 'nowhere') },
      'node_modules/a/node_modules/in-a': { version: '1.2.3' },
      'node_modules/above': { version: '1.2.3' },
      'node_modules/b/node_modules/nowhere': { version: '1.2.3' },
    };
    expect(missingOptionals(packages)).toEqual([{ name: 'nowhere', version: '1.2.3' }]);
  });

  test('is given entries that npm passes over on any other platform', () => {
    const wanted = optionals('@x/binding-linux-arm64-musl', '@x/darwin-x64', '@x/binding-win32-ia32-msvc');
    const packages: LockEntries = {
      '': {},
      'node_modules/z': { version: '1.0.0', optionalDependencies: wanted },
    };
    const whole = completed(packages);
    expect(missingOptionals(whole)).toEqual([]);
    expect(whole['node_modules/@x/binding-linux-arm64-musl']).toEqual({
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    });
    expect(whole['node_modules/@x/darwin-x64']).toMatchObject({ os: ['darwin'], cpu: ['x64'] });
    expect(whole['node_modules/@x/binding-win32-ia32-msvc']).not.toHaveProperty('libc');
    expect(Object.keys(whole).at(0)).toBe('');
  });

  test('is not made up when it is no program for a platform, or of no exact version', () => {
    const lock = (name: string, version: string): LockEntries => ({
      'node_modules/z': { optionalDependencies: { [name]: version } },
    });
    expect(() => completed(lock('fsevents', '1.2.3'))).toThrow('fsevents');
    expect(() => completed(lock('@x/linux-x64', '^1.2.3'))).toThrow('@x/linux-x64');
  });
});
