import { describe, expect, it } from 'vitest';
import { Press } from '../../../../renderer/state/press.ts';

describe('what would change under a press', () => {
  it('is done at once while nothing is pressed, and when the last pointer is up otherwise', () => {
    const press = new Press();
    const done: string[] = [];
    press.whenOver(() => done.push('before'));
    press.begin(1);
    press.begin(2);
    press.whenOver(() => done.push('first'));
    press.whenOver(() => done.push('second'));
    press.end(1);
    expect(done).toEqual(['before']);
    press.end(2);
    expect(done).toEqual(['before', 'first', 'second']);
    press.end(2);
    expect(done).toHaveLength(3);
  });

  it('is not done when it was taken back, and is done when the pointers are lost', () => {
    const press = new Press();
    const done: string[] = [];
    press.begin(1);
    const takeBack = press.whenOver(() => done.push('taken back'));
    press.whenOver(() => done.push('kept'));
    takeBack();
    press.endAll();
    expect(done).toEqual(['kept']);
  });
});
