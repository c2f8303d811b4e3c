import type { ReadStream } from 'node:tty';
import { problem, ProblemError } from '../model/problem.ts';

/** What a person types on. */
export type Keyboard = Pick<ReadStream, 'on' | 'off' | 'pause' | 'resume' | 'setEncoding' | 'setRawMode'>;

/** Standard input where a person is at it; null where a file or a program is. */
export function processKeyboard(): Keyboard | null {
  return process.stdin.isTTY ? process.stdin : null;
}

const ENTER = new Set(['\r', '\n']);
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const CTRL_U = '\u0015';
const RUB_OUT = new Set(['\u007F', '\b']);
/** Arrows and the like come as sequences behind an escape: they are no letters. */
const SEQUENCE = new RegExp(`\u001B${String.raw`(?:\[[0-9;]*[A-Za-z~]|O[A-Z]|.)?`}`, 'gu');

/** Lines that are typed and shown nowhere. Must be closed: until then the terminal does nothing of its own. */
export class HiddenInput {
  readonly #keyboard: Keyboard;
  #keys: string[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(keyboard: Keyboard) {
    this.#keyboard = keyboard;
    keyboard.setEncoding('utf8');
    keyboard.setRawMode(true);
    keyboard.on('data', this.#take);
    keyboard.on('end', this.#end);
    keyboard.resume();
  }

  /**
   * The next line, without its end. Backspace takes back a letter, Ctrl-U all of them.
   *
   * @throws ProblemError `job-cancelled` at Ctrl-C, Ctrl-D, the end of input and the signal.
   */
  async line(signal: AbortSignal): Promise<string> {
    let letters: string[] = [];
    for (;;) {
      const key = this.#keys.shift();
      if (key === undefined) await this.#more(signal);
      else if (ENTER.has(key)) return letters.join('');
      else if (key === CTRL_C || key === CTRL_D) throw new ProblemError(problem('job-cancelled'));
      else if (key === CTRL_U) letters = [];
      else if (RUB_OUT.has(key)) letters.pop();
      else if (key >= ' ') letters.push(key);
    }
  }

  close(): void {
    this.#keyboard.off('data', this.#take);
    this.#keyboard.off('end', this.#end);
    this.#keyboard.setRawMode(false);
    this.#keyboard.pause();
  }

  readonly #take = (typed: string): void => {
    this.#keys.push(...Array.from(typed.replaceAll(SEQUENCE, '')));
    this.#wake();
  };

  readonly #end = (): void => {
    this.#ended = true;
    this.#wake();
  };

  async #more(signal: AbortSignal): Promise<void> {
    if (!this.#ended && !signal.aborted) {
      const { promise, resolve } = awaited();
      this.#wake = resolve;
      signal.addEventListener('abort', resolve, { once: true });
      await promise;
      signal.removeEventListener('abort', resolve);
    }
    const isOver = this.#keys.length === 0 && (this.#ended || signal.aborted);
    if (isOver) throw new ProblemError(problem('job-cancelled'));
  }
}

function awaited(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
