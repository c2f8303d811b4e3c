import { closeSync, openSync, readSync } from 'node:fs';
import type { FoldedTexts } from '../core/match/evaluator.ts';

/** Folded texts in one file, read by position: none of them stays in memory. */
export class FoldedTextFile implements FoldedTexts {
  readonly #file: number;
  readonly #offsets: Float64Array;
  #buffer = Buffer.allocUnsafeSlow(1 << 16);

  /** @param offsets where each text starts, and at last where the file ends. */
  constructor(path: string, offsets: Float64Array) {
    this.#file = openSync(path, 'r');
    this.#offsets = offsets;
  }

  read(ref: number): string {
    const [start, end] = [this.#offsets[ref] ?? 0, this.#offsets[ref + 1] ?? 0];
    const length = end - start;
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(length);
    const got = readSync(this.#file, this.#buffer, 0, length, start);
    return this.#buffer.toString('utf8', 0, got);
  }

  close(): void {
    closeSync(this.#file);
  }
}
