import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run } from '../../main/launch/command.ts';
import { openDisplay } from '../../main/launch/display.ts';
import type { Display } from '../../main/launch/display.ts';
import { isRoot, projectRoot, toolScript } from '../../main/launch/project.ts';
import { resolveRuntime } from '../../main/launch/runtime.ts';
import { switchArguments } from '../../main/security/switches.ts';
import { exampleArchive } from '../helpers/electron.ts';
import { FAR, isMark, layWire, whyNoWire } from '../helpers/wire.ts';
import type { Wire } from '../helpers/wire.ts';
import { leakFromNode, leakFromPage, sourceOf } from './network/leaks.ts';

const targets = { domain: 'leak.example', address: FAR };
/** As root there is no sandbox to be had; it is not what is tried here. */
const rootOnly = isRoot() ? ['--no-sandbox'] : [];

/** Leaks that look a name up in an app without guards; others in leaks.ts need more than such a page has. */
const ofThePage = 'fetch nocors xhr img script iframe dnsprefetch beacon stun'.split(' ');
const ofNode = 'nodehttp nodehttp2 nodetls nodelookup noderesolve nodefetch'.split(' ');

let folder = '';
let display: Display;
let wire: Wire | undefined;
let executable = '';

test.beforeAll(async () => {
  const why = await whyNoWire();
  test.skip(why !== null, `no packet can be seen here: ${why}`);
  folder = await mkdtemp(join(tmpdir(), 'lasesal-network-'));
  display = await openDisplay();
  executable = (await resolveRuntime()).executable;
  wire = await layWire();
});

test.afterAll(async () => {
  await wire?.close();
  await display?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

/** Runs a program at the near end of the wire and gives the packets that were seen meanwhile. */
async function packetsOf(
  program: readonly string[],
): Promise<{ readonly said: string; readonly packets: readonly string[] }> {
  if (wire === undefined) throw new Error('there is no wire');
  await wire.quiet();
  const first = await wire.mark();
  const [file = '', ...args] = [...wire.inside, ...program];
  const ended = await run({
    file,
    args,
    env: { ...process.env, ...display.env, LASESAL_ELECTRON_DIST: join(executable, '..') },
    output: 'keep',
    timeoutMs: 100_000,
  });
  // The sniffer is still awake: it sees this one.
  const last = await wire.mark();
  expect(ended.code, ended.output).toBe(0);
  const seen = wire.packets().slice(first, last);
  return { said: ended.output, packets: seen.filter((line) => !isMark(line)) };
}

test('a whole session sends no packet, whatever is tried from within', async () => {
  const session = join(projectRoot, 'tests', 'e2e', 'network', 'session.ts');
  const { said, packets } = await packetsOf([
    process.execPath,
    toolScript('tsx'),
    session,
    targets.domain,
    targets.address,
    '--hostile',
  ]);
  for (const step of [
    'searched',
    'followed',
    'verified',
    'imported and exported',
    'printed',
    'changed settings',
    'tried to leak',
  ])
    expect(said).toContain(`step: ${step}`);
  expect(packets).toEqual([]);
});

test('the same leaks are seen from an app without guards', async () => {
  const app = join(folder, 'leaky');
  const page = `${sourceOf(leakFromPage)}(window, ${JSON.stringify(targets)})`;
  const node = `${sourceOf(leakFromNode)}((name) => process.getBuiltinModule(name), ${JSON.stringify(targets)})`;
  const main = `const { app, BrowserWindow } = require('electron');
    process.on('uncaughtException', () => undefined);
    app.whenReady().then(async () => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('data:text/html,<p>x</p>');
      window.webContents.executeJavaScript(${JSON.stringify(page)}).catch(() => undefined);
      ${node};
      setTimeout(() => app.exit(0), 6000);
    });`;
  await run({ file: 'mkdir', args: ['-p', app] });
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'leaky', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(join(app, 'main.cjs'), main);
  const userData = `--user-data-dir=${join(folder, 'leaky-user')}`;
  const { packets } = await packetsOf([executable, ...rootOnly, userData, app]);
  const seen = packets.join('\n');
  const lookedUp = new Set([...seen.matchAll(/(\w+)\.leak\.example/gu)].map(([, name]) => name));
  const unseen = ofThePage.concat(ofNode).filter((name) => !lookedUp.has(name));
  expect(unseen, `${packets.length} packets`).toEqual([]);
  expect(seen).toMatch(new RegExp(`> ${FAR.replaceAll('.', '\\.')}\\.80: Flags \\[S\\]`, 'u'));
  expect(seen).toMatch(/> 10\.77\.0\.1\.3478: UDP/u);
  expect(seen).toMatch(/> 224\.0\.0\.251\.5353/u);
  expect(seen).toMatch(/> 10\.77\.0\.1\.53: /u);
});

test('the app works where there is no interface at all, not even loopback', async () => {
  const picture = join(folder, 'first-look.png');
  const ended = await run({
    file: 'unshare',
    args: [
      '--net',
      executable,
      ...rootOnly,
      ...switchArguments,
      projectRoot,
      `--package=${exampleArchive}`,
      `--user-data-dir=${join(folder, 'nowhere-user')}`,
      `--first-look=${picture}`,
    ],
    env: { ...process.env, ...display.env },
    output: 'keep',
    timeoutMs: 90_000,
  });
  expect(ended.code, ended.output).toBe(0);
  expect(existsSync(picture)).toBe(true);
});
