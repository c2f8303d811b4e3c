import { canonicalAddress } from '../model/address.ts';
import type { LinkedFile, PrintedDate, Tag } from '../model/said.ts';
import { BannerLines, takeOuterBanners } from './banner-lines.ts';
import { takeContacts } from './contacts.ts';
import { folderKind } from './folder-kind.ts';
import type { G0vEntry } from './g0v-entry.ts';
import { partLead } from './g0v-lead.ts';
import { g0vTitle } from './g0v-title.ts';
import type { G0vListing } from './g0v-trees.ts';
import { linkAddress, withoutLinkNote } from './hrefs.ts';
import { isBlank, oneLine } from './inlines.ts';
import { readMarkdown } from './markdown.ts';
import type { PageReading, Source } from './source.ts';

/** A page of a g0v tree as its reader meets it. */
export interface G0vPage {
  readonly markdown: string;
  /** What the tree lists of it; null when it lists nothing. */
  readonly listing: G0vListing | null;
  /** Its path within the tree without ending; null when it lies in none. */
  readonly path: string | null;
  /** What addresses in the tree are relative to. */
  readonly site: string;
}

/** A page of the tree that g0v.se publishes: Markdown, with an entry in a JSON list for about half of them. */
export const g0v: Source<G0vPage> = {
  parser: 'g0v/1',
  mediaType: 'text/markdown',
  read: ({ content, address }) => readG0vPage(content, address),
};

function readG0vPage(page: G0vPage, given: string | null): PageReading {
  const entry = page.listing?.metadata.entry ?? null;
  const printed = addressOf(page, entry);
  const base = given ?? printed;
  const { title: heading, blocks } = readMarkdown(page.markdown, base);
  const { title, designation } = g0vTitle(
    heading,
    entry === null ? null : { title: entry.title, id: entry.id ?? null },
  );
  const banners = new BannerLines();
  const text = takeContacts(takeOuterBanners(blocks, banners));
  const { lead, body } = partLead(text.blocks, entry?.summary);
  return {
    address: printed === null ? null : canonicalAddress(printed),
    problems: [],
    words: {
      title,
      lead,
      body,
      senders: [],
      tags: entry === null ? [] : tagsOf(entry),
      dates: entry === null ? [] : datesOf(entry),
      banners: banners.lines,
      contacts: text.contacts,
      attachments: filesOf(entry?.attachments, base),
      shortcuts: filesOf(entry?.shortcuts, base),
      designations: designation === null ? [] : [designation],
      kind: page.listing?.kind ?? (page.path === null ? null : folderKind(folderOf(page.path))),
      language: null,
    },
  };
}

function addressOf(page: G0vPage, entry: G0vEntry | null): string | null {
  if (entry !== null) return linkAddress(entry.url, page.site) ?? null;
  if (page.path === null) return null;
  const path = encodeURI(page.path).replace(/[?#]/gu, encodeURIComponent);
  return `${page.site.replace(/\/+$/u, '')}/${path}/`;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function tagsOf(entry: G0vEntry): readonly Tag[] {
  const tags = (role: Tag['role'], codes: readonly string[] | null | undefined): readonly Tag[] =>
    (codes ?? []).map((code) => ({ role, code, label: null }));
  return [
    ...tags('sender', entry.senders),
    ...tags('type', entry.types),
    ...tags('category', entry.categories),
  ];
}

function datesOf(entry: G0vEntry): readonly PrintedDate[] {
  const date = (role: PrintedDate['role'], text: string | null | undefined): readonly PrintedDate[] =>
    text === null || text === undefined || text.trim() === '' ? [] : [{ role, where: 'meta', text }];
  return [...date('published', entry.published), ...date('updated', entry.updated)];
}

function filesOf(links: G0vEntry['attachments'], base: string | null): readonly LinkedFile[] {
  return (links ?? []).flatMap(({ name, url }) => {
    const label = withoutLinkNote(oneLine(name));
    const href = linkAddress(url, base) ?? '';
    return isBlank(label) && href === '' ? [] : [{ label: isBlank(label) ? href : label, href }];
  });
}
