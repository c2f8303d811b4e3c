import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../renderer/styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance of sRGB, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'desk', 'raise', 'accent-soft'];
const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...grounds, 'warn-soft', 'ok-soft']],
  ['ink-2', [...grounds, 'warn-soft', 'ok-soft']],
  ['ink-3', grounds],
  ['accent', [...grounds, 'warn-soft', 'ok-soft']],
  ['accent-ink', ['accent']],
  ['mark-ink', ['mark']],
  ['mark-on-ink', ['mark-on']],
  ['ok', [...grounds, 'ok-soft']],
  ['warn', ['paper', 'raise', 'warn-soft', 'accent-soft']],
  ['bad', ['paper', 'desk', 'raise']],
];

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  const colour = (name: string): string => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`no token ${name}`);
    return token[theme];
  };

  it('of every text, faint ones too, is at least 4.5 to 1', () => {
    const low = text.flatMap(([ink, on]) =>
      on
        .map((ground) => ({ ink, ground, ratio: contrast(colour(ink), colour(ground)) }))
        .filter(({ ratio }) => ratio < 4.5),
    );
    expect(low).toEqual([]);
  });

  it('of the edges of fields and boxes is at least 3 to 1', () => {
    const low = ['paper', 'desk', 'raise'].flatMap((ground) =>
      ['edge', 'accent']
        .map((line) => ({ line, ground, ratio: contrast(colour(line), colour(ground)) }))
        .filter(({ ratio }) => ratio < 3),
    );
    expect(low).toEqual([]);
  });
});
