import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { switchArguments } from '../security/switches.ts';
import { run } from './command.ts';
import { openDisplay } from './display.ts';
import { readyMachine } from './machine.ts';
import { buildApp, buildExample } from './prepare.ts';
import { isRoot, places, projectRoot } from './project.ts';

const picture = join(places.artifacts, 'first-look.png');
const firstLookTimeoutMs = 180_000;

/**
 * `npm start`: opens the app with the example archive, or with what the arguments name. Without a display it
 * opens on a virtual one, makes a first search and leaves a picture.
 */
async function start(): Promise<number> {
  const runtime = await readyMachine();
  await buildApp();
  const args = await appArguments(process.argv.slice(2));
  const display = await openDisplay();
  try {
    const env = { ...process.env, ...display.env };
    if (display.kind === 'real') return await openForPeople(runtime.executable, args, env);
    return await lookOnce(runtime.executable, args, env);
  } finally {
    await display.close();
  }
}

/** The arguments after the runtime's own name. A relative package folder is meant from where npm was called. */
async function appArguments(given: readonly string[]): Promise<readonly string[]> {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const own = given.map((argument, index) => {
    if (given[index - 1] === '--package') return resolve(from, argument);
    const joined = /^--package=(.+)$/s.exec(argument)?.[1];
    return joined === undefined ? argument : `--package=${resolve(from, joined)}`;
  });
  const namesPackage = own.some((argument) => /^--package(=|$)/.test(argument));
  if (!namesPackage) await buildExample();
  return [...(isRoot() ? ['--no-sandbox'] : []), ...switchArguments, projectRoot, ...own];
}

/** Opens the window where people can see it, and waits until they close it. */
async function openForPeople(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const ended = await run({ file, args, env, forPeople: true });
  return ended.code ?? 1;
}

/** Opens the app where nobody sees it, lets it search once, and says where the picture of it lies. */
async function lookOnce(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  console.log('There is no display here: opening the window on a virtual one for a first search …');
  const userData = mkdtempSync(join(tmpdir(), 'lasesal-first-look-'));
  mkdirSync(places.artifacts, { recursive: true });
  rmSync(picture, { force: true });
  const ended = await run({
    file,
    args: [...args, `--user-data-dir=${userData}`, `--first-look=${picture}`],
    env,
    output: 'keep',
    timeoutMs: firstLookTimeoutMs,
  });
  rmSync(userData, { recursive: true, force: true });
  if (ended.code !== 0 || !isPng(picture)) {
    console.error(ended.output.trim());
    console.error(ended.timedOut ? 'The first search did not end in time.' : 'The first search failed.');
    return 1;
  }
  console.log(
    `Läsesal opened the archive, searched it, and left a picture of its window in ${relative(projectRoot, picture)}.`,
  );
  console.log(
    [
      'To see the window itself, run npm start where there is a screen, or over ssh -X, or on a display of your own:',
      '  Xvfb :99 -screen 0 1920x1200x24 & x11vnc -display :99 -localhost -forever & DISPLAY=:99 npm start',
      'and look at it with a VNC viewer (Debian packages: xvfb, x11vnc).',
    ].join('\n'),
  );
  return 0;
}

function isPng(file: string): boolean {
  if (!existsSync(file)) return false;
  const head = Buffer.alloc(8);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, head) === head.length && head.toString('latin1') === '\x89PNG\r\n\x1a\n';
  } finally {
    closeSync(handle);
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(`Läsesal cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
