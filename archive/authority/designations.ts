import type { Evidence } from '../model/evidence.ts';
import type { Designation } from '../model/links.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import { readable } from '../model/reading-text.ts';
import { evidenceAt, evidenceBeside } from './evidence.ts';

type DesignationKind = Designation['kind'];

interface Pattern {
  readonly kind: DesignationKind;
  /** Groups `series` and `number`, both as printed. */
  readonly form: RegExp;
  /** The series as it is written in Sweden's official citations. */
  readonly series: (printed: string) => string;
}

const SPACE = String.raw`[ \u00A0\u2009\n]`;
const YEAR = String.raw`(?:19|20)\d{2}`;
// "2017/18", and "1999/2000" as it was written around the turn of the century.
const SESSION = String.raw`${YEAR}/(?:\d{2}|20\d{2})`;
const BEFORE = String.raw`(?<![\p{L}\p{N}/-])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;

/**
 * The designations of official documents, in running text. A parliamentary year is "2017/18"; a register number
 * (diarienummer) is a department's letters, the year and a running number: "S2021/05469", "Ju2019/02681/L4".
 */
const patterns: readonly Pattern[] = [
  pattern('sou', `SOU`, `${YEAR}:\\d{1,3}`, () => 'SOU'),
  pattern('ds', `D[Ss]`, `${YEAR}:\\d{1,3}`, () => 'Ds'),
  pattern('prop', `(?:[Pp]rop(?:\\.|osition(?:en)?)?|PROP\\.?)`, `${SESSION}:\\d{1,3}`, () => 'prop.'),
  pattern('skr', `(?:[Ss]kr(?:\\.|ivelse(?:n)?)?|SKR\\.?)`, `${SESSION}:\\d{1,3}`, () => 'skr.'),
  pattern(
    'dir',
    `(?:[Kk]ommittéd|[Tt]illäggsd|[Dd])ir(?:\\.|ektiv(?:et|en)?)?`,
    `${YEAR}:\\d{1,3}`,
    () => 'dir.',
  ),
  pattern('so', `SÖ`, `${YEAR}:\\d{1,3}`, () => 'SÖ'),
  pattern(
    'other',
    `SFS|[Bb]et\\.|[Rr]skr\\.`,
    `${YEAR}(?:/\\d{2})?:(?:\\p{Lu}\\p{L}{0,3})?\\d{1,4}`,
    (printed) => (printed === 'SFS' ? 'SFS' : printed.toLowerCase()),
  ),
  pattern(
    'diarienummer',
    `\\p{Lu}\\p{L}{0,3}`,
    `${YEAR}/\\d{3,6}(?:/\\p{Lu}[\\p{L}\\p{N}]{0,5})*`,
    (printed) => printed,
    '',
  ),
];

function pattern(
  kind: DesignationKind,
  series: string,
  number: string,
  write: (printed: string) => string,
  space = `${SPACE}{1,2}`,
): Pattern {
  const form = new RegExp(`${BEFORE}(?<series>${series})${space}(?<number>${number})${AFTER}`, 'gu');
  return { kind, form, series: write };
}

// Every form holds a year and then a colon or a slash: texts without them are passed over at once.
const CANDIDATE = /\d{4}[:/]\d/u;

/**
 * The designations that a release states or names, each once, with every place it stands: those the source
 * states about itself first, then those of title, lead and body in order. Values are written in their usual
 * form: "SOU 2019:12", "prop. 2017/18:1", "S2021/05469".
 *
 * @param stated designations as the source states them, verbatim.
 */
export function findDesignations(layout: ReadingLayout, stated: readonly string[]): readonly Designation[] {
  const found = new Map<string, Designation & { evidence: Evidence[] }>();
  const add = (kind: DesignationKind, value: string, evidence: readonly Evidence[]): void => {
    const key = `${kind} ${value}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, { kind, value, evidence: [...evidence] });
    else before.evidence.push(...evidence);
  };
  for (const line of stated)
    for (const { kind, value } of readStated(line)) add(kind, value, [evidenceBeside(line)]);
  const end =
    layout.parts.findLast(({ place }) => place === 'title' || place === 'lead' || place === 'body')?.end ?? 0;
  const text = layout.text.slice(0, end);
  for (const { kind, value, start, end: until } of designationsIn(text)) {
    add(kind, value, evidenceAt(layout, 'text', { start, end: until }));
  }
  return [...found.values()];
}

interface Found {
  readonly kind: DesignationKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Every designation in a text, in order. */
export function designationsIn(text: string): readonly Found[] {
  if (!CANDIDATE.test(text)) return [];
  return patterns
    .flatMap(({ kind, form, series }) =>
      [...text.matchAll(form)].map((match): Found => {
        const printed = { series: match.groups?.['series'] ?? '', number: match.groups?.['number'] ?? '' };
        const between = kind === 'diarienummer' ? '' : ' ';
        const value = `${series(printed.series)}${between}${printed.number}`;
        return { kind, value, start: match.index, end: match.index + match[0].length };
      }),
    )
    .toSorted((a, b) => a.start - b.start);
}

/** A line that states a designation; one that no form fits is kept as it is, one without any number is none. */
function readStated(line: string): readonly Pick<Found, 'kind' | 'value'>[] {
  const plain = readable(line).replace(/\s+/gu, ' ').trim();
  if (!/\d/u.test(plain)) return [];
  const found = designationsIn(plain);
  return found.length > 0 ? found : [{ kind: 'other', value: plain }];
}
