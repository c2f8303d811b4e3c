import type { AskClass } from './engine.ts';
import type { EngineName } from './engines/index.ts';

/** Milliseconds over a number of asks. */
export interface Spread {
  readonly asks: number;
  readonly median: number;
  readonly p95: number;
}

/** What was measured of one engine over one set of documents. Times in ms, sizes in bytes. */
export interface EngineFigures {
  readonly build: number;
  /** The most memory while building. */
  readonly buildPeak: number;
  readonly file: number;
  /** From a started process and a file not in memory to the first answer. */
  readonly open: number;
  /** Resident memory above an empty process: opened with one answer given, and after all asks. */
  readonly memoryOpen: number;
  readonly memoryAfter: number;
  readonly classes: Readonly<Partial<Record<AskClass, Spread>>>;
  /** Over all asks that it can express. */
  readonly all: Spread;
  /** The same, of each ask's first time. */
  readonly firstTime: Spread;
  /** Asks with the same total as stock Lunr, of those that both can express. */
  readonly agreeing: { readonly same: number; readonly of: number };
}

export interface CorpusFigures {
  readonly name: string;
  readonly documents: number;
  readonly textBytes: number;
  /** Whether files were forgotten by the system before opening. */
  readonly cold: boolean;
  readonly engines: Readonly<Partial<Record<EngineName, EngineFigures>>>;
}
