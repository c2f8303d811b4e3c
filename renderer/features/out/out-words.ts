import type { CitationFormat, ReferenceForm } from '../../../main/contract/index.ts';
import type { PlainKey } from '../../i18n/words.tsx';

export const styleNames = {
  harvard: 'style.harvard',
  apa: 'style.apa',
  note: 'style.note',
} as const satisfies Readonly<Record<ReferenceForm['style'], PlainKey>>;

export const authorNames = {
  department: 'author.department',
  government: 'author.government',
  minister: 'author.minister',
} as const satisfies Readonly<Record<ReferenceForm['author'], PlainKey>>;

/** Formats by their own names, the same in every language; the most used first. */
export const citationNames: readonly (readonly [CitationFormat, string])[] = [
  ['ris', 'RIS'],
  ['bibtex', 'BibTeX'],
  ['biblatex', 'BibLaTeX'],
  ['csl', 'CSL-JSON'],
];
