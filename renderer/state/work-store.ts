import { ID_BYTES, crockford } from '../../main/contract/index.ts';
import type {
  CorrectionView,
  Problem,
  ReleaseWork,
  Reply,
  WorkChange,
  WorkChanged,
  WorkMark,
  WorkOverview,
} from '../../main/contract/index.ts';
import { listenInOrder } from '../bridge/event-stream.ts';
import type { Words } from '../i18n/words.tsx';
import type { BegunNote } from './margin-notes.ts';
import { NoteDrafts } from './work-drafts.ts';
import type { WorkApi } from './work-api.ts';

/** Says what was done, in whichever language holds when it is read. */
export type Say = (words: Words) => string;

/** What the person should hear of what was done last: that it was, with a way to take it back, or why it was not. */
export type WorkNotice =
  | {
      readonly type: 'done';
      readonly say: Say;
      readonly undo: string | null;
      /** Whether something was removed, and the focus perhaps with it. */
      readonly removes: boolean;
    }
  | { readonly type: 'refused'; readonly problem: Problem };

/** The reader's own work as the window knows it. */
export interface WorkState {
  /** Null until it has been read, or where it cannot be. */
  readonly overview: WorkOverview | null;
  /** Rises whenever any of it may have changed: what is shown of it is then asked for anew. */
  readonly revision: number;
  readonly notice: WorkNotice | null;
  /** The note that is being written in; null for none. */
  readonly writing: string | null;
  /** Notes that were begun, until they are found among those kept. */
  readonly begun: readonly BegunNote[];
  /** What is being said to be wrong of the release that lies open; null for nothing. */
  readonly correcting: Correcting | null;
}

/** A correction that is being made, or (`of` is not null) made otherwise. */
export interface Correcting {
  readonly of: CorrectionView | null;
  /** The passage that shows it, with its words; null when none was chosen. */
  readonly evidence: { readonly start: number; readonly end: number; readonly text: string } | null;
}

/** Releases asked about at once, and how long to wait for more of those that come to the screen together. */
const MARKS_AT_ONCE = 500;
const MARKS_AFTER_MS = 60;

/**
 * Holds the reader's own work: its overview, the marks of the releases in sight, what was done last. Every change goes
 * through `change`; what is shown follows the reader's events, so that two windows would never differ for long.
 */
