/** Where a text comes nearest to a pattern: it ends before `end`, and takes `errors` edits. */
export interface NearEnd {
  readonly end: number;
  readonly errors: number;
}

const WORD = 32;

/**
 * For every place of a text, the fewest insertions, deletions and replacements of UTF-16 units that make a stretch ending there
 * into the pattern; `errors[n]` is of those that end before n. Takes time in proportion to the length of the text times that of
 * the pattern, by 32.
 *
 * Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (1999), in the form for
 * patterns of any length: a column of the table of edit distances is held as the differences between its neighbouring cells, a
 * bit each, in blocks of 32.
 */
export function errorsByEnd(text: string, pattern: string): Int32Array {
  const blocks = Math.ceil(pattern.length / WORD);
  const masks = masksOf(pattern, blocks);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const lastBit = 1 << ((pattern.length - 1) % WORD);
  const none = new Int32Array(blocks);
  const errors = new Int32Array(text.length + 1);
  errors[0] = pattern.length;
  for (let at = 0; at < text.length; at += 1) {
    const mask = masks.get(text.charCodeAt(at)) ?? none;
    let carry = 0;
    for (let block = 0; block < blocks; block += 1) {
      const top = block === blocks - 1 ? lastBit : 1 << (WORD - 1);
      // One by one: this runs some ten million times for a long passage.
      const p = plus[block] ?? 0;
      const m = minus[block] ?? 0;
      const same = mask[block] ?? 0;
      const below = carry < 0 ? 1 : 0;
      const down = same | m;
      const equal = same | below;
      const across = (((equal & p) + p) ^ p) | equal;
      let more = m | ~(across | p);
      let less = p & across;
      const out = ((more & top) === 0 ? 0 : 1) - ((less & top) === 0 ? 0 : 1);
      more = (more << 1) | (carry > 0 ? 1 : 0);
      less = (less << 1) | below;
      plus[block] = less | ~(down | more);
      minus[block] = more & down;
      carry = out;
    }
    errors[at + 1] = (errors[at] ?? 0) + carry;
  }
  return errors;
}

/** Where the stretch that ends before `end`, and comes nearest to the pattern, begins. */
export function startOfNearest(text: string, pattern: string, { end, errors }: NearEnd): number {
  const from = Math.max(0, end - pattern.length - errors);
  const back = errorsByEnd(reversed(text.slice(from, end)), reversed(pattern));
  let best = 0;
  for (let length = 1; length < back.length; length += 1)
    if ((back[length] ?? 0) < (back[best] ?? 0)) best = length;
  return end - best;
}

/** How alike two short texts are: one less the share of edits that make one into the other. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let x = 0; x < a.length; x += 1) {
    const next = [x + 1];
    for (let y = 0; y < b.length; y += 1) {
      const replaced = (row[y] ?? 0) + (a[x] === b[y] ? 0 : 1);
      next.push(Math.min(replaced, (row[y + 1] ?? 0) + 1, (next[y] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** By UTF-16 unit: the places of the pattern that have it, as bits. */
function masksOf(pattern: string, blocks: number): ReadonlyMap<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(at);
    const mask = masks.get(unit) ?? new Int32Array(blocks);
    const block = Math.floor(at / WORD);
    mask[block] = (mask[block] ?? 0) | (1 << (at % WORD));
    masks.set(unit, mask);
  }
  return masks;
}

/** By UTF-16 units, not characters: only compared with what is reversed likewise. */
function reversed(text: string): string {
  let out = '';
  for (let at = text.length - 1; at >= 0; at -= 1) out += text[at] ?? '';
  return out;
}
