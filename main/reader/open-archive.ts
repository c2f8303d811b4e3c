import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_FORMAT, SearchClient, openPackage } from '../../archive/index.ts';
import type { Package } from '../../archive/index.ts';
import type { Completion, OpenPackage, SearchAnswer, SearchRequest, Settings } from '../contract/index.ts';
import { ProblemError, problem } from '../contract/index.ts';
import type { ReaderArgs, ReleaseView } from '../contract/index.ts';
import type { JobContext } from './jobs.ts';
import { localiseAnswer, localiseCompletions } from './localise.ts';
import { adoptReadyIndex } from './ready-index.ts';
import { releaseView } from './release-view.ts';
import type { WorkerEntry } from './worker-entry.ts';

export interface OpenOptions {
  readonly dir: string;
  /** Folder that disposable indexes lie in. */
  readonly indexRoot: string;
  /** Folder that indexes lie ready in for packages that come with the app; null when there is none. */
  readonly readyIndexRoot: string | null;
  readonly worker: WorkerEntry;
  readonly job: JobContext;
}

/** A package that is open: its head here, its texts and index in the search worker. */
export class OpenArchive {
  readonly #package: Package;
  readonly #search: SearchClient;
  readonly #bounds: Pick<OpenPackage, 'earliest' | 'latest'>;
  verified: OpenPackage['verified'] = 'not-verified';

  private constructor(pkg: Package, search: SearchClient, bounds: Pick<OpenPackage, 'earliest' | 'latest'>) {
    this.#package = pkg;
    this.#search = search;
    this.#bounds = bounds;
  }

  /** Opens a package folder, building its index when there is none that fits. Throws ProblemError. */
  static async open({ dir, indexRoot, readyIndexRoot, worker, job }: OpenOptions): Promise<OpenArchive> {
    const pkg = await openPackage(dir);
    const search = SearchClient.start({ workerUrl: worker.url, execArgv: worker.execArgv ?? [] });
    const index = join(String(INDEX_FORMAT), pkg.identity);
    try {
      if (readyIndexRoot !== null)
        await adoptReadyIndex({ ready: join(readyIndexRoot, index), own: join(indexRoot, index) });
      const opened = await search.open({
        packages: [{ dir, indexDir: join(indexRoot, index) }],
        signal: job.signal,
        onProgress: (progress) => job.progress(progress.what, progress.done, progress.total),
      });
      return new OpenArchive(pkg, search, opened);
    } catch (error) {
      await search.close();
      throw error;
    }
  }

  get summary(): OpenPackage {
    const { manifest, identity, dir } = this.#package;
    const { title, organisation, rights, series, sequence, date, counts } = manifest;
    return {
      path: dir,
      identity,
      title,
      organisation,
      rights,
      series,
      sequence,
      date,
      releases: counts.releases,
      verified: this.verified,
      ...this.#bounds,
    };
  }

  /** Answers a search, its labels in a language of the interface. Throws ProblemError. */
  async search(request: SearchRequest, language: Settings['language']): Promise<SearchAnswer> {
    return localiseAnswer(await this.#search.search(request), this.#package.register, language);
  }

  /** Completes a name in a query, labels in a language of the interface. Throws ProblemError. */
  async complete(
    asked: ReaderArgs<'complete'>,
    language: Settings['language'],
  ): Promise<readonly Completion[]> {
    return localiseCompletions(await this.#search.complete(asked), this.#package.register, language);
  }

  /** One release version with everything the reader shows. Throws ProblemError when there is none. */
  async release(asked: ReaderArgs<'release'>, language: Settings['language']): Promise<ReleaseView> {
    const versions = await this.#search.versions(asked.id);
    const shown = versions.find(({ record }) => asked.version === null || record.version === asked.version);
    if (shown === undefined) throw new ProblemError(problem('release-not-found', { id: asked.id }));
    const marks = await this.#search.marks({ asked, reading: shown.record.reading });
    const original = this.#package.originalPath(shown.record.said.source.sha256);
    return releaseView(
      {
        shown,
        versions,
        marks,
        language,
        withdrawal: this.#package.withdrawalOf(asked.id),
        originalKept: existsSync(original),
      },
      this.#package.register,
    );
  }

  async close(): Promise<void> {
    await this.#search.close();
  }
}
