import type { ReaderApi, ReaderEvent } from '../../main/contract/index.ts';

type Source = Pick<ReaderApi, 'events' | 'onEvent'>;

/**
 * Hears the reader's one stream in order, each event once. Where a number is skipped, the missing events are asked
 * for and come first. Gives back what stops it.
 */
export function listenInOrder(source: Source, hear: (event: ReaderEvent) => void): () => void {
  let last: number | null = null;
  let filling = false;
  let stopped = false;
  const held: ReaderEvent[] = [];

  const deliver = (event: ReaderEvent): void => {
    if (stopped || (last !== null && event.seq <= last)) return;
    last = event.seq;
    hear(event);
  };
  const deliverHeld = (): void => {
    for (const event of held.splice(0).toSorted((a, b) => a.seq - b.seq)) deliver(event);
  };
  const fill = async (after: number): Promise<void> => {
    filling = true;
    const reply = await source.events({ after });
    if (reply.ok) held.push(...reply.value);
    filling = false;
    deliverHeld();
  };

  const stop = source.onEvent((event) => {
    if (filling || (last !== null && event.seq > last + 1)) {
      held.push(event);
      if (!filling && last !== null) void fill(last);
    } else {
      deliver(event);
    }
  });
  return () => {
    stopped = true;
    stop();
  };
}
