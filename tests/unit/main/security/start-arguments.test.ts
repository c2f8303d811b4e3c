import { assert, constantFrom, option, property, string, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relaunchArguments } from '../../../../main/security/relaunch.ts';
import {
  allowedSwitches,
  refusedAtStart,
  refusedVariables,
} from '../../../../main/security/start-arguments.ts';
import type { BuildKind } from '../../../../main/security/start-arguments.ts';
import { switchArguments } from '../../../../main/security/switches.ts';

const refused = (args: readonly string[], kind: BuildKind = 'release', env = {}): readonly string[] =>
  refusedAtStart({ args, env, kind });

/** Switches of Chromium, Electron and Node that open a door, as people and attackers write them. */
const doors = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0',
  '--inspect-brk=127.0.0.1:1',
  '--inspect-port=0',
  '--debug',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-sandbox',
  '--disable-seccomp-filter-sandbox',
  '--disable-setuid-sandbox',
  '--no-zygote',
  '--single-process',
  '--in-process-gpu',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-file-access-from-files',
  '--allow-running-insecure-content',
  '--load-extension=/tmp/x',
  '--proxy-server=http://10.0.0.1:8080',
  '--proxy-server=direct://',
  '--no-proxy-server',
  '--proxy-auto-detect',
  '--proxy-pac-url=http://10.0.0.1/pac',
  '--proxy-bypass-list=*',
  '--host-rules=MAP * 10.0.0.1',
  '--host-resolver-rules=MAP * 10.0.0.1',
  '--ignore-certificate-errors',
  '--enable-features=DnsOverHttps',
  '--disable-features=NetworkServiceSandbox',
  '--enable-blink-features=x',
  '--blink-settings=dnsPrefetchingEnabled=true',
  '--force-webrtc-ip-handling-policy=default',
  '--renderer-cmd-prefix=xterm -e',
  '--utility-cmd-prefix=xterm -e',
  '--gpu-launcher=/tmp/x',
  '--browser-subprocess-path=/tmp/x',
  '--log-net-log=/tmp/x',
  '--net-log-capture-mode=Everything',
  '--ssl-key-log-file=/tmp/x',
  '--enable-logging',
  '--log-file=/tmp/x',
  '--app=/tmp/x',
  '--require=/tmp/x.js',
  '-r',
  '-e',
  '--eval=1',
  '--import=data:text/javascript,1',
  '--experimental-loader=/tmp/x',
  '--disk-cache-dir=/tmp/x',
  '--crash-dumps-dir=/tmp/x',
  '--auth-server-allowlist=*',
  '--',
  '-',
];

describe('what a release takes at its start', () => {
  test.each(doors)('%s is refused', (door) => {
    expect(refused([door])).toEqual([door]);
    expect(refused(['--package', '/archive', door])).toEqual([door]);
    expect(refused([door.replace(/^--/u, '-')])).toHaveLength(1);
  });

  test('its own, what people with old screens and screen readers need, and places are taken', () => {
    const fine = [
      ['--package', '/an archive', '--user-data-dir=/own'],
      ['--package=/an archive', '--self-report=/x.json', '--first-look', 'x.png'],
      ['--force-renderer-accessibility', '--lang=sv', '--force-device-scale-factor=1.5', '--disable-gpu'],
      ['--ozone-platform-hint=auto', '/media/usb/arkiv.lasesal', 'arkiv.lasesal', 'lasesal://release/x'],
      [...switchArguments, '--relaunched'],
    ];
    for (const args of fine) expect(refused(args)).toEqual([]);
  });

  test('a switch that is taken takes no other value than it may have', () => {
    for (const odd of [
      '--lang=sv --inspect',
      '--disable-gpu=x',
      '--ozone-platform=headless',
      '--lang',
      '--Package=/x',
    ])
      expect(refused([odd])).toEqual([odd]);
    expect(refused(['https://example.org/x'])).toEqual(['https://example.org/x']);
    expect(refused(['file:///etc'])).toEqual(['file:///etc']);
  });

  test('of random arguments with a dash only those that are listed are taken', () => {
    const names = new Set(allowedSwitches.map(({ name }) => name));
    const word = stringMatching(/^[a-z]+(?:-[a-z]+){0,4}$/u);
    assert(
      property(word, option(string(), { nil: null }), constantFrom('-', '--'), (name, value, dashes) => {
        const argument = value === null ? `${dashes}${name}` : `${dashes}${name}=${value}`;
        if (names.has(name) || switchArguments.includes(argument) || argument === '--relaunched') return;
        expect(refused([argument])).toEqual([argument]);
      }),
      { numRuns: 2000 },
    );
  });

  test('variables that load code or write down what passes are refused, where they say anything', () => {
    for (const name of refusedVariables) {
      expect(refused([], 'release', { [name]: 'x' })).toEqual([name]);
      expect(refused([], 'release', { [name]: '' })).toEqual([]);
    }
    expect(refusedVariables).toEqual(expect.arrayContaining(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']));
  });

  test('a relaunch of its own is taken', () => {
    const argv = ['/lasesal', '--package', '/archive'];
    const again = relaunchArguments({ argv, isPackaged: true, electron: '45.4.1' });
    expect(again).not.toBeNull();
    expect(refused(again ?? [])).toEqual([]);
  });
});

describe('what a test build takes besides', () => {
  test('what the program needs that drives it, and nothing that a release does not take either', () => {
    const driven = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];
    expect(refused(driven, 'test')).toEqual([]);
    for (const door of doors.filter((one) => !driven.includes(one)))
      expect(refused([door], 'test')).toEqual([door]);
  });
});
