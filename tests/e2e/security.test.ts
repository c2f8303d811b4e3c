import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { run } from '../../main/launch/command.ts';
import { openDisplay } from '../../main/launch/display.ts';
import { isRoot, places } from '../../main/launch/project.ts';
import { resolveRuntime } from '../../main/launch/runtime.ts';
import { networkSwitches } from '../../main/security/switches.ts';
import { launchApp } from '../helpers/electron.ts';
import type { LaunchedApp } from '../helpers/electron.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(async () => {
  await launched.close();
});

test('every network switch is in force with its exact value', async () => {
  expect(networkSwitches).toMatchObject({
    'proxy-server': 'http://127.0.0.1:9',
    'proxy-bypass-list': '<-loopback>',
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'disable-features': expect.stringContaining('WebRtcHideLocalIpsWithMdns'),
    'blink-settings': 'dnsPrefetchingEnabled=false',
    'disable-background-networking': '',
  });
  const values = await launched.app.evaluate(({ app }, names) => {
    return names.map((name) => [name, app.commandLine.hasSwitch(name), app.commandLine.getSwitchValue(name)]);
  }, Object.keys(networkSwitches));
  for (const [name, there, value] of values) {
    expect(there, String(name)).toBe(true);
    const wanted = networkSwitches[String(name)] ?? '';
    // Playwright adds feature names of its own to this one list.
    if (name === 'disable-features')
      for (const feature of wanted.split(',')) expect(value).toContain(feature);
    else expect(value, String(name)).toBe(wanted);
  }
});

test('every address, loopback too, goes to the dead proxy, and no name resolves', async () => {
  const proxies = await launched.app.evaluate(async ({ session }) => {
    const addresses = ['https://example.org/', 'http://127.0.0.1:8080/', 'ws://localhost/', 'ftp://[::1]/'];
    return await Promise.all(addresses.map((address) => session.defaultSession.resolveProxy(address)));
  });
  expect(proxies).toEqual(Array.from({ length: 4 }, () => 'PROXY 127.0.0.1:9'));
  const resolved = await launched.app.evaluate(async ({ session }) => {
    try {
      await session.defaultSession.resolveHost('example.org');
      return 'resolved';
    } catch (error) {
      return String(error);
    }
  });
  expect(resolved).toContain('ERR_NAME_NOT_RESOLVED');
});

test('requests from the main process to any scheme but ours are cancelled', async () => {
  const outcomes = await launched.app.evaluate(async ({ net }) => {
    const addresses = ['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/hostname'];
    return await Promise.all(
      addresses.map(async (address) => {
        try {
          await net.fetch(address);
          return 'answered';
        } catch (error) {
          return String(error);
        }
      }),
    );
  });
  for (const outcome of outcomes) expect(outcome).toMatch(/ERR_BLOCKED_BY_CLIENT|ERR_FAILED/u);
});

test('the window is sandboxed, isolated, without Node and without a spell checker', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const read = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    return read.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const spelling = await launched.app.evaluate(({ session }) =>
    session.defaultSession.isSpellCheckerEnabled(),
  );
  expect(spelling).toBe(false);
  const inWindow = await launched.window.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    origin: location.origin,
    bridge: Object.keys(Reflect.get(globalThis, 'lasesal') as object).toSorted(),
  }));
  expect(inWindow.process).toBe('undefined');
  expect(inWindow.require).toBe('undefined');
  expect(inWindow.origin).toBe('lasesal-app://app');
  expect(inWindow.bridge).toContain('search');
  expect(inWindow.bridge).not.toContain('send');
});

test('the window cannot fetch, connect, navigate, open windows, run inline script or embed frames', async () => {
  const before = launched.window.url();
  const tried = await launched.window.evaluate(async () => {
    const violations: string[] = [];
    const hear = (event: SecurityPolicyViolationEvent): number => violations.push(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', hear);
    const failed = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return false;
      } catch {
        return true;
      }
    };
    // The page's own fetch is gone; an empty frame brings a new one, and the policy holds there too.
    const empty = document.createElement('iframe');
    document.body.append(empty);
    const other = empty.contentWindow as Window & typeof globalThis;
    other.document.addEventListener('securitypolicyviolation', hear);
    const fetched = await failed(() => other.fetch('https://example.org/'));
    const opened = window.open('https://example.org/');
    const script = document.createElement('script');
    let assigned = true;
    try {
      script.textContent = 'globalThis.injected = true';
    } catch {
      assigned = false;
    }
    document.body.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    const image = new Image();
    image.src = 'https://example.org/x.png';
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    frame.remove();
    empty.remove();
    script.remove();
    link.remove();
    return {
      fetched,
      opened: opened === null,
      assigned,
      injected: Reflect.has(globalThis, 'injected'),
      violations,
    };
  });
  expect(tried).toMatchObject({ fetched: true, opened: true, injected: false });
  expect(tried.violations).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src']));
  expect(launched.window.url()).toBe(before);
});

test('no permission is granted but copying text', async () => {
  const states = await launched.window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    return await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
  });
  expect(states.every((state) => state === 'denied')).toBe(true);
});

