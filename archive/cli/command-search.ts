import { problem, ProblemError } from '../model/problem.ts';
import { boundsOfEdtf } from '../model/release-date.ts';
import { noFilters, sortOrders } from '../model/search.ts';
import type { Filters, SearchAnswer, SearchRequest, SortOrder } from '../model/search.ts';
import { defaultWorker, SearchClient } from '../search/host/client.ts';
import { UsageError } from './arguments.ts';
import type { OptionSpec, Parsed } from './arguments.ts';
import { commonOptions, packagesOption } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { resolveName } from './filter-names.ts';
import type { FilterOption } from './filter-names.ts';
import { nearest } from './nearest.ts';
import { packagesToSearch } from './search-packages.ts';
import type { SearchedPackages } from './search-packages.ts';
import { answerText } from './search-text.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 500;

const PROGRESS = {
  reading: { sv: 'Läser arkivet', en: 'Reading the archive' },
  indexing: { sv: 'Bygger sökindex', en: 'Building the index' },
  loading: { sv: 'Laddar sökindex', en: 'Loading the index' },
  verifying: { sv: 'Kontrollerar', en: 'Checking' },
} as const;

function filter(value: string, sv: string, en: string): OptionSpec {
  return { value, repeated: true, about: { sv, en } };
}

export const searchCommand: Command = {
  name: 'search',
  about: { sv: 'Sök i arkivpaket.', en: 'Search archive packages.' },
  operands: ['QUERY'],
  options: {
    package: packagesOption,
    minister: filter('N', 'person', 'person'),
    role: filter('R', 'ämbete', 'office'),
    department: filter('N', 'departement', 'department'),
    government: filter('N', 'regering', 'government'),
    mandate: filter('M', 'mandatperiod', 'mandate period'),
    subject: filter('S', 'ämne', 'subject'),
    kind: filter('K', 'sort', 'kind'),
    year: filter('Y', 'år', 'year'),
    language: filter('L', 'språk, t.ex. sv', 'language, e.g. sv'),
    from: { value: 'D', about: { sv: 'från dag, månad eller år', en: 'from day, month or year' } },
    to: {
      value: 'D',
      about: { sv: 'till och med dag, månad eller år', en: 'to day, month or year, inclusive' },
    },
    certain: {
      about: { sv: 'bara det som säkert ligger i perioden', en: 'only what lies in the period for certain' },
    },
    strong: { about: { sv: 'bara säkra ministerkopplingar', en: 'only strong minister links' } },
    withdrawn: { about: { sv: 'även återkallade', en: 'withdrawn ones too' } },
    wider: { about: { sv: 'även närliggande ord', en: 'related words too' } },
    without: {
      value: 'FORM',
      repeated: true,
      about: { sv: 'ordform som inte ska sökas', en: 'word form not to be searched' },
    },
    sort: { value: 'ORDER', about: { sv: sortOrders.join(' | '), en: sortOrders.join(' | ') } },
    offset: { value: 'N', about: { sv: 'hoppa över så många', en: 'skip so many' } },
    limit: {
      value: 'N',
      about: { sv: `högst så många (${DEFAULT_LIMIT})`, en: `at most so many (${DEFAULT_LIMIT})` },
    },
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const asked = plainRequest(parsed);
    const { packages, among } = await packagesToSearch(parsed.values('package'));
    const request = { ...asked, filters: { ...asked.filters, ...namedFilters(parsed, among) } };
    const answer = await search(request, packages, context);
    const { terminal } = context;
    if (parsed.has('json')) terminal.printJson(publicAnswer(answer));
    else terminal.print(answerText(answer, terminal));
    return 0;
  },
};

/** An answer as it is printed: all of it but the number that pairs it with its request. */
function publicAnswer({ total, hits, facets, ...rest }: SearchAnswer): Omit<SearchAnswer, 'queryId'> {
  const { queryId: _, ...others } = rest;
  return { total, ...others, hits, facets };
}

