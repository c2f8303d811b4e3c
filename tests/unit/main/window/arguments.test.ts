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
    });
    expect(readStartArguments(['--package=å/ä'])).toMatchObject({ packageDir: 'å/ä' });
  });

  it('without a value are as if not given', () => {
    expect(readStartArguments(['--package', '--no-sandbox'])).toMatchObject({ packageDir: null });
    expect(readStartArguments(['--package='])).toMatchObject({ packageDir: null });
    expect(readStartArguments(['--packages', 'x'])).toMatchObject({ packageDir: null });
  });
});
