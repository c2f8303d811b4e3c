import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syncFiles } from '../../../../../archive/package/container/durable.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-durable-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function files(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const path = join(root, String(n));
    writeFileSync(path, 'x');
    return path;
  });
}

describe('putting files on the disk', () => {
  it('takes each of them once', async () => {
    let taken = 0;
    await syncFiles(files(50), async () => {
      taken += 1;
    });
    expect(taken).toBe(50);
  });

  it('fails when one cannot be, and only after no other is being worked on', async () => {
    const paths = [...files(40), join(root, 'missing')];
    let running = 0;
    const ended = syncFiles(paths, async () => {
      running += 1;
      await new Promise(setImmediate);
      running -= 1;
    });
    await expect(ended).rejects.toThrow(/ENOENT/u);
    expect(running).toBe(0);
  });

  it('ends when it is told to', async () => {
    let taken = 0;
    const ended = syncFiles(files(200), async () => {
      taken += 1;
      throw new Error('enough');
    });
    await expect(ended).rejects.toThrow('enough');
    expect(taken).toBeLessThan(50);
  });
});
