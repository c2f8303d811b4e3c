import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../../../main/launch/command.ts';
import { projectRoot, toolScript } from '../../../../main/launch/project.ts';

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

describe.skipIf(process.platform === 'win32')('an interrupt while a program runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lasesal-command-'));
  const launcher = join(folder, 'launcher.mts');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A launcher that runs a program which answers an interrupt in its own way; interrupted when it is ready. */
  async function interrupt(forPeople: boolean): Promise<{ readonly code: number; readonly said: string }> {
    const script = 'trap "echo put away; exit 7" TERM; echo ready; while :; do sleep 0.1; done';
    const command = { file: 'sh', args: ['-c', script], ...(forPeople ? { forPeople } : {}) };
    const module = join(projectRoot, 'main', 'launch', 'command.ts');
    writeFileSync(
      launcher,
      `import { run } from ${JSON.stringify(module)};\nprocess.exitCode = (await run(${JSON.stringify(command)})).code ?? 1;\n`,
    );
    const child = spawn(process.execPath, [toolScript('tsx'), launcher], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (!said.includes('ready') && chunk.toString().includes('ready')) child.kill('SIGTERM');
      said += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  }

  test('is handed on to one that people work with, which ends in its own way', async () => {
    expect(await interrupt(true)).toEqual({ code: 7, said: 'ready\nput away\n' });
  });

  test('ends any other at once, and us as a shell would tell it', async () => {
    expect(await interrupt(false)).toEqual({ code: 143, said: 'ready\n' });
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
