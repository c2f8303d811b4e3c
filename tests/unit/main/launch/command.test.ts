import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../../main/launch/command.ts';

const script = (text: string): Parameters<typeof run>[0] => ({
  file: process.execPath,
  args: ['-e', text],
  output: 'keep',
});

describe('a program is run to its end', () => {
  test('what it ends with and what it says, on both outputs, are told', async () => {
    const ended = await run(script('console.log("å"); console.error("ä"); process.exitCode = 3'));
    expect(ended.code).toBe(3);
    expect(ended.output).toContain('å');
    expect(ended.output).toContain('ä');
  });

  test('one that does not exist has no exit code, and a reason', async () => {
    const ended = await run({ file: join(tmpdir(), 'no-such-program'), args: [], output: 'keep' });
    expect(ended).toMatchObject({ code: null, timedOut: false });
    expect(ended.output).toContain('no-such-program');
  });

  test('one that is ended by a signal did not end well', async () => {
    expect((await run(script('process.kill(process.pid, "SIGKILL")'))).code).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('a program that takes too long', () => {
  test('is ended with everything that it started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lasesal-command-'));
    const file = join(folder, 'pid');
    const ended = await run({
      file: 'sh',
      args: ['-c', 'sleep 1000 & echo $! > "$0"; wait', file],
      output: 'keep',
      timeoutMs: 2000,
    });
    expect(ended).toMatchObject({ code: null, timedOut: true });
    expect(isRunning(Number(readFileSync(file, 'utf8')))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

/** Whether a process still does anything; one that is dead and only not yet fetched by its parent does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
