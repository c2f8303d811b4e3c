import { linksEntry, releasesEntry } from './entry-names.ts';
import type { BagWriter, EntryWriter } from './write-bag.ts';

/** Writes the two files of a shard. Both are there as soon as either has a line, and neither before. */
export class ShardWriter {
  readonly #bag: BagWriter;
  readonly #shard: string;
  #open: { readonly releases: EntryWriter; readonly links: EntryWriter } | null = null;

  constructor(bag: BagWriter, shard: string) {
    this.#bag = bag;
    this.#shard = shard;
  }

  record(line: string): void {
    this.#files().releases.line(line);
  }

  links(line: string): void {
    this.#files().links.line(line);
  }

  close(): void {
    this.#open?.releases.close();
    this.#open?.links.close();
  }

  #files(): { readonly releases: EntryWriter; readonly links: EntryWriter } {
    this.#open ??= {
      releases: this.#bag.lines(releasesEntry(this.#shard)),
      links: this.#bag.lines(linksEntry(this.#shard)),
    };
    return this.#open;
  }
}
