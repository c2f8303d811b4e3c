import type { Problem, Reply } from '../../main/contract/index.ts';

/** What is being written in a note, beside what is kept of it. */
export interface NoteDraft {
  readonly text: string;
  readonly state: 'typed' | 'keeping' | 'kept' | 'refused';
  /** Why it could not be kept. */
  readonly problem: Problem | null;
}

type Keep = (id: string, text: string) => Promise<Reply<unknown>>;
type Timer = ReturnType<typeof setTimeout>;

const KEEP_AFTER_MS = 600;

/**
 * Texts of notes while they are written. Each is kept a moment after the last letter. What the disk refuses stays here as it
 * was typed, wherever the reader goes meanwhile, until it can be kept.
 */
export class NoteDrafts {
  readonly #keep: Keep;
  readonly #drafts = new Map<string, NoteDraft>();
  readonly #timers = new Map<string, Timer>();
  readonly #listeners = new Set<() => void>();

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is written in a note and may not be kept yet; null when nothing is. */
  draft(id: string): NoteDraft | null {
    return this.#drafts.get(id) ?? null;
  }

  type(id: string, text: string): void {
    this.#set(id, { text, state: 'typed', problem: null });
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.keep(id), KEEP_AFTER_MS),
    );
  }

  /** Keeps what is written in a note now. Answers false when that was refused. */
  async keep(id: string): Promise<boolean> {
    clearTimeout(this.#timers.get(id));
    const draft = this.#drafts.get(id);
    if (draft === undefined || draft.state === 'kept' || draft.state === 'keeping') return true;
    this.#set(id, { ...draft, state: 'keeping', problem: null });
    const reply = await this.#keep(id, draft.text);
    const now = this.#drafts.get(id);
    // More was typed, or the note was let go of, while this was being kept.
    if (now === undefined || now.text !== draft.text) return reply.ok;
    this.#set(id, { ...now, state: reply.ok ? 'kept' : 'refused', problem: reply.ok ? null : reply.problem });
    return reply.ok;
  }

  /** Keeps all that is written: when the window goes away. */
  readonly keepAll = (): void => {
    for (const id of this.#drafts.keys()) void this.keep(id);
  };

  /** Lets go of what was written in a note that is no more, or is written in no more. */
  drop(id: string): void {
    clearTimeout(this.#timers.get(id));
    if (this.#drafts.delete(id)) this.#tell();
  }

  #set(id: string, draft: NoteDraft): void {
    this.#drafts.set(id, draft);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
