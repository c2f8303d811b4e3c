import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReaderEvent, Reply } from '../../../../main/contract/index.ts';
import { listenInOrder } from '../../../../renderer/bridge/event-stream.ts';

const event = (seq: number): ReaderEvent => ({ type: 'result', seq, jobId: `job-${seq}` });
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A stream that keeps every event and can be made to lose some on the way. */
function stream(all: readonly ReaderEvent[]): {
  source: {
    onEvent: (hear: (event: ReaderEvent) => void) => () => void;
    events: (args: { after: number }) => Promise<Reply<readonly ReaderEvent[]>>;
  };
  send: (seq: number) => void;
} {
  let hear: (event: ReaderEvent) => void = () => undefined;
  let sent = 0;
  return {
    source: {
      onEvent: (listener) => {
        hear = listener;
        return () => {
          hear = () => undefined;
        };
      },
      events: async ({ after }) => ({
        ok: true,
        value: all.filter((one) => one.seq > after && one.seq <= sent),
      }),
    },
    send: (seq) => {
      sent = Math.max(sent, seq);
      const found = all.find((one) => one.seq === seq);
      if (found !== undefined) hear(found);
    },
  };
}

describe('the one stream of events', () => {
  it('is heard whole and in order, whatever is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 30 }), async (arrives) => {
        const all = arrives.map((_, index) => event(index + 1));
        const { source, send } = stream(all);
        const heard: number[] = [];
        listenInOrder(source, (one) => heard.push(one.seq));
        // The first and the last arrive: the first tells where the stream begins, the last that some are missing.
        for (const [index, here] of arrives.entries()) {
          if (here || index === 0 || index === arrives.length - 1) send(index + 1);
          await settle();
        }
        await settle();
        expect(heard).toEqual(all.map((one) => one.seq));
      }),
      { numRuns: 40 },
    );
  });

  it('gives each event once, and none after it was stopped', async () => {
    const { source, send } = stream([event(1), event(2), event(3)]);
    const heard: number[] = [];
    const stop = listenInOrder(source, (one) => heard.push(one.seq));
    send(1);
    send(1);
    send(2);
    stop();
    send(3);
    await settle();
    expect(heard).toEqual([1, 2]);
  });
});
