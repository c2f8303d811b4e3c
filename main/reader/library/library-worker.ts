import { parentPort, workerData } from 'node:worker_threads';
import { problemOf } from '../jobs.ts';
import { LibraryHost } from './library-host.ts';
import type { FromLibrary, LibraryWorkerData, ToLibrary } from './protocol.ts';

/** The library's thread: carries out the calls of `protocol.ts`. A short one does not wait for a long one. */
function run(port: NonNullable<typeof parentPort>, data: LibraryWorkerData): void {
  const post = (message: FromLibrary): void => port.postMessage(message);
  const host = new LibraryHost(data);
  const running = new Map<number, AbortController>();
  const indexed = new Map<number, (problem: Extract<ToLibrary, { type: 'indexed' }>['problem']) => void>();

  const carryOut = async (call: Extract<ToLibrary, { type: 'call' }>, signal: AbortSignal): Promise<void> => {
    const { id } = call;
    try {
      const result = await host.carryOut(call, {
        signal,
        onProgress: (done, total, step) => post({ type: 'progress', id, done, total, step }),
        wantIndex: async (wanted) => {
          post({ type: 'index', id, wanted });
          return await new Promise((resolve) => indexed.set(id, resolve));
        },
      });
      post({ type: 'result', id, result });
    } catch (error) {
      post({ type: 'problem', id, problem: problemOf(error) });
    } finally {
      running.delete(id);
      indexed.delete(id);
    }
  };

  port.on('message', (message: ToLibrary) => {
    switch (message.type) {
      case 'call': {
        const controller = new AbortController();
        running.set(message.id, controller);
        void carryOut(message, controller.signal);
        break;
      }
      case 'abort':
        running.get(message.id)?.abort();
        break;
      case 'indexed':
        indexed.get(message.id)?.(message.problem);
        break;
    }
  });
}

if (parentPort !== null) run(parentPort, workerData as LibraryWorkerData);
