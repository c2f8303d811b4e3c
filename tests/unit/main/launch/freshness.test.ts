import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, isStale, markFresh, type Target } from '../../../../main/launch/freshness.ts';

let folder = '';
let target: Target = { proof: '', stamp: '', inputs: [] };
const at = (...parts: readonly string[]): string => join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-fresh-'));
  mkdirSync(at('source', 'inner'), { recursive: true });
  writeFileSync(at('source', 'a.ts'), 'a');
  writeFileSync(at('source', 'inner', 'b.ts'), 'b');
  writeFileSync(at('built.js'), '');
  target = { proof: at('built.js'), stamp: at('stamps', 'it'), inputs: [at('source'), at('absent')] };
  markFresh(target, fingerprint(target.inputs));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what was built is stale exactly when it would come out differently', () => {
  test('nothing changed: fresh, also when files were only touched', () => {
    utimesSync(at('source', 'a.ts'), new Date(), new Date());
    expect(isStale(target)).toBe(false);
  });

  test.each<[string, () => void]>([
    ['another content of the same length', () => writeFileSync(at('source', 'inner', 'b.ts'), 'c')],
    ['a new file', () => writeFileSync(at('source', 'c.ts'), '')],
    ['a file taken away', () => rmSync(at('source', 'a.ts'))],
    ['a file renamed', () => renameSync(at('source', 'a.ts'), at('source', 'aa.ts'))],
    ['an input that was absent before', () => writeFileSync(at('absent'), '')],
    ['the result gone', () => rmSync(at('built.js'))],
    ['the stamp gone', () => rmSync(at('stamps', 'it'))],
  ])('%s: stale', (_what, change) => {
    change();
    expect(isStale(target)).toBe(true);
  });

  test('a file saved while the build ran: stale', () => {
    const taken = fingerprint(target.inputs);
    writeFileSync(at('source', 'a.ts'), 'saved during the build');
    markFresh(target, taken);
    expect(isStale(target)).toBe(true);
  });
});
