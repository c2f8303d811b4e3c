import { problem } from '../../main/contract/index.ts';
import type {
  Filters,
  Hit,
  Problem,
  ReaderApi,
  SearchAnswer,
  SearchRequest,
  SortOrder,
} from '../../main/contract/index.ts';
import type { Press } from './press.ts';

/** What is asked of the archive. */
export interface Terms {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** Forms left out of what is searched beside the words typed. */
  readonly without: readonly string[];
  readonly wider: boolean;
}

/** What a whole result has in common, whichever window of it is looked at. */
export type ResultSummary = Omit<SearchAnswer, 'queryId' | 'offset' | 'hits'>;

export type ResultView =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'shown';
      readonly terms: Terms;
      readonly summary: ResultSummary;
      /** Hits fetched so far, by their place in the result. */
      readonly hits: ReadonlyMap<number, Hit>;
      /** True while a newer search takes its time: these are the older one's. */
      readonly pending: boolean;
      /** Why a newer search gave nothing; these are an older one's. */
      readonly problem: Problem | null;
    }
  | { readonly state: 'failed'; readonly terms: Terms; readonly problem: Problem };

type Search = ReaderApi['search'];

/** Hits fetched at a time: what one sees at once, and some on either side. */
export const WINDOW = 12;

/** Hits fetched at a time where many are wanted. */
const LARGE_WINDOW = 250;

/** Milliseconds after which a search is called pending: a quick one changes what is shown once, not twice. */
const PENDING_AFTER = 100;

/**
 * Searches and holds the result window by window. The newest request makes older ones moot, both here and in the
 * reader; what was shown stays until the new answer is there, and until nothing is pressed.
 */
export class ResultStore {
  readonly #search: Search;
  readonly #press: Press;
  readonly #listeners = new Set<() => void>();
  /** The newest, */
  #view: ResultView = { state: 'waiting' };
  /** and what is shown: an older one while something is pressed. */
  #shown: ResultView = this.#view;
  #asked: Terms | null = null;
  #isAsking = false;
  #pendingTimer: ReturnType<typeof setTimeout> | undefined;
  #queryId: number;
  #windowInFlight: { readonly offset: number; readonly queryId: number } | null = null;

  /** `firstId`: greater than any id this reader has been asked with before. */
  constructor(search: Search, firstId: number, press: Press) {
    this.#search = search;
    this.#queryId = firstId;
    this.#press = press;
  }

  readonly view = (): ResultView => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for new terms. The reader gives up what was asked before, and the answer to that is dropped. */
  ask(terms: Terms): void {
    this.#asked = terms;
    this.#isAsking = true;
    clearTimeout(this.#pendingTimer);
    this.#pendingTimer = setTimeout(() => {
      if (this.#view.state === 'shown') this.#show({ ...this.#view, pending: true });
    }, PENDING_AFTER);
    void this.#run(terms);
  }

  /** Asks again for what was asked last. */
  retry(): void {
    if (this.#asked !== null) this.ask(this.#asked);
  }

  /** Sees to it that the hits from `first` to `last` (inclusive places) are fetched. */
  want(first: number, last: number): void {
    const view = this.#view;
    if (view.state !== 'shown' || this.#isAsking) return;
    const missing = firstMissing(view.hits, first, Math.min(last, view.summary.total - 1));
    if (missing === null) return;
    const offset = Math.floor(missing / WINDOW) * WINDOW;
    if (this.#windowInFlight?.offset === offset) return;
    void this.#fetchWindow(view.terms, offset);
  }

  /** How many releases other terms would give; null when a newer question came or comes between. */
  async count(terms: Terms): Promise<number | null> {
    if (this.#view.state !== 'shown' || this.#isAsking) return null;
    const queryId = this.#nextId();
    const reply = await this.#search(requestFor(terms, { queryId, offset: 0, limit: 0 }));
    return reply.ok && queryId === this.#queryId ? reply.value.total : null;
  }

  /**
   * The first releases of the result in its order, at most so many, asked for in large windows; `tell` hears how many are there
   * and answers whether to go on. Null when it did not, or when another question came between.
   */
  async first(most: number, tell: (done: number) => boolean): Promise<readonly Hit[] | null> {
    const view = this.#view;
    if (view.state !== 'shown' || this.#isAsking) return null;
    const total = Math.min(most, view.summary.total);
    const found: Hit[] = [];
    while (found.length < total) {
      const limit = Math.min(LARGE_WINDOW, total - found.length);
      const window = { queryId: this.#nextId(), offset: found.length, limit };
      const reply = await this.#search(requestFor(view.terms, window));
      if (this.#asked !== view.terms) return null;
      // A window that came into sight meanwhile makes this one moot: it is asked for again.
      const hits = reply.ok ? reply.value.hits : [];
      if (hits.length === 0 && (reply.ok || reply.problem.code !== 'job-cancelled')) return null;
      found.push(...hits);
      if (!tell(found.length)) return null;
    }
    return found;
  }

  /** Ends waiting; nothing is shown any more. */
  clear(): void {
    this.#nextId();
    this.#asked = null;
    this.#answered();
    this.#show({ state: 'waiting' });
  }

  async #run(terms: Terms): Promise<void> {
    const queryId = this.#nextId();
    this.#windowInFlight = null;
    const reply = await this.#search(requestFor(terms, { queryId, offset: 0, limit: WINDOW }));
    if (this.#asked !== terms || queryId !== this.#queryId) return;
    this.#answered();
    if (reply.ok) {
      const { hits, queryId: _, offset: __, ...summary } = reply.value;
      this.#show({ state: 'shown', terms, summary, hits: placed(hits, 0), pending: false, problem: null });
    } else if (this.#view.state === 'shown') {
      this.#show({ ...this.#view, pending: false, problem: reply.problem });
    } else {
      this.#show({ state: 'failed', terms, problem: reply.problem });
    }
  }

  #answered(): void {
    this.#isAsking = false;
    clearTimeout(this.#pendingTimer);
  }

  async #fetchWindow(terms: Terms, offset: number): Promise<void> {
    const queryId = this.#nextId();
    this.#windowInFlight = { offset, queryId };
    const reply = await this.#search(requestFor(terms, { queryId, offset, limit: WINDOW }));
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
    this.#press.whenOver(() => {
      if (this.#shown === this.#view) return;
      this.#shown = this.#view;
      for (const listener of this.#listeners) listener();
    });
  }
}

function requestFor(
  terms: Terms,
  window: Pick<SearchRequest, 'queryId' | 'offset' | 'limit'>,
): SearchRequest {
  return { ...requestOf(terms), ...window };
}

/** What is asked, whichever window of the result. */
export function requestOf(terms: Terms): Omit<SearchRequest, 'queryId' | 'offset' | 'limit'> {
  const { wider, without, ...asked } = terms;
  return {
    ...asked,
    ...(wider ? { wider } : {}),
    ...(without.length === 0 ? {} : { without }),
  };
}

function placed(hits: readonly Hit[], offset: number): ReadonlyMap<number, Hit> {
  return new Map(hits.map((hit, index) => [offset + index, hit]));
}

function firstMissing(hits: ReadonlyMap<number, Hit>, first: number, last: number): number | null {
  for (let place = first; place <= last; place += 1) if (!hits.has(place)) return place;
  return null;
}
