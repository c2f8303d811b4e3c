import { plainText } from '../model/block.ts';
import type { Block, Inline } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';
import { dropStart, isBlank, joinLines, linesOf, tidyInlines } from './inlines.ts';

interface ReadLine {
  readonly kind: 'text' | 'bullet' | 'dash' | 'spoken';
  readonly inlines: readonly Inline[];
  /** How many characters the mark before the words takes. */
  readonly mark: number;
}

// The last is what a Word bullet becomes when its font is lost.
const BULLET = /^[•·▪◦●■‣\uF0B7][ \t\u00A0]*/u;
const DASH = /^(?:[–—―][ \u00A0]?|-[ \u00A0])/u;
const TIGHT_HYPHEN = /^-(?=[\p{Lu}”"])/u;
const SPOKEN_START = /^[\p{Lu}\d”"“»'(…]/u;
const SPOKEN_END = /[.!?…:”"»)]$/u;
const SAYING = /\b(?:säger|sade|sa|skriver|menar|kommenterar|says|said)\b/u;
/** Longer than any item of a typed list that lacks its full stop. */
const LONG_LINE = 160;

/**
 * The blocks that one printed paragraph makes. Lines typed with a bullet become a list. A line after a dash is
 * spoken, and a quote, when it starts as a sentence and ends as one, names its speaker or is long; other lines
 * after a dash are a list, and so are several after hyphens where nobody speaks. An empty line parts paragraphs; other line breaks stay.
 *
 * @param inlines - the paragraph, tidied (`tidyInlines`); `\n` stands for a printed line break
 */
export function paragraphBlocks(inlines: readonly Inline[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: ReadLine[] = [];
  for (const line of settleHyphens(linesOf(inlines).map(readLine))) {
    const last = run.at(-1);
    if (last !== undefined && !continues(last, line)) {
      blocks.push(...blocksOfRun(run));
      run = [];
    }
    if (!isBlankLine(line)) run.push(line);
  }
  return [...blocks, ...blocksOfRun(run)];
}

function readLine(inlines: readonly Inline[]): ReadLine {
  const text = plainText(inlines);
  const bullet = BULLET.exec(text);
  if (bullet !== null) return { kind: 'bullet', inlines, mark: bullet[0].length };
  const dash = DASH.exec(text) ?? TIGHT_HYPHEN.exec(text);
  if (dash === null) return { kind: 'text', inlines, mark: 0 };
  const kind = isSpoken(readable(text.slice(dash[0].length)).trim()) ? 'spoken' : 'dash';
  return { kind, inlines, mark: dash[0].length };
}

/** Several hyphens in one paragraph, none of them before words that someone says, are a list typed in haste. */
function settleHyphens(lines: readonly ReadLine[]): readonly ReadLine[] {
  const isHyphened = ({ inlines, mark }: ReadLine): boolean => mark > 0 && plainText(inlines).startsWith('-');
  const hyphened = lines.filter(isHyphened);
  const isList =
    hyphened.length > 1 && !hyphened.some(({ inlines }) => SAYING.test(readable(plainText(inlines))));
  return isList ? lines.map((line) => (isHyphened(line) ? { ...line, kind: 'dash' } : line)) : lines;
}

function isSpoken(words: string): boolean {
  if (!SPOKEN_START.test(words)) return false;
  return SPOKEN_END.test(words) || SAYING.test(words) || words.length > LONG_LINE;
}

/** Whether a line belongs to the block that the line before it stands in. */
function continues(before: ReadLine, line: ReadLine): boolean {
  if (isBlankLine(line)) return false;
  if (line.kind === 'text') return before.kind === 'text' || before.kind === 'spoken';
  return line.kind === before.kind && line.kind !== 'spoken';
}

function isBlankLine(line: ReadLine): boolean {
  return isBlank(plainText(line.inlines));
}

function blocksOfRun(run: readonly ReadLine[]): readonly Block[] {
  const [first] = run;
  if (first === undefined) return [];
  if (first.kind === 'bullet' || first.kind === 'dash') {
    const items = run.map(({ inlines, mark }) => ({
      depth: 0,
      inlines: tidyInlines(dropStart(inlines, mark)),
    }));
    return [
      { type: 'list', ordered: false, items: items.filter((item) => !isBlank(plainText(item.inlines))) },
    ];
  }
  const inlines = joinLines(run.map((line) => line.inlines));
  return [{ type: first.kind === 'spoken' ? 'quote' : 'paragraph', inlines }];
}
