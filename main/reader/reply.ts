import { ProblemError, problem } from '../contract/index.ts';
import type { Reply } from '../contract/index.ts';

/** A refusal becomes data; anything else is a bug and throws. */
export async function reply<T>(work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The reply to a call that answers nothing but that it is done. */
export async function done(work: () => void | Promise<void>): Promise<Reply<Record<string, never>>> {
  return await reply(async () => {
    await work();
    return {};
  });
}

/** A store that the disk refuses is a problem for the person, not a bug. */
export function writing(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(
      problem('store-write-failed', {}, { message: error instanceof Error ? error.message : '' }),
    );
  }
}
