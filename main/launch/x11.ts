import { readFileSync } from 'node:fs';
import { createConnection, type NetConnectOpts, type Socket } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where an X display listens. */
export interface DisplayAddress {
  /** Null for this machine's own socket, else the host to reach by TCP. */
  readonly host: string | null;
  readonly number: number;
}

/** A secret that lets its holder open a display. */
interface Cookie {
  readonly name: string;
  readonly data: Buffer;
}

const cookieKind = 'MIT-MAGIC-COOKIE-1';
const answerTimeoutMs = 3000;

/**
 * Reads a DISPLAY: `:0`, `:0.1`, `unix:0`, `localhost:10.0`. Null when it is none.
 * A form of Xlib with a path (`/private/…/org.xquartz:0`) is macOS's and not read here.
 */
export function parseDisplay(display: string): DisplayAddress | null {
  const match = /^(?<host>[\w.-]*):(?<number>\d+)(\.\d+)?$/.exec(display);
  if (match?.groups === undefined) return null;
  const { host = '', number = '' } = match.groups;
  return { host: host === '' || host === 'unix' ? null : host, number: Number(number) };
}

/**
 * Whether the X server behind a DISPLAY lets this user in: a connection is set up as a program would do it,
 * with the user's cookies, and closed again. (X Window System Protocol, section 8, "Connection Setup".)
 * @param display the variable's value
 * @param env where XAUTHORITY is read from
 */
export async function displayAnswers(
  display: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const address = parseDisplay(display);
  if (address === null) return false;
  for (const cookie of [...cookiesFor(address.number, env), null]) {
    if (await opens(address, cookie)) return true;
  }
  return false;
}

async function opens(address: DisplayAddress, cookie: Cookie | null): Promise<boolean> {
  const where: NetConnectOpts =
    address.host === null
      ? { path: `/tmp/.X11-unix/X${address.number}` }
      : { host: address.host, port: 6000 + address.number };
  const socket = createConnection(where);
  try {
    return await new Promise<boolean>((settle) => ask(socket, cookie, settle));
  } finally {
    socket.destroy();
  }
}

function ask(socket: Socket, cookie: Cookie | null, settle: (isLetIn: boolean) => void): void {
  socket.setTimeout(answerTimeoutMs, () => settle(false));
  socket.once('error', () => settle(false));
  socket.once('close', () => settle(false));
  socket.once('connect', () => socket.write(setupRequest(cookie)));
  // The first byte of the answer: 0 refused, 1 let in, 2 more to be shown, which nobody asks for today.
  socket.once('data', (answer) => settle(answer[0] === 1));
}

/**
 * The first words of an X connection:
 *
 *     'l' 0 | 11 | 0 | length of name | length of data | 0 0 | name, padded | data, padded
 */
function setupRequest(cookie: Cookie | null): Buffer {
  const head = Buffer.alloc(12);
  head.write('l', 0, 'latin1');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(cookie?.name.length ?? 0, 6);
  head.writeUInt16LE(cookie?.data.length ?? 0, 8);
  return cookie === null
    ? head
    : Buffer.concat([head, padded(Buffer.from(cookie.name, 'latin1')), padded(cookie.data)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function cookiesFor(display: number, env: NodeJS.ProcessEnv): readonly Cookie[] {
  try {
    return cookiesIn(readFileSync(env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')), display);
  } catch {
    return []; // no such file, or not this user's to read: the server may let us in without
  }
}

/**
 * The cookies for a display in the bytes of an .Xauthority file. Each entry is a family (two bytes) and four
 * counted strings: address, display number, name, data; all numbers big-endian.
 */
export function cookiesIn(file: Buffer, display: number): readonly Cookie[] {
  const cookies: Cookie[] = [];
  let at = 0;
  const counted = (): Buffer => {
    const start = at + 2;
    at = start + file.readUInt16BE(at);
    return file.subarray(start, at);
  };
  while (at + 2 <= file.length) {
    at += 2;
    const [, number, name, data] = [counted(), counted().toString(), counted().toString(), counted()];
    if (name === cookieKind && (number === '' || number === String(display))) cookies.push({ name, data });
  }
  return cookies;
}
