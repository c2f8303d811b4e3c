/** Stands in every payload that holds words, so that what of one is written down somewhere can be found. */
export const MARK = 'läcka-7c41';

/**
 * A payload that is probably none that a call takes, the same for the same seed: values of every type that can be
 * sent, in the place of the argument and under the names that the call knows (`keys`), with names too many, names
 * of JavaScript's own, very long and very deep ones. Sent into a window as its source: it uses nothing from here.
 */
export function payloadOf(seed: number, keys: readonly string[], mark: string): unknown {
  let state = seed * 2654435761 + 1;
  const random = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) % below;
  };
  const deep = (levels: number): unknown => {
    let inner: unknown = mark;
    for (let level = 0; level < levels; level += 1) inner = level % 2 === 0 ? [inner] : { deeper: inner };
    return inner;
  };
  const cyclic = (): unknown => {
    const ring: Record<string, unknown> = { mark };
    ring['self'] = ring;
    return ring;
  };
  const numbers = [0, -0, -1, 1, 0.5, 2 ** 53, 1e308, Number.NaN, Infinity, -Infinity, 0n, 2n ** 200n];
  const words = [
    '',
    ' ',
    'sv',
    'system',
    mark,
    '\0',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'job-1',
    '100',
  ];
  const odd = [`${mark}\uD800`, '\uDC00\uD800', `<img src=x onerror=${mark}>`, `\u202E${mark}`];
  const primitive = [null, undefined, true, false, ...numbers, ...words, ...odd];
  const rare: readonly (() => unknown)[] = [
    () => mark.repeat(20_000),
    () => deep(300),
    () => cyclic(),
    () => new Map([[mark, mark]]),
    () => new Set([mark]),
    () => new Date(Number.NaN),
    () => /x/gu,
    () => new Error(mark),
    () => new Uint8Array(64),
    () => new Float64Array([Number.NaN]),
    () => new ArrayBuffer(1000),
    () => new DataView(new ArrayBuffer(8)),
    () => Array.from({ length: 3 }),
    () => Array.from({ length: 5000 }, (_, index) => index),
    () => Object.assign([mark], { length: 1, extra: mark }),
    () => new String(mark),
    () => new Number(1),
    () => Object.create(null) as unknown,
  ];
  const value = (levels: number): unknown => {
    const kind = random(10);
    if (kind < 6) return primitive[random(primitive.length)];
    if (kind < 8) return rare[random(rare.length)]?.();
    if (levels === 0) return mark;
    return kind === 8 ? [value(levels - 1), value(levels - 1)] : object(levels - 1);
  };
  const object = (levels: number): unknown => {
    const names = [
      ...keys,
      mark,
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'length',
      '',
      '0',
    ];
    const made = {};
    const define = (name: string): void => {
      Object.defineProperty(made, name, { value: value(levels), enumerable: true, configurable: true });
    };
    // Near enough to be parsed far: the names it should have, some of them left out, and some more.
    for (const key of keys) if (random(6) > 0) define(key);
    for (let more = random(3); more > 0; more -= 1) define(names[random(names.length)] ?? '');
    return made;
  };
  return random(3) === 0 ? value(2) : object(2);
}
