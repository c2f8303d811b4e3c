const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Crockford base32, lower case, of whole 5-byte groups (10 bytes give 16 characters). */
export function crockford(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new RangeError('Crockford base32 takes whole groups of five bytes here');
  let [out, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return out;
}
