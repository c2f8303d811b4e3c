import type { FacetValue } from '../../../model/search.ts';

type Held = NonNullable<FacetValue['roles']>[number];
type Years = Pick<Held, 'from' | 'to'>;

/** What tells one value from another of the same or a like name: a person's offices, the years of a department. */
export function detailOf(value: Omit<FacetValue, 'count' | 'uncertain'>): string | null {
  if (value.roles !== undefined) return officesOf(value.roles);
  return yearsOf({ from: value.from ?? null, to: value.to ?? null });
}

/** Offices with the years they were held in, one office's terms together: "energiminister 2014–2016, 2019". */
function officesOf(roles: readonly Held[]): string | null {
  const terms = new Map<string, Years[]>();
  for (const { title, from, to } of roles) {
    const held = terms.get(title) ?? [];
    const last = held.at(-1);
    if (last !== undefined && follows(last, from)) held[held.length - 1] = { from: last.from, to };
    else held.push({ from, to });
    terms.set(title, held);
  }
  if (terms.size === 0) return null;
  return Array.from(terms, ([title, held]) => {
    const years = held.map(yearsOf).filter((span) => span !== null);
    return years.length === 0 ? title : `${title} ${years.join(', ')}`;
  }).join('; ');
}

/** Whether a term goes on where another ended, as far as years tell. */
function follows({ to }: Years, from: Years['from']): boolean {
  return to !== null && from !== null && yearOf(from) <= yearOf(to);
}

/** "2014–2016", "2014" within one year, "2014–" to this day, "–2016" since nobody knows when; null when unknown. */
function yearsOf({ from, to }: Years): string | null {
  if (from === null && to === null) return null;
  const [first, last] = [from === null ? '' : yearOf(from), to === null ? '' : yearOf(to)];
  return first === last ? first : `${first}–${last}`;
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}
