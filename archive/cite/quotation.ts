import type { CiteLanguage } from './citation.ts';

/** Any sign that is used as a double quotation mark, with what stands before it. */
const DOUBLE = /(^|[\s([{–—-]?)(["“”„«»])/gu;

/**
 * A title within quotation marks, those inside it turned into the other kind: ”a ’b’ c” in Swedish, where both
 * marks of a pair look alike; ‘a “b” c’ in English.
 */
export function quoted(title: string, language: CiteLanguage): string {
  if (language === 'sv') return `”${title.replace(DOUBLE, '$1’')}”`;
  return `‘${title.replace(
    DOUBLE,
    (...[, before, , at]: readonly [string, string, string, number]) =>
      // A mark opens at the start and after a space, a bracket or a dash.
      before + (at === 0 || before !== '' ? '“' : '”'),
  )}’`;
}
