import { describe, expect, test } from 'vitest';
import {
  adviceFor,
  librariesNotFound,
  missingLibraries,
  packagesFor,
} from '../../../../main/launch/system-packages.ts';

const nothing = { libraries: [], virtualDisplay: false };

describe('what the dynamic linker cannot find is read from its words', () => {
  test('each library once, found ones not at all', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibnss3.so => not found',
    ].join('\n');
    expect(librariesNotFound(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  test.skipIf(process.platform !== 'linux')('this very program lacks nothing', async () => {
    expect(await missingLibraries(process.execPath)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')(
    'what is no program is not taken for one that lacks nothing',
    async () => {
      await expect(missingLibraries(import.meta.filename)).rejects.toThrow(import.meta.filename);
    },
  );
});

describe('only what is lacking is asked for', () => {
  test('nothing when nothing is', () => expect(packagesFor(nothing)).toEqual([]));

  test('a virtual display alone', () => {
    expect(packagesFor({ ...nothing, virtualDisplay: true })).toEqual(['xvfb', 'xauth']);
  });

  test('a person is told what is missing and the whole command', () => {
    const advice = adviceFor({ libraries: ['libnss3.so'], virtualDisplay: true });
    expect(advice).toContain('libnss3.so');
    expect(advice).toMatch(/apt-get install --yes xvfb xauth .*libnss3/);
  });
});
