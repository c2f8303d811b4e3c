import { Cite, plugins } from '@citation-js/core';
// Both make themselves known to the core.
await import('@citation-js/plugin-ris');
await import('@citation-js/plugin-bibtex');

/** A reference as a program that we did not write reads it. */
export interface ReadBack {
  readonly type: unknown;
  readonly title: string;
  readonly authors: readonly string[];
  /** Year, month, day as far as given; words where it says it in words; null where there is none. */
  readonly issued: readonly number[] | string | null;
  readonly accessed: readonly number[] | null;
  readonly url: string | null;
  readonly note: string;
}

/** Reads a file of references with Citation.js. */
export function readBack(text: string): readonly ReadBack[] {
  return new Cite(text, { generateGraph: false }).data.map((item) => ({
    type: item['type'],
    title: textOf(item['title']),
    authors: ((item['author'] ?? []) as readonly Name[]).map(nameText),
    issued: issuedText(item['issued'] as DateValue | undefined),
    accessed: (item['accessed'] as DateValue | undefined)?.['date-parts']?.[0] ?? null,
    url: (item['URL'] as string | undefined) ?? null,
    note: textOf(item['note']),
  }));
}

/** The items, without any field, type, name or date that CSL 1.0.2 does not have in this form. */
export function onlyCsl(items: readonly Readonly<Record<string, unknown>>[]): readonly object[] {
  return plugins.input.util.clean(items, false);
}

interface Name {
  readonly literal?: string;
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
}

interface DateValue {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
  readonly raw?: string;
}

/** A name as it is written with the surname first; a body's name has no parts, or had a comma in it. */
function nameText({ literal, family, given, suffix }: Name): string {
  return literal ?? [family, given, suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

function issuedText(date: DateValue | undefined): ReadBack['issued'] {
  return date?.['date-parts']?.[0] ?? date?.literal ?? date?.raw ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
