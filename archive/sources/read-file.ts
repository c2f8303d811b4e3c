import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceItem } from '../model/source.ts';
import { decodeText } from './decode.ts';
import { g0v } from './g0v.ts';
import { withoutEnding } from './g0v-trees.ts';
import { parseHtml } from './html-dom.ts';
import { makePage } from './make-page.ts';
import type { PageOrigin } from './make-page.ts';
import { isMarkdownPage } from './markdown.ts';
import { sortOf } from './recognise.ts';
import { regeringen2014 } from './regeringen-2014.ts';
import { regeringen2026 } from './regeringen-2026.ts';
import { LARGEST_FILE, reasonOf } from './source-files.ts';
import type { SourceFile } from './source-files.ts';
import type { PageReading, Source } from './source.ts';
import type { Origin } from './source-list.ts';
import type { Survey } from './survey.ts';
import { textDump } from './text-dump.ts';

/** A file, its bytes, and where it came from. */
interface Opened {
  readonly file: SourceFile;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

/** `<folders>/<year>/<month>/<name>`: how g0v lays its pages, told by the path alone. */
const DATED_PATH = /^(?:.*\/)?(?:19|20)\d{2}\/[^/]+\/[^/]+$/u;

/**
 * Reads one file: its pages (a page listed twice with different metadata comes twice), or why there is none.
 *
 * @param site - what addresses of g0v trees are relative to where no list says it
 */
export function readFile(file: SourceFile, survey: Survey, site: string): readonly SourceItem[] {
  const settled = survey.settled.get(file.path);
  if (settled !== undefined) return settled.map(asItem);
  if (file.size > LARGEST_FILE)
    return refuse(file, 'source-unreadable', { reason: 'too-large', bytes: file.size });
  try {
    return readBytes({ file, bytes: file.read(), origin: survey.list.originOf(file.path) }, survey, site);
  } catch (error) {
    if (error instanceof ProblemError) return [asItem(error.problem)];
    if (error instanceof Error && 'code' in error) {
      return refuse(file, 'source-unreadable', { reason: reasonOf(error) });
    }
    throw error;
  }
}

function readBytes(opened: Opened, survey: Survey, site: string): readonly SourceItem[] {
  const sort = sortOf(opened.bytes);
  switch (sort) {
    case 'empty':
      return refuse(opened.file, 'source-empty', {});
    case 'html':
      return readHtml(opened);
    case 'text':
      return readText(opened, survey, site);
    case 'json':
    case 'binary':
    case 'archive':
      return refuse(opened.file, 'source-not-recognised', { sort });
  }
}

function readHtml(opened: Opened): readonly SourceItem[] {
  const { file, bytes, origin } = opened;
  const content = parseHtml(decodeText(bytes, file.file), file.file);
  const input = { content, file: file.file, address: origin.address };
  for (const source of [regeringen2026, regeringen2014]) {
    const reading = source.read(input);
    if (reading !== null) return itemsOf(reading, source, pageOrigin(opened));
  }
  return refuse(file, 'source-not-recognised', { sort: 'html' });
}

function readText(opened: Opened, survey: Survey, site: string): readonly SourceItem[] {
  const { file, bytes, origin } = opened;
  const content = decodeText(bytes, file.file);
  const listings = survey.trees.take(file.path);
  if (isMarkdownPage(content)) {
    const path = survey.trees.pathInTree(file.path) ?? datedPath(file.file);
    const isPage =
      listings.length > 0 || path?.includes('/') === true || origin.isListed || file.isHandedOver;
    if (!isPage) return refuse(file, 'source-not-recognised', { sort: 'markdown' });
    return (listings.length === 0 ? [null] : listings).flatMap((listing) => {
      const page = { markdown: content, listing, path, site: origin.site ?? site };
      const reading = g0v.read({ content: page, file: file.file, address: origin.address });
      const metadata = listing === null ? {} : { metadata: listing.metadata.canonical };
      return reading === null ? [] : itemsOf(reading, g0v, { ...pageOrigin(opened), ...metadata });
    });
  }
  const reading = textDump.read({ content, file: file.file, address: origin.address });
  if (reading !== null) return itemsOf(reading, textDump, pageOrigin(opened));
  return refuse(file, 'source-not-recognised', { sort: 'text' });
}

/** A page's path in a tree whose lists are not at hand; null when the path does not tell. */
function datedPath(file: string): string | null {
  const path = withoutEnding(file);
  return DATED_PATH.test(path) ? path : null;
}

function pageOrigin({ file, bytes, origin }: Opened): PageOrigin {
  return { file: file.file, bytes, address: origin.address, fetched: origin.fetched };
}

function itemsOf(
  reading: PageReading,
  source: Pick<Source, 'parser' | 'mediaType'>,
  origin: PageOrigin,
): readonly SourceItem[] {
  const { page, problems } = makePage(reading, source, origin);
  return [{ type: 'page', page }, ...problems.map(asItem)];
}

function refuse(
  file: SourceFile,
  code: 'source-not-recognised' | 'source-unreadable' | 'source-empty',
  params: Readonly<Record<string, string | number>>,
): readonly SourceItem[] {
  return [asItem(problem(code, { file: file.file }, params))];
}

function asItem(of: Problem): SourceItem {
  return { type: 'problem', problem: of };
}
