import { isDay } from '../model/day.ts';
import { swedishRegister } from '../authority/se/index.ts';

import type { BuildReport, SuccessionReport } from '../package/build-report.ts';
import { buildPackage } from '../package/build.ts';
import type { BuildStep } from '../package/build.ts';
import { UsageError } from './arguments.ts';
import type { Parsed } from './arguments.ts';
import { commonOptions } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import type { Language, Words } from './language.ts';
import { problemSummary } from './problems.ts';

const STEPS: Readonly<Record<BuildStep, Words>> = {
  reading: { sv: 'Läser sidor', en: 'Reading pages' },
  linking: { sv: 'Kopplar och skriver', en: 'Linking and writing' },
};

const SERIES = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const buildCommand: Command = {
  name: 'build',
  about: { sv: 'Bygg ett arkivpaket av sparade sidor.', en: 'Build an archive package from saved pages.' },
  operands: ['SOURCE...'],
  options: {
    out: {
      value: 'DIR',
      required: true,
      about: { sv: 'paketets mapp; får inte finnas', en: 'folder of the package; must not exist' },
    },
    config: {
      value: 'FILE',
      about: {
        sv: 'archive.json; annars den som ligger vid källorna',
        en: 'archive.json; otherwise the one beside the sources',
      },
    },
    series: { value: 'S', about: { sv: 'seriens namn', en: 'name of the series' } },
    title: { value: 'T', about: { sv: 'arkivets titel', en: 'title of the archive' } },
    authority: { value: 'FILE', about: { sv: 'auktoritetsregister', en: 'authority register' } },
    date: {
      value: 'YYYY-MM-DD',
      about: {
        sv: 'paketets dag; utan den har det ingen',
        en: 'day of the package; without it there is none',
      },
    },
    previous: {
      value: 'DIR',
      repeated: true,
      about: {
        sv: 'paket att bygga vidare på, hela kedjan, eller ett bibliotek: bara det som skiljer skrivs',
        en: 'package to go on from, the whole chain, or a library: only what differs is written',
      },
    },
    full: {
      about: {
        sv: 'med --previous: ett helt paket, med allt som de tidigare har',
        en: 'with --previous: a full package, with all that the former ones hold',
      },
    },
    'no-originals': {
      about: {
        sv: 'behåll inte källsidorna byte för byte',
        en: 'do not keep the source pages byte for byte',
      },
    },
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const report = await build(parsed, context);
    if (parsed.has('json')) context.terminal.printJson(report);
    else context.terminal.print(reportText(report, context.terminal.language));
    return 0;
  },
};

async function build(parsed: Parsed, { terminal, signal }: CommandContext): Promise<BuildReport> {
  const [date, series] = [parsed.value('date'), parsed.value('series')];
  if (date !== undefined && !isDay(date))
    throw new UsageError({
      sv: `--date ${date} är ingen dag YYYY-MM-DD.`,
      en: `--date ${date} is no day YYYY-MM-DD.`,
    });
  if (series !== undefined && !SERIES.test(series))
    throw new UsageError({
      sv: `--series ${series}: bara a–z, 0–9 och bindestreck mellan.`,
      en: `--series ${series}: only a–z, 0–9 and hyphens between.`,
    });
  const previous = parsed.values('previous');
  refuseUnfit(parsed, previous.length > 0);
  return await buildPackage({
    sources: parsed.operands,
    out: parsed.value('out') ?? '',
    config: parsed.value('config'),
    overrides: { series, title: parsed.value('title'), date, register: parsed.value('authority') },
    defaultRegister: swedishRegister,
    originals: !parsed.has('no-originals'),
    previous,
    full: parsed.has('full'),
    signal,
    onProgress: (done, total, step) => terminal.progress(STEPS[step], done, total),
  });
}

/** Refuses switches that say nothing beside the others. */
function refuseUnfit(parsed: Parsed, goesOn: boolean): void {
  if (parsed.has('full') && !goesOn)
    throw new UsageError({
      sv: '--full behöver --previous: utan det är varje paket helt.',
      en: '--full needs --previous: without it every package is full.',
    });
  if (parsed.has('no-originals') && goesOn)
    throw new UsageError({
      sv: '--no-originals går inte med --previous: källsidor behålls om de tidigare paketen har dem.',
      en: '--no-originals does not go with --previous: originals are kept if the former packages keep them.',
    });
}

function reportText(report: BuildReport, language: Language): string {
  const { package: made, releases, versions, byKind, byDatePrecision, linkedMinisters } = report;
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const lists = [
    [say('Kunde inte läsas', 'Could not be read'), report.unreadable],
    [
      say('Oense: sidor, register och uppgifter', 'Disagree: pages, register and particulars'),
      report.conflicts,
    ],
    [say('Att veta', 'Worth knowing'), report.notices],
  ] as const;
  return [
    `${made.path}  ${made.identity}`,
    ...(report.succession === null ? [] : [successionText(report.succession, language)]),
    say(
      `${number(releases, 'sida', 'sidor')}, ${number(versions, 'version', 'versioner')}; ministrar kopplade: ${linkedMinisters.strong} säkert, ${linkedMinisters.weak} nämnda`,
      `${number(releases, 'release', 'releases')}, ${number(versions, 'version', 'versions')}; ministers linked: ${linkedMinisters.strong} strong, ${linkedMinisters.weak} weak`,
    ),
    `${say('Sort', 'Kind')}: ${counts(byKind)}`,
    `${say('Datum', 'Date')}: ${counts(byDatePrecision)}`,
    ...lists.flatMap(([head, problems]) =>
      problems.length === 0 ? [] : [`\n${head}: ${problems.length}`, problemSummary(problems, language)],
    ),
  ].join('\n');
}

function successionText(of: SuccessionReport, language: Language): string {
  const { sequence, unchanged, links, withdrawn, revoked } = of;
  return language === 'sv'
    ? `Nummer ${sequence} i serien: ${of.new} nya, ${of.changed} ändrade, ${unchanged} oförändrade; ${links} med andra slutsatser, ${withdrawn} återkallade, ${revoked} åter gällande`
    : `Number ${sequence} of the series: ${of.new} new, ${of.changed} changed, ${unchanged} unchanged; ${links} with other links, ${withdrawn} withdrawn, ${revoked} reinstated`;
}

function number(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function counts(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
