import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../../main/contract/index.ts';
import type { Reply } from '../../../../main/contract/index.ts';
import { NoteDrafts } from '../../../../renderer/state/work-drafts.ts';

/** A disk that can be told to refuse. */
class Disk {
  readonly kept: string[] = [];
  refuses = false;

  readonly keep = async (_id: string, text: string): Promise<Reply<null>> => {
    if (this.refuses) return { ok: false, problem: problem('store-write-failed') };
    this.kept.push(text);
    return { ok: true, value: null };
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is written in a note', () => {
  it('is kept a moment after the last letter, once', async () => {
    const disk = new Disk();
    const drafts = new NoteDrafts(disk.keep);
    for (const text of ['H', 'Ha', 'Ham', 'Hamn']) drafts.type('n', text);
    expect(drafts.draft('n')?.state).toBe('typed');
    await vi.runAllTimersAsync();
    expect(disk.kept).toEqual(['Hamn']);
    expect(drafts.draft('n')).toEqual({ text: 'Hamn', state: 'kept', problem: null });
  });

  it('stays as it was typed, with the reason, when the disk refuses it, and is kept at the next try', async () => {
    const disk = new Disk();
    const drafts = new NoteDrafts(disk.keep);
    disk.refuses = true;
    drafts.type('n', 'Hamn');
    expect(await drafts.keep('n')).toBe(false);
    expect(drafts.draft('n')).toMatchObject({ text: 'Hamn', state: 'refused' });
    expect(drafts.draft('n')?.problem?.code).toBe('store-write-failed');
    disk.refuses = false;
    expect(await drafts.keep('n')).toBe(true);
    expect(disk.kept).toEqual(['Hamn']);
    expect(drafts.draft('n')?.state).toBe('kept');
  });

  it('is not taken for kept when more was typed meanwhile', async () => {
    let answer: (reply: Reply<null>) => void = () => undefined;
    const drafts = new NoteDrafts(
      async () =>
        new Promise<Reply<null>>((resolve) => {
          answer = resolve;
        }),
    );
    drafts.type('n', 'Ham');
    const keeping = drafts.keep('n');
    drafts.type('n', 'Hamn');
    answer({ ok: true, value: null });
    await keeping;
    expect(drafts.draft('n')).toMatchObject({ text: 'Hamn', state: 'typed' });
  });

  it('is all kept when the window goes away', async () => {
    const disk = new Disk();
    const drafts = new NoteDrafts(disk.keep);
    drafts.type('a', 'ett');
    drafts.type('b', 'två');
    drafts.keepAll();
    expect(disk.kept).toEqual(['ett', 'två']);
    await vi.runAllTimersAsync();
    expect(disk.kept).toEqual(['ett', 'två']);
  });

  it('is let go of with its note', async () => {
    const disk = new Disk();
    const drafts = new NoteDrafts(disk.keep);
    drafts.type('n', 'Hamn');
    drafts.drop('n');
    await vi.runAllTimersAsync();
    expect([drafts.draft('n'), disk.kept]).toEqual([null, []]);
  });
});
