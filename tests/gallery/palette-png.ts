import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

interface Image {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, by rows. */
  readonly rgb: Buffer;
}

/**
 * The same picture with at most 256 colours: the ones met most often, each other one shown by the nearest of them. A
 * picture of a window is text on a few plain surfaces, of which this loses nothing that one sees.
 * @param png eight bits a channel, with or without alpha, not interlaced: as Chromium writes it
 */
export function withPalette(png: Buffer): Buffer {
  const image = decode(png);
  const palette = commonest(image.rgb);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc((image.width + 1) * image.height);
  for (let y = 0; y < image.height; y += 1)
    for (let x = 0; x < image.width; x += 1)
      rows[y * (image.width + 1) + 1 + x] = nearest(image.rgb.readUIntBE((y * image.width + x) * 3, 3));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(image.width, 0);
  head.writeUInt32BE(image.height, 4);
  head.set([8, 3], 8);
  const table = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => table.writeUIntBE(colour, index * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    block('IHDR', head),
    block('PLTE', table),
    block('IDAT', deflateSync(rows, { level: 9 })),
    block('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours met most often; those that nearly all share their first five bits with count as one. */
function commonest(rgb: Buffer): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const taken: number[] = [];
  const seen = new Set<number>();
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  // Large surfaces exactly, whatever is near them; then one colour of each neighbourhood.
  const SURFACES = 48;
  for (const colour of byCount) {
    const near = colour & 0xf8f8f8;
    if (taken.length >= SURFACES && seen.has(near)) continue;
    seen.add(near);
    taken.push(colour);
    if (taken.length === COLOURS) break;
  }
  return taken;
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const distance = (a: number, b: number): number => {
    const [red, green, blue] = [
      (a >> 16) - (b >> 16),
      ((a >> 8) & 255) - ((b >> 8) & 255),
      (a & 255) - (b & 255),
    ];
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
  };
  return (colour) => {
    const index = known.get(colour);
    if (index !== undefined) return index;
    let best = 0;
    let least = Infinity;
    palette.forEach((candidate, at) => {
      const far = distance(colour, candidate);
      if (far < least) [best, least] = [at, far];
    });
    known.set(colour, best);
    return best;
  };
}

function decode(png: Buffer): Image {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`a PNG of another kind: ${depth}, ${kind}`);
  const channels = kind === 6 ? 4 : 3;
  const lines = unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels);
  if (channels === 3) return { width, height, rgb: lines };
  const rgb = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rgb.writeUIntBE(lines.readUIntBE(pixel * 4, 3), pixel * 3, 3);
  return { width, height, rgb };
}

/** The bytes of the rows, each row's filter (the PNG specification, section 9) undone. */
function unfilter(data: Buffer, stride: number, channels: number): Buffer {
  const height = data.length / (stride + 1);
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (out[at - channels] ?? 0);
      const up = y === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[at - stride - channels] ?? 0);
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [toLeft, toUp, toCorner] = [guess - left, guess - up, guess - corner].map(Math.abs) as [
        number,
        number,
        number,
      ];
      if (toLeft <= toUp && toLeft <= toCorner) return left;
      return toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}

function block(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const whole = Buffer.alloc(8 + body.length);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(checksum(body), 4 + body.length);
  return whole;
}

/** CRC-32 as PNG wants it (the specification, annex D). */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
