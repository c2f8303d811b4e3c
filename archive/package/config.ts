import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { archiveConfigSchema } from '../model/manifest.ts';
import type { ArchiveConfig } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { firstIssue } from './record-lines.ts';

const CONFIG_FILE = 'archive.json';
const SOURCES_FILE = 'sources.csv';

/** What the builder hands over beside the sources. */
export interface HandedOver {
  readonly config: ArchiveConfig;
  /** The file it was read from; null when there is none. */
  readonly file: string | null;
  /** The `sources.csv` that goes with the sources; null when there is none. */
  readonly sourcesCsv: string | null;
}

/**
 * Finds and reads `archive.json` and `sources.csv`: the configuration named, or the one in a source folder or
 * beside a source; `sources.csv` likewise, or beside the configuration.
 *
 * @throws ProblemError `config-invalid` when the file cannot be read or is not lawful, or when several are found
 *   and none is named.
 */
export function readHandedOver(sources: readonly string[], named: string | undefined): HandedOver {
  const file = named ?? onlyOne(CONFIG_FILE, sources);
  const beside = file === null ? null : existing(join(dirname(file), SOURCES_FILE));
  return {
    config: file === null ? {} : readConfig(file),
    file,
    sourcesCsv: beside ?? onlyOne(SOURCES_FILE, sources),
  };
}

/** The path of the register that a configuration names; null when it names none. */
export function registerFile(handedOver: HandedOver): string | null {
  const { config, file } = handedOver;
  if (config.register === undefined) return null;
  return file === null ? config.register : join(dirname(file), config.register);
}

/** Reads a JSON file that a builder handed over. Throws ProblemError with `code` when it cannot be read. */
export function readJsonFile(file: string, code: 'config-invalid' | 'register-invalid'): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ProblemError(problem(code, { file }, { reason }));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError(problem(code, { file }, { reason: 'not-json' }));
  }
}

function readConfig(file: string): ArchiveConfig {
  const parsed = archiveConfigSchema.safeParse(readJsonFile(file, 'config-invalid'));
  if (parsed.success) return parsed.data;
  throw new ProblemError(problem('config-invalid', { file }, { reason: firstIssue(parsed.error) }));
}

/** The one file of a name that lies in a source folder, or else beside a source; null when there is none. */
function onlyOne(name: string, sources: readonly string[]): string | null {
  const inside = found(sources.filter(isFolder).map((source) => join(source, name)));
  const all =
    inside.length > 0 ? inside : found(sources.map((source) => join(dirname(resolve(source)), name)));
  if (all.length < 2) return all[0] ?? null;
  throw new ProblemError(
    problem('config-invalid', { file: all[0] }, { reason: 'several', other: all[1] ?? '' }),
  );
}

function found(paths: readonly string[]): readonly string[] {
  return [...new Map(paths.map((path) => [resolve(path), path])).values()].filter((path) => existsSync(path));
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