export class WorkStore {
  readonly api: WorkApi;
  readonly drafts: NoteDrafts;
  readonly #listeners = new Set<() => void>();
  readonly #marks = new Map<string, WorkMark | null>();
  /** Releases in sight, each by how many places show it. */
  readonly #watched = new Map<string, number>();
  #wanted = new Set<string>();
  #markTimer: ReturnType<typeof setTimeout> | undefined;
  #state: WorkState = {
    overview: null,
    revision: 0,
    notice: null,
    writing: null,
    begun: [],
    correcting: null,
  };
  #asked = 0;
  /** What was asked last about a release. */
  #release: { readonly key: string; readonly reply: Promise<Reply<ReleaseWork>> } | null = null;

  constructor(api: WorkApi) {
    this.api = api;
    this.drafts = new NoteDrafts((id, text) => api.changeWork({ change: this.#noteChange(id, text) }));
  }

  readonly state = (): WorkState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the reader's events from now on; the result stops it. */
  readonly follow = (): (() => void) => {
    void this.refresh();
    return listenInOrder(this.api, (event) => {
      if (event.type === 'work' || event.type === 'status') void this.refresh();
    });
  };

  /** Reads the overview anew; everything else that is shown is then asked for anew. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const reply = await this.api.work({});
    if (asked !== this.#asked) return;
    this.#wanted = new Set(this.#watched.keys());
    this.#set({
      ...this.#state,
      overview: reply.ok ? reply.value : this.#state.overview,
      revision: this.#state.revision + 1,
      notice: reply.ok ? this.#state.notice : { type: 'refused', problem: reply.problem },
    });
    void this.#askMarks();
  }

  /** All about one version of a release, asked for once however many places show it; null where that was refused. */
  async releaseWork(id: string, version: string): Promise<ReleaseWork | null> {
    const key = `${id} ${version} ${this.#state.revision}`;
    if (this.#release?.key !== key) this.#release = { key, reply: this.api.releaseWork({ id, version }) };
    const reply = await this.#release.reply;
    return reply.ok ? reply.value : null;
  }

  /** Changes something. What is refused is told; `say` tells what was done, beside a way to take it back. */
  async change(change: WorkChange, say: Say | null = null): Promise<WorkChanged | null> {
    return this.#done(await this.api.changeWork({ change }), say, change.do.startsWith('remove'));
  }

  /** Keeps a line of history. What the disk refuses of it is not worth a word: the next change says so. */
  async visit(change: WorkChange): Promise<void> {
    await this.api.changeWork({ change });
  }

  /** Tells how something went that has a call of its own. */
  tell(reply: Reply<WorkChanged>, say: Say | null): WorkChanged | null {
    return this.#done(reply, say);
  }

  /** Tells something that cannot be taken back. */
  say(say: Say): void {
    this.#set({ ...this.#state, notice: { type: 'done', say, undo: null, removes: false } });
  }

  refuse(problem: Problem): void {
    this.#set({ ...this.#state, notice: { type: 'refused', problem } });
  }

  /** Takes back what was done last, where that can be. Answers whether there was such a thing. */
  async undo(): Promise<boolean> {
    const { notice } = this.#state;
    if (notice?.type !== 'done' || notice.undo === null) return false;
    const { undo } = notice;
    this.#set({ ...this.#state, notice: null });
    const reply = await this.api.undoWork({ undo });
    this.#done(reply, reply.ok ? ({ t }) => t('mine.undone') : null);
    return true;
  }

  /** Begins to write in a note; null when that is done. */
  write(id: string | null): void {
    this.#set({ ...this.#state, writing: id });
  }

  /** Begins a note and to write in it, before the disk has it. */
  begin(note: Omit<BegunNote, 'id'>): void {
    const id = crockford(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
    this.#set({ ...this.#state, begun: [...this.#state.begun, { id, ...note }], writing: id });
    this.drafts.type(id, '');
    void this.drafts.keep(id);
  }

  /** To be told of notes that are found among those kept, or were removed: they are no longer only begun. */
  settle(ids: readonly string[]): void {
    const begun = this.#state.begun.filter(({ id }) => !ids.includes(id));
    if (begun.length < this.#state.begun.length) this.#set({ ...this.#state, begun });
  }

  /** Begins to say what is wrong; null when that is done. */
  correct(correcting: Correcting | null): void {
    this.#set({ ...this.#state, correcting });
  }

  readonly dismiss = (): void => this.#set({ ...this.#state, notice: null });

  /** What there is about a release; null for nothing, undefined until that is known. */
  mark(id: string): WorkMark | null | undefined {
    return this.#marks.get(id);
  }

  /** Keeps what there is about a release known while it is on the screen; the result lets go of it. */
  watchMark(id: string): () => void {
    const watchers = this.#watched.get(id) ?? 0;
    this.#watched.set(id, watchers + 1);
    if (watchers === 0 && !this.#marks.has(id)) {
      this.#wanted.add(id);
      this.#markTimer ??= setTimeout(() => void this.#askMarks(), MARKS_AFTER_MS);
    }
    return () => this.#unwatch(id);
  }

  /** What keeps the text of a note: one that may not be there yet is made with it. */
  #noteChange(id: string, text: string): WorkChange {
    const begun = this.#state.begun.find((note) => note.id === id);
    if (begun === undefined) return { do: 'edit-note', id, text };
    const { release, passage } = begun;
    const range = passage === null ? null : { start: passage.start, end: passage.end };
    return { do: 'make-note', id, release, passage: range, text };
  }

  #unwatch(id: string): void {
    const left = (this.#watched.get(id) ?? 1) - 1;
    if (left > 0) {
      this.#watched.set(id, left);
      return;
    }
    this.#watched.delete(id);
    this.#wanted.delete(id);
    this.#marks.delete(id);
  }

  #done(reply: Reply<WorkChanged>, say: Say | null, removes = false): WorkChanged | null {
    if (!reply.ok) {
      this.refuse(reply.problem);
      return null;
    }
    if (say !== null)
      this.#set({ ...this.#state, notice: { type: 'done', say, undo: reply.value.undo, removes } });
    void this.refresh();
    return reply.value;
  }

  async #askMarks(): Promise<void> {
    clearTimeout(this.#markTimer);
    this.#markTimer = undefined;
    const ids = [...this.#wanted];
    this.#wanted = new Set();
    for (let at = 0; at < ids.length; at += MARKS_AT_ONCE) {
      const some = ids.slice(at, at + MARKS_AT_ONCE);
      const reply = await this.api.workMarks({ ids: some });
      if (!reply.ok) continue;
      for (const id of some) this.#marks.set(id, reply.value.find((mark) => mark.id === id) ?? null);
    }
    if (ids.length > 0) this.#tell();
  }

  #set(state: WorkState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
