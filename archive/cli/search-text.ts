import { problemText } from '../model/problem-text.ts';
import { facetNames } from '../model/search.ts';
import type { FacetName, FacetValue, Hit, Marks, SearchAnswer } from '../model/search.ts';
import { dateWords } from '../model/date-words.ts';
import type { Language, Words } from './language.ts';
import { fallbackText, searchedAsText, suggestionText } from './understood-text.ts';
import { wrap } from './wrap.ts';

const MEASURE = 100;
/** Of each facet, how many values are printed; `--json` has them all. */
const FACET_VALUES = 6;
const [BOLD, PLAIN] = ['\u001B[1m', '\u001B[22m'];

const FACETS: Readonly<Record<FacetName, Words>> = {
  minister: { sv: 'Minister', en: 'Minister' },
  role: { sv: 'Ämbete', en: 'Office' },
  department: { sv: 'Departement', en: 'Department' },
  government: { sv: 'Regering', en: 'Government' },
  mandatePeriod: { sv: 'Mandatperiod', en: 'Mandate period' },
  year: { sv: 'År', en: 'Year' },
  kind: { sv: 'Sort', en: 'Kind' },
  subject: { sv: 'Ämne', en: 'Subject' },
  language: { sv: 'Språk', en: 'Language' },
};

/** How an answer is printed: matched words are bold on a screen. */
export interface AnswerStyle {
  readonly language: Language;
  readonly columns: number;
  readonly interactive: boolean;
}

/** An answer as it is read in a terminal: how many, the hits, what they can be narrowed by. */
export function answerText(answer: SearchAnswer, style: AnswerStyle): string {
  const { language } = style;
  const facets = facetNames.map((name) => facetLine(FACETS[name][language], answer.facets[name]));
  const parts = [
    countLine(answer, language),
    searchedAsText(answer, language),
    suggestionText(answer, language),
    ...answer.understood.problems.map((found) => `! ${problemText(found, language)}`),
    ...answer.hits.map((hit, n) => hitText(hit, answer.offset + n + 1, style)),
    facets.filter((line) => line !== '').join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function countLine({ total, possible, fallback }: SearchAnswer, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const some = say(total === 1 ? '1 träff' : `${total} träffar`, total === 1 ? '1 hit' : `${total} hits`);
  const doubt = possible === 0 ? '' : say(` (${possible} möjliga)`, ` (${possible} possible)`);
  const loosened = fallback === null ? '' : `; ${fallbackText(fallback, language)}`;
  return `${some}${doubt}${loosened}`;
}

function hitText(hit: Hit, number: number, { language, columns, interactive }: AnswerStyle): string {
  const width = Math.min(columns, MEASURE) - 4;
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const mark = (text: string, marks: Marks): string => (interactive ? marked(text, marks) : text);
  const state = [
    hit.possible ? say('möjlig', 'possible') : '',
    hit.withdrawn ? say('återkallad', 'withdrawn') : '',
  ];
  const ministers = hit.ministers.map(({ person, role }) => `${person}, ${role}`).join('; ');
  const facts = [dateWords(hit.date, language), hit.sender ?? hit.kind ?? '', ministers, ...state];
  const lines = [
    mark(hit.title, hit.marks.title),
    facts.filter((fact) => fact !== '').join(' · '),
    wrap(mark(hit.snippet, hit.marks.snippet), width, '    '),
    `${hit.id}  ${hit.url ?? ''}`.trimEnd(),
  ];
  const shown = lines.filter((line) => line !== '');
  return `${String(number).padStart(2)}. ${shown.join('\n    ')}`;
}

/** A text with its matches bold. */
function marked(text: string, marks: Marks): string {
  let [out, at] = ['', 0];
  for (const [start, end] of marks) {
    out += `${text.slice(at, start)}${BOLD}${text.slice(start, end)}${PLAIN}`;
    at = end;
  }
  return out + text.slice(at);
}

function facetLine(name: string, values: readonly FacetValue[]): string {
  if (values.length === 0) return '';
  const shown = values.slice(0, FACET_VALUES).map(({ label, count }) => `${label} ${count}`);
  const more = values.length > shown.length ? `, … (${values.length})` : '';
  return `${name}: ${shown.join(', ')}${more}`;
}
