import type { Language } from '../../../../archive/cli/language.ts';
import type { Terminal } from '../../../../archive/cli/terminal.ts';

/** A terminal that keeps what is said to it. */
export class RecordingTerminal implements Terminal {
  readonly language: Language;
  readonly interactive = false;
  readonly columns = 100;
  /** What was printed as result. */
  out = '';
  /** What was said beside. */
  err = '';
  /** Highest progress heard, by words. */
  readonly steps = new Map<string, number>();

  constructor(language: Language = 'en') {
    this.language = language;
  }

  print(text: string): void {
    this.out += `${text}\n`;
  }
  printJson(value: unknown): void {
    this.out += `${JSON.stringify(value)}\n`;
  }
  tell(text: string): void {
    this.err += `${text}\n`;
  }
  progress(words: { readonly sv: string; readonly en: string }, done: number): void {
    this.steps.set(words[this.language], done);
  }
  clear(): void {
    // There is no line to take away.
  }
}
