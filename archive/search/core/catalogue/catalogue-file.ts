import type { Catalogue } from './columns.ts';

/** A catalogue as it is stored: what is words, as JSON, and what is numbers, as bytes. */
export interface StoredCatalogue {
  readonly head: string;
  /** Everything numeric in one piece; `head` says what lies where. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const arrayTypes = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ArrayTypeName = keyof typeof arrayTypes;
type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A typed array within the bytes; `offset` is a multiple of 8. */
interface ArrayPlace {
  readonly array: ArrayTypeName;
  readonly offset: number;
  readonly length: number;
}

/** Arrays start at multiples of this, so that they can be read in place. */
const ALIGNMENT = 8;

export function storeCatalogue(catalogue: Catalogue): StoredCatalogue {
  const pieces: NumberArray[] = [];
  let end = 0;
  const place = (array: NumberArray): ArrayPlace => {
    const offset = end;
    pieces.push(array);
    end = Math.ceil((offset + array.byteLength) / ALIGNMENT) * ALIGNMENT;
    return { array: array.constructor.name as ArrayTypeName, offset, length: array.length };
  };
  const plain = { ...catalogue, aliases: [...catalogue.aliases] };
  const head = JSON.stringify(plain, (_key, value: unknown) => (isNumberArray(value) ? place(value) : value));
  const bytes = new Uint8Array(end);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at);
    at = Math.ceil((at + piece.byteLength) / ALIGNMENT) * ALIGNMENT;
  }
  return { head, bytes };
}

/**
 * Reads what `storeCatalogue` gave; arrays share the bytes.
 *
 * @param bytes must start at a multiple of 8 in its buffer.
 */
export function loadCatalogue({ head, bytes }: StoredCatalogue): Catalogue {
  const plain = JSON.parse(head, (_key, value: unknown) =>
    isPlace(value) ? arrayAt(value, bytes) : value,
  ) as Omit<Catalogue, 'aliases'> & { readonly aliases: readonly (readonly [string, number])[] };
  return { ...plain, aliases: new Map(plain.aliases) };
}

function arrayAt({ array, offset, length }: ArrayPlace, bytes: Uint8Array<ArrayBuffer>): NumberArray {
  return new arrayTypes[array](bytes.buffer, bytes.byteOffset + offset, length);
}

function isNumberArray(value: unknown): value is NumberArray {
  return Object.values(arrayTypes).some((type) => value instanceof type);
}

function isPlace(value: unknown): value is ArrayPlace {
  return typeof value === 'object' && value !== null && 'array' in value && 'offset' in value;
}
