import { ProblemError } from '../../../archive/model/problem.ts';
import { isSystemError } from '../../../archive/package/system-error.ts';
import { FaultyDisk } from './faulty-disk.ts';
import type { Fault } from './faulty-disk.ts';
import { scenarios } from './scenarios.ts';
import type { Ground } from './scenarios.ts';

/** What a child process is told, as JSON in its one argument. */
export interface ChildTask {
  readonly scenario: string;
  readonly ground: Ground;
  readonly fault: Fault;
}

/** What it tells when it lived to the end. */
export interface ChildReport {
  readonly steps: readonly string[];
  /** The code of the problem, or of the system's refusal, that ended it; null when it was done. */
  readonly problem: string | null;
}

/** Runs one scenario on a disk that fails, and tells what came of it. Anything but a problem is a bug and is thrown. */
async function run({ scenario, ground, fault }: ChildTask): Promise<void> {
  const disk = FaultyDisk.install(fault);
  const tell = (problem: string | null): void => {
    const report: ChildReport = { steps: disk.steps, problem };
    process.stdout.write(JSON.stringify(report));
  };
  try {
    await scenarios[scenario]?.run(ground);
    if (fault.how === 'power' && fault.at > disk.steps.length) disk.losePower();
    tell(null);
  } catch (error) {
    if (error instanceof ProblemError) tell(error.problem.code);
    else if (isSystemError(error)) tell(error.code);
    else throw error;
  }
}

await run(JSON.parse(process.argv[2] ?? '') as ChildTask);
