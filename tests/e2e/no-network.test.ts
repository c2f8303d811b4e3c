import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { places } from '../../main/launch/project.ts';
import { launchApp } from '../helpers/electron.ts';
import type { LaunchedApp } from '../helpers/electron.ts';

const bundles = join(places.out, 'main');
/** Every program of the main process: the host itself and what runs in a thread. */
const entries = (existsSync(bundles) ? readdirSync(bundles) : []).filter((name) => name.endsWith('.js'));
const workers = entries.filter((name) => name.endsWith('-worker.js'));
const refused = /Läsesal has no network/u;

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(async () => {
  await launched.close();
});

/**
 * Tries Node's ways out, with addresses that lead nowhere, and gives what each said. Runs in the thread it is sent
 * to, as its source: it uses nothing from here.
 */
function tryNodeDoors(): Readonly<Record<string, string>> {
  type Call = (...args: unknown[]) => unknown;
  const builtin = (name: string): Record<string, Call> =>
    process.getBuiltinModule(name) as unknown as Record<string, Call>;
  const net = builtin('net') as unknown as { Socket: new () => { connect: Call } };
  const udp = (builtin('dgram') as unknown as { Socket: { prototype: { send: Call; bind: Call } } }).Socket;
  const tries: Record<string, () => unknown> = {
    'http.get': () => builtin('http')['get']?.('http://127.0.0.1:9/'),
    'http.request': () => builtin('http')['request']?.('http://127.0.0.1:9/'),
    'http.createServer': () => builtin('http')['createServer']?.(),
    'https.get': () => builtin('https')['get']?.('https://127.0.0.1:9/'),
    'http2.connect': () => builtin('http2')['connect']?.('http://127.0.0.1:9'),
    'net.connect': () => builtin('net')['connect']?.(9, '127.0.0.1'),
    'net.createServer': () => builtin('net')['createServer']?.(),
    'net.Socket.connect': () => new net.Socket().connect(9, '127.0.0.1'),
    'tls.connect': () => builtin('tls')['connect']?.(9, '127.0.0.1'),
    'dgram.createSocket': () => builtin('dgram')['createSocket']?.('udp4'),
    'dgram.Socket': () => udp.prototype?.send.call({}, 'x', 9, '127.0.0.1'),
    'dns.lookup': () => builtin('dns')['lookup']?.('localhost', () => undefined),
    'dns.resolve4': () => builtin('dns')['resolve4']?.('localhost', () => undefined),
    'dns/promises.lookup': () => builtin('dns/promises')['lookup']?.('localhost'),
    'inspector.open': () => builtin('inspector')['open']?.(0),
    'child_process.spawn': () => builtin('child_process')['spawn']?.('true'),
    'child_process.fork': () => builtin('child_process')['fork']?.('nothing.js'),
    'child_process.execFileSync': () => builtin('child_process')['execFileSync']?.('true'),
    fetch: () => fetch('http://127.0.0.1:9/'),
    'process.binding': () => (process as unknown as { binding: Call }).binding('tcp_wrap'),
  };
  return Object.fromEntries(
    Object.entries(tries).map(([name, work]) => {
      try {
        work();
        return [name, 'open'];
      } catch (error) {
        return [name, String(error)];
      }
    }),
  );
}

test('in the main process every way of Node to a network or another process throws', async () => {
  const said = await launched.app.evaluate(
    (_electron, source) =>
      process.getBuiltinModule('vm').runInThisContext(`(${source})()`) as Record<string, string>,
    tryNodeDoors.toString(),
  );
  // A class without its prototype is refused all the same, in other words.
  for (const [name, what] of Object.entries(said))
    expect(what, name).toMatch(name === 'dgram.Socket' ? /TypeError|no network/u : refused);
});

for (const worker of workers) {
  test(`in a thread that runs ${worker} every such way throws too`, async () => {
    const script = `
      const { parentPort } = require('node:worker_threads');
      import(${JSON.stringify(pathToFileURL(join(bundles, worker)).href)}).catch(() => undefined)
        .then(() => parentPort.postMessage((${tryNodeDoors.toString()})()));`;
    const said = await launched.app.evaluate(async (_electron, code) => {
      const { Worker } = process.getBuiltinModule('worker_threads');
      const thread = new Worker(code, { eval: true, workerData: { turns: new SharedArrayBuffer(8) } });
      const answer = await new Promise<Record<string, string>>((settle, fail) => {
        thread.once('message', settle);
        thread.once('error', fail);
      });
      await thread.terminate();
      return answer;
    }, script);
    for (const [name, what] of Object.entries(said))
      expect(what, name).toMatch(name === 'dgram.Socket' ? /TypeError|no network/u : refused);
  });
}

test('every program of the main process closes Node’s ways out before it loads anything', () => {
  expect(workers.length).toBeGreaterThan(1);
  for (const name of entries.filter((entry) => entry !== 'no-node-network.js')) {
    const first = readFileSync(join(bundles, name), 'utf8').split('\n')[0];
    expect(first, name).toMatch(/^import (?:\{ \w+ \} from )?"\.\/no-node-network\.js";$/u);
  }
});

test('nothing that is shipped imports a way to a network, but the one file that closes them', () => {
  const ways =
    '(?:http|https|http2|net|tls|dgram|dns|dns/promises|inspector|inspector/promises|child_process|cluster)';
  const imports = new RegExp(
    String.raw`(?:from|import|require\()\s*\(?["'\x60](?:node:)?${ways}["'\x60]`,
    'u',
  );
  const files = readdirSync(places.out, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^(?:main|preload|renderer)\/.*\.c?js$/u.test(name) && name !== 'main/no-node-network.js',
  );
  expect(files.length).toBeGreaterThan(4);
  expect(imports.test(readFileSync(join(bundles, 'no-node-network.js'), 'utf8'))).toBe(true);
  const importing = files.filter((name) => imports.test(readFileSync(join(places.out, name), 'utf8')));
  expect(importing).toEqual([]);
});

test('in the window, in the page’s world and in the preload’s, every way of the web to a network throws', async () => {
  const names =
    'fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection webkitRTCPeerConnection SharedWorker Worker'.split(
      ' ',
    );
  const tries = `${JSON.stringify(names)}.map((name) => {
      try { new globalThis[name]('https://127.0.0.1:9/'); return name + ': open'; }
      catch (error) { return String(error); }
    }).concat((() => {
      try { navigator.sendBeacon('https://127.0.0.1:9/'); return 'beacon: open'; }
      catch (error) { return String(error); }
    })())`;
  const inPage: readonly string[] = await launched.window.evaluate(tries);
  // Electron runs the preload in the isolated world of this number.
  const inPreload = await launched.app.evaluate(
    async ({ BrowserWindow }, code) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(999, [
        { code },
      ])) as readonly string[],
    tries,
  );
  for (const said of [...inPage, ...inPreload]) expect(said).toMatch(refused);
  expect(inPreload).toHaveLength(names.length + 1);
});
