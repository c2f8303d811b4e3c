import type { CitationFormat, ReferenceRun, ReferenceStyle } from '../model/reference.ts';
import type { Citation, CiteLanguage } from './citation.ts';
import { biblatexEntry, bibtexEntry } from './bibtex.ts';
import { cslEntry } from './csl.ts';
import { apa, harvard, note } from './formatted.ts';
import { risRecord } from './ris.ts';

/** How a file of references is put together, so that a long one need never be held as a whole. */
interface CitationFile {
  readonly head: string;
  readonly entry: (of: Citation, language: CiteLanguage) => string;
  readonly between: string;
  readonly tail: string;
}

export const citationFiles: Readonly<Record<CitationFormat, CitationFile>> = {
  csl: { head: '[\n', entry: cslEntry, between: ',\n', tail: '\n]\n' },
  ris: { head: '', entry: risRecord, between: '', tail: '' },
  bibtex: { head: '', entry: bibtexEntry, between: '\n', tail: '' },
  biblatex: { head: '', entry: biblatexEntry, between: '\n', tail: '' },
};

const styles: Readonly<
  Record<ReferenceStyle, (of: Citation, language: CiteLanguage) => readonly ReferenceRun[]>
> = { harvard, apa, note };

/** The text of a file of references, for one release or many; UTF-8. */
export function exportCitations(
  citations: readonly Citation[],
  format: CitationFormat,
  language: CiteLanguage,
): string {
  const { head, entry, between, tail } = citationFiles[format];
  return head + citations.map((citation) => entry(citation, language)).join(between) + tail;
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