test('our scheme serves what was built and nothing beside it', async () => {
  const answers = await launched.app.evaluate(async ({ net }) => {
    const paths = [
      'index.html',
      '../main/index.js',
      '%2e%2e/main/index.js',
      '..%2fmain%2findex.js',
      '',
      'nowhere',
    ];
    return await Promise.all(
      paths.map(async (path) => (await net.fetch(`lasesal-app://app/${path}`)).status),
    );
  });
  expect(answers).toEqual([200, 404, 404, 404, 404, 404]);
  const policy = await launched.app.evaluate(async ({ net }) => {
    const answer = await net.fetch('lasesal-app://app/index.html');
    return answer.headers.get('content-security-policy');
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('a malformed argument is refused as data', async () => {
  const malformed = await launched.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (args: unknown) => Promise<unknown>>;
    const payloads: unknown[] = [
      null,
      7,
      'x',
      [],
      { queryId: -1 },
      { queryId: 1, query: 'x'.repeat(20_000) },
    ];
    return await Promise.all(payloads.map(async (payload) => await bridge['search']?.(payload)));
  });
  for (const answer of malformed)
    expect(JSON.parse(String(answer))).toMatchObject({ ok: false, problem: { code: 'request-invalid' } });
});

test('a call from a window that is not ours is refused as data, even from our own page', async () => {
  const answers = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL('lasesal-app://app/index.html');
    const answer: unknown = await other.webContents.executeJavaScript('window.lasesal.status({})');
    other.destroy();
    return answer;
  });
  expect(answers).toMatchObject({ ok: false, problem: { code: 'request-refused' } });
});

test('every session that is made, by whomever, has the dead proxy and the canceller', async () => {
  const found = await launched.app.evaluate(async ({ session }) => {
    const other = session.fromPartition('made-by-whomever');
    const isGuarded = async (): Promise<boolean> =>
      (await other.resolveProxy('http://127.0.0.1/')) === 'PROXY 127.0.0.1:9';
    for (let tries = 0; tries < 100 && !(await isGuarded()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const outcome = async (address: string): Promise<string> =>
      await other.fetch(address).then(() => 'answered', String);
    const [answer, ofFiles] = [await outcome('http://127.0.0.1:9/'), await outcome('file:///etc/hostname')];
    return {
      proxy: await other.resolveProxy('http://127.0.0.1/'),
      answer,
      ofFiles,
    };
  });
  expect(found.proxy).toBe('PROXY 127.0.0.1:9');
  expect(found.answer).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(found.ofFiles).toMatch(/ERR_/u);
});

test('WebRTC goes by the dead proxy only, in every page', async () => {
  const policies = await launched.app.evaluate(({ BrowserWindow }) => {
    const other = new BrowserWindow({ show: false });
    const all = BrowserWindow.getAllWindows().map((one) => one.webContents.getWebRTCIPHandlingPolicy());
    other.destroy();
    return all;
  });
  expect(policies).toEqual(['disable_non_proxied_udp', 'disable_non_proxied_udp']);
});

test('nobody can lead a window of ours away or open another from it', async () => {
  const before = launched.window.url();
  const opened = await launched.window.evaluate(async () => {
    // Addresses that every other guard lets pass: they are our own.
    const other = window.open('lasesal-app://app/index.html');
    location.href = 'lasesal-app://app/index.html?elsewhere';
    await new Promise((resolve) => setTimeout(resolve, 500));
    return other !== null;
  });
  expect(opened).toBe(false);
  expect(launched.window.url()).toBe(before);
  expect(launched.app.windows()).toHaveLength(1);
});

/**
 * Guards, each with what makes it fail before the app starts, the name by which its failure is told, and what must
 * not be told: without its switches the app has dead proxies still, each session its own.
 */
const sabotages = [
  ['switches', 'app.commandLine.appendSwitch = () => undefined', 'host-resolver-rules', '→ DIRECT'],
  [
    'the canceller',
    "app.on('session-created', (s) => { s.webRequest.onBeforeRequest = () => undefined })",
    'http://127.0.0.1:9/',
    'localhost',
  ],
  [
    'the spell checker',
    "app.on('session-created', (s) => { s.setSpellCheckerEnabled = () => undefined })",
    'spell checker',
    'proxy',
  ],
  [
    'WebRTC',
    "app.on('web-contents-created', (_, c) => { c.setWebRTCIPHandlingPolicy = () => undefined })",
    '(WebRTC: ',
    'proxy',
  ],
] as const;

for (const [guard, sabotage, told, untold] of sabotages) {
  test(`where a guard is not in force the app does not open, and says which: ${guard}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lasesal-sabotage-'));
    const display = await openDisplay();
    try {
      const manifest = { name: 'lasesal', version: '1.0.0', main: 'main.mjs', lasesalBuild: 'source' };
      await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
      await writeFile(
        join(folder, 'main.mjs'),
        `import { app, dialog } from 'electron';
        dialog.showErrorBox = (_title, text) => console.error(text);
        ${sabotage};
        await import(${JSON.stringify(pathToFileURL(join(places.out, 'main', 'index.js')).href)});`,
      );
      const ended = await run({
        file: (await resolveRuntime({ say: () => undefined })).executable,
        args: [...(isRoot() ? ['--no-sandbox'] : []), folder, `--user-data-dir=${join(folder, 'reader')}`],
        env: { ...process.env, ...display.env },
        output: 'keep',
        timeoutMs: 30_000,
      });
      expect(ended.code, ended.output).toBe(1);
      expect(ended.output).toContain('Läsesal did not open: a guard against the network is not in force');
      expect(ended.output).toContain(told);
      expect(ended.output).not.toContain(untold);
    } finally {
      await display.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}
