import { describe, expect, it } from 'vitest';
import { ProblemError, problem } from '../../../../main/contract/index.ts';
import type { ReaderEvent } from '../../../../main/contract/index.ts';
import { EventStream } from '../../../../main/reader/event-stream.ts';
import { Jobs } from '../../../../main/reader/jobs.ts';

function listening(): { events: EventStream; jobs: Jobs; heard: ReaderEvent[] } {
  const events = new EventStream();
  const heard: ReaderEvent[] = [];
  events.hear((event) => heard.push(event));
  return { events, jobs: new Jobs(events), heard };
}

describe('a job ends with exactly one of result, cancelled, failed', () => {
  it('result, after its progress, in order of number', async () => {
    const { jobs, heard } = listening();
    const { jobId, done } = jobs.start(async (job) => {
      job.progress('indexing', 0, 2);
      job.progress('indexing', 2, 2);
    });
    expect(heard).toEqual([]);
    await done;
    expect(heard.map((event) => [event.type, event.seq])).toEqual([
      ['progress', 1],
      ['progress', 2],
      ['result', 3],
    ]);
    expect(heard.every((event) => 'jobId' in event && event.jobId === jobId)).toBe(true);
  });

  it('failed, with the problem as data', async () => {
    const { jobs, heard } = listening();
    const refused = problem('package-not-found', { file: 'stick' });
    await jobs.start(async () => {
      throw new ProblemError(refused);
    }).done;
    expect(heard).toMatchObject([{ type: 'failed', problem: refused }]);
  });

  it('cancelled, whether the work heeds the signal by throwing or by returning', async () => {
    const { jobs, heard } = listening();
    const untilStopped = (signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    const returning = jobs.start(async (job) => await untilStopped(job.signal));
    const throwing = jobs.start(async (job) => {
      await untilStopped(job.signal);
      throw new Error('stopped');
    });
    await Promise.resolve();
    jobs.cancel(returning.jobId);
    jobs.cancel(throwing.jobId);
    await Promise.all([returning.done, throwing.done]);
    expect(heard.map((event) => event.type)).toEqual(['cancelled', 'cancelled']);
  });

  it('tells progress a few times, not thousands, and always the last', async () => {
    const { jobs, heard } = listening();
    await jobs.start(async (job) => {
      for (let n = 0; n <= 10_000; n += 1) job.progress('reading', n, 10_000);
    }).done;
    const progress = heard.filter((event) => event.type === 'progress');
    expect(progress.length).toBeLessThan(100);
    expect(progress.at(-1)).toMatchObject({ done: 10_000 });
  });
});

describe('the stream can be resumed', () => {
  it('gives all events after a number, in order', () => {
    const { events } = listening();
    for (let n = 1; n <= 5; n += 1) events.send({ type: 'result', jobId: `job-${n}` });
    expect(events.since(3).map((event) => event.seq)).toEqual([4, 5]);
    expect(events.since(5)).toEqual([]);
  });
});
