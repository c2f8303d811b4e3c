import { describe, expect, it } from 'vitest';
import { chosenAfter } from '../../../../../renderer/features/search/use-completion.ts';

const press = (key: string, held: { readonly altKey?: boolean } = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('the name that is chosen', () => {
  it('is none at first, then each in turn, then none again', () => {
    const places = [-1];
    for (let n = 0; n < 4; n += 1)
      places.push(chosenAfter(press('ArrowDown'), places.at(-1) ?? -1, 3) ?? NaN);
    expect(places).toEqual([-1, 0, 1, 2, -1]);
  });

  it('is the last one when one goes up from the field', () => {
    expect(chosenAfter(press('ArrowUp'), -1, 3)).toBe(2);
    expect(chosenAfter(press('ArrowUp'), 0, 3)).toBe(-1);
  });

  it('is left alone by other keys, and by arrows that mean something else', () => {
    expect(chosenAfter(press('Enter'), 1, 3)).toBeNull();
    expect(chosenAfter(press('a'), 1, 3)).toBeNull();
    expect(chosenAfter(press('ArrowDown', { altKey: true }), 1, 3)).toBeNull();
  });
});
