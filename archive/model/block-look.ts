const NUMBER = /^\s*[−–+-]?\d[\d\s.,]*%?\s*$/u;
/** Behind a slash or the sign before a question's value, not within `://`. */
const BETWEEN_PARTS = /(?<=[^/:]\/|[?&])(?=[^/])/u;
const SPOKEN = /^\s*[–—-]\s/u;
/** As many letters as a title in the largest size may have: more would fill a window, or half a sheet. */
const MOST_LARGE = 140;

/** An address in its parts: a line of it ends between two of them rather than within a word. */
export function addressParts(address: string): readonly string[] {
  return address.split(BETWEEN_PARTS);
}

/** A line that someone says: it opens with a dash. */
export function isSpoken(text: string): boolean {
  return SPOKEN.test(text);
}

/** A title too long for the size that titles have. */
export function isLongTitle(title: string): boolean {
  return title.length > MOST_LARGE;
}

/** The columns that hold nothing but numbers and empty cells: numbers stand under each other by their last digit. */
export function numericColumns(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const filled = rows.map((row) => row[column] ?? '').filter((text) => text.trim() !== '');
    return filled.length > 0 && filled.every((text) => NUMBER.test(text));
  });
  return new Set(columns);
}
