/** Thrown when bytes are not those of an index of this version. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError';
}
