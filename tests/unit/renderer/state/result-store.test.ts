import { describe, expect, it, vi } from 'vitest';
import { noFilters, problem } from '../../../../main/contract/index.ts';
import type { Hit, ReaderApi, Reply, SearchAnswer, SearchRequest } from '../../../../main/contract/index.ts';
import { Press } from '../../../../renderer/state/press.ts';
import { ResultStore, WINDOW } from '../../../../renderer/state/result-store.ts';
import type { ResultView, Terms } from '../../../../renderer/state/result-store.ts';

const terms = (query: string): Terms => ({
  query,
  filters: noFilters,
  sort: 'relevance',
  without: [],
  wider: false,
});
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A reader whose replies are given by hand, and which makes older questions moot as the real one does. */
class SlowReader {
  readonly asked: SearchRequest[] = [];
  readonly #waiting = new Map<number, (reply: Reply<SearchAnswer>) => void>();
  readonly #cancels: boolean;

  /** `cancels`: whether older questions are made moot; a host may be too late to. */
  constructor(cancels = true) {
    this.#cancels = cancels;
  }

  readonly search: ReaderApi['search'] = (request) => {
    this.asked.push(request);
    for (const [id, reply] of this.#waiting) {
      if (this.#cancels && id < request.queryId) reply({ ok: false, problem: problem('job-cancelled') });
    }
    return new Promise((resolve) => this.#waiting.set(request.queryId, resolve));
  };

  /** Answers the n-th question asked with a result of so many releases. */
  async answer(n: number, total: number): Promise<void> {
    const request = this.asked[n];
    if (request === undefined) throw new Error(`nothing asked as number ${n}`);
    this.#waiting.get(request.queryId)?.({ ok: true, value: answerOf(request, total) });
    await turn();
  }

  async refuse(n: number): Promise<void> {
    const request = this.asked[n];
    if (request === undefined) throw new Error(`nothing asked as number ${n}`);
    this.#waiting.get(request.queryId)?.({ ok: false, problem: problem('search-timed-out') });
    await turn();
  }
}

function answerOf(request: SearchRequest, total: number): SearchAnswer {
  const count = Math.max(0, Math.min(request.limit, total - request.offset));
  const none = { minister: [], role: [], department: [], government: [], mandatePeriod: [] };
  return {
    queryId: request.queryId,
    understood: { clauses: [], problems: [] },
    total,
    possible: 0,
    fallback: null,
    suggestions: [],
    offset: request.offset,
    hits: Array.from({ length: count }, (_, index) => hit(`${request.query}${request.offset + index}`)),
    facets: { ...none, year: [], kind: [], subject: [], language: [] },
  };
}

function hit(id: string): Hit {
  return {
    id,
    version: id,
    url: null,
    title: id,
    kind: null,
    kindId: null,
    language: null,
    date: { edtf: 'XXXX', earliest: null, latest: null, basis: null },
    possible: false,
    withdrawn: false,
    sender: null,
    ministers: [],
    departments: [],
    governments: [],
    mandatePeriods: [],
    subjects: [],
    score: 0,
    snippet: '',
    marks: { title: [], snippet: [] },
  };
}

function shown(store: ResultStore): { query: string; total: number; places: number[]; pending: boolean } {
  const view = store.view();
  if (view.state !== 'shown') throw new Error(`shows nothing: ${view.state}`);
  return {
    query: view.terms.query,
    total: view.summary.total,
    places: [...view.hits.keys()],
    pending: view.pending,
  };
}

async function asked(store: ResultStore, what: Terms): Promise<void> {
  store.ask(what);
  await turn();
  await turn();
}

describe('the result that is shown', () => {
  it('is the newest question’s, whichever answer comes first', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await asked(store, terms('b'));
    await reader.answer(1, 2);
    await reader.answer(0, 9);
    expect(shown(store)).toMatchObject({ query: 'b', total: 2, pending: false });
  });

  it('is never an older question’s, though its answer comes last and whole', async () => {
    const reader = new SlowReader(false);
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await asked(store, terms('b'));
    await reader.answer(1, 2);
    await reader.answer(0, 9);
    expect(shown(store)).toMatchObject({ query: 'b', total: 2, pending: false });
  });

  it('does not change under a press, and is then the newest', async () => {
    const reader = new SlowReader();
    const press = new Press();
    const store = new ResultStore(reader.search, 0, press);
    await asked(store, terms('a'));
    await reader.answer(0, 9);
    press.begin(1);
    await asked(store, terms('b'));
    await reader.answer(1, 2);
    await asked(store, terms('c'));
    await reader.answer(2, 3);
    expect(shown(store)).toMatchObject({ query: 'a', total: 9 });
    const heard: string[] = [];
    store.subscribe(() => heard.push(shown(store).query));
    press.end(1);
    expect(shown(store)).toMatchObject({ query: 'c', total: 3 });
    expect(heard).toEqual(['c']);
  });

  it('is had from its beginning in large windows, one again that something else made moot', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 400);
    const told: number[] = [];
    const first = store.first(300, (done) => told.push(done) > 0);
    store.want(20, 30);
    await turn();
    expect(reader.asked.map(({ offset }) => offset)).toEqual([0, 0, 12, 0]);
    await reader.answer(3, 400);
    await reader.answer(4, 400);
    expect((await first)?.length).toBe(300);
    expect(told.at(-1)).toBe(300);
  });

