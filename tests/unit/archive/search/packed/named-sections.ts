import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';

/** Sections in memory that remember what they are called. */
export class NamedSections extends MemorySections {
  readonly names: string[] = [];

  override begin(name: string): void {
    super.begin(name);
    this.names.push(name);
  }

  /** A copy of a section's bytes. */
  bytes(name: string): Uint8Array {
    const range = this.section(name);
    return range === null ? new Uint8Array(0) : range.read(0, range.length).slice();
  }

  contents(): Readonly<Record<string, Uint8Array>> {
    return Object.fromEntries(this.names.map((name) => [name, this.bytes(name)]));
  }
}
