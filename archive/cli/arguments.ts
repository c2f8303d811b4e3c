import { parseArgs } from 'node:util';
import type { Words } from './language.ts';
import { nearest } from './nearest.ts';

/** An option of a command. `value` names what it takes (`DIR`); without it the option is a switch. */
export interface OptionSpec {
  readonly value?: string;
  readonly repeated?: boolean;
  readonly required?: boolean;
  readonly about: Words;
}

/** What a command takes. */
export interface CommandSpec {
  readonly name: string;
  readonly about: Words;
  /** Positional arguments by name; `...` after the last one lets it be given several times, brackets around it not at all. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** A command line as it was understood. */
export interface Parsed {
  readonly operands: readonly string[];
  /** The values of an option, in order; empty when it was not given. */
  values(option: string): readonly string[];
  /** The last value of an option; undefined when it was not given. */
  value(option: string): string | undefined;
  has(option: string): boolean;
}

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'UsageError';
    this.words = words;
  }
}

/** Stands before an argument with one dash, so that it is not taken for letters of options. Never in an argument. */
const GUARD = '\u0000';

/**
 * Reads the arguments of a command. Options are long (`--limit 5`, `--limit=5`); an argument with one dash is a
 * plain one, since a query may begin with it (`-covid`), and `--` ends the options.
 *
 * @throws UsageError on an unknown option (with the nearest known one), a missing or needless value, an option
 *   given twice that may not be, and too few or too many arguments.
 */
export function parseArguments(args: readonly string[], spec: CommandSpec): Parsed {
  const guarded = args.map((arg) => (/^-[^-]/.test(arg) ? GUARD + arg : arg));
  const { tokens } = parseArgs({
    args: guarded,
    options: nodeOptions(spec),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(unguard(token.value));
    if (token.kind === 'option') take(given, { name: token.name, value: token.value }, spec);
  }
  checkRequired(given, spec);
  checkOperands(operands, spec);
  return {
    operands,
    values: (option) => given.get(option) ?? [],
    value: (option) => given.get(option)?.at(-1),
    has: (option) => given.has(option),
  };
}

interface GivenOption {
  readonly name: string;
  readonly value: string | undefined;
}

function take(given: Map<string, string[]>, { name, value }: GivenOption, spec: CommandSpec): void {
  const option = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
  if (option === undefined) throw unknownOption(name, spec);
  if (option.value !== undefined && value === undefined)
    throw new UsageError({
      sv: `--${name} behöver ett värde: ${option.value}.`,
      en: `--${name} needs a value: ${option.value}.`,
    });
  if (option.value === undefined && value !== undefined)
    throw new UsageError({ sv: `--${name} tar inget värde.`, en: `--${name} takes no value.` });
  const before = given.get(name) ?? [];
  if (before.length > 0 && option.value !== undefined && option.repeated !== true)
    throw new UsageError({
      sv: `--${name} kan bara anges en gång.`,
      en: `--${name} can be given only once.`,
    });
  given.set(name, [...before, unguard(value ?? '')]);
}

function unknownOption(name: string, spec: CommandSpec): UsageError {
  const [near] = nearest(name, Object.keys(spec.options));
  const [sv, en] = near === undefined ? ['', ''] : [` Menade du --${near}?`, ` Did you mean --${near}?`];
  return new UsageError({ sv: `Okänt val: --${name}.${sv}`, en: `Unknown option: --${name}.${en}` });
}

function checkRequired(given: ReadonlyMap<string, unknown>, spec: CommandSpec): void {
  for (const [name, option] of Object.entries(spec.options)) {
    if (option.required !== true || given.has(name) || given.has('help')) continue;
    const usage = `--${name} ${option.value ?? ''}`.trim();
    throw new UsageError({ sv: `${usage} saknas.`, en: `${usage} is missing.` });
  }
}

function checkOperands(operands: readonly string[], spec: CommandSpec): void {
  const endless = /\.\.\.\]?$/u.test(spec.operands.at(-1) ?? '');
  const extra = operands[spec.operands.length];
  if (extra !== undefined && !endless)
    throw new UsageError({
      sv: `Ett argument för mycket: ”${extra}”. Sätt citattecken om det som hör ihop.`,
      en: `One argument too many: “${extra}”. Put quotation marks around what belongs together.`,
    });
}

/** Throws UsageError when a command was given fewer arguments than it takes. */
export function requireOperands(parsed: Parsed, spec: CommandSpec): void {
  const missing = spec.operands[parsed.operands.length];
  if (missing === undefined || missing.startsWith('[')) return;
  const name = missing.replace('...', '');
  throw new UsageError({ sv: `${name} saknas.`, en: `${name} is missing.` });
}

function nodeOptions(spec: CommandSpec): Record<string, { type: 'string' | 'boolean' }> {
  const types = Object.entries(spec.options).map(([name, option]) => {
    const type = option.value === undefined ? 'boolean' : 'string';
    return [name, { type }] as const;
  });
  return Object.fromEntries(types);
}

function unguard(text: string): string {
  return text.startsWith(GUARD) ? text.slice(GUARD.length) : text;
}
