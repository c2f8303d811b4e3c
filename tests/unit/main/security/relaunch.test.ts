import { describe, expect, it } from 'vitest';
import { relaunchArguments } from '../../../../main/security/relaunch.ts';
import { switchArguments } from '../../../../main/security/switches.ts';

const packaged = { argv: ['/opt/lasesal', '--package', 'a b'], isPackaged: true, electron: '45.4.1' };

describe('a packaged app whose switches would be lower-cased starts once more with real arguments', () => {
  it('keeps its own arguments and adds every switch', () => {
    const again = relaunchArguments(packaged) ?? [];
    expect(again.slice(0, 2)).toEqual(['--package', 'a b']);
    expect(again).toEqual(expect.arrayContaining([...switchArguments]));
  });

  it('never twice, even where the arguments got lost on the way', () => {
    const again = relaunchArguments(packaged) ?? [];
    expect(relaunchArguments({ ...packaged, argv: ['/opt/lasesal', ...again] })).toBeNull();
    const marker = again.at(-1) ?? '';
    expect(relaunchArguments({ ...packaged, argv: ['/opt/lasesal', marker] })).toBeNull();
  });

  it('not where they arrived, nor in a source tree, nor in an Electron that keeps letters as they are', () => {
    expect(relaunchArguments({ ...packaged, argv: ['/opt/lasesal', ...switchArguments] })).toBeNull();
    expect(relaunchArguments({ ...packaged, isPackaged: false })).toBeNull();
    expect(relaunchArguments({ ...packaged, electron: '33.4.11' })).toBeNull();
  });
});
