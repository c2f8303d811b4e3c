import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, win32 } from 'node:path';
import { z } from 'zod';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { firstIssue } from '../record-lines.ts';
import { decodePublicKey, publicKeyString } from '../signing/public-key.ts';
import { isSystemError } from '../system-error.ts';

/** Of one page; a policy of any size one can think of stays far below. */
const MAX_POLICY_BYTES = 1 << 20;

/** The policy file: what an administrator lays down for a machine. Every field but `format` may be missing. */
const policyFileSchema = z.strictObject({
  format: z.literal(1),
  /** Keys that are trusted without anyone at the machine having to add them. */
  trustedKeys: z
    .array(z.strictObject({ key: z.string(), name: z.string().nullable().optional() }))
    .readonly()
    .optional(),
  /** False: what nobody signed, or nobody here can check, is never imported. */
  allowUnsigned: z.boolean().optional(),
  /** False: only the keys of this file count, and a person at the machine can add none. */
  allowOwnKeys: z.boolean().optional(),
  /** A library used in place of each user's own; read only where the user may not write there. */
  libraryFolder: z
    .string()
    .refine((path) => isAbsolute(path) || win32.isAbsolute(path), { message: 'not a full path' })
    .optional(),
  /** How often a package is checked in idle time; null for never. */
  fixity: z.strictObject({ everyDays: z.number().int().min(1).max(3650).nullable() }).optional(),
});

/** What is laid down, with what holds where nothing is. */
export interface Policy {
  /** The file; null when there is none. */
  readonly file: string | null;
  readonly trustedKeys: readonly { readonly key: string; readonly name: string | null }[];
  readonly allowUnsigned: boolean;
  readonly allowOwnKeys: boolean;
  readonly libraryFolder: string | null;
  /** Undefined: nothing is laid down. */
  readonly fixity: { readonly everyDays: number | null } | undefined;
  /** Why the file cannot be used. Nothing is believed then but packages that are installed already. */
  readonly problem: Problem | null;
}

const FREE: Policy = {
  file: null,
  trustedKeys: [],
  allowUnsigned: true,
  allowOwnKeys: true,
  libraryFolder: null,
  fixity: undefined,
  problem: null,
};

/** Where the policy file of a system lies. */
export function policyPlace(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'darwin') return '/Library/Application Support/Lasesal/policy.json';
  if (platform !== 'win32') return '/etc/lasesal/policy.json';
  return win32.join(env['ProgramData'] ?? String.raw`C:\ProgramData`, 'Lasesal', 'policy.json');
}

/**
 * Reads a policy file. Where there is none, nothing is laid down. One that is there and cannot be used, for whatever reason,
 * closes everything that it might have closed, and says why.
 */
export function readPolicy(file: string | null): Policy {
  if (file === null) return FREE;
  try {
    const parsed = policyFileSchema.safeParse(JSON.parse(textOf(file)));
    if (!parsed.success) return closed(file, firstIssue(parsed.error));
    const { trustedKeys = [], ...rest } = parsed.data;
    return {
      ...FREE,
      file,
      trustedKeys: trustedKeys.map(({ key, name }) => ({ key: lawfulKey(key), name: name ?? null })),
      allowUnsigned: rest.allowUnsigned ?? true,
      allowOwnKeys: rest.allowOwnKeys ?? true,
      libraryFolder: rest.libraryFolder ?? null,
      fixity: rest.fixity,
    };
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return FREE;
    return closed(file, reasonOf(error));
  }
}

function textOf(file: string): string {
  if (statSync(file).size > MAX_POLICY_BYTES)
    throw new ProblemError(problem('policy-invalid', { file }, { reason: 'too-large' }));
  return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
}

/** A key in base64, and nothing else. Throws ProblemError `key-invalid`. */
function lawfulKey(text: string): string {
  return publicKeyString(decodePublicKey(text.trim()));
}

function reasonOf(error: unknown): string {
  if (isSystemError(error)) return error.code;
  if (error instanceof ProblemError) return String(error.problem.params['reason'] ?? error.problem.code);
  if (error instanceof SyntaxError) return 'not-json';
  throw error;
}

function closed(file: string, reason: string): Policy {
  return {
    ...FREE,
    file,
    allowUnsigned: false,
    allowOwnKeys: false,
    problem: problem('policy-invalid', { file }, { reason }),
  };
}
