import { ipcMain } from 'electron';
import type { WebContents } from 'electron';
import {
  channelOf,
  eventChannel,
  problem,
  readerCallNames,
  readerCalls,
  repliesAsText,
} from '../contract/index.ts';
import type { Problem, ReaderApi, ReaderCallName, Reply } from '../contract/index.ts';
import { senderFault } from './sender.ts';

/** The windows that may call, and hear events. */
export interface TrustedWindows {
  readonly add: (window: WebContents) => void;
}

/** Carries the contract over Electron's IPC: the one place that touches ipcMain. */
export function registerCalls(reader: ReaderApi): TrustedWindows {
  const windows = new Set<WebContents>();
  for (const name of readerCallNames) {
    ipcMain.handle(channelOf(name), async (event, args: unknown) => {
      const why = senderFault(event, windows);
      const reply =
        why === null
          ? await answer(reader, name, args)
          : refusal(problem('request-refused', {}, { call: name, why }));
      return repliesAsText.has(name) ? JSON.stringify(reply) : reply;
    });
  }
  reader.onEvent((event) => {
    for (const window of windows) if (!window.isDestroyed()) window.send(eventChannel, event);
  });
  return {
    add: (window) => {
      windows.add(window);
      window.once('destroyed', () => windows.delete(window));
    },
  };
}

/** Parses the argument, fails closed, and calls. */
async function answer(reader: ReaderApi, name: ReaderCallName, args: unknown): Promise<Reply<unknown>> {
  const parsed = parseArgs(name, args);
  if (!parsed.ok) return parsed;
  const call: (args: never) => Promise<Reply<unknown>> = reader[name];
  return await call(parsed.value as never);
}

function parseArgs(name: ReaderCallName, args: unknown): Reply<unknown> {
  const invalid = (at: string, why: string): Reply<never> =>
    refusal(problem('request-invalid', {}, { call: name, at, why }));
  try {
    const parsed = readerCalls[name].args.safeParse(args);
    if (parsed.success) return { ok: true, value: parsed.data };
    const issue = parsed.error.issues[0];
    return invalid(issue?.path.join('.') ?? '', issue?.code ?? '');
  } catch {
    // A schema gives up on some values, such as a typed array where it would freeze a list.
    return invalid('', 'unreadable');
  }
}

function refusal(of: Problem): Reply<never> {
  return { ok: false, problem: of };
}
