import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { YOUNG_MIB } from '../../../archive/search/host/search-thread.ts';
import type { BenchPlaces } from './engine.ts';
import type { EngineName } from './engines/index.ts';
import type { Order, Report } from './process-messages.ts';

/** Enough for every engine at every size, so that none is measured while it fights for room. */
const HEAP_MB = 12_000;

/** Ours searches in a thread with this much room for young objects: a third is what V8 calls a semi-space. */
function searchFlags(engine: EngineName): readonly string[] {
  return engine === 'ours' ? [`--max-semi-space-size=${YOUNG_MIB / 3}`] : [];
}

type Fitting<T extends Report['type']> = Extract<Report, { readonly type: T }>;

/** A process of its own for one engine. */
export class EngineProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(
    engine: EngineName,
    places: BenchPlaces,
    what: 'build' | 'search',
  ): Promise<EngineProcess> {
    const child = fork(join(import.meta.dirname, 'engine-process.ts'), {
      execArgv: [
        '--import',
        'tsx',
        `--max-old-space-size=${HEAP_MB}`,
        ...(what === 'search' ? searchFlags(engine) : []),
      ],
      serialization: 'advanced',
    });
    const handle = new EngineProcess(child);
    await handle.order({ type: 'load', engine, places });
    return handle;
  }

  /** @throws Error when the process failed or ended. */
  async order<T extends Order['type']>(order: Extract<Order, { readonly type: T }>): Promise<Fitting<T>> {
    return await new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`the process ended with ${code}`));
      this.#child.once('exit', ended);
      this.#child.once('message', (report: Report) => {
        this.#child.off('exit', ended);
        if (report.type === 'failed') reject(new Error(report.message));
        else resolve(report as Fitting<T>);
      });
      this.#child.send(order);
    });
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill();
    await gone;
  }
}

/** Has the system forget what it holds of files. False where it does not let us: files are then warm. */
export function forgetFiles(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
