import { citationFiles } from '../cite/cite.ts';
import { citationFormats } from '../model/reference.ts';
import type { CitationFormat, ReferenceForm } from '../model/reference.ts';
import { csvHead, csvLine } from './csv.ts';
import { describe } from './described.ts';
import { citationFor, referenceFor } from './out-release.ts';
import type { OutRelease } from './out-release.ts';

/** Files that hold one or many releases. */
export type ListFormat = CitationFormat | 'references' | 'csv' | 'json';

/** Writes a file piece by piece: a long list is never held as a whole. UTF-8. */
export interface ListWriter {
  readonly head: string;
  /** @param n which of the list, from 0. */
  readonly item: (release: OutRelease, n: number) => string;
  readonly tail: string;
}

/** Version of the JSON format (docs/exports.md). */
const JSON_VERSION = 1;

/** A writer of a format. `form` says how references are written, and in which language labels and heads are. */
export function listWriter(format: ListFormat, form: ReferenceForm): ListWriter {
  const isCitation = (name: ListFormat): name is CitationFormat =>
    citationFormats.some((one) => one === name);
  if (isCitation(format)) return citationWriter(format, form);
  switch (format) {
    case 'references':
      return {
        head: '',
        item: (release, n) => `${n === 0 ? '' : '\n'}${referenceFor(release, form)}\n`,
        tail: '',
      };
    case 'csv':
      return {
        head: csvHead(form.language),
        item: (release) => csvLine(describe(release, form), form.language),
        tail: '',
      };
    case 'json':
      return {
        head: `{\n"format": "lasesal-export",\n"version": ${JSON_VERSION},\n"language": "${form.language}",\n"releases": [\n`,
        item: (release, n) => `${n === 0 ? '' : ',\n'}${jsonItem(release, form)}`,
        tail: '\n]\n}\n',
      };
  }
}

function citationWriter(format: CitationFormat, form: ReferenceForm): ListWriter {
  const { head, entry, between, tail } = citationFiles[format];
  return {
    head,
    item: (release, n) => (n === 0 ? '' : between) + entry(citationFor(release, form.author), form.language),
    tail,
  };
}

function jsonItem(release: OutRelease, form: ReferenceForm): string {
  return JSON.stringify({ ...describe(release, form), text: release.record.reading });
}
