import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../../archive/package/lines.ts';

const dir = mkdtempSync(join(tmpdir(), 'lasesal-lines-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function linesOf(text: string): Promise<readonly (readonly [string, number, number])[]> {
  const path = join(dir, 'lines.jsonl');
  writeFileSync(path, text);
  const lines: (readonly [string, number, number])[] = [];
  for await (const { bytes, offset, number } of readLines(path, 'lines.jsonl'))
    lines.push([bytes.toString('utf8'), offset, number]);
  return lines;
}

describe('reading a file line by line', () => {
  it('gives each line with its number and its offset in bytes, not letters', async () => {
    expect(await linesOf('åäö\n\nslut\n')).toEqual([
      ['åäö', 0, 1],
      ['', 7, 2],
      ['slut', 8, 3],
    ]);
  });

  it('gives the same lines where they cross the pieces the file is read in', async () => {
    const lengths = [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5, 3 * (1 << 20) + 7];
    const lines = await linesOf(lengths.map((length, n) => `${String(n).repeat(length)}\n`).join(''));
    expect(lines.map(([text]) => text.length)).toEqual(lengths);
    const ends = lengths.map((_, n) => lengths.slice(0, n).reduce((sum, length) => sum + length + 1, 0));
    expect(lines.map(([, offset]) => offset)).toEqual(ends);
  });

  it('refuses a file that was cut off', async () => {
    await expect(linesOf('hel\nhal')).rejects.toMatchObject({
      problem: { code: 'package-record-invalid', file: 'lines.jsonl', line: 2 },
    });
  });

  it('gives nothing of an empty file', async () => {
    expect(await linesOf('')).toEqual([]);
  });
});
