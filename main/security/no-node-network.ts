import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** An object whose functions lead out, and those of them that do not. */
interface Door {
  readonly name: string;
  readonly owner: object;
  readonly harmless: readonly string[];
}

const messages = ['IncomingMessage', 'OutgoingMessage', 'ServerResponse'];
const resolverOrder = ['getDefaultResultOrder', 'setDefaultResultOrder', 'getServers'];

/**
 * Node's ways to a network, and to another process that could have one. Whatever is callable there is replaced but
 * for what is named harmless, so that a function which a newer Node adds is replaced too. `net.Socket` stays: Node
 * makes standard output and error of it; what connects it does not.
 */
const doors: readonly Door[] = [
  {
    name: 'http',
    owner: http,
    harmless: [...messages, 'validateHeaderName', 'validateHeaderValue', 'setMaxIdleHTTPParsers'],
  },
  { name: 'https', owner: https, harmless: [] },
  {
    name: 'http2',
    owner: http2,
    harmless: ['getDefaultSettings', 'getPackedSettings', 'getUnpackedSettings'],
  },
  {
    name: 'net',
    owner: net,
    harmless: [
      'Socket',
      'Stream',
      'BlockList',
      'SocketAddress',
      'isIP',
      'isIPv4',
      'isIPv6',
      '_normalizeArgs',
    ],
  },
  { name: 'tls', owner: tls, harmless: ['getCiphers', 'convertALPNProtocols', 'checkServerIdentity'] },
  { name: 'dgram', owner: dgram, harmless: [] },
  { name: 'dns', owner: dns, harmless: resolverOrder },
  { name: 'dns.promises', owner: dns.promises, harmless: resolverOrder },
  { name: 'inspector', owner: inspector, harmless: ['close', 'url'] },
  { name: 'child_process', owner: childProcess, harmless: [] },
];

/** Single functions: what everything above ends in, what is there without an import, and the way round them all. */
const singles: readonly (readonly [name: string, owner: object, key: string])[] = [
  ['net.Socket.prototype', net.Socket.prototype, 'connect'],
  ['net.Server.prototype', net.Server.prototype, 'listen'],
  ...['bind', 'connect', 'send'].map(
    (key) => ['dgram.Socket.prototype', dgram.Socket.prototype, key] as const,
  ),
  ...['fetch', 'WebSocket', 'EventSource'].map((key) => ['globalThis', globalThis, key] as const),
  ['process', process, 'binding'],
];

const replacements = new WeakSet<object>();

closeAll();

/**
 * What of Node's ways out is not replaced in this thread, by name (`net.connect`); empty when all are. Reading it
 * calls none of them.
 */
export function openNodeDoors(): readonly string[] {
  return ways()
    .filter(({ owner, key }) => !replacements.has(Reflect.get(owner, key) as object))
    .map(({ name }) => name);
}

interface Way {
  readonly name: string;
  readonly owner: object;
  readonly key: string;
}

function ways(): readonly Way[] {
  const ofModules = doors.flatMap(({ name, owner, harmless }) =>
    Object.keys(owner)
      .filter((key) => !harmless.includes(key) && isCallable(owner, key))
      .map((key) => ({ name: `${name}.${key}`, owner, key })),
  );
  const single = singles
    .filter(([, owner, key]) => typeof Reflect.get(owner, key) === 'function')
    .map(([name, owner, key]) => ({ name: `${name}.${key}`, owner, key }));
  return [...ofModules, ...single];
}

/** Whether a property is a function; getters are not asked, some of them load what they give. */
function isCallable(owner: object, key: string): boolean {
  return typeof Object.getOwnPropertyDescriptor(owner, key)?.value === 'function';
}

/**
 * A thread that loads this has no network from here on: its ways out throw, for good. It is loaded before any
 * other code of ours (electron.vite.config.ts sees to that), and a thread where it did not work ends at once.
 */
function closeAll(): void {
  for (const { name, owner, key } of ways()) {
    const refuse = function refuse(): never {
      throw new Error(`Läsesal has no network: ${name} was called`);
    };
    replacements.add(refuse);
    Object.defineProperty(owner, key, { value: refuse, writable: false, configurable: false });
  }
  syncBuiltinESMExports();
  const open = openNodeDoors();
  if (open.length > 0) throw new Error(`Läsesal could not close ${open.join(', ')}`);
}
