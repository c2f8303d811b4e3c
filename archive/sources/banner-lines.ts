import { plainText } from '../model/block.ts';
import type { Block } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';
import { parseBanner } from './banner.ts';
import { lineOf } from './block-writer.ts';
import { linesOf, oneLine } from './inlines.ts';

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
  const found = blocks.map(bannerLinesOfBlock);
  const start = found.findIndex((lines) => lines === null);
  const end = found.findLastIndex((lines) => lines === null);
  const isOuter = (index: number): boolean => start === -1 || index < start || index > end;
  found.forEach((lines, index) => isOuter(index) && lines !== null && banners.add(lines));
  return blocks.filter((_, index) => !isOuter(index));
}

function bannerLinesOfBlock(block: Block): readonly string[] | null {
  const line = lineOf(block);
  if (line === null || block.type === 'list' || block.type === 'table') return null;
  return bannerLinesOf(linesOf(block.inlines).map(plainText).join('\n'));
}
