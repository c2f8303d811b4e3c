import { describe, expect, it } from 'vitest';
import { isLow, layoutFor } from '../../../../renderer/state/layout-mode.ts';
import { nextSize } from '../../../../renderer/state/text-size.ts';

describe('how many panes stand side by side', () => {
  it.each([
    [1920, 100, 'three'],
    [1440, 100, 'three'],
    [1024, 100, 'two'],
    [400, 100, 'one'],
    [320, 100, 'one'],
    [1440, 200, 'one'],
    [1920, 125, 'three'],
  ] as const)('a window of %i px with text at %i percent shows %s', (width, size, layout) => {
    expect(layoutFor(width, size)).toBe(layout);
  });

  it('is low where few lines fit, which larger text makes of a high window', () => {
    expect([isLow(800, 100), isLow(800, 200), isLow(400, 100)]).toEqual([false, true, true]);
  });
});

describe('text size', () => {
  it('goes up and down by the same steps and stops at the ends', () => {
    let size = 100;
    const seen = [size];
    for (let step = 0; step < 12; step += 1) seen.push((size = nextSize(size, 1)));
    expect(size).toBe(200);
    for (let step = 0; step < 20; step += 1) size = nextSize(size, -1);
    expect(size).toBe(80);
    expect(nextSize(nextSize(110, 1), -1)).toBe(110);
  });

  it('leads from a size that is no step to the nearest one', () => {
    expect(nextSize(130, 1)).toBe(150);
    expect(nextSize(130, -1)).toBe(125);
  });
});
