import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run } from '../../main/launch/command.ts';
import type { Outcome } from '../../main/launch/command.ts';
import { openDisplay } from '../../main/launch/display.ts';
import type { Display } from '../../main/launch/display.ts';
import { readFuses, wantedFuses } from '../../main/launch/fuses.ts';
import { builtExecutable } from '../../main/launch/packaging.ts';
import { isRoot } from '../../main/launch/project.ts';
import { networkSwitches } from '../../main/security/switches.ts';
import {
  PACKING_MS,
  asNobody,
  ensureTestBuild,
  folderForAll,
  whyNoOrdinaryUser,
} from '../helpers/test-build.ts';

// The app as it is handed out takes no argument by which a program could drive it: it is tried from outside.
const executable = builtExecutable('hardened');

let display: Display;
let folder: ReturnType<typeof folderForAll>;

test.beforeAll(async () => {
  test.setTimeout(PACKING_MS);
  await ensureTestBuild();
  display = await openDisplay();
});
test.afterAll(async () => await display?.close());
test.beforeEach(() => {
  folder = folderForAll();
});
test.afterEach(() => folder.remove());

const userData = (): string => join(folder.path, 'reader');

/** Starts the app as an ordinary user, with Chromium's sandbox, and waits for its end. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const why = await whyNoOrdinaryUser();
  test.skip(why !== null, why ?? '');
  const [file, ...before] = [...(isRoot() ? asNobody : []), executable];
  return await run({
    file,
    args: [...before, `--user-data-dir=${userData()}`, ...args],
    cwd: folder.path,
    env: { ...process.env, ...display.env, HOME: folder.path, NODE_OPTIONS: '', ...env },
    output: 'keep',
    timeoutMs: 60_000,
  });
}

test('the fuses of what is handed out are as they are wanted, and those of the build that tests drive are not', () => {
  expect(readFuses(executable)).toEqual(wantedFuses);
  expect(readFuses(builtExecutable('test'))).not.toEqual(wantedFuses);
});

test('it opens its archive inside Chromium’s sandbox with every guard in force, as it says itself', async () => {
  const file = join(folder.path, 'report.json');
  const ended = await start([`--self-report=${file}`]);
  expect(ended.code, ended.output).toBe(0);
  const report = JSON.parse(readFileSync(file, 'utf8')) as { readonly page: { readonly hits: number } };
  expect(report).toMatchObject({
    app: { build: 'release', packaged: true },
    switches: networkSwitches,
    sandboxed: true,
    page: { origin: 'lasesal-app://app', node: [], openDoors: [] },
    faults: [],
  });
  expect(report.page.hits).toBeGreaterThan(0);
});

const doors = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '-inspect-brk=0',
  '--proxy-server=direct://',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--load-extension=/',
  '--js-flags=--expose-gc',
  '--disable-web-security',
  '--renderer-cmd-prefix=true',
  '--no-sandbox',
];
for (const door of doors) {
  test(`started with ${door} it refuses, in words`, async () => {
    const ended = await start([door]);
    expect(ended.code, ended.output).toBe(1);
    expect(ended.output).toContain(
      `Läsesal öppnades inte: det startades med något som det inte tar emot (${door})`,
    );
    expect(ended.output).toContain(
      `Läsesal did not open: it was started with something that it does not take`,
    );
    expect(ended.output).not.toMatch(/listening on/iu);
    expect(existsSync(join(userData(), 'DevToolsActivePort'))).toBe(false);
    expect(existsSync(join(userData(), 'personal'))).toBe(false);
  });
}

test('started to run as plain Node it does not, and refuses, in words', async () => {
  const { script, proof } = scriptThatProves();
  const ended = await start([script], { ELECTRON_RUN_AS_NODE: '1' });
  expect(ended.code, ended.output).toBe(1);
  expect(ended.output).toContain('(ELECTRON_RUN_AS_NODE)');
  expect(existsSync(proof)).toBe(false);
});

test('code that a variable names for Node is not loaded', async () => {
  const { script, proof } = scriptThatProves();
  const report = `--self-report=${join(folder.path, 'report.json')}`;
  const ended = await start([report], { NODE_OPTIONS: `--require ${script}` });
  expect(ended.code, ended.output).toBe(0);
  expect(existsSync(proof)).toBe(false);
});

/** A program that leaves a file where it ran. */
function scriptThatProves(): { readonly script: string; readonly proof: string } {
  const proof = join(folder.path, 'proof');
  const script = join(folder.path, 'loaded.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
  return { script, proof };
}
