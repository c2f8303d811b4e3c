import type { Relations } from '../index-port.ts';
import type { TextIndexName } from '../index-settings.ts';
import { IndexFormatError } from '../packed/format-error.ts';
import type { SectionSink, SectionSource } from '../packed/sections.ts';
import type { PackedSegment } from '../packed/segment.ts';
import { termBytes } from '../packed/term-bytes.ts';
import { NumberLists, writeNumberLists } from './number-lists.ts';

/** How a form hangs together with terms. */
export interface FormTerms {
  /** The term that it is found under; null for a stop word. */
  readonly termOf: (form: string) => string | null;
  /** The terms of its parts, when it is a compound; none otherwise. */
  readonly partTermsOf: (form: string) => readonly string[];
}

/**
 * Writes which forms belong to each term, and which have a part of each part term. Forms and terms are known by
 * their number in their index, so that no word is stored twice.
 *
 * @param words all terms of each index, in order.
 */
export function storeRelations(
  words: Readonly<Record<TextIndexName, readonly string[]>>,
  { termOf, partTermsOf }: FormTerms,
  sink: SectionSink,
  prefix: string,
): void {
  const ofTerm = new Map<string, number[]>();
  const ofPart = new Map<string, number[]>();
  words.forms.forEach((form, number) => {
    const term = termOf(form);
    if (term !== null) put(ofTerm, term, number);
    for (const part of new Set(partTermsOf(form))) put(ofPart, part, number);
  });
  const lists = (terms: readonly string[], of: ReadonlyMap<string, readonly number[]>): readonly number[][] =>
    terms.map((term) => [...(of.get(term) ?? [])]);
  writeNumberLists(lists(words.terms, ofTerm), sink, `${prefix}terms`);
  writeNumberLists(lists(words.parts, ofPart), sink, `${prefix}parts`);
}

/**
 * Opens what `storeRelations` wrote; it is read where a question touches it.
 *
 * @param segments the indexes that it was written for.
 * @throws IndexFormatError when there is nothing of the kind under that prefix.
 */
export function openRelations(
  source: SectionSource,
  prefix: string,
  segments: Readonly<Record<TextIndexName, PackedSegment>>,
): Relations {
  const formsBy = (name: 'terms' | 'parts'): ((term: string) => readonly string[]) => {
    const range = source.section(prefix + name);
    if (range === null) throw new IndexFormatError(`${prefix}${name} is missing`);
    let lists: NumberLists | null = null;
    return (term) => {
      const number = segments[name].numberOf(termBytes(term));
      lists ??= new NumberLists(range);
      return number === null ? [] : segments.forms.termsAt(lists.list(number));
    };
  };
  return { formsOf: formsBy('terms'), formsWithPart: formsBy('parts') };
}

function put(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}
