import type { z } from 'zod';
import type { ReaderApi, Reply, workCalls } from '../../main/contract/index.ts';

type Calls = typeof workCalls;

/** The reader's calls about her own work, and the stream that tells of changes in it. */
export type WorkApi = {
  readonly [N in keyof Calls]: (
    args: z.infer<Calls[N]['args']>,
  ) => Promise<Reply<z.infer<Calls[N]['result']>>>;
} & Pick<ReaderApi, 'events' | 'onEvent' | 'complete' | 'register'>;
