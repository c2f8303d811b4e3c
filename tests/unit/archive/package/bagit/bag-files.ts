import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import { ProblemError } from '../../../../../archive/model/problem.ts';
import { verifyBag } from '../../../../../archive/package/bagit/verify-bag.ts';

/** The files of a bag by path. */
export type Files = Readonly<Record<string, string | Buffer>>;

export const V1 = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const older = (version: string): string => V1.replace('1.0', version);

const hash = (algorithm: string, data: string | Buffer): string =>
  createHash(algorithm).update(data).digest('hex');
export const line = (algorithm: string, data: string | Buffer, path: string): string =>
  `${hash(algorithm, data)}  ${path}\n`;

export const HELLO = { 'data/hello.txt': 'hello\n' };
export const SHA256 = { 'manifest-sha256.txt': line('sha256', 'hello\n', 'data/hello.txt') };
export const GOOD: Files = { 'bagit.txt': V1, ...HELLO, ...SHA256 };

/** Writes a bag; `valid`, or else all that was found of it: code, file, line and reason. */
export async function found(bag: string, files: Files, folders: readonly string[] = []): Promise<string> {
  for (const folder of folders) mkdirSync(join(bag, folder), { recursive: true });
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(bag, name)), { recursive: true });
    writeFileSync(join(bag, name), data);
  }
  return await judged(bag);
}

/** The same of a bag that is there. */
export async function judged(bag: string): Promise<string> {
  try {
    const { valid, complete, problems } = await verifyBag(bag);
    if (valid) return complete && problems.length === 0 ? 'valid' : 'valid and not complete';
    const told = problems.map(({ code, file, line: at, params, ...rest }) => {
      const sentence = problemText({ code, params, ...(file === undefined ? {} : { file }), ...rest }, 'sv');
      if (sentence.includes('?')) throw new Error(sentence);
      const place = at === undefined ? file : `${file}:${at}`;
      return [code, place, params['reason'] ?? ''].join(' ').trim();
    });
    return `${complete ? 'complete; ' : ''}${told.join(', ')}`;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}
