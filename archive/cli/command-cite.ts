import { authorChoices } from '../cite/author.ts';
import { citationOf } from '../cite/citation.ts';
import type { Citation } from '../cite/citation.ts';
import {
  exportCitations,
  exportFormats,
  plainReference,
  referenceStyles,
  writeReference,
} from '../cite/cite.ts';
import { heldWords } from '../cite/words.ts';
import { isDay } from '../model/day.ts';
import { openPackage } from '../package/read.ts';
import type { Package } from '../package/read.ts';
import { UsageError } from './arguments.ts';
import type { Parsed } from './arguments.ts';
import { commonOptions, packageOption } from './command.ts';
import type { Command } from './command.ts';
import { findRelease } from './command-show.ts';
import type { Language, Words } from './language.ts';
import { nearest } from './nearest.ts';
import type { Shown } from './shown.ts';

const formats = [...referenceStyles, ...exportFormats];
type Format = (typeof formats)[number];

/** Said beside the reference, which names the version all the same. */
const warnings: Readonly<Record<Shown['state'], Words | null>> = {
  live: null,
  former: {
    sv: 'Det här är en tidigare version; en nyare finns.',
    en: 'This is an earlier version; there is a newer one.',
  },
  withdrawn: {
    sv: 'Utgivaren har återkallat den här sidan.',
    en: 'The publisher has withdrawn this release.',
  },
};

export const citeCommand: Command = {
  name: 'cite',
  about: {
    sv: 'Skriv en referens till en sida, eller en fil för referensprogram.',
    en: 'Write a reference to a release, or a file for reference managers.',
  },
  operands: ['ID'],
  options: {
    package: packageOption,
    format: {
      value: 'F',
      about: {
        sv: `${formats.join(', ')} (harvard om inget anges)`,
        en: `${formats.join(', ')} (harvard when not given)`,
      },
    },
    author: {
      value: 'A',
      about: {
        sv: `vem som står som upphov: ${authorChoices.join(', ')} (department om inget anges)`,
        en: `who stands as author: ${authorChoices.join(', ')} (department when not given)`,
      },
    },
    accessed: {
      value: 'DAY',
      about: {
        sv: 'dag då källadressen besöktes, YYYY-MM-DD (den dag sidan hämtades, om inget anges)',
        en: 'day the source address was visited, YYYY-MM-DD (the day the page was fetched, when not given)',
      },
    },
    ...commonOptions,
  },
  run: async (parsed, { terminal }) => {
    const format = choiceOf(parsed, 'format', formats) ?? 'harvard';
    const author = choiceOf(parsed, 'author', authorChoices) ?? 'department';
    const accessed = accessedOf(parsed);
    const pkg = await openPackage(parsed.value('package') ?? '');
    const shown = await findRelease(pkg, parsed.operands[0] ?? '');
    const warning = warnings[shown.state];
    if (warning !== null) terminal.tell(warning[terminal.language]);
    const citation = citationOf({
      record: { ...shown, aliases: [], current: shown.state === 'live' },
      links: shown.links,
      register: pkg.register,
      archive: archiveOf(pkg),
      author,
      accessed: accessed ?? fetchedDay(shown),
    });
    if (parsed.has('json'))
      terminal.printJson({ ...citation, format, text: textOf(citation, format, terminal.language) });
    else terminal.print(textOf(citation, format, terminal.language));
    return 0;
  },
};

/** A written reference has under it where the text is held; a file is the file alone. */
function textOf(citation: Citation, format: Format, language: Language): string {
  const style = referenceStyles.find((name) => name === format);
  if (style !== undefined)
    return `${plainReference(writeReference(citation, style, language))}\n\n${heldWords(citation, language)}`;
  const file = exportFormats.find((name) => name === format);
  return file === undefined ? '' : exportCitations([citation], file, language).replace(/\r?\n$/, '');
}

function choiceOf<T extends string>(parsed: Parsed, option: string, choices: readonly T[]): T | undefined {
  const given = parsed.value(option);
  const choice = choices.find((name) => name === given);
  if (given === undefined || choice !== undefined) return choice;
  const [near] = nearest(given, choices);
  const all = choices.join(', ');
  throw new UsageError({
    sv: `--${option} ${given}: välj bland ${all}.${near === undefined ? '' : ` Menade du ${near}?`}`,
    en: `--${option} ${given}: choose one of ${all}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  });
}

function accessedOf(parsed: Parsed): string | undefined {
  const day = parsed.value('accessed');
  if (day === undefined || isDay(day)) return day;
  throw new UsageError({
    sv: `--accessed ${day}: inte en dag YYYY-MM-DD.`,
    en: `--accessed ${day}: not a day YYYY-MM-DD.`,
  });
}

/** The page was at its address the day it was fetched. */
function fetchedDay({ said }: Shown): string | null {
  const day = said.source.fetched?.slice(0, 10) ?? '';
  return isDay(day) ? day : null;
}

function archiveOf({ manifest, identity }: Package): Citation['archive'] {
  return { title: manifest.title, organisation: manifest.organisation, identity };
}
