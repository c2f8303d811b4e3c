import { LineLog, isSystemError } from '../../archive/index.ts';
import type { FoundLog } from '../../archive/index.ts';
import { problem } from '../contract/index.ts';

/** A log as it was found; `log` is null where the disk does not let it be written. */
export type ReadableLog = Omit<FoundLog, 'log'> & { readonly log: LineLog | null };

/** Opens a log of the reader's own. Where the disk refuses, what can be read is there and `problems` say so. */
export function foundLog(path: string): ReadableLog {
  try {
    return LineLog.open(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { values, problems } = readableAt(path);
    const unwritable = problem('store-unwritable', { file: path }, { reason: error.code });
    return { log: null, values, problems: [unwritable, ...problems] };
  }
}

function readableAt(path: string): Omit<FoundLog, 'log'> {
  try {
    return LineLog.read(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { values: [], problems: [] };
  }
}