async function search(
  request: SearchRequest,
  packages: SearchedPackages['packages'],
  { terminal, signal }: CommandContext,
): Promise<SearchAnswer> {
  const client = SearchClient.start(defaultWorker());
  try {
    await client.open({
      packages,
      signal,
      onProgress: ({ what, done, total }) => terminal.progress(PROGRESS[what], done, total),
    });
    terminal.clear();
    return await client.search(request, signal);
  } catch (error) {
    throw signal.aborted ? new ProblemError(problem('job-cancelled')) : error;
  } finally {
    await client.close();
  }
}

/** What can be read from the command line without a register. */
function plainRequest(parsed: Parsed): SearchRequest {
  const filters: Filters = {
    ...noFilters,
    year: parsed.values('year').map(year),
    language: parsed.values('language').map((language) => language.toLowerCase()),
    ...period(parsed),
    certain: parsed.has('certain'),
    strong: parsed.has('strong'),
    withdrawn: parsed.has('withdrawn'),
  };
  return {
    queryId: 1,
    query: parsed.operands[0] ?? '',
    filters,
    ...(parsed.has('wider') ? { wider: true } : {}),
    ...(parsed.has('without') ? { without: parsed.values('without').map(foldedForm) } : {}),
    sort: sortOrder(parsed.value('sort') ?? 'relevance'),
    offset: count(parsed, 'offset', { fallback: 0, most: Number.MAX_SAFE_INTEGER }),
    limit: count(parsed, 'limit', { fallback: DEFAULT_LIMIT, most: MAX_LIMIT }),
  };
}

/** A form as "searched as" lists it. */
function foldedForm(form: string): string {
  return form.normalize('NFC').toLowerCase();
}

function namedFilters(parsed: Parsed, among: SearchedPackages['among']): Partial<Filters> {
  const ids = (option: FilterOption): readonly string[] => [
    ...new Set(
      parsed
        .values(option)
        .flatMap((value) =>
          resolveName({ option, value, among: among[option], distinct: option === 'minister' }),
        ),
    ),
  ];
  return {
    minister: ids('minister'),
    role: ids('role'),
    department: ids('department'),
    government: ids('government'),
    mandatePeriod: ids('mandate'),
    subject: ids('subject'),
    kind: ids('kind'),
  };
}

function year(text: string): string {
  if (/^\d{4}$/.test(text)) return text;
  throw new UsageError({ sv: `--year ${text} är inget år YYYY.`, en: `--year ${text} is no year YYYY.` });
}

/** The days asked for, both inclusive. Throws UsageError when they run backwards. */
function period(parsed: Parsed): Pick<Filters, 'from' | 'to'> {
  const [from, to] = [bound(parsed, 'from'), bound(parsed, 'to')];
  if (from !== null && to !== null && from > to)
    throw new UsageError({
      sv: `--from ${from} är senare än --to ${to}.`,
      en: `--from ${from} is later than --to ${to}.`,
    });
  return { from, to };
}

function bound(parsed: Parsed, option: 'from' | 'to'): string | null {
  const text = parsed.value(option);
  if (text === undefined) return null;
  const range = /^\d/.test(text) ? boundsOfEdtf(text) : null;
  if (range === null)
    throw new UsageError({
      sv: `--${option} ${text} är inget datum YYYY-MM-DD, YYYY-MM eller YYYY.`,
      en: `--${option} ${text} is no date YYYY-MM-DD, YYYY-MM or YYYY.`,
    });
  return range[option];
}

function sortOrder(text: string): SortOrder {
  const order = sortOrders.find((name) => name === text);
  if (order !== undefined) return order;
  const near = nearest(text, sortOrders)[0] ?? sortOrders.join(', ');
  throw new UsageError({
    sv: `--sort ${text} finns inte. Menade du ${near}?`,
    en: `There is no --sort ${text}. Did you mean ${near}?`,
  });
}

interface Bounds {
  readonly fallback: number;
  readonly most: number;
}

function count(parsed: Parsed, option: string, { fallback, most }: Bounds): number {
  const text = parsed.value(option);
  if (text === undefined) return fallback;
  if (/^\d{1,15}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError({
    sv: `--${option} ${text} är inget helt tal från 0 till ${most}.`,
    en: `--${option} ${text} is no whole number from 0 to ${most}.`,
  });
}
