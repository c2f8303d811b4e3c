import type { ReaderEvent } from '../contract/index.ts';

const KEPT = 1000;

type WithoutSeq<E> = E extends unknown ? Omit<E, 'seq'> : never;

/** The one ordered stream of events, numbered from 1; the last ones are kept for those who resume. */
export class EventStream {
  #seq = 0;
  #kept: ReaderEvent[] = [];
  readonly #hearers = new Set<(event: ReaderEvent) => void>();

  /** Numbers an event and tells every hearer. */
  send(event: WithoutSeq<ReaderEvent>): void {
    this.#seq += 1;
    const numbered: ReaderEvent = { ...event, seq: this.#seq };
    this.#kept.push(numbered);
    if (this.#kept.length > KEPT) this.#kept = this.#kept.slice(-KEPT / 2);
    for (const hear of this.#hearers) hear(numbered);
  }

  /** Kept events with a number above `after`, in order. */
  since(after: number): readonly ReaderEvent[] {
    return this.#kept.filter((event) => event.seq > after);
  }

  /** Hears every event from now on; the result stops it. */
  hear(hear: (event: ReaderEvent) => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }
}
