import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Library } from '../../archive/package/library/library.ts';
import type { Policy } from '../../archive/package/library/policy.ts';
import { publicKeyString } from '../../archive/package/signing/public-key.ts';
import { treeHash } from '../unit/archive/package/container/small-container.ts';
import { fileDoor, folderDoor, libraryDoor, shortOf, wordsFault } from './doors.ts';
import type { Door } from './doors.ts';
import type { Count } from './part.ts';
import { makeSignedPackage } from './signed-package.ts';
import type { SignedPackage } from './signed-package.ts';

/** Memory in use that no case comes near: what is tried takes kilobytes. */
const MAX_RESIDENT_BYTES = 1.5e9;

/** A signed package, the doors that bad copies of it are brought to, and all around it that must stay as it is. */
export interface Arena {
  readonly good: SignedPackage;
  readonly file: Door;
  readonly folder: Door;
  /** The same ways to where packages are installed: a library that holds one already. */
  readonly fileToLibrary: Door;
  readonly folderToLibrary: Door;
  /** Where a case may put what it brings. */
  readonly stick: string;
  /**
   * Knocks with something that must be refused, and counts the answer.
   *
   * @param label names the case, so that it can be tried again.
   */
  refuses(count: Count, label: string, door: Door, source: string): Promise<void>;
  close(): void;
}

/** Makes an arena in a new temporary folder; `close` takes it away. */
export async function openArena(): Promise<Arena> {
  const root = mkdtempSync(join(tmpdir(), 'lasesal-torture-'));
  const [stick, ground] = [join(root, 'stick'), join(root, 'ground')];
  for (const folder of [stick, ground]) mkdirSync(folder);
  writeFileSync(join(ground, 'mine'), 'mine');
  const good = await makeSignedPackage(ground);
  const place = { folder: join(ground, 'unpacked'), key: good.key };
  const library = await libraryOf(join(ground, 'library'), good);
  const doors = {
    file: fileDoor(place),
    folder: folderDoor(place),
    fileToLibrary: libraryDoor(library, 'file'),
    folderToLibrary: libraryDoor(library, 'folder'),
  };
  for (const door of Object.values(doors)) {
    const refusal = await door.knock(door.takes === 'file' ? good.file : good.dir);
    if (refusal !== null) throw new Error(`the good package is refused as a ${door.name}: ${refusal.code}`);
  }
  const before = treeHash(ground);
  const refuses: Arena['refuses'] = async (count, label, door, source) => {
    const { answer, harm } = await tried(door, source);
    const moved = treeHash(ground) === before ? null : 'the library is another';
    const fault = harm ?? moved ?? memoryFault();
    count.add(answer, fault === null ? null : `${label} as a ${door.name}: ${fault}`);
  };
  return { good, ...doors, stick, refuses, close: () => rmSync(root, { recursive: true, force: true }) };
}

/** A library that believes the good package's signer and nobody else, and holds another of its packages. */
async function libraryOf(folder: string, { other, key }: SignedPackage): Promise<Library> {
  const policy = policyWith([publicKeyString(key)]);
  const library = await Library.open({ folder, policy });
  const staged = await library.stage({ sources: [other] });
  const installed = await staged.commit({ decisions: [] });
  if (installed.length !== 1) throw new Error('the other package is not installed');
  return library;
}

/** Nothing unsigned, and no other key than these. */
function policyWith(keys: readonly string[]): Policy {
  const trustedKeys = keys.map((key) => ({ key, name: null }));
  const laidDown = { trustedKeys, allowUnsigned: false, allowOwnKeys: false };
  return { ...laidDown, file: null, libraryFolder: null, fixity: undefined, problem: null };
}

interface Tried {
  readonly answer: string;
  readonly harm: string | null;
}

async function tried(door: Door, source: string): Promise<Tried> {
  try {
    const refusal = await door.knock(source);
    if (refusal === null) return { answer: 'believed', harm: 'it was believed' };
    return { answer: shortOf(refusal), harm: wordsFault(refusal) };
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { answer: 'crash', harm: `it crashed: ${told}` };
  }
}

function memoryFault(): string | null {
  const { rss } = process.memoryUsage();
  return rss > MAX_RESIDENT_BYTES ? `it takes ${Math.round(rss / 1e6)} MB of memory` : null;
}
