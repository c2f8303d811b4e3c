import { describe, expect, it } from 'vitest';
import { IdleChecks } from '../../../../main/reader/idle-checks.ts';

/** A machine, somebody at it, and packages that are due in this order. */
function machine(due: readonly string[]): {
  readonly checks: IdleChecks;
  readonly log: string[];
  idle: number;
  /** Ends the check under way. */
  end(error?: Error): Promise<void>;
} {
  const left = [...due];
  const log: string[] = [];
  let settle: (error?: Error) => void = () => undefined;
  const checks = new IdleChecks({
    idleSeconds: () => self.idle,
    due: () => left[0] ?? null,
    check: async (identity, signal) => {
      log.push(`check ${identity}`);
      await new Promise<void>((resolve, reject) => {
        settle = (error) => (error === undefined ? resolve() : reject(error));
        signal.addEventListener('abort', () => {
          log.push(`give up ${identity}`);
          reject(new Error('aborted'));
        });
      });
      log.push(`done ${identity}`);
      left.shift();
    },
  });
  const self = {
    checks,
    log,
    idle: 0,
    end: async (error?: Error) => {
      settle(error);
      await new Promise(setImmediate);
    },
  };
  return self;
}

describe('checks in idle time', () => {
  it('begin when nobody has been there for a while, and go on one after the other', async () => {
    const of = machine(['a', 'b']);
    of.idle = 30;
    of.checks.look();
    expect(of.log).toEqual([]);
    of.idle = 200;
    of.checks.look();
    of.checks.look();
    expect(of.log).toEqual(['check a']);
    await of.end();
    of.checks.look();
    await of.end();
    of.checks.look();
    expect(of.log).toEqual(['check a', 'done a', 'check b', 'done b']);
  });

  it('are given up when somebody comes back, and begin anew when she is gone', async () => {
    const of = machine(['a']);
    of.idle = 200;
    of.checks.look();
    of.idle = 0;
    of.checks.look();
    await of.end();
    of.checks.look();
    of.idle = 200;
    of.checks.look();
    await of.end();
    expect(of.log).toEqual(['check a', 'give up a', 'check a', 'done a']);
  });

  it('do not try a package again that could not be checked', async () => {
    const of = machine(['a']);
    of.idle = 200;
    of.checks.look();
    await of.end(new Error('the disk is full'));
    of.checks.look();
    expect(of.log).toEqual(['check a']);
  });

  it('end with the app', async () => {
    const of = machine(['a']);
    of.idle = 200;
    of.checks.look();
    of.checks.stop();
    expect(of.log).toEqual(['check a', 'give up a']);
  });
});
