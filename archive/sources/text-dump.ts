import type { Block } from '../model/block.ts';
import type { LinkedFile } from '../model/said.ts';
import { BannerLines } from './banner-lines.ts';
import { takeContacts } from './contacts.ts';
import { dumpBlocks } from './dump-blocks.ts';
import { readDumpHead, withoutBanners } from './dump-head.ts';
import { dumpParagraphs } from './dump-paragraphs.ts';
import type { DumpParagraph } from './dump-paragraphs.ts';
import { oneLine } from './inlines.ts';
import type { PageReading, Source } from './source.ts';

const ATTACHMENTS = /^(?:ladda (?:ner|ned)|bilag(?:a|or)|attachments?|downloads?):?$/iu;
const SHORTCUTS = /^(?:genväg(?:ar)?|shortcuts?):?$/iu;
const FILE_LINE = /\((?:pdf|docx?|xlsx?|pptx?|odt|zip|html?)\b[^)]*\)/iu;
const LINE_MARK = /^\s*(?:[•·▪◦●*-]\s+)?/u;
const WEB_ADDRESS = /https?:\/\/\S+/u;
const LONGEST_LABEL = 250;

/** A page saved as text: banners first and again last, sender line, title, "Publicerad", lead, body, contacts. */
export const textDump: Source = {
  parser: 'text-dump/1',
  mediaType: 'text/plain',
  read: ({ content }) => readTextDump(content),
};

function readTextDump(text: string): PageReading | null {
  const banners = new BannerLines();
  const head = readDumpHead(withoutBanners(dumpParagraphs(text), banners));
  if (!head.isPage && banners.lines.length === 0) return null;
  const attachments = takeFiles(head.rest, ATTACHMENTS);
  const shortcuts = takeFiles(attachments.rest, SHORTCUTS);
  const { blocks, contacts } = takeContacts(dumpBlocks(shortcuts.rest));
  const { lead, body } = partLead(blocks);
  return {
    address: null,
    problems: [],
    words: {
      title: head.title,
      lead,
      body,
      senders: head.senders,
      tags: [],
      dates: head.dates,
      banners: banners.lines,
      contacts,
      attachments: attachments.files,
      shortcuts: shortcuts.files,
      designations: head.designations,
      kind: head.kind,
      language: head.language ?? (banners.lines.length > 0 ? 'sv' : null),
    },
  };
}

/** The lead is the first paragraph, where the text begins with one. */
function partLead(blocks: readonly Block[]): {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
} {
  return blocks[0]?.type === 'paragraph'
    ? { lead: blocks.slice(0, 1), body: blocks.slice(1) }
    : { lead: [], body: blocks };
}

interface Files {
  readonly files: readonly LinkedFile[];
  readonly rest: readonly DumpParagraph[];
}

/** Takes out the lines under a label such as "Ladda ner:"; a label with running text under it stays. */
function takeFiles(paragraphs: readonly DumpParagraph[], label: RegExp): Files {
  const at = paragraphs.findIndex(({ lines }) => label.test(oneLine(lines[0] ?? '').normalize('NFC')));
  const labelled = paragraphs[at];
  if (labelled === undefined) return { files: [], rest: paragraphs };
  const lines = labelled.lines.slice(1);
  let next = at + 1;
  while (next < paragraphs.length && isFileParagraph(paragraphs[next], lines.length === 0)) {
    lines.push(...(paragraphs[next]?.lines ?? []));
    next += 1;
  }
  if (lines.length === 0) return { files: [], rest: paragraphs };
  return { files: lines.map(fileOf), rest: [...paragraphs.slice(0, at), ...paragraphs.slice(next)] };
}

/** The first paragraph under the label may be any short lines; later ones must name files. */
function isFileParagraph(paragraph: DumpParagraph | undefined, isFirst: boolean): boolean {
  if (paragraph === undefined || paragraph.lines.some((line) => line.length > LONGEST_LABEL)) return false;
  if (paragraph.lines.every((line) => FILE_LINE.test(line) || WEB_ADDRESS.test(line))) return true;
  return isFirst && paragraph.lines.every((line) => !/[.!?]$/u.test(line.trim()));
}

/** A dump seldom prints where a file lies; the address is then empty. */
function fileOf(line: string): LinkedFile {
  const words = line.replace(LINE_MARK, '');
  const href = WEB_ADDRESS.exec(words)?.[0] ?? '';
  const label = oneLine(words.replace(href, ''));
  return { label: label === '' ? href : label, href };
}
