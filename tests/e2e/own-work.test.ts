import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { noFilters, readerCalls, repliesAsText } from '../../main/contract/index.ts';
import type { ReaderArgs, ReaderCallName, ReaderResult, WorkChange } from '../../main/contract/index.ts';
import { openRoom } from './reading-room.ts';

/** Calls the reader from the window, as its screens do. */
async function ask<N extends ReaderCallName>(
  window: Page,
  name: N,
  args: ReaderArgs<N>,
): Promise<ReaderResult<N>> {
  const raw = await window.evaluate(
    async ([call, given]) => {
      const bridge = Reflect.get(globalThis, 'lasesal') as Record<
        string,
        (args: unknown) => Promise<unknown>
      >;
      return await bridge[call]?.(given);
    },
    [name, args] as const,
  );
  const reply = (repliesAsText.has(name) ? JSON.parse(String(raw)) : raw) as { ok: boolean; value?: unknown };
  expect(reply).toMatchObject({ ok: true });
  return readerCalls[name].result.parse(reply.value) as ReaderResult<N>;
}

test('everything that a reader keeps is there after the app was killed at once', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-work-'));
  try {
    const first = await openRoom({ userData });
    const change = async (one: WorkChange): Promise<string | null> =>
      (await ask(first.window, 'changeWork', { change: one })).id;
    const { open } = await ask(first.window, 'status', {});
    const archive = open?.key ?? '';
    const all = {
      query: '',
      filters: noFilters,
      sort: 'newest',
      wider: false,
      without: [],
      archive,
    } as const;
    const found = await ask(first.window, 'search', {
      queryId: 100_000,
      query: '',
      filters: noFilters,
      sort: 'newest',
      offset: 0,
      limit: 3,
    });
    const [one, other] = found.hits.map(({ id }) => ({ id, version: null }));
    if (one === undefined || other === undefined) throw new Error('the example archive has more releases');
    const released = await ask(first.window, 'release', { ...one, query: '', wider: false, without: [] });
    const text = released.body.flatMap((block) => ('runs' in block ? block.runs : []))[0];
    if (text === undefined) throw new Error('the release has a paragraph');
    const passage = { start: text.start, end: text.start + Math.min(40, text.text.length) };

    const id = await change({
      do: 'make-collection',
      name: 'Min samling',
      description: '',
      releases: [one, other],
    });
    await change({ do: 'make-note', id: 'note-of-mine', release: one, passage, text: 'Min anteckning' });
    await change({ do: 'save-search', name: 'Allt', search: all });
    await expect
      .poll(async () => (await ask(first.window, 'work', {})).searches[0]?.news.state)
      .toBe('known');
    await change({ do: 'visit-release', release: one });
    await change({
      do: 'make-correction',
      release: one,
      corrected: { about: 'other', should: 'Rubriken är felstavad.' },
      ground: '',
      evidence: passage,
    });
    const killed = once(first.app.process(), 'exit');
    first.app.process().kill('SIGKILL');
    await killed;

    const again = await openRoom({ userData });
    await expect
      .poll(async () => (await ask(again.window, 'work', {})).searches[0]?.news.state)
      .toBe('known');
    const work = await ask(again.window, 'work', {});
    expect(work).toMatchObject({
      collections: [{ id, name: 'Min samling', releases: 2 }],
      searches: [{ name: 'Allt', news: { total: found.total, added: 0, changed: 0, lost: 0 } }],
      notes: 1,
      corrections: { total: 1, notHanded: 1 },
      problem: null,
    });
    expect(work.history.total).toBeGreaterThan(0);
    const about = await ask(again.window, 'releaseWork', one);
    expect(about).toMatchObject({
      notes: [{ text: 'Min anteckning', found: { how: 'exact', ...passage } }],
      corrections: [{ found: { how: 'exact' } }],
      collections: [{ name: 'Min samling' }],
    });
    await again.close();
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});
