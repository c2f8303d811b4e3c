import type { CommandSpec, OptionSpec, Parsed } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** What a command is run with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command: what it takes, and what it does. `run` gives the exit code, 0 or 1; it throws ProblemError or UsageError. */
export interface Command extends CommandSpec {
  run(parsed: Parsed, context: CommandContext): Promise<number>;
}

/** Every command has these. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { about: { sv: 'skriv resultatet som JSON', en: 'print the result as JSON' } },
  help: { about: { sv: 'visa den här hjälpen', en: 'show this help' } },
};

/** Packages of one series or several, in any order. */
export const packagesOption: OptionSpec = {
  value: 'DIR',
  required: true,
  repeated: true,
  about: {
    sv: 'arkivpaketets mapp, flera om de hör ihop',
    en: 'folder of the archive package, several to read as one',
  },
};
