import lunr from 'lunr';

/** Terms that a pattern stands for. */
export type TermPattern =
  /** The pieces in order with anything between them: `a*b` is ["a", "b"], `klimat*` is ["klimat", ""]. */
  | { readonly type: 'wildcard'; readonly pieces: readonly string[] }
  /** Terms within a number of insertions, deletions, substitutions and swaps of neighbours: Lunr's edit distance. */
  | { readonly type: 'fuzzy'; readonly term: string; readonly distance: number }
  /** At each place one of some letters (UTF-16 units): ["v", "aåä", "r", "d"]. */
  | { readonly type: 'variants'; readonly letters: readonly string[] };

/** Asks for documents that have any of some terms in any of some fields (all when none are named). */
export interface MatchClause {
  readonly terms: readonly string[];
  readonly fields?: readonly string[] | undefined;
  readonly boost?: number | undefined;
}

export type Presence = 'optional' | 'required' | 'prohibited';

/** A clause of a query with the terms that it came to. `fields` are their numbers. */
export interface ResolvedClause {
  readonly terms: readonly string[];
  readonly fields: readonly number[];
  readonly boost: number;
  readonly presence: Presence;
}

/** What a clause's term stands for, as `lunr.TokenSet.fromClause` reads it; null for just itself. */
export function patternOf(term: string, editDistance: number | undefined): TermPattern | null {
  // What is not a whole number from 0 up would keep Lunr busy for ever.
  if (editDistance !== undefined)
    return { type: 'fuzzy', term, distance: Math.max(0, Math.trunc(editDistance) || 0) };
  return term.includes('*') ? { type: 'wildcard', pieces: term.split('*') } : null;
}

export function presenceOf(clause: lunr.Query.Clause): Presence {
  // The type declarations of lunr leave it out.
  switch ((clause as { readonly presence?: lunr.Query.presence }).presence) {
    case lunr.Query.presence.REQUIRED:
      return 'required';
    case lunr.Query.presence.PROHIBITED:
      return 'prohibited';
    default:
      return 'optional';
  }
}
