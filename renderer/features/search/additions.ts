import { additionKinds } from '../../../main/contract/index.ts';
import type { Addition, AdditionKind, Clause } from '../../../main/contract/index.ts';

/** Forms added for one reason. */
export interface AdditionGroup {
  readonly kind: AdditionKind;
  readonly forms: readonly Addition[];
}

/** Groups of which the first few forms are shown. */
export interface FoldedAdditions {
  readonly groups: readonly AdditionGroup[];
  /** How many listed forms are not among them. */
  readonly hidden: number;
}

/** Letters that a form takes on the line beside its own and its count's: the space around it. */
const SPACE_AROUND = 3;
/** Letters that the name of a kind takes. */
const KIND_NAME = 12;

/** The forms by why they were added, the reasons in the order of the model, the forms in theirs. */
export function groupAdditions(also: readonly Addition[]): readonly AdditionGroup[] {
  return additionKinds
    .map((kind) => ({ kind, forms: also.filter((addition) => addition.kind === kind) }))
    .filter(({ forms }) => forms.length > 0);
}

/**
 * As many forms as find room on a line of so many letters, turn by turn one of each kind, the first of each in any
 * case, and every form that is switched off (`off`): what is left out stays in sight. A single form is never hidden: the words that say so
 * would take its room.
 */
export function foldAdditions(
  groups: readonly AdditionGroup[],
  letters: number,
  off: ReadonlySet<string>,
): FoldedAdditions {
  const shown = new Set(turnByTurn(groups, letters));
  const all = groups.flatMap(({ forms }) => forms);
  for (const addition of all) if (off.has(addition.form)) shown.add(addition);
  if (all.length - shown.size <= 1) return { groups, hidden: 0 };
  const folded = groups
    .map(({ kind, forms }) => ({ kind, forms: forms.filter((addition) => shown.has(addition)) }))
    .filter(({ forms }) => forms.length > 0);
  return { groups: folded, hidden: all.length - shown.size };
}

function turnByTurn(groups: readonly AdditionGroup[], letters: number): readonly Addition[] {
  const taken: Addition[] = [];
  let left = letters;
  const longest = Math.max(0, ...groups.map(({ forms }) => forms.length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const { forms } of groups) {
      const next = forms[turn];
      if (next === undefined) continue;
      left -= next.form.length + String(next.releases).length + SPACE_AROUND + (turn === 0 ? KIND_NAME : 0);
      if (left < 0 && turn > 0) return taken;
      taken.push(next);
    }
  }
  return taken;
}

/** The words of the query that a clause stands for, without the signs and numbers that say how. */
export function wordsOfClause({ form, text }: Pick<Clause, 'form' | 'text'>): string {
  if (form === 'fuzzy') return text.replace(/~\d$/u, '');
  if (form === 'near') return text.replace(/ (?:NÄRA|NEAR)\/\d+ /gu, ' ').replaceAll('=', '');
  return text;
}
