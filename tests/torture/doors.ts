import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { problemText } from '../../archive/model/problem-text.ts';
import { problem, ProblemError } from '../../archive/model/problem.ts';
import type { Problem } from '../../archive/model/problem.ts';
import { unpackPackage } from '../../archive/package/container/unpack.ts';
import { SIGNATURE } from '../../archive/package/entry-names.ts';
import type { Library } from '../../archive/package/library/library.ts';
import { checkSignature } from '../../archive/package/signing/check-signature.ts';
import type { PublicKey } from '../../archive/package/signing/public-key.ts';
import { verifyPackage } from '../../archive/package/verify.ts';

/** A way in. */
export interface Door {
  readonly name: string;
  /** What is brought to it. */
  readonly takes: 'file' | 'folder';
  /**
   * Brings a package in as its signer's.
   *
   * @param source a single file or a folder.
   * @returns why it was refused; null when it was believed. Throws what is no problem: a bug.
   */
  knock(source: string): Promise<Problem | null>;
}

/** Where a door works: what it makes it makes in there. */
export interface DoorPlace {
  readonly folder: string;
  readonly key: PublicKey;
}

/** A single file is unpacked, checked whole, and its signature compared with the key. */
export function fileDoor({ folder, key }: DoorPlace): Door {
  const out = join(folder, 'unpacked');
  mkdirSync(folder, { recursive: true });
  return {
    name: 'file',
    takes: 'file',
    knock: (file) =>
      refusalOf(async () => {
        try {
          await unpackPackage({ file, out });
          await requireSigner(out, key);
        } finally {
          if (existsSync(out)) rmSync(out, { recursive: true });
        }
      }),
  };
}

/** A folder is checked whole where it lies, and its signature compared with the key. */
export function folderDoor({ key }: Pick<DoorPlace, 'key'>): Door {
  return {
    name: 'folder',
    takes: 'folder',
    knock: (dir) =>
      refusalOf(async () => {
        const [fault] = (await verifyPackage(dir)).problems;
        if (fault !== undefined) throw new ProblemError(fault);
        await requireSigner(dir, key);
      }),
  };
}

/**
 * The import into a library, as the app and the command do it: copied, checked, compared, judged. It is never carried out:
 * that it could be, without a person being asked, is what belief comes to.
 */
export function libraryDoor(library: Library, takes: Door['takes']): Door {
  return {
    name: `${takes} to a library`,
    takes,
    knock: async (source) => {
      const staged = await library.stage({ sources: [source] });
      try {
        const { refused, packages, decisions } = staged.preview;
        const [first] = refused;
        if (first !== undefined) return { ...first.problem, file: first.problem.file ?? source };
        if (decisions.length > 0) return problem('import-undecided', { file: source });
        if (packages.length !== 1) throw new Error('neither refused nor there');
        return null;
      } finally {
        await staged.discard();
      }
    },
  };
}

async function requireSigner(dir: string, key: PublicKey): Promise<void> {
  const found = await checkSignature(dir, [key]);
  if (found.state === 'bad') throw new ProblemError(found.problem);
  if (found.state === 'unsigned') throw new ProblemError(problem('package-not-signed', { file: SIGNATURE }));
  if (found.state === 'signed-by-unknown')
    throw new ProblemError(problem('package-signer-unknown', { file: SIGNATURE }, { key: found.keyId }));
}

async function refusalOf(step: () => Promise<void>): Promise<Problem | null> {
  try {
    await step();
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** A refusal in short: code and reason, as they are counted. */
export function shortOf({ code, params }: Problem): string {
  const reason = String(params['reason'] ?? '');
  // A schema's own message names the place, which is another one each time.
  return reason === '' ? code : `${code}: ${reason.includes(' ') ? 'schema' : reason}`;
}

/** What is wrong with how a refusal is told; null when both languages have a whole sentence for it. */
export function wordsFault(refusal: Problem): string | null {
  const reason = String(refusal.params['reason'] ?? '');
  if (refusal.file === undefined) return `no place: ${refusal.code}`;
  // The longest first: a shorter one may be a part of it.
  const particulars = Object.values(refusal.params)
    .map(String)
    .filter((value) => value !== '')
    .toSorted((a, b) => b.length - a.length);
  for (const language of ['sv', 'en'] as const) {
    const text = problemText(refusal, language);
    // A particular that is missing shows as a question mark; one that is there may have one of its own.
    const words = particulars.reduce((left, value) => left.replaceAll(value, ''), text);
    if (words.includes('?') || text.length < 20) return `no sentence: ${text}`;
    const isCode = /^[a-zA-Z0-9-]+$/u.test(reason);
    if (isCode && new RegExp(`[:(] ?${reason}[).]`, 'u').test(text)) return `no words for ${reason}`;
  }
  return null;
}
