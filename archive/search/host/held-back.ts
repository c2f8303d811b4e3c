import { MemorySections } from '../core/packed/sections.ts';
import type { SectionSink } from '../core/packed/sections.ts';

/** Passes sections on as they come, but for some that are held back and written behind all others. */
export class HeldBack implements SectionSink {
  readonly #sink: SectionSink;
  readonly #isHeld: (name: string) => boolean;
  readonly #held = new MemorySections();
  readonly #names: string[] = [];
  #current: SectionSink;

  constructor(sink: SectionSink, isHeld: (name: string) => boolean) {
    this.#sink = sink;
    this.#isHeld = isHeld;
    this.#current = sink;
  }

  begin(name: string): void {
    const isHeld = this.#isHeld(name);
    if (isHeld) this.#names.push(name);
    this.#current = isHeld ? this.#held : this.#sink;
    this.#current.begin(name);
  }

  write(bytes: Uint8Array): void {
    this.#current.write(bytes);
  }

  /** Writes what was held back, as it came. */
  finish(): void {
    for (const name of this.#names) {
      const range = this.#held.section(name);
      if (range === null) continue;
      this.#sink.begin(name);
      this.#sink.write(range.read(0, range.length));
    }
  }
}
