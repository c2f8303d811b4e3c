import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../model/said.ts';
import { shardOf } from './entry-names.ts';
import { readLines } from './lines.ts';

/** A page as it was read, with the id and version it has. */
export interface Candidate {
  readonly id: string;
  readonly version: string;
  readonly said: Said;
}

const BUFFER_CHARACTERS = 1 << 20;

/**
 * Holds what was read on disk, parted by shard, so that a build needs the memory of one shard and not of the
 * whole archive.
 */
export class Spill {
  readonly #dir: string;
  readonly #held = new Map<string, string>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Every shard something was added to, in order. */
  get shards(): readonly string[] {
    return [...this.#held.keys()].toSorted();
  }

  add(candidate: Candidate): void {
    const shard = shardOf(candidate.id);
    const held = `${this.#held.get(shard) ?? ''}${JSON.stringify(candidate)}\n`;
    const full = held.length > BUFFER_CHARACTERS;
    if (full) appendFileSync(this.#file(shard), held);
    this.#held.set(shard, full ? '' : held);
  }

  /** All candidates of a shard, by id, none when it has none; within an id in the order they came. */
  async shard(shard: string): Promise<readonly (readonly Candidate[])[]> {
    const held = this.#held.get(shard);
    if (held === undefined) return [];
    appendFileSync(this.#file(shard), held);
    const groups = new Map<string, Candidate[]>();
    for await (const { bytes } of readLines(this.#file(shard), shard)) {
      // Written by `add` a moment ago.
      const candidate = JSON.parse(bytes.toString('utf8')) as Candidate;
      const group = groups.get(candidate.id);
      if (group === undefined) groups.set(candidate.id, [candidate]);
      else group.push(candidate);
    }
    return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  }

  #file(shard: string): string {
    return join(this.#dir, `${shard}.jsonl`);
  }
}
