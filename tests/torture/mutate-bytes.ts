import type { Draw } from './draw.ts';

/** Numbers at the edges of what fields hold. */
const EDGES = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff];

type Mutation = (bytes: Buffer, draw: Draw) => Buffer;

/** What disks, transfers, editors and attackers do to bytes without knowing what they are. */
const mutations: readonly Mutation[] = [
  (bytes, draw) => replaced(bytes, draw.upTo(bytes.length), Buffer.of(draw.upTo(256))),
  (bytes, draw) => replaced(bytes, draw.upTo(bytes.length), Buffer.of(draw.oneOf(EDGES))),
  (bytes, draw) => {
    const { from, to } = draw.stretch(bytes.length);
    return replaced(bytes, from, Buffer.alloc(to - from, draw.oneOf([0, 0xff, 0x20])));
  },
  (bytes, draw) => {
    const { from, to } = draw.stretch(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, draw) => {
    const [{ from, to }, at] = [draw.stretch(bytes.length), draw.upTo(bytes.length)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  (bytes, draw) => {
    const [{ from, to }, at] = [draw.stretch(bytes.length), draw.upTo(bytes.length)];
    return replaced(bytes, at, bytes.subarray(from, to));
  },
  (bytes, draw) => swapped(bytes, draw),
  (bytes, draw) => bytes.subarray(0, draw.upTo(bytes.length)),
  (bytes, draw) => Buffer.concat([bytes, bytes.subarray(draw.upTo(bytes.length))]),
  (bytes, draw) => {
    const at = draw.upTo(bytes.length);
    const random = Buffer.from(Array.from({ length: 1 + draw.upTo(16) }, () => draw.upTo(256)));
    return Buffer.concat([bytes.subarray(0, at), random, bytes.subarray(at)]);
  },
];

/** Bytes with one to three such changes. */
export function mutateBytes(bytes: Buffer, draw: Draw): Buffer {
  let changed = Buffer.from(bytes);
  for (let n = 1 + draw.upTo(3); n > 0 && changed.length > 0; n -= 1)
    changed = Buffer.from(draw.oneOf(mutations)(changed, draw));
  return changed;
}

function replaced(bytes: Buffer, at: number, by: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  by.copy(copy, at);
  return copy;
}

/** Two stretches of the same length, each in the other's place. */
function swapped(bytes: Buffer, draw: Draw): Buffer {
  const [{ from, to }, at] = [draw.stretch(bytes.length), draw.upTo(bytes.length)];
  const length = Math.min(to - from, bytes.length - at);
  const [one, other] = [bytes.subarray(from, from + length), bytes.subarray(at, at + length)];
  return replaced(replaced(bytes, from, other), at, one);
}
