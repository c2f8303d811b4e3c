import { mkdirSync } from 'node:fs';
import { canonicalJson } from '../../../archive/model/canonical-json.ts';
import type { Links } from '../../../archive/model/links.ts';
import { PACKAGE_FORMAT } from '../../../archive/model/manifest.ts';
import type { PackageManifest } from '../../../archive/model/manifest.ts';
import type { RegisterData } from '../../../archive/model/register.ts';
import type { ReleaseRecord } from '../../../archive/model/said.ts';
import { linksEntry, releasesEntry, shardOf } from '../../../archive/package/entry-names.ts';
import { BagWriter } from '../../../archive/package/write-bag.ts';
import type { EntryWriter } from '../../../archive/package/write-bag.ts';

export interface WrittenRelease {
  readonly record: ReleaseRecord;
  readonly links: Links;
}

/** Where a package stands in its series. */
type PackageSequence = Pick<PackageManifest, 'sequence' | 'previous'>;

/** What a delta brings is told to readers; search has no use for it. */
const NO_COUNTS = { new: 0, changed: 0, links: 0, withdrawn: 0, revoked: 0 };

const FIRST: PackageSequence = { sequence: 1, previous: null };

/** Writes a package of given releases, by rising id, as they are: nothing is linked anew. */
export class PackageWriter {
  readonly #bag: BagWriter;
  readonly #register: RegisterData;
  #shard: Shard | null = null;
  #count = 0;

  constructor(dir: string, register: RegisterData) {
    mkdirSync(dir, { recursive: true });
    this.#bag = new BagWriter(dir);
    this.#register = register;
  }

  add({ record, links }: WrittenRelease): void {
    const name = shardOf(record.id);
    if (this.#shard?.name !== name) {
      this.#shard?.close();
      this.#shard = new Shard(this.#bag, name);
    }
    this.#shard.add(record, links);
    this.#count += 1;
  }

  /** @returns the package's identity. */
  close(title: string, { sequence, previous }: PackageSequence = FIRST): string {
    this.#shard?.close();
    this.#bag.register(this.#register);
    this.#bag.withdrawals([]);
    const { identity } = this.#bag.seal({
      format: PACKAGE_FORMAT,
      series: this.#register.id,
      sequence,
      previous,
      ...(previous === null ? {} : { changes: NO_COUNTS }),
      title,
      organisation: null,
      rights: null,
      date: null,
      languages: ['sv'],
      counts: { releases: this.#count, versions: this.#count, withdrawn: 0, originals: 0 },
      register: { id: this.#register.id, version: this.#register.version },
      rules: 'bench/1',
      minimumReader: '0.1.0',
    });
    return identity;
  }
}

/** The two entries of a shard, line by line. */
class Shard {
  readonly name: string;
  readonly #releases: EntryWriter;
  readonly #links: EntryWriter;

  constructor(bag: BagWriter, name: string) {
    this.name = name;
    this.#releases = bag.lines(releasesEntry(name));
    this.#links = bag.lines(linksEntry(name));
  }

  add(record: object, links: object): void {
    this.#releases.line(canonicalJson(record));
    this.#links.line(canonicalJson(links));
  }

  close(): void {
    this.#releases.close();
    this.#links.close();
  }
}
