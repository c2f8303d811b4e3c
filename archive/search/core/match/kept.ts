/** Remembers what was found last for some keys, and forgets what was longest not asked for. */
export class Kept<T> {
  readonly #most: number;
  readonly #found = new Map<string, T>();

  /** @param most how many are remembered. */
  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#found.has(key);
  }

  /** What is kept under a key; found anew when nothing is. */
  get(key: string, find: () => T): T {
    const found = this.#found.get(key) ?? find();
    this.#found.delete(key);
    this.#found.set(key, found);
    const [oldest] = this.#found.keys();
    if (this.#found.size > this.#most && oldest !== undefined) this.#found.delete(oldest);
    return found;
  }
}
