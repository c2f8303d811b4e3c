import { isDay, problemText } from '../../main/contract/index.ts';
import type { Problem } from '../../main/contract/index.ts';
import { dayInWords } from './dates.ts';
import type { Language } from './dates.ts';

/** A problem in words, its days written as days are written everywhere in the window. */
export function problemInWords(problem: Problem, language: Language): string {
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? dayInWords(value, language) : value,
    ]),
  );
  return problemText({ ...problem, params }, language);
}
