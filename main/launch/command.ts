import { spawn, type ChildProcess } from 'node:child_process';
import { projectRoot } from './project.ts';

/** One program to run to its end. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program and all it started are ended. */
  readonly timeoutMs?: number;
  /** `stream` shows what it prints (the default); `keep` collects it instead. */
  readonly output?: 'stream' | 'keep';
  /** Whether people work with it: an interrupt is then handed on, once, and the program ends in its own way. */
  readonly forPeople?: boolean;
}

/** How a program ended. `code` is null when a signal, a time-out or a failed start ended it. */
export interface Outcome {
  readonly code: number | null;
  readonly timedOut: boolean;
  /** Standard output and error together in order of arrival, or why the start failed; empty when streamed. */
  readonly output: string;
}

const running = new Map<ChildProcess, Command>();
let watchingSignals = false;

/**
 * Runs a program and waits for its end. It has no standard input, and leads a process group of its own: when
 * we are interrupted it is ended with everything it started, unless people work with it.
 */
export async function run(command: Command): Promise<Outcome> {
  endChildrenWithUs();
  const kept: Buffer[] = [];
  const child = spawn(command.file, command.args, {
    cwd: command.cwd ?? projectRoot,
    env: command.env ?? process.env,
    detached: process.platform !== 'win32',
    stdio: command.output === 'keep' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  running.set(child, command);
  child.stdout?.on('data', (chunk: Buffer) => kept.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => kept.push(chunk));
  let timedOut = false;
  const timer =
    command.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          endGroup(child);
        }, command.timeoutMs);
  const ended = await new Promise<{ readonly code: number | null; readonly error?: Error }>((settle) => {
    child.once('error', (error) => settle({ code: null, error }));
    child.once('close', (code) => settle({ code }));
  });
  clearTimeout(timer);
  running.delete(child);
  const text = ended.error === undefined ? Buffer.concat(kept).toString('utf8') : ended.error.message;
  return { code: timedOut ? null : ended.code, timedOut, output: text };
}

/** Ends a program and everything in its group, at once: nothing of what it does is worth waiting for. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Already gone: the end that was wanted.
  }
}

function endChildrenWithUs(): void {
  if (watchingSignals) return;
  watchingSignals = true;
  process.on('exit', () => [...running.keys()].forEach(endGroup));
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    let isHandedOn = false;
    process.on(signal, () => {
      const forPeople = [...running].filter(([, command]) => command.forPeople === true);
      // A terminal and the runner above us may both tell us; an app that is told twice ends without tidying up.
      if (!isHandedOn) forPeople.forEach(([child]) => child.kill(signal));
      isHandedOn = true;
      // A process ended by a signal reports 128 and the signal's number, as a shell does.
      if (forPeople.length === 0) process.exit(128 + number);
    });
  }
}
