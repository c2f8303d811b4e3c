import { canonicalAddress } from '../model/address.ts';
import type { PrintedDate, Tag } from '../model/said.ts';
import { attributeOf, descendants, findElement, hasClass, outermost, textOf } from './html-dom.ts';
import type { HtmlElement } from './html-dom.ts';
import { folderKind } from './folder-kind.ts';
import { metaOf } from './site-frame.ts';
import type { Framed } from './site-frame.ts';

const TAXONOMY = /\/tx\/(\d+)\/?$/u;

/**
 * The labels of a page: those of its sender lines, and those of its category block. One of the latter is a type when
 * the page's address has a folder of that name or its sender line begins with that word; a sender is not repeated.
 */
export function tagsOf(
  framed: Framed,
  senderElements: readonly HtmlElement[],
  senders: readonly string[],
): readonly Tag[] {
  const fromSenders = senderElements.flatMap((element) => taxonomyLinks(element));
  const codes = new Set(fromSenders.map((tag) => tag.code));
  const categories = outermost(framed.main, (element) => hasClass(element, 'block--politikomrLinks'))
    .flatMap((element) => taxonomyLinks(element))
    .filter((tag) => !codes.has(tag.code));
  const folders = foldersOf(framed);
  const kinds = senders.map((line) => kindOfSenderLine(line)?.toLowerCase());
  return [
    ...fromSenders.map((tag): Tag => ({ ...tag, role: 'sender' })),
    ...categories.map((tag): Tag => {
      const isType = placeOf(tag.label, folders) !== -1 || kinds.includes(tag.label.toLowerCase());
      return { ...tag, role: isType ? 'type' : 'category' };
    }),
  ];
}

/** What the page calls its sort: the word its sender line begins with, its innermost type, or its folder. */
export function kindOf(framed: Framed, senders: readonly string[], tags: readonly Tag[]): string | null {
  const printed = senders.map(kindOfSenderLine).find((kind) => kind !== null);
  if (printed !== undefined && printed !== null) return printed;
  const folders = foldersOf(framed);
  const innermost = tags
    .filter((tag) => tag.role === 'type')
    .toSorted((a, b) => placeOf(b.label, folders) - placeOf(a.label, folders))[0];
  return innermost?.label ?? folderKind(folders.join('/'));
}

/** "Pressmeddelande" of "Pressmeddelande från …"; null when the line is not of that form. */
export function kindOfSenderLine(line: string): string | null {
  return /^(\p{L}[^:]*?) (?:från|from) \S/u.exec(line.normalize('NFC'))?.[1] ?? null;
}

/** The folders of a page's address; none where it is unknown. */
function foldersOf({ base }: Framed): readonly string[] {
  return (base === null ? '' : (canonicalAddress(base) ?? '')).split('/').slice(3, -1);
}

/** Which of the folders is named by a label, in the singular or the plural; -1 when none is. */
function placeOf(label: string | null, folders: readonly string[]): number {
  const slug = slugOf(label ?? '');
  const plurals = [slug, `${slug}n`, `${slug}r`, `${slug}er`, slug.replace(/el$/u, 'lar')];
  return folders.findLastIndex((folder) => plurals.includes(folder));
}

function taxonomyLinks(box: HtmlElement): readonly { readonly code: string; readonly label: string }[] {
  return [...descendants(box)].flatMap((element) => {
    const code = TAXONOMY.exec(attributeOf(element, 'href') ?? '')?.[1];
    return code === undefined ? [] : [{ code, label: textOf(element) }];
  });
}

/** A label as the site writes it in addresses: "Kommittédirektiv" is `kommittedirektiv`. */
function slugOf(label: string): string {
  return label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, '-');
}

/**
 * Dates as printed. `DC.Date.Created` is kept as what it says, a day of creation: on pages moved in 2015 it is
 * the day of the move, so it never stands for publication.
 */
export function datesOf({ document, main }: Framed): readonly PrintedDate[] {
  const meta = (role: PrintedDate['role'], ...names: string[]): readonly PrintedDate[] => {
    const text = names.map((name) => metaOf(document, name)).find((content) => content !== null);
    return text === undefined || text === null ? [] : [{ role, where: 'meta', text: text.trim() }];
  };
  const printed = (role: PrintedDate['role']): readonly PrintedDate[] => {
    const box = findElement(main, (element) => hasClass(element, 'date-publ-updated'));
    const span = box === null ? null : findElement(box, (element) => hasClass(element, role));
    const time = span === null ? null : findElement(span, (element) => element.tagName === 'time');
    if (time === null) return [];
    return [{ role, where: 'text', text: textOf(time) || (attributeOf(time, 'datetime') ?? '').trim() }];
  };
  return [
    ...meta('published', 'published', 'og:published', 'DC.Date'),
    ...printed('published'),
    ...printed('updated'),
    ...meta('created', 'DC.Date.Created'),
  ];
}
