import { EventEmitter } from 'node:events';

/** A keyboard without a person: keys are what the test says. */
export class Keys extends EventEmitter {
  raw = false;
  setRawMode(on: boolean): void {
    this.raw = on;
  }
  setEncoding(): void {
    // Keys come as text.
  }
  resume(): void {
    // Nothing is held back.
  }
  pause(): void {
    // Nothing comes that is not asked for.
  }
}
