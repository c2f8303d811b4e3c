import { Fragment, createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Day, Label } from '../../main/contract/index.ts';
import {
  dateInWords,
  dayInWords,
  instantInWords,
  monthInWords,
  rangeInWords,
  spanInWords,
  yearsInWords,
} from './dates.ts';
import type { Language } from './dates.ts';
import { en } from './en.ts';
import { fillParts, formFor } from './message.ts';
import type { Message, Places } from './message.ts';
import { sv } from './sv.ts';

export type WordKey = keyof typeof sv;

/** Keys of texts with no places to fill. */
export type PlainKey = {
  [K in WordKey]: [Places<(typeof sv)[K]>] extends [never] ? K : never;
}[WordKey];

type Filling<K extends WordKey, T> = [Places<(typeof sv)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Places<(typeof sv)[K]>, T>>];

/** Everything the window says, in one language. */
export interface Words {
  readonly language: Language;
  /** A text, its places filled; numbers are written as the language writes them. */
  readonly t: <K extends WordKey>(key: K, ...values: Filling<K, string | number>) => string;
  /** The same with elements in the places. */
  readonly rich: <K extends WordKey>(key: K, ...values: Filling<K, ReactNode>) => ReactNode;
  readonly number: (n: number) => string;
  /** Several things in a row: "a, b och c". */
  readonly list: (things: readonly string[]) => string;
  readonly day: (day: Day) => string;
  readonly date: (date: { readonly earliest: Day | null; readonly latest: Day | null }) => string;
  readonly range: (from: Day | null, to: Day | null) => string | null;
  /** Days from one to another, as shortly as they can be said: "2017", "mars 2017". */
  readonly span: (from: Day, to: Day) => string;
  readonly month: (day: Day) => string;
  readonly years: (from: Day | null, to: Day | null) => string;
  readonly instant: (text: string) => string;
  readonly label: (label: Label) => string;
}

const texts: Readonly<Record<Language, Readonly<Record<WordKey, Message>>>> = { sv, en };
const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** The locale that numbers, plurals and widgets follow. */
export function localeOf(language: Language): string {
  return locales[language];
}

/** The words of a language. */
export function wordsIn(language: Language): Words {
  const rules = new Intl.PluralRules(locales[language]);
  const numbers = new Intl.NumberFormat(locales[language]);
  const lists = new Intl.ListFormat(locales[language]);
  const form = (key: WordKey, values: Readonly<Record<string, unknown>>): string => {
    const count = values['count'];
    return formFor(texts[language][key], rules, typeof count === 'number' ? count : 0);
  };
  const shown = (value: unknown): unknown => (typeof value === 'number' ? numbers.format(value) : value);
  const fill = (key: WordKey, values: Readonly<Record<string, unknown>> = {}): readonly unknown[] =>
    fillParts(form(key, values), mapValues(values, shown));
  return {
    language,
    t: (key, ...[values]) => fill(key, values).join(''),
    rich: (key, ...[values]) =>
      fill(key, values).map((part, index) => <Fragment key={index}>{part as ReactNode}</Fragment>),
    number: (n) => numbers.format(n),
    list: (things) => lists.format(things),
    day: (day) => dayInWords(day, language),
    date: (date) => dateInWords(date, language),
    range: (from, to) => rangeInWords(from, to, language),
    span: (from, to) => spanInWords(from, to, language),
    month: (day) => monthInWords(day, language),
    years: yearsInWords,
    instant: (text) => instantInWords(text, language),
    label: (label) => (language === 'en' ? (label.en ?? label.sv) : label.sv),
  };
}

const WordsContext = createContext<Words>(wordsIn('sv'));

/** Gives everything below it the words of a language. */
export function WordsProvider(props: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  const words = useMemo(() => wordsIn(props.language), [props.language]);
  return <WordsContext value={words}>{props.children}</WordsContext>;
}

/** The words of the language in force. */
export function useWords(): Words {
  return useContext(WordsContext);
}

function mapValues(
  values: Readonly<Record<string, unknown>>,
  map: (value: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
