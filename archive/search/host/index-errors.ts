/** Why an index cannot be used. */
export class UnusableIndex extends Error {
  override readonly name = 'UnusableIndex';
  /** `missing`: there is none. `other`: it is of another version or package. `damaged`: it is not what was written. */
  readonly why: 'missing' | 'other' | 'damaged';

  constructor(why: UnusableIndex['why'], what: string) {
    super(`${what}: ${why}`);
    this.why = why;
  }
}

/** Thrown when bytes of an index that is open turn out not to be what was written. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}
