import { describe, expect, it } from 'vitest';
import { readStartArguments } from '../../../../main/window/arguments.ts';

describe('start arguments', () => {
  it('are read in both spellings, among arguments of others', () => {
    expect(
      readStartArguments(['electron', '.', '--no-sandbox', '--package', 'a b/c', '--first-look=x.png']),
    ).toEqual({
      packageDir: 'a b/c',
      firstLook: 'x.png',
      selfReport: null,
      userData: null,
      imports: [],
      links: [],
    });
    expect(readStartArguments(['--package=å/ä'])).toMatchObject({ packageDir: 'å/ä' });
  });

  it('without a value are as if not given', () => {
    expect(readStartArguments(['--package', '--no-sandbox'])).toMatchObject({ packageDir: null });
    expect(readStartArguments(['--package='])).toMatchObject({ packageDir: null });
    expect(readStartArguments(['--packages', 'x'])).toMatchObject({ packageDir: null });
  });

  it('name packages to import: files by their ending, folders that are there, and no value of another argument', () => {
    const isFolder = (path: string): boolean => ['stick', 'user', 'held'].includes(path);
    const { imports } = readStartArguments(
      [
        'läsesal',
        '--user-data-dir',
        'user',
        'a.lasesal',
        '--package',
        'held',
        'stick',
        'note.txt',
        '--x.lasesal',
      ],
      isFolder,
    );
    expect(imports).toEqual(['a.lasesal', 'stick']);
  });

  it('name addresses of our own to open, which are no packages', () => {
    const link = 'lasesal://release/0123456789abcdef';
    const given = readStartArguments(['läsesal', link, 'lasesal://x.lasesal', 'https://example.org/']);
    expect(given).toMatchObject({ imports: [], links: [link, 'lasesal://x.lasesal'] });
  });
});
