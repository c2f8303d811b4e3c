import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './command.ts';
import { fingerprint, markFresh, type Target } from './freshness.ts';
import { wantedFuses, wrongFuses } from './fuses.ts';
import { verifyPackage } from './prepare.ts';
import { places, projectRoot, toolScript } from './project.ts';
import { buildReadyIndex } from './ready-index.ts';
import type { Runtime } from './runtime.ts';

/** What `npm run dist` was asked for. */
export interface DistRequest {
  /** A build to be tested and thrown away; only such a one may come from the unofficial copy. */
  readonly test: boolean;
  /** The package that goes into the app, absolute; null for the example archive. */
  readonly packageDir: string | null;
}

const usage = 'npm run dist -- [--test] [--package DIR]';

/**
 * Reads the arguments of `npm run dist`.
 * @param resolve makes an absolute path of DIR
 * @throws Error with the usage, for anything else
 */
export function readDistRequest(argv: readonly string[], resolve: (folder: string) => string): DistRequest {
  let request: DistRequest = { test: false, packageDir: null };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const joined = /^--package=(.+)$/s.exec(argument)?.[1];
    const folder = argument === '--package' ? rest.shift() : joined;
    if (argument === '--test') request = { ...request, test: true };
    else if (folder !== undefined && !folder.startsWith('--'))
      request = { ...request, packageDir: resolve(folder) };
    else throw new Error(`${argument} is not understood: ${usage}`);
  }
  return request;
}

/** Refuses to make something for people out of a runtime that nobody vouches for. */
export function refuseUnofficial(runtime: Runtime, request: DistRequest): void {
  if (!runtime.unofficial || request.test) return;
  throw new Error(
    'only the unofficial copy of Electron is at hand, and nothing built from it may be handed out. ' +
      'Build where the official one can be fetched, name one in LASESAL_ELECTRON_DIST, or add --test for a build that is only tested.',
  );
}

/**
 * How an app is packed. `release`: with its fuses, for people. `hardened`: the same, to be tried from outside and
 * thrown away. `test`: without fuses and marked as such inside, so that a program can drive it.
 */
export type Form = 'release' | 'hardened' | 'test';

/** The folder that builds of this form go to; test builds never lie where real ones do. */
export function outputFolder(form: Form): string {
  return form === 'release' ? places.dist : join(places.dist, form);
}

/** The executable of an unpacked Linux build. */
export function builtExecutable(form: Form): string {
  return join(outputFolder(form), 'linux-unpacked', 'lasesal');
}

/** The builds for tests, with the example archive inside, and what they are made of. */
export const testBuild: Target = {
  proof: builtExecutable('test'),
  stamp: join(places.stamps, 'test-build'),
  inputs: [
    ...['main', 'preload', 'renderer', 'example-archive', 'index'].map((part) => join(places.out, part)),
    ...['electron-builder.yml', 'package.json', 'main/launch/fuses.ts', 'main/launch/packaging.ts'].map(
      (name) => join(projectRoot, name),
    ),
  ],
};

/**
 * Builds the unpacked app from out/, with a package in its resources, and checks that the package arrived whole.
 * The former build stays until then.
 * @returns the folder of the app
 * @throws Error when the package is not one, the builder fails, or the copy differs
 */
export async function packApp(runtime: Runtime, request: DistRequest): Promise<string> {
  if (process.platform !== 'linux') throw new Error('this builds the app for Linux, on Linux');
  const packageDir = request.packageDir ?? places.exampleArchive;
  if (!existsSync(join(packageDir, 'bagit.txt')) || !statSync(packageDir).isDirectory()) {
    throw new Error(`${packageDir} is not an archive package: it has no bagit.txt`);
  }
  const taken = fingerprint(testBuild.inputs);
  const half = join(places.dist, `.half-${process.pid}`);
  try {
    const index = request.packageDir === null ? places.readyIndex : join(half, 'index');
    if (request.packageDir !== null) await buildReadyIndex(packageDir, index);
    const forms: readonly Form[] = request.test ? ['hardened', 'test'] : ['release'];
    for (const form of forms) await packForm({ form, runtime, resources: { packageDir, index }, half });
    // With another package inside it is not the one that the tests mean.
    if (request.test) markFresh(testBuild, request.packageDir === null ? taken : 'another package');
    return join(outputFolder(request.test ? 'test' : 'release'), 'linux-unpacked');
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

interface Packing {
  readonly form: Form;
  readonly runtime: Runtime;
  readonly resources: Resources;
  /** Where it is built before it takes the place of the former one. */
  readonly half: string;
}

async function packForm(packing: Packing): Promise<void> {
  const { form, resources, half } = packing;
  await runBuilder(configFor(packing));
  const built = join(half, 'linux-unpacked');
  // A runtime's own start page has no business in an app.
  for (const name of ['default_app.asar', 'default_app.sha256'])
    rmSync(join(built, 'resources', name), { force: true });
  await verifyPackage(join(built, 'resources', 'packages', basename(resources.packageDir)));
  const wrong = form === 'test' ? [] : wrongFuses(join(built, 'lasesal'));
  if (wrong.length > 0)
    throw new Error(`the executable's fuses are not as they are wanted: ${wrong.join(', ')}`);
  const home = join(outputFolder(form), 'linux-unpacked');
  mkdirSync(outputFolder(form), { recursive: true });
  rmSync(home, { recursive: true, force: true });
  renameSync(built, home);
}

/** What lies beside the app's code: a package and its ready-built index, absolute. */
interface Resources {
  readonly packageDir: string;
  readonly index: string;
}

function configFor({ form, runtime, resources: { packageDir, index }, half }: Packing): unknown {
  return {
    extends: join(projectRoot, 'electron-builder.yml'),
    directories: { output: half },
    extraMetadata: { lasesalBuild: form === 'test' ? 'test' : 'release' },
    ...(form === 'test' ? {} : { electronFuses: wantedFuses }),
    electronDist: runtime.dist,
    ...(runtime.version === null ? {} : { electronVersion: runtime.version }),
    extraResources: [
      { from: packageDir, to: `packages/${basename(packageDir)}`, filter: ['**/*'] },
      { from: index, to: 'index', filter: ['**/*'] },
    ],
  };
}

async function runBuilder(config: unknown): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'lasesal-dist-'));
  try {
    const file = join(scratch, 'electron-builder.json');
    writeFileSync(file, JSON.stringify(config));
    const ended = await run({
      file: process.execPath,
      args: [
        toolScript('electron-builder'),
        '--linux',
        'dir',
        `--${process.arch}`,
        '--config',
        file,
        '--publish',
        'never',
      ],
      output: 'keep',
      timeoutMs: 900_000,
    });
    if (ended.code !== 0) throw new Error(`electron-builder failed:\n${ended.output.trim()}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
