import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arena } from '../../../../torture/arena.ts';
import type { Door } from '../../../../torture/doors.ts';
import { wordsFault } from '../../../../torture/doors.ts';
import { reseal, retag } from '../../../../torture/mutate-contents.ts';
import type { Contents } from '../../../../torture/mutate-contents.ts';
import { packed, writeContents } from '../../../../torture/mutations.ts';
import { entriesOf } from '../container/small-container.ts';

/** A file's new bytes; null takes it away. */
export type Changes = Readonly<Record<string, string | Buffer | null>>;

/** What is brought to a door: something at a path that is not taken yet. */
export type Bring = (path: string) => void;

/** The files of the good package with some of them changed, and the manifests as they were. */
export function changed({ good }: Arena, changes: Changes): Map<string, Buffer> {
  const files = new Map(entriesOf(good.dir).map(({ name, data }) => [name, data]));
  for (const [name, data] of Object.entries(changes)) {
    if (data === null) files.delete(name);
    else files.set(name, Buffer.from(data));
  }
  return files;
}

/** The same with manifests and stated size made true: only the signature is not. */
export function forged(arena: Arena, changes: Changes): Map<string, Buffer> {
  const files = changed(arena, changes);
  reseal(files);
  // What is wrong with a manifest itself is put back, and the manifest above it made true.
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const data = changes[name];
    if (data === undefined || data === null) continue;
    files.set(name, Buffer.from(data));
    if (name.startsWith('manifest')) retag(files);
  }
  return files;
}

/** The text of a file of the good package. */
export function textOf({ good }: Arena, name: string): string {
  return (
    entriesOf(good.dir)
      .find((entry) => entry.name === name)
      ?.data.toString('utf8') ?? ''
  );
}

/** Brings files as what a door takes. */
export function asTaken(door: Door, files: Contents): Bring {
  return (path) => {
    if (door.takes === 'file') writeFileSync(path, packed(files));
    else writeContents(path, files);
  };
}

let cases = 0;

/**
 * What a door says: code, reason and the place within the package; `believed` when it takes it in. Throws when it
 * is told without words.
 */
export async function answerOf(arena: Arena, door: Door, bring: Bring): Promise<string> {
  const source = join(arena.stick, `case-${(cases += 1)}`);
  bring(source);
  const refusal = await door.knock(source);
  if (refusal === null) return 'believed';
  const fault = wordsFault(refusal);
  if (fault !== null) throw new Error(fault);
  const { code, file = '', line, params } = refusal;
  const place = file === source ? String(params['entry'] ?? '') : file;
  const short = code.replace(/^package-/u, '');
  return [short, params['reason'] ?? '', line === undefined ? place : `${place}:${line}`]
    .filter((part) => part !== '')
    .join(' ');
}
