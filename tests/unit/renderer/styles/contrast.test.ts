import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperOf } from '../../../../main/window/native-theme.ts';

type Colours = ReadonlyMap<string, string>;

const css = readFileSync(join(import.meta.dirname, '../../../../renderer/styles/tokens.css'), 'utf8');

const base = colourPairs(':root,\n[data-theme] {');
const contrastPairs = colourPairs("[data-theme='contrast'] {");
const looks = [
  { name: 'light', colours: base.light, text: 4.5 },
  { name: 'dark', colours: base.dark, text: 4.5 },
  { name: 'sepia', colours: colourPairs("[data-theme='sepia'] {").light, text: 4.5 },
  { name: 'high contrast on a light computer', colours: contrastPairs.light, text: 7 },
  { name: 'high contrast on a dark computer', colours: contrastPairs.dark, text: 7 },
] as const;
/** What a line or a drawn sign must stand out by. */
const GRAPHICS = 3;

const papers = ['paper', 'desk', 'raise'];
const grounds = [...papers, 'accent-soft'];
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
  ['bad', papers],
];

/** The colours of a rule of the style sheet, for a light and for a dark scheme; one alone holds for both. */
function colourPairs(selector: string): { readonly light: Colours; readonly dark: Colours } {
  const start = css.indexOf(`\n${selector}\n`);
  if (start === -1) throw new Error(`no rule ${selector}`);
  const rule = css.slice(start, css.indexOf('\n}', start));
  const found = [
    ...rule.matchAll(/--([\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/gu),
  ];
  const inScheme = (pick: 2 | 3): Colours =>
    new Map(found.map((match) => [match[1] ?? '', match[4] ?? match[pick] ?? '']));
  return { light: inScheme(2), dark: inScheme(3) };
}

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

it('the measure of contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(looks)('contrast in the theme: $name', ({ colours, text: least }) => {
  const colour = (name: string): string => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`no colour ${name}`);
    return found;
  };
  const below = (
    bound: number,
    pairs: readonly (readonly [string, readonly string[]])[],
  ): readonly object[] =>
    pairs.flatMap(([front, on]) =>
      on
        .map((ground) => ({ front, ground, ratio: contrast(colour(front), colour(ground)) }))
        .filter(({ ratio }) => ratio < bound),
    );

  it(`of every text, faint ones too, is at least ${least} to 1`, () => {
    expect(below(least, text)).toEqual([]);
  });

  it(`of the edges of fields and boxes is at least ${GRAPHICS} to 1`, () => {
    expect(
      below(GRAPHICS, [
        ['edge', papers],
        ['accent', papers],
      ]),
    ).toEqual([]);
  });

  it('names every colour that the light theme has', () => {
    expect([...colours.keys()].toSorted()).toEqual([...base.light.keys()].toSorted());
  });
});

describe.each(looks.slice(3))('the theme: $name', ({ colours }) => {
  it('shows every line, also those that only part', () => {
    const line = ['line', 'line-2', 'accent-line'].flatMap((name) =>
      papers.map((ground) => contrast(colours.get(name) ?? '', colours.get(ground) ?? '')),
    );
    expect(Math.min(...line)).toBeGreaterThanOrEqual(GRAPHICS);
  });
});

it('the window is painted in the paper of its theme before anything is shown', () => {
  expect(paperOf('sepia', false)).toBe(looks[2].colours.get('paper'));
  expect([false, true].map((isDark) => paperOf('contrast', isDark))).toEqual(
    looks.slice(3).map(({ colours }) => colours.get('paper')),
  );
  expect([false, true].map((isDark) => paperOf('system', isDark))).toEqual(
    looks.slice(0, 2).map(({ colours }) => colours.get('paper')),
  );
});
