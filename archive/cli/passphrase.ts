import { problem, ProblemError } from '../model/problem.ts';
import { readKeyText } from '../package/signing/key-files.ts';
import type { OptionSpec, Parsed } from './arguments.ts';
import type { CommandContext } from './command.ts';
import { HiddenInput, processKeyboard } from './hidden-input.ts';
import type { Keyboard } from './hidden-input.ts';
import type { Words } from './language.ts';

/** A passphrase comes from a file, a stream or a person; never from an argument, which other programs can see. */
export const passphraseOptions: Readonly<Record<string, OptionSpec>> = {
  'passphrase-file': {
    value: 'FILE',
    about: {
      sv: 'fil med lösenordet på en rad; - tar det från standard in',
      en: 'file with the passphrase on one line; - takes it from standard input',
    },
  },
};

/** As many bytes as minisign takes. */
const MAX_BYTES = 1023;
const STANDARD_INPUT = '-';

const ASK: Words = {
  sv: 'Lösenord (syns inte medan du skriver):',
  en: 'Passphrase (not shown as you type):',
};
const AGAIN: Words = { sv: 'En gång till:', en: 'Once more:' };

export interface PassphraseNeed {
  /** Whether a typed one must be typed alike twice: for a new key. */
  readonly twice: boolean;
  /** The process's own when left out. */
  readonly keyboard?: Keyboard | null;
}

/**
 * The passphrase that a command line names the file of, or that a person types.
 *
 * @returns null when there is neither a file nor a person.
 * @throws ProblemError `key-passphrase-invalid`, `job-cancelled`.
 */
export async function readPassphrase(
  parsed: Parsed,
  context: CommandContext,
  { twice, keyboard = processKeyboard() }: PassphraseNeed,
): Promise<string | null> {
  const file = parsed.value('passphrase-file');
  if (file !== undefined && (file !== STANDARD_INPUT || keyboard === null))
    return checked(onlyLine(await textOf(file), file), file);
  return keyboard === null ? null : await askFor(keyboard, context, twice);
}

async function askFor(
  keyboard: Keyboard,
  { terminal, signal }: CommandContext,
  twice: boolean,
): Promise<string> {
  const input = new HiddenInput(keyboard);
  try {
    terminal.tell(ASK[terminal.language]);
    const passphrase = checked(await input.line(signal));
    if (!twice) return passphrase;
    terminal.tell(AGAIN[terminal.language]);
    if ((await input.line(signal)) !== passphrase) throw invalid('passphrases-differ');
    return passphrase;
  } finally {
    input.close();
  }
}

async function textOf(file: string): Promise<string> {
  if (file === STANDARD_INPUT) return await standardInput();
  try {
    return await readKeyText(file);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw invalid(String(error.problem.params['reason'] ?? 'unreadable'), file);
  }
}

async function standardInput(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.length > MAX_BYTES + 2) throw invalid('passphrase-too-long', STANDARD_INPUT);
  }
  return text;
}

/** The one line of a text, with or without its end. */
function onlyLine(text: string, file: string): string {
  const line = text.replace(/\r?\n$/u, '');
  if (/[\r\n]/u.test(line)) throw invalid('lines', file);
  return line;
}

function checked(passphrase: string, file?: string): string {
  if (passphrase === '') throw invalid('passphrase-empty', file);
  if (Buffer.byteLength(passphrase) > MAX_BYTES) throw invalid('passphrase-too-long', file);
  return passphrase;
}

function invalid(reason: string, file?: string): ProblemError {
  return new ProblemError(problem('key-passphrase-invalid', { file }, { reason }));
}
