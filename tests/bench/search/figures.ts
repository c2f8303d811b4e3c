import type { AskClass } from './engine.ts';
import type { EngineName } from './engines/index.ts';

/** What was measured of one engine over one set of documents. Times in ms, sizes in bytes. */
export interface EngineFigures {
  readonly build: number;
  /** Processor time of it, all threads together. */
  readonly buildCpu: number;
  /** The most memory while building. */
  readonly buildPeak: number;
  readonly file: number;
  /** Of it, what words are looked for in: without columns that facets are counted from, which others do not hold. */
  readonly textFile: number;
  /** From a started process and a file not in memory to the first answer. */
  readonly open: number;
  /** Processor time of it. */
  readonly openCpu: number;
  /** The same once more in the same process, files forgotten again: its code has run before. Null where it was not measured. */
  readonly openAgain: number | null;
  /** Resident memory above that of the same process before: opened with one answer given, and after all asks. */
  readonly memoryOpen: number;
  readonly memoryAfter: number;
  /** By ask; null where the engine cannot express it. */
  readonly asks: readonly (AskFigures | null)[];
}

export interface AskFigures {
  /** The first time, and the fastest of all. */
  readonly first: number;
  readonly best: number;
  readonly total: number;
}

export interface CorpusFigures {
  readonly name: string;
  readonly documents: number;
  readonly textBytes: number;
  /** Whether files were forgotten by the system before opening. */
  readonly cold: boolean;
  readonly rounds: number;
  /** The class of each ask. */
  readonly classes: readonly AskClass[];
  readonly engines: Readonly<Partial<Record<EngineName, EngineFigures>>>;
}
