import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../../archive/model/certificate.ts';
import { dueForCheck } from '../../../../../archive/package/fixity/due.ts';

const now = new Date('2024-12-31T12:00:00Z');

function imported(identity: string, importedAt: string): { identity: string; importedAt: string } {
  return { identity, importedAt: `${importedAt}T12:00:00Z` };
}

function checked(identity: string, day: string, result: Check['result'] = 'intact'): Check {
  const files = { listed: 1, intact: 1, bytes: 1 };
  return {
    identity,
    checked: `${day}T12:00:00Z`,
    program: 'Läsesal 1',
    result,
    files,
    faults: 0,
    problems: [],
    quarantined: [],
  };
}

describe('which packages a schedule wants checked', () => {
  const packages = [imported('a', '2024-01-01'), imported('b', '2024-02-01'), imported('c', '2024-12-30')];

  it('are those not checked for so many days, the longest ago first; an import is a check', () => {
    expect(dueForCheck(packages, [], { everyDays: 30, now })).toEqual(['a', 'b']);
    expect(dueForCheck(packages, [checked('a', '2024-03-01')], { everyDays: 30, now })).toEqual(['b', 'a']);
    expect(dueForCheck(packages, [checked('a', '2024-12-02')], { everyDays: 30, now })).toEqual(['b']);
    expect(dueForCheck(packages, [checked('a', '2024-12-01')], { everyDays: 30, now })).toEqual(['b', 'a']);
  });

  it('are not damaged ones, which wait for a person', () => {
    const checks = [checked('a', '2024-03-01', 'damaged'), checked('b', '2024-03-01', 'damaged')];
    expect(dueForCheck(packages, [...checks, checked('b', '2024-03-02')], { everyDays: 30, now })).toEqual([
      'b',
    ]);
  });

  it('are none where nothing is scheduled', () => {
    expect(dueForCheck(packages, [], { everyDays: null, now })).toEqual([]);
  });
});
