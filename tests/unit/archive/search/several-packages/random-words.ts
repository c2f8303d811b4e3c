import { noFilters, sortOrders } from '../../../../../archive/model/index.ts';
import type { Filters, SearchRequest } from '../../../../../archive/model/index.ts';
import { pick, whole } from '../../../../bench/search/random.ts';
import type { Random } from '../../../../bench/search/random.ts';
import { register } from '../small-library.ts';
import type { Page } from '../small-library.ts';

/** Words that meet in stems, in compounds, in spelling and without their marks; the first are the most frequent. */
const words =
  `och regeringen skatt skatten klimat politik för klimatpolitik skattepolitik energi vård vården äldrevård
  skatter arvsskatten klimatet politiken förslag förslaget minister ministrar bostad bostaden segregation
  segregationspolitik hamn hamnen hamnar bro bron sjukvården energipolitik covid-19 2023/24 värd vard
  constructor försvarspolitik skola skolan skolpolitik`.split(/\s+/u);
const designations = ['SOU 2019:12', 'Ds 2020:3', 'S2021/05469'];
/** Some of them begin or end on the same day, and are not as precise. */
const dates = [
  '2016',
  '2016-01-01',
  '2016-12-31',
  '2016-05',
  '2017-09-14',
  'XXXX',
  '2014-05-03',
  '2017',
  '2017-12',
  '2017-12-31',
];
const roles = register.roles.map(({ id }) => id);

/** Frequent words more often than rare ones. */
function word(random: Random): string {
  return words[Math.floor(random() ** 2 * words.length)] ?? '';
}

/** A word that stands in one version of one release only. */
function ownWord(version: number): string {
  return `kvarn${'abcdefghij'.charAt(version % 10)}${'klmnopqrst'.charAt(Math.floor(version / 10) % 10)}`;
}

function some<T>(random: Random, most: number, one: () => T): readonly T[] {
  return Array.from({ length: whole(random, most + 1) }, one);
}

function text(random: Random, most: number): string {
  return some(random, most, () => word(random)).join(' ');
}

export function randomPage(random: Random, version: number): Page {
  const own = random() < 0.5 ? ` ${ownWord(version)}` : '';
  return {
    title: `${word(random)} ${text(random, 3)}${own}`,
    lead: text(random, 6),
    body: some(random, 3, () => text(random, 9)),
    contacts: some(random, 1, () => text(random, 2)),
    date: pick(random, dates),
    ministers: some(random, 2, () => [
      pick(random, roles),
      pick(random, ['strong', 'weak'] as const),
      random() < 0.7,
    ]),
    departments: some(random, 1, () => pick(random, register.departments).id),
    subjects: some(random, 2, () => pick(random, register.subjects).id),
    designations: some(random, 1, () => pick(random, designations)),
    ...(random() < 0.8 ? { kind: pick(random, register.kinds).id } : {}),
    ...(random() < 0.8 ? { language: pick(random, ['sv', 'en']) } : {}),
  };
}

/** One thing that can be asked for. */
function clause(random: Random): string {
  const [one, other] = [word(random), word(random)];
  const cut = one.slice(0, 2 + whole(random, 3));
  return pick(random, [
    () => one,
    () => one,
    () => ownWord(whole(random, 40)),
    () => `=${one}`,
    () => `"${one} ${other}"`,
    () => `${one} NÄRA/${1 + whole(random, 4)} ${other}`,
    () => `${cut}*`,
    () => `*${one.slice(-3)}`,
    () => `*${one.slice(1, 4)}*`,
    () => `${one.slice(1)}~`,
    () => `kvarn${pick(random, ['', 'a', 'zz'])}~2`,
    () => `titel:${one}`,
    () => `text:${one}`,
    () => `minister:${pick(random, ['nordh', 'signe', 'skatt', 'energiminister', 'öst'])}`,
    () => `roll:${pick(random, ['energiminister', 'statsminister'])}`,
    () => `departement:${pick(random, ['energi*', 'klimatdepartementet', 'näringsdepartementet'])}`,
    () => `ämne:${pick(random, ['energi', 'politik', 'housing'])}`,
    () => `nr:"${pick(random, designations)}"`,
    () => `datum:${pick(random, ['2016', '2017..2018', '..2016-05', '2019-02'])}`,
    () => `(${one} ELLER ${other})`,
    // Misspelt, so that something else is suggested or found.
    () => `${one}x`,
    () => one.replace(/[åäö]/u, 'a'),
    () => `${other}${one}`,
  ])();
}

function query(random: Random): string {
  const clauses = Array.from({ length: whole(random, 4) }, () =>
    random() < 0.12 ? `-${clause(random)}` : clause(random),
  );
  return clauses.join(random() < 0.15 ? ' ELLER ' : ' ');
}

function filters(random: Random): Filters {
  const ids = (from: readonly string[]): readonly string[] =>
    random() < 0.15 ? [pick(random, [...from, 'nobody'])] : [];
  return {
    ...noFilters,
    minister: ids(register.persons.map(({ id }) => id)),
    role: ids(register.offices.map(({ id }) => id)),
    department: ids(register.departments.map(({ id }) => id)),
    government: ids(register.governments.map(({ id }) => id)),
    year: ids(['2014', '2016', '2017', '2018', '2019']),
    kind: ids(register.kinds.map(({ id }) => id)),
    subject: ids(register.subjects.map(({ id }) => id)),
    language: ids(['sv', 'en']),
    from: random() < 0.1 ? '2016-03-01' : null,
    to: random() < 0.1 ? '2017-09-20' : null,
    certain: random() < 0.2,
    strong: random() < 0.2,
    withdrawn: random() < 0.3,
  };
}

export function randomRequest(random: Random, queryId: number): SearchRequest {
  return {
    queryId,
    query: query(random),
    filters: random() < 0.5 ? { ...noFilters, withdrawn: random() < 0.2 } : filters(random),
    sort: pick(random, [...sortOrders, 'relevance'] as const),
    offset: random() < 0.1 ? 2 : 0,
    limit: 20,
    wider: random() < 0.15,
    without: random() < 0.2 ? [word(random), word(random)] : [],
  };
}

/** The beginning of a name, as it is typed. */
export function randomBeginning(random: Random): string {
  return pick(random, [
    'ka',
    'minister:si',
    'en',
    'po',
    'roll:st',
    'departement:kl',
    'nä',
    'ho',
    'ämne:en',
    'ny',
  ]);
}
