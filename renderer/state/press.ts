/**
 * Whether something in the window is being pressed. What would move or exchange what lies under the finger waits
 * until it is let go, so that the press reaches what it was meant for.
 */
export class Press {
  readonly #down = new Set<number>();
  readonly #waiting = new Set<() => void>();

  /** Does something at once or, where something is being pressed, when it is let go. The result takes it back. */
  readonly whenOver = (work: () => void): (() => void) => {
    if (this.#down.size === 0) work();
    else this.#waiting.add(work);
    return () => this.#waiting.delete(work);
  };

  /** A pointer, by its id, goes down on something that can be pressed. */
  readonly begin = (pointer: number): void => {
    this.#down.add(pointer);
  };

  /** A pointer is up, and what it pressed has heard of it. */
  readonly end = (pointer: number): void => {
    this.#down.delete(pointer);
    if (this.#down.size === 0) this.#release();
  };

  /** Whatever was pressed will not be let go here. */
  readonly endAll = (): void => {
    this.#down.clear();
    this.#release();
  };

  #release(): void {
    const works = [...this.#waiting];
    this.#waiting.clear();
    for (const work of works) work();
  }
}
