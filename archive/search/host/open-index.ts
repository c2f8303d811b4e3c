import type { Links } from '../../model/links.ts';
import type { RelatedRelease } from '../../model/related.ts';
import type { ReleaseName } from '../../model/release-link.ts';
import type { ReleaseRecord } from '../../model/said.ts';
import type { SearchRequest } from '../../model/search.ts';
import type { PlaceColumn } from '../core/catalogue/columns.ts';
import { Completer } from '../core/complete/completer.ts';
import { SearchEngine } from '../core/engine.ts';
import { isLive, partWith } from '../core/joined/parts.ts';
import { Kept } from '../core/match/kept.ts';
import { IndexFormatError } from '../core/packed/format-error.ts';
import { RelatedFinder } from '../core/related/related.ts';
import type { Listed } from './briefs.ts';
import { boundsOf, joinedBounds } from './day-bounds.ts';
import type { Opened } from './index-head.ts';
import type { PackagePlace } from './index-part.ts';
import { searchedAs } from './searched.ts';
import type { Searched, SearchedPart } from './searched.ts';
import { openChains } from './usable.ts';
import type { Chains } from './usable.ts';

export type { Opened } from './index-head.ts';

/** One version of a release. */
export interface HeldVersion {
  readonly record: ReleaseRecord;
  readonly links: Links;
  /** Which of the packages that are open holds the record: its position among those asked for. */
  readonly package: number;
}

/** A version that was asked for by name. */
export interface NamedVersion extends HeldVersion {
  /** False for an earlier version. */
  readonly leads: boolean;
}

/** Releases kept once read: a few pages of results. */
const MOST_RECENT = 48;
/** Letters that some name and some word may begin with: which, does not matter. */
const ANY_BEGINNING = 'an';

/**
 * Packages with their indexes, open for search as one. Whatever is read of an index is checked then: a call throws
 * IndexDamaged or IndexFormatError when it meets bytes that are not what was written.
 */
export class OpenIndex {
  readonly engine: SearchEngine;
  readonly completer: Completer;
  readonly #related: RelatedFinder;
  readonly #searched: Searched;
  readonly #chains: Chains;
  /** Releases read last: with a letter more, a query finds mostly the same. */
  readonly #recent = new Kept<HeldVersion>(MOST_RECENT);

  private constructor(chains: Chains) {
    this.#chains = chains;
    this.#searched = searchedAs(chains);
    const { parts, catalogue, indexes, names } = this.#searched;
    this.completer = new Completer(catalogue, names);
    const holdings = {
      indexes,
      catalogue,
      names,
      namesOf: (ref: number) => partWith(parts, ref).names,
      readVersion: (ref: number) => this.#recent.get(String(ref), () => this.#leading(ref)),
    };
    this.engine = new SearchEngine(holdings);
    this.#related = new RelatedFinder({ ...holdings, sizeOf: (ref) => this.#sizeOf(ref) });
  }

  /**
   * Opens packages, of one series or several, in whatever order they are named. Of the index of one that is alone
   * only what says what it is is read.
   *
   * @throws IndexesUnbuilt with the indexes that are to be built first; ProblemError when there is no package;
   *   IndexDamaged or IndexFormatError as all calls.
   */
  static async open(packages: readonly PackagePlace[]): Promise<OpenIndex> {
    const chains = await openChains(packages);
    try {
      return new OpenIndex(chains);
    } catch (error) {
      closeAll(chains);
      throw error;
    }
  }

