import type { Citation, CiteLanguage } from './citation.ts';
import { biblatexText, bibtexText } from './bibtex.ts';
import { cslText } from './csl.ts';
import { apa, harvard, note } from './formatted.ts';
import type { ReferenceRun } from './formatted.ts';
import { risText } from './ris.ts';

/** Files that other programs read. */
export const exportFormats = ['csl', 'ris', 'bibtex', 'biblatex'] as const;
/** References written out, to stand in a text. */
export const referenceStyles = ['harvard', 'apa', 'note'] as const;

export type ExportFormat = (typeof exportFormats)[number];
export type ReferenceStyle = (typeof referenceStyles)[number];

const writers: Readonly<Record<ExportFormat, (of: readonly Citation[], language: CiteLanguage) => string>> = {
  csl: cslText,
  ris: risText,
  bibtex: bibtexText,
  biblatex: biblatexText,
};

const styles: Readonly<
  Record<ReferenceStyle, (of: Citation, language: CiteLanguage) => readonly ReferenceRun[]>
> = { harvard, apa, note };

/** The text of a file of references, for one release or many; UTF-8. */
export function exportCitations(
  citations: readonly Citation[],
  format: ExportFormat,
  language: CiteLanguage,
): string {
  return writers[format](citations, language);
}

/** One reference in a style, as runs of text. */
export function writeReference(
  citation: Citation,
  style: ReferenceStyle,
  language: CiteLanguage,
): readonly ReferenceRun[] {
  return styles[style](citation, language);
}

/** The words of a written reference without its italics. */
export function plainReference(runs: readonly ReferenceRun[]): string {
  return runs.map((run) => run.text).join('');
}
