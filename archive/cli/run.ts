import { ProblemError, problem } from '../model/problem.ts';
import { parseArguments, requireOperands, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { commandHelp, overview, usageOf } from './help.ts';
import { nearest } from './nearest.ts';
import { problemLine } from './problems.ts';
import type { Terminal } from './terminal.ts';

const OK = 0;
const REFUSED = 1;
const USAGE = 2;
/** What shells give for a command ended by Ctrl-C. */
const INTERRUPTED = 130;

/** Each command is loaded when it is asked for: building needs no search engine, and the other way round. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./command-build.ts')).buildCommand,
  inspect: async () => (await import('./command-inspect.ts')).inspectCommand,
  verify: async () => (await import('./command-verify.ts')).verifyCommand,
  pack: async () => (await import('./command-pack.ts')).packCommand,
  unpack: async () => (await import('./command-unpack.ts')).unpackCommand,
  keygen: async () => (await import('./command-keygen.ts')).keygenCommand,
  sign: async () => (await import('./command-sign.ts')).signCommand,
  keychange: async () => (await import('./command-keychange.ts')).keychangeCommand,
  library: async () => (await import('./command-library.ts')).libraryCommand,
  search: async () => (await import('./command-search.ts')).searchCommand,
  show: async () => (await import('./command-show.ts')).showCommand,
  cite: async () => (await import('./command-cite.ts')).citeCommand,
  lexicon: async () => (await import('./command-lexicon.ts')).lexiconCommand,
};

/**
 * Runs a command line (without the program's name) and gives the exit code: 0 done, 1 refused, 2 not understood, 130
 * interrupted. Only a bug throws.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args.map((arg) => (arg === '-h' ? '--help' : arg));
  if (name === undefined || name === '--help' || name === 'help') {
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    terminal.print(overview(all, terminal.language));
    return name === undefined ? USAGE : OK;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return unknownCommand(name, terminal);
  return await runCommand(await load(), rest, terminal);
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const interruption = listenForInterruption();
  try {
    const parsed = parseArguments(args, command);
    if (parsed.has('help')) {
      terminal.print(commandHelp(command, terminal.language));
      return OK;
    }
    requireOperands(parsed, command);
    return await command.run(parsed, { terminal, signal: interruption.signal });
  } catch (error) {
    return explain(error, { command, json: args.includes('--json'), terminal });
  } finally {
    terminal.clear();
    interruption.stop();
  }
}

interface Explanation {
  readonly command: Command;
  readonly json: boolean;
  readonly terminal: Terminal;
}

/** Tells what went wrong and gives the exit code. A bug is not explained away: it is thrown on. */
function explain(error: unknown, { command, json, terminal }: Explanation): number {
  const { language } = terminal;
  if (error instanceof UsageError) {
    terminal.tell(`lasesal ${command.name}: ${error.words[language]}\n${usageOf(command)}`);
    return USAGE;
  }
  if (!(error instanceof ProblemError)) throw error;
  terminal.tell(`lasesal ${command.name}: ${problemLine(error.problem, language)}`);
  if (error.problem.code === 'job-cancelled') return INTERRUPTED;
  if (json) terminal.printJson({ problem: error.problem });
  return REFUSED;
}

function unknownCommand(name: string, terminal: Terminal): number {
  const [near] = nearest(name, Object.keys(commands));
  const hint = {
    sv: near === undefined ? '' : ` Menade du ${near}?`,
    en: near === undefined ? '' : ` Did you mean ${near}?`,
  };
  const words = { sv: `Okänt kommando: ${name}.${hint.sv}`, en: `Unknown command: ${name}.${hint.en}` };
  terminal.tell(`lasesal: ${words[terminal.language]}\nlasesal --help`);
  return USAGE;
}

/** Ctrl-C asks the command to stop and leave things as they were; a second one ends it at once. */
function listenForInterruption(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort(new ProblemError(problem('job-cancelled')));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.once(name, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of signals) process.removeListener(name, abort);
    },
  };
}
