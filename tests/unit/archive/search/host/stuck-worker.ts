import { parentPort } from 'node:worker_threads';
import type { ToWorker } from '../../../../../archive/search/host/protocol.ts';

/** The search worker, with two queries that do what no query should: "stuck" never ends, "crash" ends the worker. */
const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');
const listen = port.on.bind(port);

port.on = ((event: 'message', hear: (message: ToWorker) => void) =>
  listen(event, (message: ToWorker) => {
    const query = message.name === 'search' ? message.args.request.query : '';
    if (query === 'stuck' || query === 'crash') port.postMessage({ type: 'started', id: message.id });
    if (query === 'stuck') for (;;);
    if (query === 'crash') process.exit(1);
    hear(message);
  })) as typeof port.on;

await import('../../../../../archive/search/host/worker.ts');
