/** What every part of the torture is run with. */
export interface TortureOptions {
  /** Everything that is drawn is drawn from it. */
  readonly seed: number;
  /** How many cases a part is to try that could try any number. */
  readonly count: number;
  /** Told how far it is. */
  readonly say: (line: string) => void;
}

/** What a part came to. */
export interface TortureResult {
  readonly passed: number;
  /** Each case that did harm, or was taken for what it is not: enough to try it again. */
  readonly failures: readonly string[];
  /** What is worth knowing besides: how many of each answer. */
  readonly notes: readonly string[];
}

/** One part of the torture. */
export interface TorturePart {
  readonly name: string;
  /** In one line, for `--help`. */
  readonly about: string;
  run(options: TortureOptions): Promise<TortureResult>;
}

/** Counts what cases came to. */
export class Count {
  readonly #answers = new Map<string, number>();
  readonly failures: string[] = [];
  passed = 0;

  /** @param harm what went wrong; null when the case was refused as it must be. */
  add(answer: string, harm: string | null): void {
    this.#answers.set(answer, (this.#answers.get(answer) ?? 0) + 1);
    if (harm === null) this.passed += 1;
    else this.failures.push(harm);
  }

  result(): TortureResult {
    const notes = [...this.#answers]
      .toSorted(([, a], [, b]) => b - a)
      .map(([answer, times]) => `${String(times).padStart(8)}  ${answer}`);
    return { passed: this.passed, failures: this.failures, notes };
  }
}
