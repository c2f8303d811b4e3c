import { MemorySections } from '../core/packed/sections.ts';
import type { SectionSink } from '../core/packed/sections.ts';

/** Holds sections until all are there, and writes them in another order than they came. */
export class SortedSections implements SectionSink {
  readonly #held = new MemorySections();
  readonly #names: string[] = [];

  begin(name: string): void {
    this.#held.begin(name);
    this.#names.push(name);
  }

  write(bytes: Uint8Array): void {
    this.#held.write(bytes);
  }

  /** Writes the sections that go first, then the others; both as they came. */
  writeTo(sink: SectionSink, goesFirst: (name: string) => boolean): void {
    const first = this.#names.filter(goesFirst);
    for (const name of [...first, ...this.#names.filter((one) => !goesFirst(one))]) {
      const range = this.#held.section(name);
      if (range === null) continue;
      sink.begin(name);
      sink.write(range.read(0, range.length));
    }
  }
}
