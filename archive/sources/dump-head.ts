import type { PrintedDate } from '../model/said.ts';
import { readable } from '../model/reading-text.ts';
import type { BannerLines } from './banner-lines.ts';
import { bannerLinesOf, outerRange } from './banner-lines.ts';
import type { DumpParagraph } from './dump-paragraphs.ts';
import { oneLine } from './inlines.ts';
import { parseSwedishDate } from './swedish-date.ts';

/** What stands above the text of a dump. */
export interface DumpHead {
  readonly title: string;
  readonly senders: readonly string[];
  readonly kind: string | null;
  readonly dates: readonly PrintedDate[];
  readonly designations: readonly string[];
  /** From the head's words: Swedish or English; null when they do not tell. */
  readonly language: string | null;
  /** Whether anything in it shows that this is a page of the site, not any text. */
  readonly isPage: boolean;
  /** What follows the head, with what stood in it and is none of the above. */
  readonly rest: readonly DumpParagraph[];
}

const SENDER = /^(\p{Lu}[\p{L} -]{1,40}?) (från|from) (?=the |\p{Lu}).{2,300}$/u;
const DATE_LABEL = /^(?:senast )?(publicerad|uppdaterad|published|updated):?(?: (.*))?$/iu;
const DESIGNATION = /^(?:diarienummer|dnr|id-nummer)\b.*\d/iu;
/** How many paragraphs may stand above the title and the date. */
const DEEPEST_HEAD = 6;

/** Takes banner lines off both ends of a dump; a lone dash after a period line is its lost dates. */
export function withoutBanners(
  paragraphs: readonly DumpParagraph[],
  banners: BannerLines,
): readonly DumpParagraph[] {
  const { from, to } = outerRange(paragraphs.length, (index) => bannersAt(paragraphs, index) !== null);
  paragraphs.forEach((_, index) => {
    if (index < from || index >= to) banners.add(bannersAt(paragraphs, index) ?? []);
  });
  return paragraphs.slice(from, to);
}

function bannersAt(paragraphs: readonly DumpParagraph[], index: number): readonly string[] | null {
  const words = wordsAt(paragraphs, index);
  if (isLostDates(words) && /\bperioden$/u.test(readable(oneLine(wordsAt(paragraphs, index - 1))))) return [];
  const lines = bannerLinesOf(words);
  const next = wordsAt(paragraphs, index + 1);
  if (lines?.length === 1 && isLostDates(next)) return bannerLinesOf(`${words} ${next}`) ?? lines;
  return lines;
}

function wordsAt(paragraphs: readonly DumpParagraph[], index: number): string {
  return paragraphs[index]?.lines.join('\n') ?? '';
}

function isLostDates(words: string): boolean {
  return /^[–—-]$/u.test(words.trim());
}

/**
 * Reads the head of a dump whose banners are off: "Pressmeddelande från X", title, "Publicerad" with or without
 * a date. The title is the first paragraph that is nothing else; a page that prints its sort on a line of its
 * own ("Pressmeddelande") has it before the title.
 */
export function readDumpHead(paragraphs: readonly DumpParagraph[]): DumpHead {
  const head = new HeadReader(paragraphs);
  return head.read();
}

class HeadReader {
  readonly #paragraphs: readonly DumpParagraph[];
  readonly #senders: string[] = [];
  readonly #dates: PrintedDate[] = [];
  readonly #designations: string[] = [];
  readonly #words: DumpParagraph[] = [];
  #kind: string | null = null;
  #language: string | null = null;

  constructor(paragraphs: readonly DumpParagraph[]) {
    this.#paragraphs = paragraphs;
  }

