import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { G0vMetadata } from './g0v-entry.ts';

/** A metadata file of a tree: where it lies, under which name it was handed over, what it lists. */
export interface G0vMetadataFile {
  /** Path with `/`, comparable with the pages' paths. */
  readonly path: string;
  readonly file: string;
  readonly entries: readonly G0vMetadata[];
  /** One-based line of an entry, by its index; undefined when it is not found. */
  readonly lineOf: (index: number) => number | undefined;
}

/** What a tree says of one of its pages. */
export interface G0vListing {
  readonly metadata: G0vMetadata;
  /** The metadata file's own name and folder within the tree, `rattsliga-dokument/skrivelse`. */
  readonly kind: string;
}

interface Listed extends G0vListing {
  readonly source: G0vMetadataFile;
  readonly index: number;
  used: boolean;
}

/**
 * All g0v trees among the sources. A tree is known by its metadata files: `<root>/<type>.json` lists pages whose
 * addresses begin with `/<type>/` and whose texts lie at `<root>/<address>.md`.
 */
export class G0vTrees {
  readonly #listings = new Map<string, Listed[]>();
  readonly #roots = new Set<string>();

  /** Takes in a metadata file. */
  add(source: G0vMetadataFile): void {
    const { root, kind } = rootOf(source);
    this.#roots.add(root);
    source.entries.forEach((metadata, index) => {
      const path = `${root}/${pagePath(metadata.entry.url)}`;
      const listed = { metadata, kind, source, index, used: false };
      const others = this.#listings.get(path);
      if (others === undefined) this.#listings.set(path, [listed]);
      else others.push(listed);
    });
  }

  /** What is listed of the page at a path, in the order of the lists; it counts as found from then on. */
  take(path: string): readonly G0vListing[] {
    const listed = this.#listings.get(path) ?? [];
    for (const listing of listed) listing.used = true;
    return listed;
  }

  /** A page's path within its tree, without root and ending; null when it lies in no known tree. */
  pathInTree(path: string): string | null {
    let folder = path;
    for (;;) {
      const slash = folder.lastIndexOf('/');
      if (slash === -1) return null;
      folder = folder.slice(0, slash);
      if (this.#roots.has(folder)) return withoutEnding(path.slice(folder.length + 1));
    }
  }

  /** A problem for each entry whose page was never met. */
  missing(): readonly Problem[] {
    return [...this.#listings.values()].flat().flatMap(({ used, source, index, metadata: { entry } }) => {
      if (used) return [];
      const place = { file: source.file, line: source.lineOf(index) };
      return [problem('source-metadata-without-page', place, { url: entry.url, title: entry.title })];
    });
  }
}

/** `pressmeddelanden/2016/05/a-b` of `pressmeddelanden/2016/05/a-b.md`. */
export function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown)$/iu, '');
}

function pagePath(url: string): string {
  return `${url.replace(/^https?:\/\/[^/]+/iu, '').replace(/^\/+|\/+$/gu, '')}.md`;
}

/** The root is what is left of the file's path when the part that most of its addresses begin with is taken off. */
function rootOf({ path, entries }: G0vMetadataFile): { readonly root: string; readonly kind: string } {
  const segments = path.replace(/\.json$/iu, '').split('/');
  for (let count = segments.length - 1; count > 0; count -= 1) {
    const kind = segments.slice(-count).join('/');
    const fitting = entries.filter(({ entry }) => pagePath(entry.url).startsWith(`${kind}/`)).length;
    if (fitting * 2 >= entries.length) return { root: segments.slice(0, -count).join('/'), kind };
  }
  return { root: segments.slice(0, -1).join('/'), kind: segments.at(-1) ?? '' };
}