  get opened(): Opened {
    return joinedBounds(
      this.#searched.parts.map(({ live, catalogue, opened }) =>
        live === null ? opened.part.head : boundsOf({ ...daysOf(catalogue), live }),
      ),
    );
  }

  /**
   * All versions of a release, by its id or a former id, the leading one first; none when it is not held. Where
   * several series hold it, those of the first come first.
   */
  versions(id: string): readonly HeldVersion[] {
    return this.#held(id).flatMap(({ part, local }) => versionsOf(part, local));
  }

  /** The releases that go with one, by its id or a former id, the closest first; none when it is not held. */
  related(id: string): readonly RelatedRelease[] {
    const [first] = this.#held(id);
    return first === undefined ? [] : this.#related.of(first.part.base + first.local);
  }

  /** The id that a release has today, by its id or a former id; null when it is not held. */
  todaysId(id: string): string | null {
    for (const part of this.#searched.parts) {
      const local = part.catalogue.refOf(id);
      if (local !== null && isLive(part, local)) return part.catalogue.idOf(local);
    }
    return null;
  }

  /** Everything that a search finds, whatever page it asks for. No release is read. */
  listed(request: SearchRequest): Listed {
    const { page } = this.engine.find({ ...request, offset: 0, limit: this.#searched.catalogue.size });
    const found = page.map(({ ref }) => {
      const part = partWith(this.#searched.parts, ref);
      const local = ref - part.base;
      const { versions, records } = part.catalogue;
      const file = records.file[versions[local] ?? 0] ?? 0;
      const position = part.chain[records.packages[file] ?? 0]?.position ?? 0;
      return { id: part.catalogue.idOf(local), position };
    });
    return { ids: found.map(({ id }) => id), packages: found.map(({ position }) => position) };
  }

  /** Versions by name: the leading one where none is named; what is not held is left out. */
  named(names: readonly ReleaseName[]): readonly NamedVersion[] {
    return names.flatMap(({ id, version }) => {
      const held = this.versions(id);
      const n = version === null ? 0 : held.findIndex(({ record }) => record.version.startsWith(version));
      const found = held[n];
      return found === undefined ? [] : [{ ...found, leads: n === 0 }];
    });
  }

  /**
   * Reads ahead what a first truncated word and a first completed name would wait for: the vocabulary of forms and
   * the list of names. Takes some tenths of a second.
   */
  prepare(): void {
    this.completer.complete(ANY_BEGINNING, ANY_BEGINNING.length);
    this.#searched.indexes.forms.expand({ type: 'wildcard', pieces: [ANY_BEGINNING, ''] }, 1);
  }

  close(): void {
    closeAll(this.#chains);
  }

  /** Where a release lies; where only former ids are so, the last one that had it. */
  #held(id: string): readonly { readonly part: SearchedPart; readonly local: number }[] {
    const refs = this.#searched.parts.flatMap((part) => {
      const local = part.catalogue.refOf(id);
      if (local === null || !isLive(part, local)) return [];
      return [{ part, local, isOwn: part.catalogue.idOf(local) === id }];
    });
    const own = refs.filter(({ isOwn }) => isOwn);
    return own.length > 0 ? own : refs.slice(-1);
  }

  /** Bytes of the record of a release's leading version. */
  #sizeOf(ref: number): number {
    const { base, catalogue } = partWith(this.#searched.parts, ref);
    return catalogue.records.length[catalogue.versions[ref - base] ?? 0] ?? 0;
  }

  #leading(ref: number): HeldVersion {
    const part = partWith(this.#searched.parts, ref);
    return versionAt(part, part.catalogue.versions[ref - part.base] ?? 0);
  }
}

function versionsOf(part: SearchedPart, local: number): readonly HeldVersion[] {
  const { versions } = part.catalogue;
  const [start, end] = [versions[local] ?? 0, versions[local + 1] ?? 0];
  return Array.from({ length: end - start }, (_, n) => versionAt(part, start + n));
}

/** @param place its number in the columns of places. */
function versionAt({ catalogue, chain }: SearchedPart, place: number): HeldVersion {
  const at = (places: PlaceColumn): number => places.packages[places.file[place] ?? 0] ?? 0;
  const [recordIn, linksIn] = [chain[at(catalogue.records)], chain[at(catalogue.links)]];
  if (recordIn === undefined || linksIn === undefined)
    throw new IndexFormatError('there are not so many packages');
  return {
    record: recordIn.part.lines.record(lineAt(catalogue.records, place)),
    links: linksIn.part.lines.links(lineAt(catalogue.links, place)),
    package: recordIn.position,
  };
}

function lineAt(places: PlaceColumn, at: number): { file: string; offset: number; length: number } {
  return {
    file: places.files[places.file[at] ?? 0] ?? '',
    offset: places.offset[at] ?? 0,
    length: places.length[at] ?? 0,
  };
}

function daysOf({ size, earliest, latest }: SearchedPart['catalogue']): {
  size: number;
  earliest: Int32Array;
  latest: Int32Array;
} {
  return { size, earliest, latest };
}

function closeAll(chains: Chains): void {
  for (const { part } of chains.flat()) part.close();
}
