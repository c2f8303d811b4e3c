/** A square picture as PNG. */
export interface Picture {
  /** Pixels a side. */
  readonly size: number;
  readonly png: Uint8Array;
}

const ICO_HEAD = 6;
const ICO_ENTRY = 16;
/** The largest that an entry of an .ico can tell; it is told as 0. */
const ICO_MOST = 256;

/**
 * A Windows icon (.ico) of PNG pictures, as Windows has read them since Vista.
 * @throws RangeError for a picture of more than 256 pixels
 */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    if (size > ICO_MOST) throw new RangeError(`an .ico has no room for ${size} pixels`);
    const entry = ICO_HEAD + ICO_ENTRY * index;
    head.writeUInt8(size % ICO_MOST, entry);
    head.writeUInt8(size % ICO_MOST, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/**
 * The kinds of picture in an .icns that hold PNG, by pixels: plain ones and those of screens with twice the pixels. The
 * plain kinds of 16 and 32 hold no PNG that every macOS shows; it takes the larger ones down instead.
 */
const icnsKinds: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** The sizes that an .icns is made of. */
export const icnsSizes: readonly number[] = Object.keys(icnsKinds).map(Number);

/**
 * A macOS icon (.icns).
 * @throws RangeError for a size that it has no kind for
 */
export function icnsFile(pictures: readonly Picture[]): Buffer {
  const parts = pictures.flatMap(({ size, png }) => {
    const kinds = icnsKinds[size];
    if (kinds === undefined) throw new RangeError(`an .icns has no kind for ${size} pixels`);
    return kinds.map((kind) => block(kind, png));
  });
  return block('icns', Buffer.concat(parts));
}

/** Four letters, the length of all of it, and what it holds. */
function block(kind: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
