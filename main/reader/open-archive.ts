import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_FORMAT, SearchClient, originalEntry } from '../../archive/index.ts';
import type { OutRelease } from '../../archive/index.ts';
import { ProblemError, noFilters, problem } from '../contract/index.ts';
import type {
  Completion,
  HeldPackage,
  OpenArchive as OpenArchiveView,
  ReaderArgs,
  RelatedRelease,
  ReleaseName,
  ReleaseView,
  SearchAnswer,
  SearchRequest,
  Settings,
  TimelineAnswer,
  VersionDiff,
} from '../contract/index.ts';
import type { JobContext } from './jobs.ts';
import type { ArchiveHead, HeadOfPackage } from './library/protocol.ts';
import { ArchiveWords } from './localise.ts';
import { adoptReadyIndex } from './ready-index.ts';
import { releaseView } from './release-view.ts';
import type { WorkArchive } from './work/work-archive.ts';
import type { WorkerEntry } from './worker-entry.ts';

/** Where indexes lie, and who searches. */
export interface SearchPlaces {
  /** Folder that disposable indexes lie in. */
  readonly indexRoot: string;
  /** Folder that indexes lie ready in for packages that come with the app; null when there is none. */
  readonly readyIndexRoot: string | null;
  readonly worker: WorkerEntry;
}

export interface OpenOptions extends SearchPlaces {
  readonly source: OpenArchiveView['source'];
  /** What its packages say of themselves; one at least. */
  readonly head: ArchiveHead;
  /** What is known of where a package comes from. */
  readonly originOf: (identity: string) => Pick<HeldPackage, 'trust' | 'isTrusted' | 'signer'>;
  readonly job: JobContext;
}

type Listing = Pick<SearchRequest, 'filters' | 'offset' | 'limit'>;
type Bounds = Pick<OpenArchiveView, 'earliest' | 'latest'>;

/** Packages that are open as one archive: what they say of themselves here, texts and index in the search worker. */
export class OpenArchive {
  readonly #options: OpenOptions;
  readonly #search: SearchClient;
  readonly #words: ArchiveWords;
  readonly #bounds: Bounds;
  readonly #releases: number;
  verified: OpenArchiveView['verified'] = 'not-verified';

  private constructor(options: OpenOptions, search: SearchClient, found: Bounds & { releases: number }) {
    this.#options = options;
    this.#search = search;
    this.#words = new ArchiveWords(options.head);
    this.#bounds = { earliest: found.earliest, latest: found.latest };
    this.#releases = found.releases;
  }

  /** Opens packages, building each index that is not there or does not fit. Throws ProblemError. */
  static async open(options: OpenOptions): Promise<OpenArchive> {
    const { head, worker, job } = options;
    const search = SearchClient.start({ workerUrl: worker.url, execArgv: worker.execArgv ?? [] });
    try {
      const bounds = await openSearch(search, packagesOf(head), options, job);
      return new OpenArchive(options, search, { ...bounds, releases: await countReleases(search, head) });
    } catch (error) {
      await search.close();
      throw error;
    }
  }

