import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../model/canonical-json.ts';
import type { PackageManifest } from '../model/manifest.ts';
import type { RegisterData } from '../model/register.ts';
import type { Withdrawal } from '../model/said.ts';
import { BAGIT_TEXT, bagInfoText, manifestText } from './bag-tags.ts';
import type { EntryDigest, Oxum } from './bag-tags.ts';
import {
  AUTHORITY,
  BAG_INFO,
  BAGIT,
  MANIFEST,
  PACKAGE_JSON,
  TAG_MANIFEST,
  WITHDRAWN,
  originalEntry,
} from './entry-names.ts';
import { packageIdentity, sha256 } from './identity.ts';

/** A payload entry that is written bit by bit. */
export interface EntryWriter {
  /** Appends one line; the line break is added. */
  line(text: string): void;
  close(): void;
}

/** A bag that is finished. */
export interface SealedBag {
  readonly identity: string;
  readonly payload: Oxum;
}

const BUFFER_CHARACTERS = 1 << 20;

/**
 * Writes a bag (BagIt 1.0, RFC 8493) into an empty folder. Every byte is hashed as it is written, once. Writing
 * is synchronous: tens of thousands of small files go several times faster so, and no window waits on it.
 */
export class BagWriter {
  readonly #root: string;
  readonly #payload = new Map<string, EntryDigest>();
  readonly #folders = new Set<string>();
  readonly #open = new Set<number>();
  #originals = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** How many originals were written. */
  get originals(): number {
    return this.#originals;
  }

  /** Keeps an original under its hash; the same bytes twice are kept once. */
  original(bytes: Uint8Array): void {
    const hash = sha256(bytes);
    const name = originalEntry(hash);
    if (this.#payload.has(name)) return;
    writeFileSync(this.#place(name), bytes);
    this.#payload.set(name, { hash, bytes: bytes.length });
    this.#originals += 1;
  }

  /** Opens a payload entry to be written line by line. */
  lines(name: string): EntryWriter {
    const file = openSync(this.#place(name), 'wx');
    this.#open.add(file);
    const hash = createHash('sha256');
    let [held, bytes] = ['', 0];
    const flush = (): void => {
      const data = Buffer.from(held, 'utf8');
      for (let at = 0; at < data.length;) at += writeSync(file, data, at);
      hash.update(data);
      [held, bytes] = ['', bytes + data.length];
    };
    return {
      line: (text) => {
        held += `${text}\n`;
        if (held.length > BUFFER_CHARACTERS) flush();
      },
      close: () => {
        flush();
        closeSync(file);
        this.#open.delete(file);
        this.#payload.set(name, { hash: hash.digest('hex'), bytes });
      },
    };
  }

  /** Lets go of entries that were never closed: what is written is given up. */
  abandon(): void {
    for (const file of this.#open) closeSync(file);
    this.#open.clear();
  }

  register(data: RegisterData): void {
    this.#text(AUTHORITY, registerText(data));
  }

  /** Writes the withdrawals in their order: the last line about a release decides. */
  withdrawals(lines: readonly Withdrawal[]): void {
    this.#text(WITHDRAWN, withdrawalsText(lines));
  }

  /** Writes the tag files, the tag manifest last. Nothing may be added after this. */
  seal(manifest: PackageManifest): SealedBag {
    const digests = [...this.#payload.values()];
    const payload = { bytes: digests.reduce((sum, { bytes }) => sum + bytes, 0), files: digests.length };
    const tags = new Map<string, { readonly hash: string }>();
    const tag = (name: string, text: string): void => {
      writeFileSync(this.#place(name), text);
      tags.set(name, { hash: sha256(text) });
    };
    tag(BAGIT, BAGIT_TEXT);
    tag(BAG_INFO, bagInfoText(manifest, payload));
    tag(MANIFEST, manifestText(this.#payload));
    tag(PACKAGE_JSON, packageJsonText(manifest));
    const tagManifest = manifestText(tags);
    writeFileSync(this.#place(TAG_MANIFEST), tagManifest);
    return { identity: packageIdentity(Buffer.from(tagManifest)), payload };
  }

  #text(name: string, text: string): void {
    writeFileSync(this.#place(name), text);
    this.#payload.set(name, { hash: sha256(text), bytes: Buffer.byteLength(text) });
  }

  #place(name: string): string {
    const path = join(this.#root, ...name.split('/'));
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    return path;
  }
}

/** `package.json`: members sorted, one a line. */
export function packageJsonText(manifest: PackageManifest): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(manifest)), null, 2)}\n`;
}

/** `data/withdrawn.jsonl`. */
export function withdrawalsText(lines: readonly Withdrawal[]): string {
  return lines.map((line) => `${canonicalJson(line)}\n`).join('');
}

/** The register as JSON with one row a line, members sorted: what a person can read and compare. */
export function registerText(data: RegisterData): string {
  const members = Object.entries(data)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const rows: readonly unknown[] | null = Array.isArray(value) ? value : null;
      const text = rows === null ? canonicalJson(value) : `[\n${rows.map(canonicalJson).join(',\n')}\n]`;
      return `${JSON.stringify(key)}: ${text}`;
    });
  return `{\n${members.join(',\n')}\n}\n`;
}
