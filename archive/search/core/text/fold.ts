import { foldForm } from './words.ts';

/** Stands between blocks in a folded text. No phrase has it. */
const BLOCK_BREAK = '\n';
const SECTION_SIGN = '\u0001';
/** Stands between the title, the lead and the rest. */
const SECTION_BREAK = `${BLOCK_BREAK}${SECTION_SIGN}${BLOCK_BREAK}`;

/** The parts of a release that words are looked for in. */
export interface TextSections {
  readonly title: readonly string[];
  readonly lead: readonly string[];
  /** The body and what stands below it. */
  readonly body: readonly string[];
}

/**
 * A text as phrases are compared with it: lower case, one kind of hyphen and apostrophe, white space of any
 * kind and length as one space.
 */
export function foldText(text: string): string {
  return foldForm(text).replace(/\s+/gu, ' ').trim();
}

/** Sections as one folded text, in which a phrase cannot reach from one block into the next. */
export function foldSections({ title, lead, body }: TextSections): string {
  return [title, lead, body]
    .map((blocks) => blocks.map((block) => foldText(block.replaceAll(SECTION_SIGN, ' '))).join(BLOCK_BREAK))
    .join(SECTION_BREAK);
}

/** One section out of a folded text. */
export function foldedSection(folded: string, section: keyof TextSections): string {
  const index = { title: 0, lead: 1, body: 2 }[section];
  return folded.split(SECTION_BREAK, 3)[index] ?? '';
}