  get view(): OpenArchiveView {
    const { source, head } = this.#options;
    const packages = packagesOf(head);
    const identities = packages.map((one) => one.identity);
    const [first] = identities;
    return {
      source,
      key:
        source === 'library' ? `library ${head.series.map(({ series }) => series).join(' ')}` : (first ?? ''),
      edition: identities.join(' '),
      path: source === 'library' ? null : (packages[0]?.dir ?? null),
      packages: packages.map((one) => this.#held(one.identity)),
      releases: this.#releases,
      verified: this.verified,
      ...this.#bounds,
    };
  }

  /** The folders of its packages. */
  get dirs(): readonly string[] {
    return packagesOf(this.#options.head).map(({ dir }) => dir);
  }

  /** Answers a search, its labels in a language of the interface. Throws ProblemError. */
  async search(request: SearchRequest, language: Settings['language']): Promise<SearchAnswer> {
    return this.#words.answer(await this.#search.search(request), language);
  }

  /** Counts a result by time, with the governments of that time. Throws ProblemError. */
  async timeline(request: ReaderArgs<'timeline'>): Promise<TimelineAnswer> {
    const timeline = await this.#search.timeline(request);
    const { scale, shown } = timeline;
    const days = [scale, shown].filter((stretch) => stretch !== null);
    const from = days.map((stretch) => stretch.from).toSorted()[0];
    const to = days
      .map((stretch) => stretch.to)
      .toSorted()
      .at(-1);
    const governments = from === undefined || to === undefined ? [] : this.#words.governments({ from, to });
    return { ...timeline, governments };
  }

  /** Completes a name in a query, labels in a language of the interface. Throws ProblemError. */
  async complete(
    asked: ReaderArgs<'complete'>,
    language: Settings['language'],
  ): Promise<readonly Completion[]> {
    return this.#words.completions(await this.#search.complete(asked), language);
  }

  /** One release version with everything the reader shows. Throws ProblemError when there is none. */
  async release(asked: ReaderArgs<'release'>, language: Settings['language']): Promise<ReleaseView> {
    const versions = (await this.#search.versions(asked.id)).map((held) => ({
      ...held,
      package: this.#held(packagesOf(this.#options.head)[held.package]?.identity ?? ''),
    }));
    const shown = versions.find(({ record }) => asked.version === null || record.version === asked.version);
    if (shown === undefined) throw new ProblemError(problem('release-not-found', { id: asked.id }));
    const marks = await this.#search.marks({ asked, reading: shown.record.reading });
    const series = this.#options.head.series.find((one) => one.series === shown.package.series);
    const original = originalEntry(shown.record.said.source.sha256);
    return releaseView(
      {
        shown,
        versions,
        marks,
        language,
        idOf: (id) => this.#words.idOf(shown.package.series, id),
        withdrawal: series?.withdrawals.get(shown.record.id) ?? null,
        originalKept: this.dirs.some((dir) => existsSync(join(dir, original))),
      },
      this.#words.registerOf(shown.package.series),
    );
  }

  /** What the registers of its series say. */
  get words(): ArchiveWords {
    return this.#words;
  }

  /** Releases that filters leave, the newest first, and what they are linked to. No search under way is displaced. */
  async listing(asked: Listing, language: Settings['language']): Promise<SearchAnswer> {
    const request = { ...asked, queryId: 0, query: '', sort: 'newest' } as const;
    return this.#words.answer(await this.#search.listing(request), language);
  }

  /** What differs between two versions of a release. Throws ProblemError `release-not-found`. */
  async difference(asked: ReaderArgs<'difference'>): Promise<VersionDiff> {
    return await this.#search.difference(asked);
  }