  read(): DumpHead {
    const end = this.#end();
    this.#paragraphs.slice(0, end).forEach((paragraph) => this.#take(paragraph));
    const isPage = this.#senders.length > 0 || this.#dates.length > 0;
    this.#titleThatNamesASender();
    const [first, second] = this.#words;
    const kindAlone = this.#kind === null && second !== undefined && isKindAlone(first);
    const [title, ...others] = kindAlone ? this.#words.slice(1) : this.#words;
    return {
      title: oneLine(title?.lines.join(' ') ?? ''),
      senders: this.#senders,
      kind: kindAlone ? oneLine(first?.lines[0] ?? '') : this.#kind,
      dates: this.#dates,
      designations: this.#designations,
      language: this.#language,
      isPage,
      rest: [...others, ...this.#paragraphs.slice(end)],
    };
  }

  /** A head whose only words read like a sender line ("Hälsning från Norden") has a title, not a sender. */
  #titleThatNamesASender(): void {
    const [line] = this.#senders;
    if (line === undefined || this.#words.length > 0) return;
    this.#words.push({ lines: [line] });
    this.#senders.length = 0;
    this.#kind = null;
  }

  /** Where the head ends: after the date, or after the title where there is none. */
  #end(): number {
    const near = this.#paragraphs.slice(0, DEEPEST_HEAD);
    const lastDate = near.findLastIndex((paragraph) => datesOfParagraph(paragraph) !== null);
    if (lastDate !== -1) return lastDate + (this.#isDateOf(lastDate) ? 2 : 1);
    const title = near.findIndex((paragraph) => !SENDER.test(readable(oneLine(paragraph.lines.join(' ')))));
    return title === -1 ? 0 : title + 1;
  }

  /** Whether the paragraph after a bare "Publicerad" is its date. */
  #isDateOf(index: number): boolean {
    const bare = datesOfParagraph(this.#paragraphs[index] ?? { lines: [] })?.at(-1)?.text === '';
    return bare && parseSwedishDate(this.#paragraphs[index + 1]?.lines.join(' ') ?? '') !== null;
  }

  #take(paragraph: DumpParagraph): void {
    const line = oneLine(paragraph.lines.join(' '));
    const dates = datesOfParagraph(paragraph);
    const last = this.#dates.at(-1);
    if (last?.text === '' && parseSwedishDate(line) !== null) {
      this.#dates[this.#dates.length - 1] = { ...last, text: line };
      return;
    }
    const sender = SENDER.exec(readable(line));
    if (dates !== null) {
      this.#dates.push(...dates);
      this.#language ??= /^(?:published|updated)/iu.test(line) ? 'en' : 'sv';
    } else if (sender !== null && this.#senders.length === 0) {
      this.#senders.push(line);
      this.#kind = sender[1] ?? null;
      this.#language = sender[2] === 'from' ? 'en' : 'sv';
    } else if (DESIGNATION.test(line)) this.#designations.push(line);
    else this.#words.push(paragraph);
  }
}

/** "Pressmeddelande": one or two words on a line of their own. */
function isKindAlone(paragraph: DumpParagraph | undefined): boolean {
  return (
    paragraph?.lines.length === 1 && /^\s*\p{Lu}\p{Ll}+(?: \p{Ll}+)?\s*$/u.test(paragraph.lines[0] ?? '')
  );
}

/** The dates of a "Publicerad … · Uppdaterad …" paragraph; null when it is something else. */
function datesOfParagraph(paragraph: DumpParagraph): readonly PrintedDate[] | null {
  const line = oneLine(paragraph.lines.join(' '));
  const parts = line
    .split(/\s*[·•|]\s*|(?<!senast),?\s+(?=(?:senast )?uppdaterad\b|updated\b)/iu)
    .filter((part) => part !== '');
  const dates = parts.map(dateOfPart);
  return dates.length > 0 && dates.every((date) => date !== null) ? dates : null;
}

function dateOfPart(part: string): PrintedDate | null {
  const match = DATE_LABEL.exec(part);
  if (match === null) return null;
  const text = (match[2] ?? '').trim();
  // Words after the label are a date, read or not, only when they look like one.
  if (text !== '' && parseSwedishDate(text) === null && !/^(?:den )?\d{1,4}\b.{0,30}$/u.test(text))
    return null;
  const role = /^p/iu.test(match[1] ?? '') ? 'published' : 'updated';
  return { role, where: 'text', text };
}
