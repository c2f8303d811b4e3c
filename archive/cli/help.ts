import type { CommandSpec, OptionSpec } from './arguments.ts';
import type { Language } from './language.ts';

const HEADS = {
  sv: {
    usage: 'Användning',
    commands: 'Kommandon',
    options: 'Val',
    more: 'Mer om ett kommando: lasesal KOMMANDO --help',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    more: 'More on a command: lasesal COMMAND --help',
  },
} as const;

const REPEATED = { sv: ' (kan upprepas)', en: ' (may be repeated)' } as const;

/** Help on one command. */
export function commandHelp(spec: CommandSpec, language: Language): string {
  const heads = HEADS[language];
  const rows = Object.entries(spec.options).map(([name, option]): Row => {
    const note = option.repeated === true ? REPEATED[language] : '';
    return [optionUsage(name, option), `${option.about[language]}${note}`];
  });
  return `${spec.about[language]}\n\n${heads.usage}: ${usageOf(spec)}\n\n${heads.options}:\n${table(rows)}`;
}

/** Help on all commands. */
export function overview(specs: readonly CommandSpec[], language: Language): string {
  const heads = HEADS[language];
  const title = {
    sv: 'Läsesal: ett arkiv av pressmeddelanden, utan nät.',
    en: 'Läsesal: an archive of press releases, with no network.',
  };
  const rows = specs.map((spec): Row => [spec.name, spec.about[language]]);
  const usage = language === 'sv' ? 'lasesal KOMMANDO …' : 'lasesal COMMAND …';
  return `${title[language]}\n\n${heads.usage}: ${usage}\n\n${heads.commands}:\n${table(rows)}\n\n${heads.more}`;
}

/** A command and its arguments on one line. */
export function usageOf(spec: CommandSpec): string {
  const needed = Object.entries(spec.options).filter(([, option]) => option.required === true);
  const parts = [...spec.operands, ...needed.map(([name, option]) => optionUsage(name, option))];
  return ['lasesal', spec.name, ...parts, '[…]'].join(' ');
}

type Row = readonly [string, string];

function optionUsage(name: string, option: OptionSpec): string {
  return option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
