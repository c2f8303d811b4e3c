import { additionKinds } from '../../../main/contract/index.ts';
import type { Addition, AdditionKind, Clause } from '../../../main/contract/index.ts';

/** Forms added for one reason. */
export interface AdditionGroup {
  readonly kind: AdditionKind;
  readonly forms: readonly Addition[];
}

/** Groups of which so much is shown as has room. */
export interface FoldedAdditions {
  readonly groups: readonly AdditionGroup[];
  /** How many listed forms are not among them, */
  readonly hidden: number;
  /** and why those were added. */
  readonly hiddenKinds: readonly AdditionKind[];
}

/** Letters that a form takes on the line beside its own and its count's: the space around it. */
const SPACE_AROUND = 3;

/** The forms by why they were added, the reasons in the order of the model, the forms in theirs. */
export function groupAdditions(also: readonly Addition[]): readonly AdditionGroup[] {
  return additionKinds
    .map((kind) => ({ kind, forms: also.filter((addition) => addition.kind === kind) }))
    .filter(({ forms }) => forms.length > 0);
}

/**
 * Forms for a line of so many letters: of the first kind as many as have room, of the next ones all or nothing. Words
 * of a wider search get a line of their own, since they are what was asked for, and forms that are switched off
 * (`off`) stay in sight. A single form is never hidden: the words that say so would take its room.
 */
export function foldAdditions(
  groups: readonly AdditionGroup[],
  letters: number,
  off: ReadonlySet<string>,
): FoldedAdditions {
  let left = letters;
  const folded = groups.map(({ kind, forms }, place) => {
    const room = kind === 'associated' ? letters : left;
    const first = forms.slice(0, howMany(forms, room));
    const shown = place === 0 || kind === 'associated' || first.length === forms.length ? first : [];
    if (kind !== 'associated') left = Math.max(0, left - lettersOf(shown));
    return { kind, forms: forms.filter((form) => shown.includes(form) || off.has(form.form)) };
  });
  const hidden = groups.map(({ forms }, place) => forms.length - (folded[place]?.forms.length ?? 0));
  const sum = hidden.reduce((total, count) => total + count, 0);
  if (sum <= 1) return { groups, hidden: 0, hiddenKinds: [] };
  return {
    groups: folded.filter(({ forms }) => forms.length > 0),
    hidden: sum,
    hiddenKinds: groups.filter((_, place) => (hidden[place] ?? 0) > 0).map(({ kind }) => kind),
  };
}

/** Of forms in a row, how many have room; one at least. */
function howMany(forms: readonly Addition[], letters: number): number {
  let count = 1;
  while (count < forms.length && lettersOf(forms.slice(0, count + 1)) <= letters) count += 1;
  return count;
}

function lettersOf(forms: readonly Addition[]): number {
  return forms.reduce(
    (sum, { form, releases }) => sum + form.length + `${releases}`.length + SPACE_AROUND,
    0,
  );
}

/** The words of the query that a clause stands for, without the signs and numbers that say how. */
export function wordsOfClause({ form, text }: Pick<Clause, 'form' | 'text'>): string {
  if (form === 'fuzzy') return text.replace(/~\d$/u, '');
  if (form === 'near') return text.replace(/ (?:NÄRA|NEAR)\/\d+ /gu, ' ').replaceAll('=', '');
  return text;
}
