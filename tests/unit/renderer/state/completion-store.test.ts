import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../../main/contract/index.ts';
import type { Completion, ReaderApi, Reply } from '../../../../main/contract/index.ts';
import { CompletionStore, withoutStretch } from '../../../../renderer/state/completion-store.ts';
import { Press } from '../../../../renderer/state/press.ts';

type Answer = Reply<readonly Completion[]>;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const name = (label: string): Completion => ({
  facet: 'minister',
  id: label,
  label,
  detail: null,
  releases: 1,
  from: 0,
  to: 2,
});

/** A reader whose answers are given by hand. */
function slowReader(): {
  readonly complete: ReaderApi['complete'];
  readonly asked: string[];
  readonly answer: (n: number, answer: Answer) => Promise<void>;
} {
  const asked: string[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  return {
    asked,
    complete: ({ query }) => {
      asked.push(query);
      return new Promise((resolve) => waiting.push(resolve));
    },
    answer: async (n, answer) => {
      waiting[n]?.(answer);
      await turn();
    },
  };
}

const labels = (store: CompletionStore): readonly string[] =>
  store.view().completions.map(({ label }) => label);

describe('names for what is typed', () => {
  it('are those of the newest query, whichever answer comes first', async () => {
    const reader = slowReader();
    const store = new CompletionStore(reader.complete, new Press());
    store.ask('an', 2);
    store.ask('ann', 3);
    await reader.answer(1, { ok: true, value: [name('Anna')] });
    await reader.answer(0, { ok: true, value: [name('Anders')] });
    expect(labels(store)).toEqual(['Anna']);
    expect(store.view().query).toBe('ann');
  });

  it('stay until the next ones are there, and say which query they are for', async () => {
    const reader = slowReader();
    const store = new CompletionStore(reader.complete, new Press());
    store.ask('an', 2);
    await reader.answer(0, { ok: true, value: [name('Anna')] });
    store.ask('ann', 3);
    expect(store.view()).toMatchObject({ asked: 'ann', query: 'an', completions: [{ label: 'Anna' }] });
  });

  it('are not asked for before a word has two letters, and go when it has fewer', async () => {
    const reader = slowReader();
    const store = new CompletionStore(reader.complete, new Press());
    for (const [query, caret] of [
      ['a', 1],
      ['skola ', 6],
      ['skola a', 7],
      ['-', 1],
    ] as const)
      store.ask(query, caret);
    expect(reader.asked).toEqual([]);
    store.ask('skola an', 8);
    await reader.answer(0, { ok: true, value: [name('Anna')] });
    store.ask('skola a', 7);
    expect(labels(store)).toEqual([]);
  });

  it('that come after the list was closed are not shown', async () => {
    const reader = slowReader();
    const store = new CompletionStore(reader.complete, new Press());
    store.ask('an', 2);
    store.close();
    await reader.answer(0, { ok: true, value: [name('Anna')] });
    expect(labels(store)).toEqual([]);
  });

  it('do not change under a press, and are then the newest', async () => {
    const reader = slowReader();
    const press = new Press();
    const store = new CompletionStore(reader.complete, press);
    store.ask('an', 2);
    await reader.answer(0, { ok: true, value: [name('Anders')] });
    store.ask('ann', 3);
    press.begin(1);
    await reader.answer(1, { ok: true, value: [name('Anna')] });
    expect(labels(store)).toEqual(['Anders']);
    press.end(1);
    expect(labels(store)).toEqual(['Anna']);
  });

  it('are none when the reader refuses', async () => {
    const reader = slowReader();
    const store = new CompletionStore(reader.complete, new Press());
    store.ask('an', 2);
    await reader.answer(0, { ok: true, value: [name('Anna')] });
    store.ask('ann', 3);
    await reader.answer(1, { ok: false, problem: problem('no-package-open') });
    expect(store.view()).toEqual({ asked: null, query: '', completions: [] });
  });
});

describe('what is left of a query when a name was taken', () => {
  it('is what stood around it, ready to be typed on', () => {
    expect(withoutStretch('anna', { from: 0, to: 4 })).toEqual({ query: '', caret: 0 });
    expect(withoutStretch('skola anna', { from: 6, to: 10 })).toEqual({ query: 'skola ', caret: 6 });
    expect(withoutStretch('skola minister:an vård', { from: 6, to: 17 })).toEqual({
      query: 'skola vård',
      caret: 6,
    });
    expect(withoutStretch('anna vård', { from: 0, to: 4 })).toEqual({ query: 'vård', caret: 0 });
  });

  it('keeps every word outside it, and the caret within what is left', () => {
    const parts = fc.array(fc.constantFrom('skola', 'vård', '-budget'), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const start = before.map((word) => `${word} `).join('');
        const query = `${start}anna ${after.join(' ')}`;
        const left = withoutStretch(query, { from: start.length, to: start.length + 4 });
        expect(left.query.split(' ').filter(Boolean)).toEqual([...before, ...after]);
        expect(left.caret).toBeLessThanOrEqual(left.query.length);
      }),
    );
  });
});
