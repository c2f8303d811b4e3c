import { plainText } from '../model/block.ts';
import type { Block } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';
import { parseBanner } from './banner.ts';
import { oneLine } from './inlines.ts';

/** No box of banner lines is longer, in characters. */
const LONGEST_BOX = 4000;

/** Gathers banner lines in page order, each different one once: the site prints its boxes twice over. */
export class BannerLines {
  readonly #lines = new Map<string, string>();

  /** Banner lines so far, on one line each and otherwise as printed. */
  get lines(): readonly string[] {
    return [...this.#lines.values()];
  }

  add(lines: readonly string[]): void {
    for (const line of lines) {
      const printed = oneLine(line);
      const key = readable(printed);
      if (!this.#lines.has(key)) this.#lines.set(key, printed);
    }
  }
}

/**
 * The banner lines that a printed paragraph holds: one, broken over lines or not, or one on each line. Null when
 * anything else stands in it.
 */
export function bannerLinesOf(paragraph: string): readonly string[] | null {
  const whole = oneLine(paragraph);
  if (parseBanner(whole) !== null) return [whole];
  const lines = paragraph.split('\n').map(oneLine);
  return lines.length > 1 && lines.every((line) => parseBanner(line) !== null) ? lines : null;
}

/** Takes banner lines off the start and the end of a page's blocks; those within running text are text. */
export function takeOuterBanners(blocks: readonly Block[], banners: BannerLines): readonly Block[] {
  const { from, to } = outerRange(blocks.length, (index) => bannerLinesOfBlock(blocks[index]) !== null);
  for (const block of [...blocks.slice(0, from), ...blocks.slice(to)]) {
    banners.add(bannerLinesOfBlock(block) ?? []);
  }
  return blocks.slice(from, to);
}

/** What is left of a row when those that fit are taken off both its ends: `from` inclusive, `to` exclusive. */
export function outerRange(
  length: number,
  fits: (index: number) => boolean,
): { readonly from: number; readonly to: number } {
  let [from, to] = [0, length];
  while (from < to && fits(from)) from += 1;
  while (to > from && fits(to - 1)) to -= 1;
  return { from, to };
}

function bannerLinesOfBlock(block: Block | undefined): readonly string[] | null {
  if (block === undefined || block.type === 'list' || block.type === 'table') return null;
  const words = plainText(block.inlines);
  return words.length > LONGEST_BOX ? null : bannerLinesOf(words);
}
