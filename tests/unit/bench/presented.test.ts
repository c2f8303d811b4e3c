import { describe, expect, it } from 'vitest';
import { readTyping } from '../../bench/typing/presented.ts';
import { KEYSTROKE, SHOWN } from '../../../renderer/state/typing-marks.ts';

/** Microseconds on the trace's clock, of which the page's began at 1,000. */
const ORIGIN = 1000;

const mark = (name: string, query: string, left: number, startTime = (left - ORIGIN) / 1000): object => ({
  name,
  ph: 'I',
  ts: left,
  pid: 1,
  args: { data: { detail: JSON.stringify(query), startTime } },
});
const frame = (id: string, at: { wanted: number; begun: number; presented: number | null }): object[] => [
  { name: 'AnimationFrame', ph: 'b', ts: at.wanted, pid: 1, args: { id } },
  { name: 'AnimationFrame::Render', ph: 'b', ts: at.begun, pid: 1, args: {} },
  ...(at.presented === null
    ? []
    : [{ name: 'AnimationFrame::Presentation', ph: 'n', ts: at.presented, pid: 1, args: { id } }]),
];
const read = (...events: readonly object[]): ReturnType<typeof readTyping> =>
  readTyping(JSON.stringify({ traceEvents: events }));

describe('what a trace tells of typing', () => {
  it('a letter is at its key event’s time, not at its mark’s', () => {
    const { letters } = read(mark(KEYSTROKE, 'a', 9000, 3), mark(SHOWN, 'a', 20_000));
    expect(letters).toEqual([{ query: 'a', at: 4 }]);
  });

  it('a result is on the screen with the frame that it waits for, not with one that was under way', () => {
    const { presented } = read(
      ...frame('one', { wanted: 5000, begun: 8000, presented: 30_000 }),
      mark(SHOWN, 'a', 12_000),
      ...frame('two', { wanted: 11_000, begun: 16_000, presented: 25_000 }),
      ...frame('three', { wanted: 17_000, begun: 33_000, presented: 40_000 }),
    );
    expect(presented).toEqual([{ query: 'a', at: 25 }]);
  });

  it('a frame that was dropped is on the screen with the next', () => {
    const { presented } = read(
      mark(SHOWN, 'a', 12_000),
      ...frame('two', { wanted: 11_000, begun: 16_000, presented: null }),
      ...frame('three', { wanted: 17_000, begun: 33_000, presented: 40_000 }),
    );
    expect(presented).toEqual([{ query: 'a', at: 40 }]);
  });

  it('a result for which no frame is made was on the screen already', () => {
    const { presented } = read(
      mark(SHOWN, 'a', 12_000),
      ...frame('later', { wanted: 100_000, begun: 104_000, presented: 110_000 }),
    );
    expect(presented).toEqual([{ query: 'a', at: 12 }]);
  });

  it('a trace without a result is refused', () => {
    expect(() => read(mark(KEYSTROKE, 'a', 9000, 3))).toThrow('no result');
  });
});