  /** What a reader's own work needs of it. */
  get forWork(): WorkArchive {
    const { head } = this.#options;
    const { key, edition } = this.view;
    const search = this.#search;
    return {
      key,
      edition,
      packages: packagesOf(head).map(({ identity, manifest }) => ({ identity, series: manifest.series })),
      briefs: async (ids) => await search.briefs(ids),
      todaysIds: async (ids) => await search.todaysIds(ids),
      listed: async (request) => await search.listed(request),
      held: async (id, version) => {
        const versions = await search.versions(id);
        return versions.find(({ record }) => version === null || record.version === version) ?? null;
      },
      isWithdrawn: (id) => head.series.some(({ withdrawals }) => withdrawals.has(id)),
      officeOf: (series, role) => {
        const isOpen = head.series.some((one) => one.series === series);
        return isOpen ? (this.#words.registerOf(series).role(role)?.office ?? null) : null;
      },
    };
  }

  /** The releases that go with one, labels in a language of the interface. Throws ProblemError. */
  async related(
    asked: ReaderArgs<'related'>,
    language: Settings['language'],
  ): Promise<readonly RelatedRelease[]> {
    return this.#words.related(await this.#search.related(asked), language);
  }

  /** The ids of everything that a search finds, in its order. Throws ProblemError. */
  async found(request: Omit<SearchRequest, 'queryId' | 'offset' | 'limit'>): Promise<readonly string[]> {
    return (await this.#search.listed({ ...request, queryId: 0, offset: 0, limit: 0 })).ids;
  }

  /** Release versions by name, a few at a time; what is not held is left out. Throws ProblemError. */
  async named(names: readonly ReleaseName[]): Promise<readonly OutRelease[]> {
    const packages = packagesOf(this.#options.head);
    return (await this.#search.named(names)).map(({ record, links, package: n, leads }) => {
      const { identity = '', manifest } = packages[n] ?? {};
      const series = this.#options.head.series.find((one) => one.series === manifest?.series);
      const { title = '', organisation = null } = series?.packages.at(-1)?.manifest ?? {};
      const withdrawal = series?.withdrawals.get(record.id) ?? null;
      return {
        record,
        links,
        register: this.#words.registerOf(manifest?.series ?? ''),
        archive: { title, organisation, identity },
        state: withdrawal !== null ? 'withdrawn' : leads ? 'live' : 'former',
        withdrawal,
      };
    });
  }

  async close(): Promise<void> {
    await this.#search.close();
  }

  #held(identity: string): HeldPackage {
    const found = packagesOf(this.#options.head).find((one) => one.identity === identity);
    if (found === undefined) throw new RangeError(`no package ${identity}`);
    const { title, organisation, rights, series, sequence, date } = found.manifest;
    const origin = this.#options.originOf(identity);
    return { identity, title, organisation, rights, series, sequence, date, ...origin };
  }
}

/**
 * Builds the indexes that packages lack, before they are installed. Every file is let go of when it is done.
 *
 * @param packages of one series, oldest first.
 */
export async function buildIndexes(
  packages: readonly Placed[],
  places: SearchPlaces,
  job: JobContext,
): Promise<void> {
  const search = SearchClient.start({
    workerUrl: places.worker.url,
    execArgv: places.worker.execArgv ?? [],
  });
  try {
    await openSearch(search, packages, places, job);
  } finally {
    await search.close();
  }
}

type Placed = Pick<HeadOfPackage, 'dir' | 'identity'>;

/** The packages of all series, each series oldest first. */
function packagesOf(head: ArchiveHead): readonly HeadOfPackage[] {
  return head.series.flatMap(({ packages }) => packages);
}

async function openSearch(
  search: SearchClient,
  packages: readonly Placed[],
  { indexRoot, readyIndexRoot }: SearchPlaces,
  job: JobContext,
): Promise<Bounds> {
  const indexOf = (identity: string): string => join(String(INDEX_FORMAT), identity);
  if (readyIndexRoot !== null)
    for (const { identity } of packages) {
      const index = indexOf(identity);
      await adoptReadyIndex({ ready: join(readyIndexRoot, index), own: join(indexRoot, index) });
    }
  return await search.open({
    packages: packages.map(({ dir, identity }) => ({ dir, indexDir: join(indexRoot, indexOf(identity)) })),
    signal: job.signal,
    onProgress: ({ what, done, total }) => job.progress(what, done, total),
  });
}

/** How many releases there are to read. One package says so itself; of several, the search counts each release once. */
async function countReleases(search: SearchClient, head: ArchiveHead): Promise<number> {
  const [only, ...others] = packagesOf(head);
  if (only !== undefined && others.length === 0) return only.manifest.counts.releases;
  const { total } = await search.search({
    queryId: 0,
    query: '',
    filters: { ...noFilters, withdrawn: true },
    sort: 'newest',
    offset: 0,
    limit: 0,
  });
  return total;
}
