import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Outcome } from './command.ts';

/** What a stage of the test came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A stage that is one check: it held, or it did not. */
export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };

/** All of them together. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (whole, part) => ({
      passed: whole.passed + part.passed,
      failed: whole.failed + part.failed,
      skipped: whole.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line: `12 passed, 0 failed`, and `, 3 skipped` where there are any. */
export function closingLine(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

const count = z.number().int().nonnegative();

const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown()),
});

/**
 * Counts Vitest's tests from its JSON report. A file that could not even be loaded counts as one failed.
 * @param file the report; one that is missing or of another shape is a crash
 * @param ended how the runner ended
 */
export function tallyVitest(file: string, ended: Outcome): Tally {
  const report = read(file, vitestReport);
  if (report === null) return oneFailed;
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  return honest(ended, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/**
 * Counts Playwright's tests from its JSON report. A test that held only at a second try counts as failed, and so
 * does each error outside a test.
 * @param file the report; one that is missing or of another shape is a crash
 * @param ended how the runner ended
 */
export function tallyPlaywright(file: string, ended: Outcome): Tally {
  const report = read(file, playwrightReport);
  if (report === null) return oneFailed;
  const { stats, errors } = report;
  return honest(ended, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** A runner that ended badly, or ran nothing, did not pass, whatever it counted. */
function honest(ended: Outcome, tally: Tally): Tally {
  const isBad = ended.code !== 0 || tally.passed + tally.failed + tally.skipped === 0;
  return isBad && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function read<Shape>(file: string, shape: z.ZodType<Shape>): Shape | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
