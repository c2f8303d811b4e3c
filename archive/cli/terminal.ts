import type { Language, Words } from './language.ts';
import { languageOf } from './language.ts';
import { printable } from './printable.ts';

/** Where a command speaks: results on one stream, everything else on the other. */
export interface Terminal {
  readonly language: Language;
  /** True when results go to a person's screen, not to a file or another program. */
  readonly interactive: boolean;
  /** Width of the screen in columns; 100 where there is none. */
  readonly columns: number;
  /** Prints a result. */
  print(text: string): void;
  /** Prints a value as JSON. */
  printJson(value: unknown): void;
  /** Says something that is not a result. */
  tell(text: string): void;
  /** Shows how far a long job is, where a person watches. `total` 0 when not known. */
  progress(words: Words, done: number, total: number): void;
  /** Takes the progress line away. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001B[K';
const BETWEEN_MS = 100;

/** The process's own streams. A reader that closes early (`| head`) ends the command quietly. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
  }
  const watched = stderr.isTTY;
  let [shownAt, shown] = [0, false];
  const clear = (): void => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
  };
  const language = languageOf(process.env);
  return {
    language,
    interactive: stdout.isTTY,
    columns: stdout.columns ?? 100,
    print: (text) => {
      clear();
      stdout.write(`${printable(text)}\n`);
    },
    printJson: (value) => {
      clear();
      stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    tell: (text) => {
      clear();
      stderr.write(`${printable(text)}\n`);
    },
    progress: (words, done, total) => {
      const now = performance.now();
      if (!watched || (now - shownAt < BETWEEN_MS && done !== total)) return;
      [shownAt, shown] = [now, true];
      const of = total > 0 ? ` ${done} / ${total}` : ` ${done}`;
      stderr.write(`${CLEAR_LINE}${words[language]}${of}`);
    },
    clear,
  };
}
