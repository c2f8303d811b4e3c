/** As long as a name may be, in characters: with a folder, an ending and three bytes to a letter it fits everywhere. */
const LONGEST = 80;

/** What some system forbids in a name: signs of paths and patterns, control characters, what turns a line round. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;
/** Names that Windows keeps for devices, whatever follows the first full stop. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/iu;

/**
 * A name for a file, safe on every system: from any text, or `otherwise` where nothing of it is left. Without ending.
 */
export function fileName(text: string, otherwise: string): string {
  const plain = text.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ');
  const cut = plain
    .trim()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/u, '');
  // A name that begins with a full stop is hidden, one that ends with one or a space cannot be opened on Windows.
  const name = cut.replace(/^[.\s]+|[.\s]+$/gu, '');
  if (name === '') return otherwise;
  return DEVICE.test(name) ? `_${name}` : name;
}
