import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isOnPath } from './system-packages.ts';
import { displayAnswers } from './x11.ts';

/** A display that windows can be opened on. */
export interface Display {
  /** `virtual` when it was made here and nobody sees it. */
  readonly kind: 'real' | 'virtual';
  /** What to add to the environment of the programs that are to use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends a virtual display; does nothing to a real one. */
  readonly close: () => Promise<void>;
}

const startTimeoutMs = 20_000;
const screen = '1920x1200x24';

/** Whether windows can be opened on this machine as it is. Outside Linux they always can. */
export async function hasRealDisplay(env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const display = env['DISPLAY'];
  return display !== undefined && display !== '' && (await displayAnswers(display, env));
}

/**
 * The user's display where it answers, else a virtual one on a number that is free.
 * @throws Error when Xvfb is missing or does not start
 */
export async function openDisplay(env: NodeJS.ProcessEnv = process.env): Promise<Display> {
  if (await hasRealDisplay(env)) return { kind: 'real', env: {}, close: () => Promise.resolve() };
  return startVirtualDisplay();
}

/**
 * Starts Xvfb, which picks a free number itself and tells it through a pipe when it is ready. It is ended by
 * `close`, by our own end, and by the kernel should we be killed.
 */
async function startVirtualDisplay(): Promise<Display> {
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const [file = '', ...args] = isOnPath('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', ...xvfb] : xvfb;
  const server = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const end = (): void => void server.kill('SIGTERM');
  process.once('exit', end);
  try {
    const number = await displayNumber(server);
    // The server may not keep this process alive: it serves us, not the other way round.
    (server.stdio[3] as Readable).destroy();
    (server.stderr as Socket).unref();
    server.unref();
    return {
      kind: 'virtual',
      env: { DISPLAY: `:${number}`, XAUTHORITY: '/dev/null' },
      close: async () => {
        process.removeListener('exit', end);
        await ended(server, end);
      },
    };
  } catch (error) {
    process.removeListener('exit', end);
    await ended(server, end);
    throw error;
  }
}

async function displayNumber(server: ChildProcess): Promise<number> {
  let said = '';
  let complaint = '';
  server.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not get ready')), startTimeoutMs);
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`the virtual display did not start: ${why}`));
    };
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(complaint.trim() || `Xvfb ended with ${code}`));
    (server.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number.parseInt(said, 10));
    });
  });
}

async function ended(server: ChildProcess, end: () => void): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  await new Promise<void>((settle) => {
    server.ref();
    server.once('exit', () => settle());
    end();
  });
}
