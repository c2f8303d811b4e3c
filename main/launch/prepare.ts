import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.ts';
import { fingerprint, isStale, markFresh, type Target } from './freshness.ts';
import { places, projectRoot, toolScript } from './project.ts';
import { buildReadyIndex } from './ready-index.ts';

const sources = (...names: readonly string[]): readonly string[] =>
  names.map((name) => join(projectRoot, name));

const app: Target = {
  proof: join(places.out, 'main', 'index.js'),
  stamp: join(places.stamps, 'app'),
  inputs: sources(
    'archive',
    'main',
    'renderer',
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
  ),
};

const example: Target = {
  proof: join(places.exampleArchive, 'bagit.txt'),
  stamp: join(places.stamps, 'example-archive'),
  inputs: sources('archive', 'package-lock.json'),
};

/**
 * Bundles the app into out/ when it is missing or its sources changed.
 * @throws Error when the bundler fails; what it said was shown
 */
export async function buildApp(): Promise<void> {
  await bringUpToDate(app, 'Building the app', async () => {
    await tool('electron-vite', ['build', '--logLevel', 'warn']);
  });
}

/**
 * Builds the example archive and its delta from their sources with our own command when they are missing or anything
 * they are made of or with changed. The former ones stay until the new ones are complete.
 * @throws Error when the command refuses; what it said was shown
 */
export async function buildExample(): Promise<void> {
  await bringUpToDate(example, 'Building the example archive', async () => {
    await buildInPlace('example', places.exampleArchive);
    await buildReadyIndex(places.exampleArchive, places.readyIndex);
    await buildInPlace('example-delta', places.exampleDelta, ['--previous', places.exampleArchive]);
  });
}

async function buildInPlace(name: string, place: string, options: readonly string[] = []): Promise<void> {
  const half = `${place}.half-${process.pid}`;
  const from = join(projectRoot, 'archive', name);
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(half), { recursive: true });
  try {
    const config = ['--config', join(from, 'archive.json')];
    await tool('tsx', [...lasesal, 'build', from, ...config, ...options, '--out', half]);
    rmSync(place, { recursive: true, force: true });
    renameSync(half, place);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/**
 * Checks a package with our own command.
 * @throws Error when anything in it is not as its manifests say
 */
export async function verifyPackage(folder: string): Promise<void> {
  await tool('tsx', [...lasesal, 'verify', folder, '--json']);
}

const lasesal = [join(projectRoot, 'archive', 'cli', 'lasesal.ts')];

async function bringUpToDate(target: Target, doing: string, build: () => Promise<void>): Promise<void> {
  if (!isStale(target)) return;
  console.log(`${doing} …`);
  const taken = fingerprint(target.inputs);
  await build();
  if (!existsSync(target.proof)) throw new Error(`${doing} ended without ${target.proof}`);
  markFresh(target, taken);
}

async function tool(packageName: string, args: readonly string[]): Promise<void> {
  const ended = await run({
    file: process.execPath,
    args: [toolScript(packageName), ...args],
    output: 'keep',
  });
  if (ended.code !== 0) throw new Error(`${packageName} ${args.join(' ')} failed:\n${ended.output.trim()}`);
}
