import { describe, expect, it } from 'vitest';
import { addressParts, isSpoken, numericColumns } from '../../../../archive/model/block-look.ts';

describe('how a block looks', () => {
  it('columns of nothing but numbers and empty cells are numeric', () => {
    const rows = [
      ['Vägar', '10,5', '', '2 %', ''],
      ['Broar', '−3 000', '7', '+4', ''],
    ];
    expect([...numericColumns(rows)]).toEqual([1, 2, 3]);
    expect([...numericColumns([])]).toEqual([]);
    expect([...numericColumns([['1'], ['år 2']])]).toEqual([]);
  });

  it('a line that opens with a dash is spoken', () => {
    expect(['– Ja, säger hon.', '- Ja'].every(isSpoken)).toBe(true);
    expect(['–2 grader', 'Ja – nej', ''].some(isSpoken)).toBe(false);
  });

  it('an address is parted behind its slashes and signs, never within them, and nothing of it is lost', () => {
    const address = 'https://a.example/2017/12//en-titel?id=1&b=/x/';
    expect(addressParts(address)).toEqual([
      'https://a.example/',
      '2017/',
      '12//en-titel?',
      'id=1&',
      'b=/',
      'x/',
    ]);
    expect(addressParts(address).join('')).toBe(address);
  });
});
