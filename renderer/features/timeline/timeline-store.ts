import type {
  Problem,
  ReaderApi,
  TimeBin,
  TimeUnit,
  TimelineAnswer,
  TimelineRequest,
} from '../../../main/contract/index.ts';
import type { Press } from '../../state/press.ts';

/** What is to be counted: a result, in an edition of the archive. */
export interface Counted {
  readonly request: Pick<TimelineRequest, 'query' | 'filters' | 'wider' | 'without'>;
  readonly edition: string;
}

/** How it is looked at; null asks for the whole scale. */
export interface Shown {
  readonly unit: TimeUnit;
  readonly days: TimeBin | null;
}

export interface TimelineView {
  /** The counts answered last, also while newer ones are on their way; null before there are any. */
  readonly answer: TimelineAnswer | null;
  /** True while newer counts take their time. */
  readonly pending: boolean;
  /** Why the newest could not be had. */
  readonly problem: Problem | null;
}

/** Milliseconds that a result has to stand before it is counted, while its words are being typed. */
const STILL_FOR = 140;
/** Milliseconds after which counts that a search went before are asked for again. */
const AGAIN_AFTER = 160;
/** Milliseconds after which counts are called pending. */
const PENDING_AFTER = 300;

/**
 * Asks for the counts of a result once it is shown, and holds them. The search goes before: counts wait until typing
 * pauses, and are asked for again when a search came between. While something is pressed, what is shown stays.
 */
export class TimelineStore {
  readonly #timeline: ReaderApi['timeline'];
  readonly #press: Press;
  readonly #listeners = new Set<() => void>();
  #view: TimelineView = { answer: null, pending: false, problem: null };
  #shownView = this.#view;
  #wanted: { readonly key: string; readonly counted: Counted; readonly shown: Shown } | null = null;
  #answeredKey = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pendingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeline: ReaderApi['timeline'], press: Press) {
    this.#timeline = timeline;
    this.#press = press;
  }

  readonly view = (): TimelineView => this.#shownView;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Wants the counts of a result that is shown. The same again changes nothing. */
  want(counted: Counted, shown: Shown): void {
    const key = keyOf(counted, shown);
    if (key === this.#wanted?.key) return;
    const isTyping = this.#wanted !== null && this.#wanted.counted.request.query !== counted.request.query;
    this.#wanted = { key, counted, shown };
    if (key === this.#answeredKey) this.#settle({ ...this.#view, pending: false, problem: null });
    else this.#askAfter(isTyping ? STILL_FOR : 0);
  }

  /** Asks again for what could not be had. */
  readonly retry = (): void => this.#askAfter(0);

  /** Wants nothing any more. What is shown stays. */
  readonly stop = (): void => {
    this.#wanted = null;
    clearTimeout(this.#timer);
    clearTimeout(this.#pendingTimer);
  };

  #askAfter(ms: number): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#pendingTimer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
    this.#pendingTimer = setTimeout(() => this.#show({ ...this.#view, pending: true }), ms + PENDING_AFTER);
  }

  async #ask(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === null) return;
    const { counted, shown } = wanted;
    const reply = await this.#timeline({
      ...counted.request,
      // What is chosen here does not narrow the counts: it is not asked for, and choosing asks for nothing.
      filters: { ...counted.request.filters, from: null, to: null },
      unit: shown.unit,
      from: shown.days?.from ?? null,
      to: shown.days?.to ?? null,
    });
    if (this.#wanted !== wanted) return;
    if (reply.ok) {
      this.#answeredKey = wanted.key;
      this.#settle({ answer: reply.value, pending: false, problem: null });
    } else if (reply.problem.code === 'job-cancelled')
      this.#timer = setTimeout(() => void this.#ask(), AGAIN_AFTER);
    else this.#settle({ ...this.#view, pending: false, problem: reply.problem });
  }

  #settle(view: TimelineView): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#pendingTimer);
    this.#show(view);
  }

  #show(view: TimelineView): void {
    this.#view = view;
    this.#press.whenOver(() => {
      if (this.#shownView === this.#view) return;
      this.#shownView = this.#view;
      for (const listener of this.#listeners) listener();
    });
  }
}

function keyOf({ request, edition }: Counted, shown: Shown): string {
  const { query, wider, without, filters } = request;
  return JSON.stringify([query, wider, without, { ...filters, from: null, to: null }, edition, shown]);
}
