import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../../main/contract/index.ts';
import type { Reply, WorkChange, WorkMark, WorkOverview } from '../../../../main/contract/index.ts';
import { wordsIn } from '../../../../renderer/i18n/words.tsx';
import { WorkStore } from '../../../../renderer/state/work-store.ts';
import type { WorkApi } from '../../../../renderer/state/work-api.ts';

const overview = (revision: number): WorkOverview => ({
  revision,
  collections: [],
  searches: [],
  notes: 0,
  corrections: { total: 0, notHanded: 0 },
  history: { isOn: true, total: 0, most: 2000 },
  problem: null,
});
const ok = <T>(value: T): Reply<T> => ({ ok: true, value });

/** A desk that answers at once, and can be told to refuse. */
class Desk {
  refuses = false;
  revision = 0;
  readonly undone: string[] = [];
  readonly changes: WorkChange[] = [];
  readonly marksAsked: (readonly string[])[] = [];
  readonly #hearers = new Set<Parameters<WorkApi['onEvent']>[0]>();

  readonly api = {
    work: async () => ok(overview(this.revision)),
    workMarks: async ({ ids }) => {
      this.marksAsked.push(ids);
      const marks = ids.filter((id) => id.startsWith('noted'));
      return ok(marks.map((id): WorkMark => ({ id, notes: this.revision, corrections: 0, collections: [] })));
    },
    changeWork: async ({ change }) => {
      this.changes.push(change);
      if (this.refuses) return { ok: false, problem: problem('store-write-failed') };
      this.revision += 1;
      return ok({ revision: this.revision, id: null, undo: `undo-${this.revision}`, skipped: 0 });
    },
    undoWork: async ({ undo }) => {
      this.undone.push(undo);
      return ok({ revision: this.revision, id: null, undo: null, skipped: 0 });
    },
    events: async () => ok([]),
    onEvent: (hear) => {
      this.#hearers.add(hear);
      return () => this.#hearers.delete(hear);
    },
  } as Partial<WorkApi> as WorkApi;

  /** Tells that something changed elsewhere. */
  tell(seq: number): void {
    this.revision += 1;
    for (const hear of this.#hearers) hear({ type: 'work', seq, revision: this.revision });
  }
}

const words = wordsIn('sv');
const remove = { do: 'remove-notes', ids: ['n'] } as const;

describe('the reader’s own work in the window', () => {
  it('tells what was done, and takes it back once', async () => {
    const desk = new Desk();
    const store = new WorkStore(desk.api);
    await store.change(remove, ({ t }) => t('note.removed'));
    const { notice } = store.state();
    expect(notice?.type === 'done' ? notice.say(words) : null).toBe('Anteckningen är borttagen.');
    expect([await store.undo(), await store.undo(), desk.undone]).toEqual([true, false, ['undo-1']]);
  });

  it('says why something was refused, and changes nothing', async () => {
    const desk = new Desk();
    const store = new WorkStore(desk.api);
    desk.refuses = true;
    expect(await store.change(remove, ({ t }) => t('note.removed'))).toBeNull();
    expect(store.state().notice).toMatchObject({ type: 'refused', problem: { code: 'store-write-failed' } });
    expect(await store.undo()).toBe(false);
  });

  it('follows what the desk tells', async () => {
    const desk = new Desk();
    const store = new WorkStore(desk.api);
    const stop = store.follow();
    await vi.waitFor(() => expect(store.state().overview?.revision).toBe(0));
    desk.tell(1);
    await vi.waitFor(() => expect(store.state().overview?.revision).toBe(1));
    stop();
    desk.tell(2);
    await vi.waitFor(() => expect(store.state().overview?.revision).toBe(1));
  });

  it('asks about the releases in sight together, anew after a change, and about no others', async () => {
    const desk = new Desk();
    const store = new WorkStore(desk.api);
    const leave = store.watchMark('noted-a');
    store.watchMark('plain');
    store.watchMark('noted-b');
    await vi.waitFor(() => expect(store.mark('noted-a')).not.toBeUndefined());
    expect(desk.marksAsked).toEqual([['noted-a', 'plain', 'noted-b']]);
    expect(store.mark('plain')).toBeNull();
    leave();
    await store.change(remove);
    await vi.waitFor(() => expect(store.mark('noted-b')?.notes).toBe(1));
    expect(desk.marksAsked.at(-1)).toEqual(['plain', 'noted-b']);
    expect(store.mark('noted-a')).toBeUndefined();
  });

  it('lets one write in a note at once, before anything is kept, and loses nothing of it', async () => {
    const desk = new Desk();
    const store = new WorkStore(desk.api);
    const passage = { start: 3, end: 9, text: 'Hamnen' };
    desk.refuses = true;
    store.begin({ release: { id: 'r', version: 'v' }, passage });
    const id = store.state().writing ?? '';
    expect(store.state().begun).toEqual([{ id, release: { id: 'r', version: 'v' }, passage }]);
    await vi.waitFor(() => expect(store.drafts.draft(id)?.state).toBe('refused'));
    store.drafts.type(id, 'Jämför');
    desk.refuses = false;
    expect(await store.drafts.keep(id)).toBe(true);
    const made = { do: 'make-note', id, release: { id: 'r', version: 'v' }, passage: { start: 3, end: 9 } };
    expect(desk.changes).toEqual([
      { ...made, text: '' },
      { ...made, text: 'Jämför' },
    ]);
    store.settle([id]);
    expect(store.state().begun).toEqual([]);
    store.drafts.type(id, 'Jämför med utredningen');
    await store.drafts.keep(id);
    expect(desk.changes.at(-1)).toEqual({ do: 'edit-note', id, text: 'Jämför med utredningen' });
  });
});
