import { createInterface } from 'node:readline/promises';
import { problem, ProblemError } from '../model/problem.ts';
import { printable } from './printable.ts';

/** Who answers questions. */
export interface Person {
  /** Whether the answer to a question is yes. Anything but a clear yes is no. */
  agrees(question: string, signal: AbortSignal): Promise<boolean>;
}

const YES = new Set(['ja', 'j', 'yes', 'y']);

/** The person at the terminal; null where there is none. */
export function processPerson(): Person | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return {
    agrees: async (question, signal) => {
      const asking = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return isYes(await asking.question(`${printable(question)} `, { signal }));
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
          throw new ProblemError(problem('job-cancelled'));
        throw error;
      } finally {
        asking.close();
      }
    },
  };
}

/** Whether a text says yes, in either language. */
export function isYes(text: string): boolean {
  return YES.has(text.trim().toLowerCase());
}
