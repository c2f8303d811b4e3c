import type { Linker } from '../authority/linker.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import type { ReportKeeper } from './build-report.ts';
import { versionOf } from './identity.ts';
import type { Originals } from './originals.ts';
import type { ShardWriter } from './shard-writer.ts';
import type { NextVersion, Succession } from './succession.ts';

interface WriterParts {
  readonly linker: Linker;
  readonly originals: Originals;
  readonly report: ReportKeeper;
  /** The language of the archive, where a page does not tell its own. */
  readonly language: string | null;
  /** Whether only what the packages before lack is written: the package is a delta. */
  readonly onlyNews: boolean;
}

/** Links releases and writes them into a package: all of their versions, or what is new of them. */
export class ReleaseWriter {
  readonly #parts: WriterParts;
  readonly #languages = new Set<string>();

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Of all links written, in order. */
  get languages(): readonly string[] {
    return [...this.#languages].toSorted();
  }

  write(release: Succession, shard: ShardWriter): void {
    const { report, onlyNews } = this.#parts;
    const further: Links[] = [];
    report.release(release);
    release.versions.forEach((version, n) => {
      const { said, held } = version;
      const layout = layoutReading(said);
      const links = this.#link(release.id, version, layout);
      const isRecord = !onlyNews || version.isNews;
      const isRelinked = held !== null && canonicalJson(links) !== canonicalJson(held.links);
      if (isRecord) this.#record({ release, version, layout, links, current: n === 0 }, shard);
      if (isRelinked) report.relinked(links, { file: said.source.file, isRecord });
      if (isRelinked && !isRecord) further.push(links);
    });
    for (const links of further.toSorted((a, b) => (a.version < b.version ? -1 : 1)))
      this.#links(links, shard);
  }

  #link(id: string, { version, said, held }: NextVersion, layout: ReadingLayout): Links {
    const linked = this.#parts.linker.link({ id, version, said, layout });
    // What the builder says of the whole archive holds where neither the page nor its words tell.
    const language = linked.language ?? this.#parts.language ?? held?.links.language ?? null;
    return { ...linked, language };
  }

  #record(
    { release, version: { version, said, held }, layout, links, current }: LinkedVersion,
    shard: ShardWriter,
  ): void {
    // What is carried along must still be what it was: nothing later would tell that it is not.
    if (held !== null && versionOf(said) !== version)
      throw new ProblemError(
        problem('package-record-invalid', { file: held.at.file, id: release.id }, { reason: 'version' }),
      );
    const { id, aliases } = release;
    shard.record(canonicalJson({ id, version, aliases, current, said, reading: layout.text }));
    this.#links(links, shard);
    this.#parts.originals.written(said);
    this.#parts.report.version(links, current, said.source.file);
  }

  #links(links: Links, shard: ShardWriter): void {
    shard.links(canonicalJson(links));
    if (links.language !== null) this.#languages.add(links.language);
  }
}

interface LinkedVersion {
  readonly release: Succession;
  readonly version: NextVersion;
  readonly layout: ReadingLayout;
  readonly links: Links;
  readonly current: boolean;
}
