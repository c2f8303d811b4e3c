import { plainText } from '../model/block.ts';
import type { Block, Inline } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';
import { isBlank, linesOf, oneLine } from './inlines.ts';

/** A page's blocks with its contact blocks taken out. */
export interface ApartFromContacts {
  readonly blocks: readonly Block[];
  /** Each a list of lines; the first begins with the printed label ("Presskontakt"). */
  readonly contacts: readonly (readonly string[])[];
}

const LABEL =
  /^(?:press)?kontakt(?:er|person|personer)?(?: hos [^.:]{1,140}| (?:för|till|på|vid) [^.:]{1,140}:)?:?$|^(?:press|media) contacts?:?$|^contacts?:?$|^pressekreterare:?$/iu;
/** A phone number or an e-mail address: what ends one person's lines. */
const REACHED_AT = /@|\d{2,}[\d -]{4,}/u;
/** Contact lines are short; a longer one is running text again. */
const LONGEST_LINE = 140;
const LONGEST_LABEL = 200;
/** More lines than this without any number or address are something else. */
const FEW_LINES = 4;

/** Whether a line is the label above contact lines ("Presskontakt", "Kontaktpersoner:"). */
export function isContactLabel(line: string): boolean {
  return line.length <= LONGEST_LABEL && LABEL.test(readable(oneLine(line)));
}

/**
 * Takes contact blocks out of a page: a label, as a heading or as the first line of a paragraph, and the short
 * lines under it, up to the next heading, quote, table or running text. A label with nothing under it stays.
 */
export function takeContacts(blocks: readonly Block[]): ApartFromContacts {
  const kept: Block[] = [];
  const contacts: (readonly string[])[] = [];
  let at = 0;
  while (at < blocks.length) {
    const section = sectionAt(blocks, at);
    if (section === null) {
      const block = blocks[at];
      if (block !== undefined) kept.push(block);
      at += 1;
    } else {
      contacts.push(...section.contacts);
      at = section.next;
    }
  }
  return { blocks: kept, contacts };
}

interface Section {
  readonly contacts: readonly (readonly string[])[];
  readonly next: number;
}

function sectionAt(blocks: readonly Block[], at: number): Section | null {
  const block = blocks[at];
  if (block === undefined || !isContactLabel(firstLineOf(block))) return null;
  const [label = firstLineOf(block), ...under] = contactLines(block) ?? [];
  const groups: string[][] = [[label, ...under]];
  let next = at + 1;
  for (; next < blocks.length; next += 1) {
    const lines = contactLines(blocks[next]);
    if (lines === null || isContactLabel(lines[0] ?? '')) break;
    addLines(groups, lines);
  }
  const lines = groups.flat().slice(1);
  const isContact =
    lines.length > 0 && (lines.length <= FEW_LINES || lines.some((line) => REACHED_AT.test(line)));
  return isContact ? { contacts: groups, next } : null;
}

/** The first line of a heading or paragraph; empty for any other block. */
function firstLineOf(block: Block): string {
  if (block.type !== 'heading' && block.type !== 'paragraph') return '';
  const words = plainText(block.inlines);
  const end = words.indexOf('\n');
  return end === -1 ? words : words.slice(0, end);
}

/** Lines go to the person before them until that one's phone or mail has come. */
function addLines(groups: string[][], lines: readonly string[]): void {
  const last = groups.at(-1) ?? [];
  if (last.some((line) => REACHED_AT.test(line))) groups.push([...lines]);
  else last.push(...lines);
}

/** The lines of a block that may be part of a contact block; null for any other. */
function contactLines(block: Block | undefined): readonly string[] | null {
  if (block?.type !== 'paragraph' && block?.type !== 'list') return null;
  const leaves = block.type === 'list' ? block.items.map((item) => item.inlines) : [block.inlines];
  const lines = leaves.flatMap((leaf) => linesOf(leaf).map(withAddress)).filter((line) => !isBlank(line));
  return lines.every((line) => line.length <= LONGEST_LINE) ? lines : null;
}

/** A line's words; a mail address that only its link shows is added, since contact lines keep no links. */
function withAddress(line: readonly Inline[]): string {
  const words = plainText(line);
  const mails = line.flatMap(({ href }) => /^mailto:([^?]+)/iu.exec(href ?? '')?.[1] ?? []);
  const hidden = [...new Set(mails)].filter((mail) => !words.includes(mail));
  return oneLine([words, ...hidden].join(' '));
}
