import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closingLine, sum, tallyPlaywright, tallyVitest } from '../../../../main/launch/tally.ts';

const well = { code: 0, timedOut: false, output: '' };
const badly = { code: 1, timedOut: false, output: '' };
const killed = { code: null, timedOut: true, output: '' };

let folder = '';
let file = '';
const report = (content: unknown): void => writeFileSync(file, JSON.stringify(content));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-tally-'));
  file = join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const vitest = (counts: { passed?: number; failed?: number; pending?: number; todo?: number }): object => ({
  numPassedTests: counts.passed ?? 0,
  numFailedTests: counts.failed ?? 0,
  numPendingTests: counts.pending ?? 0,
  numTodoTests: counts.todo ?? 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
});

describe('unit tests are counted as they went', () => {
  test('passed, failed, skipped and to be done', () => {
    report(vitest({ passed: 5, failed: 2, pending: 1, todo: 1 }));
    expect(tallyVitest(file, badly)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test('a file that cannot be loaded is a failure of its own', () => {
    const broken = { status: 'failed', assertionResults: [] };
    report({ ...vitest({ passed: 5 }), testResults: [broken, broken] });
    expect(tallyVitest(file, badly)).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });
});

describe('window tests are counted as they went', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 2 };

  test('expected and unexpected ends, and skipped ones', () => {
    report({ stats, errors: [] });
    expect(tallyPlaywright(file, badly)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('one that held only at the second try failed, and so did what broke outside a test', () => {
    report({ stats: { ...stats, unexpected: 0, flaky: 1 }, errors: [{ message: 'no such file' }] });
    expect(tallyPlaywright(file, badly)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
});

describe('a crash is never called passed', () => {
  const failed = { passed: 0, failed: 1, skipped: 0 };

  test('when there is no report, whatever the runner ended with', () => {
    expect(tallyVitest(join(folder, 'none.json'), well)).toEqual(failed);
    expect(tallyPlaywright(join(folder, 'none.json'), well)).toEqual(failed);
  });

  test('when the report was cut off, or is of another shape', () => {
    writeFileSync(file, '{"numPassedTests": 5');
    expect(tallyVitest(file, well)).toEqual(failed);
    report({ stats: {} });
    expect(tallyPlaywright(file, well)).toEqual(failed);
  });

  test.each([badly, killed])('when all tests passed and the runner ended badly', (ended) => {
    report(vitest({ passed: 5 }));
    expect(tallyVitest(file, ended)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test('when no test was run at all', () => {
    report({ ...vitest({}), testResults: [] });
    expect(tallyVitest(file, well)).toEqual(failed);
    report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] });
    expect(tallyPlaywright(file, well)).toEqual(failed);
  });
});

describe('the closing line', () => {
  test('adds up the stages and stands alone', () => {
    const whole = sum([
      { passed: 5, failed: 0, skipped: 1 },
      { passed: 1, failed: 2, skipped: 0 },
    ]);
    expect(closingLine(whole)).toBe('6 passed, 2 failed, 1 skipped');
  });

  test('is silent about skipped tests when there are none', () => {
    expect(closingLine({ passed: 6, failed: 0, skipped: 0 })).toBe('6 passed, 0 failed');
  });
});
