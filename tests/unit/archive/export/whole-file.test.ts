import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WholeFile } from '../../../../archive/export/whole-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-out-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is saved', () => {
  it('takes its place when all of it is written, and until then leaves alone what stands there', async () => {
    const path = join(folder, 'lista.csv');
    writeFileSync(path, 'den förra');
    const file = await WholeFile.begin(path, 'job-1');
    await file.write('a');
    await file.write('b');
    expect(readFileSync(path, 'utf8')).toBe('den förra');
    await file.finish();
    expect(readFileSync(path, 'utf8')).toBe('ab');
    expect(readdirSync(folder)).toEqual(['lista.csv']);
  });

  it('leaves nothing when it is let go of', async () => {
    const file = await WholeFile.begin(join(folder, 'lista.csv'), 'job-1');
    await file.write('a');
    await file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is a problem that names it where the system refuses', async () => {
    const path = join(folder, 'finns-inte', 'lista.csv');
    await expect(WholeFile.begin(path, 'job-1')).rejects.toMatchObject({
      problem: { code: 'out-write-failed', file: path, params: { reason: 'ENOENT' } },
    });
  });
});
