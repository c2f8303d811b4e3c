/**
 * How an index file is laid out:
 *
 *     header    16 bytes: `MAGIC`, the format's number
 *     sections  one behind the other, each from a multiple of 8, zeros between them
 *     footer    for each block of `BLOCK_BYTES` from the file's beginning to the end of the sections its CRC-32
 *               (four bytes each); then as JSON the table of sections: name, offset, length
 *     trailer   32 bytes: length of header and sections (eight bytes), of the footer (four), CRC-32 of the footer and
 *               of what stands before this in the trailer (four), four zeros, the format's number (four), `MAGIC`
 *
 * Numbers have their lowest byte first.
 */

/** The version of the file and of everything in it. An index of another version is built anew. */
export const INDEX_FORMAT = 6;

export const MAGIC = 'LSLINDEX';
export const MAGIC_BYTES: Uint8Array = Uint8Array.from(MAGIC, (letter) => letter.charCodeAt(0));
export const HEADER_BYTES = 16;
export const TRAILER_BYTES = 32;

/** What is read and checked at a time. */
export const BLOCK_BYTES = 1 << 16;

/** Sections start at multiples of this. */
export const ALIGNMENT = 8;

/** Where the fields of the trailer stand. */
export const trailer = { dataLength: 0, footerLength: 8, checksum: 12, format: 20, magic: 24 } as const;

/** A row of the table of sections. */
export interface SectionPlace {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** How many blocks so many bytes are. */
export function blocksOf(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES);
}
