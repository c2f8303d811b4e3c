import type { Library } from '../package/library/library.ts';
import type { Parsed } from './arguments.ts';
import type { CommandContext } from './command.ts';
import type { Words } from './language.ts';

/** One thing that can be done with a library. */
export interface LibraryAction {
  /** What it takes, as shown in the help; empty when nothing. */
  readonly takes: string;
  readonly about: Words;
  /** `what` is what was said after the action. Gives the exit code. */
  run(what: readonly string[], job: LibraryJob): Promise<number>;
}

export interface LibraryJob extends CommandContext {
  readonly library: Library;
  readonly parsed: Parsed;
}
