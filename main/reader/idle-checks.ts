/** What idle time is spent on, and how it is told. */
export interface IdleChecksOptions {
  /** Seconds since a person last touched keyboard or mouse. */
  readonly idleSeconds: () => number;
  /** The package that most needs a check; null when none does. */
  readonly due: () => string | null;
  /** Checks a package. Rejects when the signal aborts it; it must leave nothing half done then. */
  readonly check: (identity: string, signal: AbortSignal) => Promise<void>;
}

/** How long nobody must have touched anything before a check begins. */
const IDLE_SECONDS = 120;
/** A person who comes back is noticed within this time (ms). */
const LOOK_EVERY_MS = 1000;

/**
 * Checks packages while nobody is at the machine, one after the other. When somebody comes back the check is given up, so
 * that the machine is hers; it begins anew the next time. A check that fails is not tried again before the next start.
 */
export class IdleChecks {
  readonly #options: IdleChecksOptions;
  readonly #given = new Set<string>();
  #timer: ReturnType<typeof setInterval> | null = null;
  #running: AbortController | null = null;

  constructor(options: IdleChecksOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#running?.abort();
  }

  /** Begins a check, or gives one up, if it is time to. */
  look(): void {
    const idle = this.#options.idleSeconds();
    if (this.#running !== null) {
      if (idle < IDLE_SECONDS) this.#running.abort();
      return;
    }
    if (idle < IDLE_SECONDS) return;
    const identity = this.#options.due();
    if (identity === null || this.#given.has(identity)) return;
    void this.#check(identity);
  }

  async #check(identity: string): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    try {
      await this.#options.check(identity, controller.signal);
    } catch {
      // Whoever carries the check out tells what went wrong with it.
      if (!controller.signal.aborted) this.#given.add(identity);
    } finally {
      this.#running = null;
    }
  }
}
