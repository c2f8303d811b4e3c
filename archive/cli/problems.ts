import { problemPlace, problemText } from '../model/problem-text.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from './language.ts';

/** Of each sort, how many are printed in full; `--json` has them all. */
const EXAMPLES = 5;

/** A problem on one line: where, then what. */
export function problemLine(problem: Problem, language: Language): string {
  const place = problemPlace(problem);
  const text = problemText(problem, language);
  return place === '' ? text : `${place}: ${text}`;
}

/** Problems by sort, the most frequent first: how many, and the first few of each. */
export function problemSummary(problems: readonly Problem[], language: Language): string {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group === undefined) groups.set(problem.code, [problem]);
    else group.push(problem);
  }
  return [...groups]
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([code, group]) => `${code}: ${group.length}\n${examples(group, language)}`)
    .join('\n');
}

function examples(group: readonly Problem[], language: Language): string {
  const shown = group.slice(0, EXAMPLES).map((problem) => `  ${problemLine(problem, language)}`);
  const left = group.length - shown.length;
  const more =
    language === 'sv' ? `  … och ${left} till (--json visar alla)` : `  … and ${left} more (--json has all)`;
  return [...shown, ...(left > 0 ? [more] : [])].join('\n');
}
