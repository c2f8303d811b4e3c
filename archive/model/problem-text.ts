import type { Problem, ProblemCode } from './problem.ts';
import { problemReasons } from './problem-reasons.ts';
import { problemWordsEn } from './problem-words.en.ts';
import { problemWordsSv } from './problem-words.sv.ts';

/** Languages that problems are told in. */
export type ProblemLanguage = 'sv' | 'en';

const WORDS: Readonly<Record<ProblemLanguage, Readonly<Record<ProblemCode, string>>>> = {
  sv: problemWordsSv,
  en: problemWordsEn,
};

/** `[a passage that may be left out]`, and `{a particular}`. */
const OPTIONAL = /\[([^[\]]*)\]/gu;
const PARTICULAR = /\{(\w+)\}/gu;
const UNKNOWN = '?';

/**
 * A problem in words: what happened, what was kept, what to do. The words are a template: `{name}` stands for a
 * particular (of `params`, or `file`, `line`, `id`), and a passage in square brackets is left out when one of
 * its particulars is missing or empty. A reason given as a code is put in words.
 */
export function problemText(problem: Problem, language: ProblemLanguage): string {
  const values = particularsOf(problem, language);
  return WORDS[language][problem.code]
    .replace(OPTIONAL, (_, passage: string) =>
      namesIn(passage).every((name) => values.has(name)) ? passage : '',
    )
    .replace(PARTICULAR, (_, name: string) => values.get(name) ?? UNKNOWN);
}

/** Where a problem is: `file:line`, or less when less is known; empty when nothing is. */
export function problemPlace({ file, line }: Problem): string {
  if (file === undefined) return '';
  return line === undefined ? file : `${file}:${line}`;
}

function namesIn(passage: string): readonly string[] {
  return [...passage.matchAll(PARTICULAR)].map(([, name]) => name ?? '');
}

function particularsOf(
  { file, line, id, params }: Problem,
  language: ProblemLanguage,
): ReadonlyMap<string, string> {
  const reason = problemReasons.get(String(params['reason'] ?? ''))?.[language];
  const all = Object.entries({ file, line, id, ...params, ...(reason === undefined ? {} : { reason }) });
  return new Map(
    all.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)] as const],
    ),
  );
}
