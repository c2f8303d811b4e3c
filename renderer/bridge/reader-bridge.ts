import {
  problem,
  readerCallNames,
  readerCalls,
  readerEventSchema,
  repliesAsText,
  replySchema,
} from '../../main/contract/index.ts';
import type { ReaderApi, ReaderCallName, Reply } from '../../main/contract/index.ts';

declare global {
  interface Window {
    /** Put there by the preload: a method per call of the contract, and `onEvent`. Trusted only after parsing. */
    readonly lasesal?: unknown;
  }
}

type Host = Readonly<Record<string, (argument: unknown) => unknown>>;

/**
 * The reader behind a window, every reply and event parsed by the contract's schemas.
 * `host` is the object the preload exposes. A reply of another shape than the contract's, or a call that throws,
 * answers `request-invalid` or `job-failed` as data, so that the window always has something to say.
 * Throws when `host` lacks a method of the contract.
 */
export function bridgeTo(host: unknown): ReaderApi {
  const methods = methodsOf(host);
  const calls = Object.fromEntries(readerCallNames.map((name) => [name, callOf(methods, name)]));
  return { ...calls, onEvent: eventsOf(methods) } as unknown as ReaderApi;
}

/** The reader of this window. Throws when the preload did not run. */
export function readerOfWindow(): ReaderApi {
  return bridgeTo(window.lasesal);
}

/** Where a file lies that was dropped on this window; null when it lies nowhere on this machine. */
export function pathOfFile(file: File): string | null {
  const host: unknown = window.lasesal;
  if (typeof host !== 'object' || host === null || !('pathOf' in host)) return null;
  if (typeof host.pathOf !== 'function') return null;
  const path: unknown = (host.pathOf as (file: File) => unknown)(file);
  return typeof path === 'string' && path !== '' ? path : null;
}

function methodsOf(host: unknown): Host {
  if (typeof host !== 'object' || host === null) throw new Error('the window has no reader');
  const missing = [...readerCallNames, 'onEvent'].filter(
    (name) => typeof (host as Record<string, unknown>)[name] !== 'function',
  );
  if (missing.length > 0) throw new Error(`the window's reader lacks ${missing.join(', ')}`);
  return host as Host;
}

function callOf(host: Host, name: ReaderCallName): (args: unknown) => Promise<Reply<unknown>> {
  return async (args) => {
    try {
      const raw = await host[name]?.(args);
      return parseReply(name, repliesAsText.has(name) ? (JSON.parse(String(raw)) as unknown) : raw);
    } catch (error) {
      return { ok: false, problem: problem('job-failed', {}, { call: name, reason: String(error) }) };
    }
  };
}

function parseReply(name: ReaderCallName, raw: unknown): Reply<unknown> {
  const reply = replySchema.safeParse(raw);
  if (!reply.success) return { ok: false, problem: problem('request-invalid', {}, { call: name }) };
  if (!reply.data.ok) return reply.data;
  const value = readerCalls[name].result.safeParse(reply.data.value);
  if (value.success) return { ok: true, value: value.data };
  const where = value.error.issues[0]?.path.join('.') ?? '';
  return { ok: false, problem: problem('request-invalid', {}, { call: name, where }) };
}

function eventsOf(host: Host): ReaderApi['onEvent'] {
  return (hear) => {
    const stop = host['onEvent']?.((raw: unknown) => {
      const event = readerEventSchema.safeParse(raw);
      if (event.success) hear(event.data);
    });
    return () => {
      if (typeof stop === 'function') (stop as () => void)();
    };
  };
}
