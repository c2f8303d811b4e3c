import { citationOf } from '../cite/citation.ts';
import type { Citation } from '../cite/citation.ts';
import { exportCitations, plainReference, writeReference } from '../cite/cite.ts';
import { heldWords } from '../cite/words.ts';
import { isDay } from '../model/day.ts';
import { authorChoices, citationFormats, referenceStyles } from '../model/reference.ts';
import { openHoldings } from '../package/holdings.ts';
import type { Holdings } from '../package/holdings.ts';
import { UsageError } from './arguments.ts';
import type { Parsed } from './arguments.ts';
import { commonOptions, packagesOption } from './command.ts';
import type { Command } from './command.ts';
import { findRelease, stateOf } from './find-release.ts';
import type { Found } from './find-release.ts';
import type { Language, Words } from './language.ts';
import { nearest } from './nearest.ts';
import type { Shown } from './shown.ts';

const formats = [...referenceStyles, ...citationFormats];
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
    package: packagesOption,
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
    const holdings = await openHoldings(parsed.values('package'));
    try {
      const found = await findRelease(holdings, parsed.operands[0] ?? '');
      const warning = warnings[stateOf(found, holdings)];
      if (warning !== null) terminal.tell(warning[terminal.language]);
      const citation = citationOf({
        ...found.version,
        register: holdings.register,
        archive: archiveOf(found, holdings),
        author,
        accessed: accessed ?? fetchedDay(found),
      });
      const text = textOf(citation, format, terminal.language);
      if (parsed.has('json')) terminal.printJson({ ...citation, format, text });
      else terminal.print(text);
    } finally {
      holdings.close();
    }
    return 0;
  },
};

/** A written reference has under it where the text is held; a file is the file alone. */
function textOf(citation: Citation, format: Format, language: Language): string {
  const style = referenceStyles.find((name) => name === format);
  if (style !== undefined)
    return `${plainReference(writeReference(citation, style, language))}\n\n${heldWords(citation, language)}`;
  const file = citationFormats.find((name) => name === format);
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
function fetchedDay({ version }: Found): string | null {
  const day = version.record.said.source.fetched?.slice(0, 10) ?? '';
  return isDay(day) ? day : null;
}

/** The archive as its newest package calls itself, and the package that holds the text. */
function archiveOf({ version }: Found, { packages, identity }: Holdings): Citation['archive'] {
  const { title = '', organisation = null } = packages.at(-1)?.manifest ?? {};
  return { title, organisation, identity: packages[version.at.package]?.identity ?? identity };
}
