import { problem, ProblemError } from '../../model/problem.ts';

/** How much of a name that may hold anything is shown. */
const SHOWN_CHARACTERS = 80;

/** A single file that is not as a package's is written, and the entry where that shows. */
export function containerRefused(file: string, reason: string, entry?: string): ProblemError {
  return new ProblemError(problem('package-file-refused', { file }, params(reason, entry)));
}

/** A single file that was one and has lost or changed bytes, and the entry where that shows. */
export function containerDamaged(file: string, reason: string, entry?: string): ProblemError {
  return new ProblemError(problem('package-file-damaged', { file }, params(reason, entry)));
}

function params(reason: string, entry: string | undefined): Readonly<Record<string, string>> {
  return entry === undefined ? { reason } : { reason, entry: shownName(entry) };
}

/** A name as it can be shown: what does not print, or would turn the line around, as its number. */
function shownName(name: string): string {
  const cut = name.length > SHOWN_CHARACTERS ? `${name.slice(0, SHOWN_CHARACTERS)}…` : name;
  return cut.replace(
    /[^\u0020-\u007E…]/gu,
    (c) => `\\x${(c.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
  );
}
