import { problem } from '../../main/contract/index.ts';
import type { Filters, Hit, Problem, ReaderApi, SearchAnswer, SortOrder } from '../../main/contract/index.ts';

/** What is asked of the archive. */
export interface Terms {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
}

/** What a whole result has in common, whichever window of it is looked at. */
export type ResultSummary = Pick<SearchAnswer, 'understood' | 'total' | 'possible' | 'fallback' | 'suggestions' | 'facets'>;

export type ResultView =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'shown';
      readonly terms: Terms;
      readonly summary: ResultSummary;
      /** Hits fetched so far, by their place in the result. */
      readonly hits: ReadonlyMap<number, Hit>;
      /** True while a newer search is under way: these are the older one's. */
      readonly pending: boolean;
    }
  | { readonly state: 'failed'; readonly terms: Terms; readonly problem: Problem };

type Search = ReaderApi['search'];

/** Hits fetched at a time. */
export const WINDOW = 60;

/**
 * Searches and holds the result window by window. The newest request makes older ones moot, both here and in the
 * reader; what was shown stays until the new answer is there.
 */
export class ResultStore {
  readonly #search: Search;
  readonly #listeners = new Set<() => void>();
  #view: ResultView = { state: 'waiting' };
  #asked: Terms | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queryId: number;
  #windowInFlight: { readonly offset: number; readonly queryId: number } | null = null;

  /** `firstId`: greater than any id this reader has been asked with before. */
  constructor(search: Search, firstId: number) {
    this.#search = search;
    this.#queryId = firstId;
  }

  readonly view = (): ResultView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for new terms after `delay` milliseconds; asked anew before that, only the last is carried out. */
  ask(terms: Terms, delay: number): void {
    this.#asked = terms;
    clearTimeout(this.#timer);
    if (this.#view.state === 'shown') this.#show({ ...this.#view, pending: true });
    this.#timer = setTimeout(() => void this.#run(terms), delay);
  }

  /** Asks again for what was asked last. */
  retry(): void {
    if (this.#asked !== null) this.ask(this.#asked, 0);
  }

  /** Sees to it that the hits from `first` to `last` (inclusive places) are fetched. */
  want(first: number, last: number): void {
    const view = this.#view;
    if (view.state !== 'shown' || view.pending) return;
    const missing = firstMissing(view.hits, first, Math.min(last, view.summary.total - 1));
    if (missing === null) return;
    const offset = Math.floor(missing / WINDOW) * WINDOW;
    if (this.#windowInFlight?.offset === offset) return;
    void this.#fetchWindow(view.terms, offset);
  }

  /** How many releases other terms would give; null when a newer question came or comes between. */
  async count(terms: Terms): Promise<number | null> {
    if (this.#view.state !== 'shown' || this.#view.pending) return null;
    const queryId = this.#nextId();
    const reply = await this.#search({ ...terms, queryId, offset: 0, limit: 0 });
    return reply.ok && queryId === this.#queryId ? reply.value.total : null;
  }

  /** Ends waiting; nothing is shown any more. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#nextId();
    this.#asked = null;
    this.#show({ state: 'waiting' });
  }

  async #run(terms: Terms): Promise<void> {
    const queryId = this.#nextId();
    this.#windowInFlight = null;
    const reply = await this.#search({ ...terms, queryId, offset: 0, limit: WINDOW });
    if (this.#asked !== terms || queryId !== this.#queryId) return;
    if (reply.ok) {
      const { understood, total, possible, fallback, suggestions, facets } = reply.value;
      const summary = { understood, total, possible, fallback, suggestions, facets };
      this.#show({ state: 'shown', terms, summary, hits: placed(reply.value.hits, 0), pending: false });
    } else {
      this.#show({ state: 'failed', terms, problem: reply.problem });
    }
  }

  async #fetchWindow(terms: Terms, offset: number): Promise<void> {
    const queryId = this.#nextId();
    this.#windowInFlight = { offset, queryId };
    const reply = await this.#search({ ...terms, queryId, offset, limit: WINDOW });
    if (this.#windowInFlight?.queryId === queryId) this.#windowInFlight = null;
    const view = this.#view;
    if (!reply.ok || view.state !== 'shown' || view.terms !== terms) return;
    if (reply.value.hits.length === 0) {
      this.#show({ state: 'failed', terms, problem: problem('job-failed', {}, { call: 'search' }) });
      return;
    }
    this.#show({ ...view, hits: new Map([...view.hits, ...placed(reply.value.hits, offset)]) });
  }

  #nextId(): number {
    this.#queryId += 1;
    return this.#queryId;
  }

  #show(view: ResultView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

function placed(hits: readonly Hit[], offset: number): ReadonlyMap<number, Hit> {
  return new Map(hits.map((hit, index) => [offset + index, hit]));
}

function firstMissing(hits: ReadonlyMap<number, Hit>, first: number, last: number): number | null {
  for (let place = first; place <= last; place += 1) if (!hits.has(place)) return place;
  return null;
}
