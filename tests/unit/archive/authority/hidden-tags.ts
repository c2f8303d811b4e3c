import type { Linker } from '../../../../archive/authority/linker.ts';
import type { Register } from '../../../../archive/authority/register.ts';
import type { Person } from '../../../../archive/model/register.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import type { ReadingLayout } from '../../../../archive/model/reading-text.ts';
import type { Said } from '../../../../archive/model/said.ts';

/** Ministers that a page is tagged with and names in its text, and those of them found without the tags. */
export interface HiddenTags {
  readonly named: readonly Person[];
  readonly found: readonly Person[];
}

/** Links a page as if its ministers' tags had been removed, as the site does when they leave. */
export function linkWithoutTags(register: Register, linker: Linker, said: Said): HiddenTags {
  const personsOf = (code: string | null): readonly Person[] =>
    code === null ? [] : register.personsOfCode(code);
  const tagged = new Set(said.tags.flatMap(({ code }) => personsOf(code)));
  if (tagged.size === 0) return { named: [], found: [] };
  const hidden = { ...said, tags: said.tags.filter(({ code }) => personsOf(code).length === 0) };
  const layout = layoutReading(hidden);
  const text = textOf(layout);
  const named = [...tagged].filter(({ name, aliases }) =>
    [name, ...aliases].some((form) => text.includes(form)),
  );
  const { ministers } = linker.link({ id: 'page', version: 'v', said: hidden, layout });
  return { named, found: named.filter(({ id }) => ministers.some(({ person }) => person === id)) };
}

/** Title, lead and body of a reading text. */
function textOf({ text, parts }: ReadingLayout): string {
  return parts
    .filter(({ place }) => place === 'title' || place === 'lead' || place === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}
