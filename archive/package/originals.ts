import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import type { Said } from '../model/said.ts';
import type { SourcePage } from '../model/source.ts';
import { originalEntry } from './entry-names.ts';
import type { Holdings } from './holdings.ts';
import { sha256 } from './identity.ts';
import type { BagWriter } from './write-bag.ts';

/** The source pages of a build, byte for byte. */
export interface Originals {
  /** A page was read. */
  read(page: SourcePage): void;
  /** A version's record is written. */
  written(said: Said): void;
}

/** Where no originals are kept. */
export const noOriginals: Originals = { read: () => undefined, written: () => undefined };

/** Keeps the original of every page that is read, also of one that says what another says. */
export function allOriginals(bag: BagWriter): Originals {
  return {
    read: ({ original, metadata }) => {
      bag.original(original);
      if (metadata !== undefined) bag.original(metadata);
    },
    written: () => undefined,
  };
}

/**
 * Keeps the originals of what is written alone. Most pages that are read again are in the packages before, so they are
 * put aside until it is known which go into this one; those of versions carried along come from where they are held.
 */
export class OriginalsOfWritten implements Originals {
  readonly #dir: string;
  readonly #bag: BagWriter;
  readonly #former: Holdings;

  constructor(dir: string, bag: BagWriter, former: Holdings) {
    mkdirSync(dir);
    this.#dir = dir;
    this.#bag = bag;
    this.#former = former;
  }

  read({ original, metadata }: SourcePage): void {
    this.#putAside(original);
    if (metadata !== undefined) this.#putAside(metadata);
  }

  written({ source }: Said): void {
    this.#bag.original(this.#bytes(source.sha256));
    if (source.metadataSha256 !== undefined) this.#bag.original(this.#bytes(source.metadataSha256));
  }

  #putAside(bytes: Uint8Array): void {
    const hash = sha256(bytes);
    if (this.#former.originalPath(hash) === null) writeFileSync(join(this.#dir, hash), bytes);
  }

  #bytes(hash: string): Uint8Array {
    const aside = join(this.#dir, hash);
    if (existsSync(aside)) return readFileSync(aside);
    const held = this.#former.originalPath(hash);
    const file = originalEntry(hash);
    if (held === null || !existsSync(held))
      throw new ProblemError(problem('package-entry-missing', { file }));
    const bytes = readFileSync(held);
    if (sha256(bytes) !== hash) throw new ProblemError(problem('package-entry-damaged', { file }));
    return bytes;
  }
}