  it('is not had from its beginning when it is stopped, or when another question comes', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 400);
    const stopped = store.first(300, () => false);
    await reader.answer(1, 400);
    expect(await stopped).toBeNull();
    const overtaken = store.first(300, () => true);
    await asked(store, terms('b'));
    expect(await overtaken).toBeNull();
  });

  it('tells nothing of an older question that was refused', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await asked(store, terms('b'));
    expect(store.view().state).toBe('waiting');
  });

  it('stays while the next one is under way', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 3);
    await asked(store, terms('b'));
    expect(shown(store)).toMatchObject({ query: 'a', total: 3, pending: false });
    await vi.waitFor(() => expect(shown(store)).toMatchObject({ query: 'a', total: 3, pending: true }));
    await reader.answer(1, 0);
    expect(shown(store)).toMatchObject({ query: 'b', total: 0, pending: false });
  });

  it('changes once where the answer is quick: nothing is called pending in between', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 3);
    const views: ResultView[] = [];
    store.subscribe(() => views.push(store.view()));
    await asked(store, terms('b'));
    await reader.answer(1, 2);
    expect(views).toMatchObject([{ state: 'shown', terms: { query: 'b' }, pending: false }]);
  });

  it('is asked for at once at every letter, and only the last letter’s is shown', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    for (const typed of ['s', 'sk', 'sko']) store.ask(terms(typed));
    await turn();
    expect(reader.asked.map((request) => request.query)).toEqual(['s', 'sk', 'sko']);
    await reader.answer(2, 5);
    expect(shown(store)).toMatchObject({ query: 'sko', total: 5 });
  });

  it('asks for no form that was switched off, and wider only when told to', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await asked(store, { ...terms('a'), without: ['b'], wider: true });
    expect(reader.asked[0]).not.toHaveProperty('without');
    expect(reader.asked[0]).not.toHaveProperty('wider');
    expect(reader.asked[1]).toMatchObject({ without: ['b'], wider: true });
  });

  it('asks with ids that rise from the first one given', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 500, new Press());
    await asked(store, terms('a'));
    await asked(store, terms('b'));
    expect(reader.asked.map((request) => request.queryId)).toEqual([501, 502]);
  });

  it('tells a refusal, and tries again when asked to', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.refuse(0);
    expect(store.view()).toMatchObject({ state: 'failed', problem: { code: 'search-timed-out' } });
    store.retry();
    await turn();
    await turn();
    await reader.answer(1, 1);
    expect(shown(store).total).toBe(1);
  });

  it('stays, with what went wrong said, when a newer search fails', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 3);
    await asked(store, terms('*a*'));
    await reader.refuse(1);
    expect(store.view()).toMatchObject({
      state: 'shown',
      terms: { query: 'a' },
      summary: { total: 3 },
      pending: false,
      problem: { code: 'search-timed-out' },
    });
    store.retry();
    await reader.answer(2, 1);
    expect(store.view()).toMatchObject({ state: 'shown', terms: { query: '*a*' }, problem: null });
  });
});

describe('windows of a long result', () => {
  it('are fetched where they are looked at, each once', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 26_000);
    store.want(0, WINDOW - 1);
    expect(reader.asked).toHaveLength(1);
    const first = WINDOW * 500 + 1;
    store.want(first, first + 9);
    store.want(first + 1, first + 10);
    expect(reader.asked).toHaveLength(2);
    await reader.answer(1, 26_000);
    expect(reader.asked[1]).toMatchObject({ offset: WINDOW * 500, limit: WINDOW });
    expect(shown(store).places).toContain(first);
    store.want(first, first + 9);
    expect(reader.asked).toHaveLength(2);
  });

  it('do not ask beyond the end, nor while a newer search is under way', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 70);
    store.want(60, 99);
    await reader.answer(1, 70);
    store.want(60, 99);
    expect(reader.asked).toHaveLength(2);
    await asked(store, terms('b'));
    store.want(0, 200);
    expect(reader.asked).toHaveLength(3);
  });

  it('of an older result never mix into a newer one', async () => {
    const reader = new SlowReader(false);
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 500);
    store.want(200, 210);
    await asked(store, terms('b'));
    await reader.answer(2, 1);
    await reader.answer(1, 500);
    expect(shown(store)).toMatchObject({ query: 'b', places: [0] });
  });
});

describe('counting other terms', () => {
  it('tells how many they would give, and gives way to a person who types', async () => {
    const reader = new SlowReader();
    const store = new ResultStore(reader.search, 0, new Press());
    await asked(store, terms('a'));
    await reader.answer(0, 0);
    const counted = store.count(terms('b'));
    await reader.answer(1, 12);
    expect(await counted).toBe(12);
    expect(shown(store).query).toBe('a');
    store.ask(terms('c'));
    expect(await store.count(terms('d'))).toBeNull();
    await turn();
    await turn();
    await reader.answer(2, 4);
    expect(shown(store)).toMatchObject({ query: 'c', total: 4, pending: false });
  });
});
