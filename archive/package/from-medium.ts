import { problem, ProblemError } from '../model/problem.ts';
import { isSystemError } from './system-error.ts';

/**
 * Runs a step that reads a medium. What the system refuses there is the medium's fault, and never ours or the library's.
 *
 * @throws ProblemError `package-file-unreadable` where the medium does not answer or is gone.
 */
export function fromMedium<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ProblemError(problem('package-file-unreadable', { file }, { reason: error.code }));
  }
}
