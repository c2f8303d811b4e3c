import { additionKinds } from '../model/search.ts';
import type { Addition, AdditionKind, Clause, Fallback, SearchAnswer } from '../model/search.ts';
import type { Language, Words } from './language.ts';

/** Of each kind, how many forms are printed; `--json` has them all. */
const FORMS = 6;

const KINDS: Readonly<Record<AdditionKind, Words>> = {
  inflection: { sv: 'böjningar', en: 'inflections' },
  compound: { sv: 'sammansättningar', en: 'compounds' },
  spelling: { sv: 'stavningar', en: 'spellings' },
  truncation: { sv: 'ordformer', en: 'word forms' },
  folded: { sv: 'med andra bokstäver', en: 'other letters' },
  part: { sv: 'delar', en: 'parts' },
  associated: { sv: 'närliggande', en: 'related' },
};

const FALLBACKS: Readonly<Record<Fallback, Words>> = {
  beginning: {
    sv: 'det sista ordet söktes som början av ett ord',
    en: 'the last word was searched as the beginning of a word',
  },
  folded: {
    sv: 'inget finns som det är skrivet; å, ä, ö och accenter skildes inte från a, o och e',
    en: 'nothing has it as written; å, ä, ö and accents were not told from a, o and e',
  },
  parts: {
    sv: 'inget har de sammansatta orden hela; här är det som har deras delar',
    en: 'nothing has the compounds whole; these have their parts',
  },
  nearest: { sv: 'ingen sida har alla orden', en: 'no release has all the words' },
};

/** How a query was loosened because nothing meets it as it stands. */
export function fallbackText(fallback: Fallback, language: Language): string {
  return FALLBACKS[fallback][language];
}

/** What a query was searched as: a line for each piece with the forms added to it. Empty for no query. */
export function searchedAsText({ understood }: SearchAnswer, language: Language): string {
  const { clauses } = understood;
  if (clauses.length === 0) return '';
  const lines = clauses.map((clause, n) => clauseLine(clause, clauses[n - 1], language));
  return [language === 'sv' ? 'Sökt som:' : 'Searched as:', ...lines].join('\n  ');
}

/** Other spellings that find more, with how many releases each finds. Empty when there are none. */
export function suggestionText({ suggestions }: SearchAnswer, language: Language): string {
  if (suggestions.length === 0) return '';
  const said = suggestions.map(({ query, releases }) => `${query} (${releases})`).join(', ');
  return language === 'sv' ? `Menade du: ${said}` : `Did you mean: ${said}`;
}

function clauseLine(clause: Clause, before: Clause | undefined, language: Language): string {
  const { also, alsoMore } = clause;
  const added = additionKinds.map((kind) => formsLine(kind, also, language)).filter((part) => part !== '');
  const off = also.filter(({ on }) => !on).map(({ form }) => form);
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const rest = [
    ...added,
    ...(alsoMore === 0 ? [] : [say(`och ${alsoMore} former till`, `and ${alsoMore} forms more`)]),
    ...(off.length === 0 ? [] : [say(`utelämnat: ${off.join(', ')}`, `left out: ${off.join(', ')}`)]),
  ];
  return [clauseText(clause, before, language), ...rest].join('; ');
}

function formsLine(kind: AdditionKind, also: readonly Addition[], language: Language): string {
  const forms = also.filter((addition) => addition.kind === kind && addition.on);
  if (forms.length === 0) return '';
  const shown = forms.slice(0, FORMS).map(({ form, releases }) => `${form} ${releases}`);
  const more = forms.length > shown.length ? `, … (${forms.length})` : '';
  return `${KINDS[kind][language]} ${shown.join(', ')}${more}`;
}

function clauseText(
  { presence, field, form, text }: Clause,
  before: Clause | undefined,
  language: Language,
): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const shape: Readonly<Record<Clause['form'], string>> = {
    word: text,
    exact: say(`just ${text}`, `only ${text}`),
    phrase: `"${text}"`,
    near: text,
    prefix: `${text}*`,
    suffix: `*${text}`,
    infix: `*${text}*`,
    fuzzy: say(`ungefär ${text}`, `about ${text}`),
  };
  const inField = field === null ? shape[form] : `${field}:${shape[form]}`;
  if (presence === 'prohibited') return say(`utan ${inField}`, `without ${inField}`);
  const isChoice = presence === 'optional' && before?.presence === 'optional';
  return isChoice ? say(`eller ${inField}`, `or ${inField}`) : inField;
}
