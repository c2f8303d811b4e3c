import type { Problem } from '../../main/contract/index.ts';
import type { Language } from './dates.ts';

/** A problem in words. */
export function problemInWords(problem: Problem, _language: Language): string {
  const params = Object.values(problem.params).join(', ');
  return [problem.code, problem.file, params].filter(Boolean).join(': ');
}
