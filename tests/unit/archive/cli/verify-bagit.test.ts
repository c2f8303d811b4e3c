import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import { RecordingTerminal } from './recording-terminal.ts';

let bag = '';
beforeEach(() => {
  bag = mkdtempSync(join(tmpdir(), 'lasesal-cli-bagit-'));
  mkdirSync(join(bag, 'data'));
  writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(bag, 'data', 'a'), 'x');
  writeFileSync(join(bag, 'manifest-md5.txt'), `${createHash('md5').update('x').digest('hex')}  data/a\n`);
});
afterEach(() => rmSync(bag, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<readonly [number, RecordingTerminal]> {
  const terminal = new RecordingTerminal('en');
  return [await runCommandLine(['verify', ...args], terminal), terminal];
}

describe('lasesal verify --bagit', () => {
  it('says of a bag of any kind that it is valid', async () => {
    const [code, { out, err }] = await run('--bagit', bag);
    expect([code, out, err]).toEqual([0, 'Valid: BagIt 0.97, 1 files, 1 bytes, md5.\n', '']);
  });

  it('names what is wrong, file by file, and refuses', async () => {
    writeFileSync(join(bag, 'data', 'a'), 'y');
    const [code, { out }] = await run(bag, '--bagit');
    expect(code).toBe(1);
    expect(out).toMatch(/^NOT VALID: .*\ndata\/a: The file data\/a is not as it was .*manifest-md5\.txt/u);
    writeFileSync(join(bag, 'data', 'b'), 'y');
    const [, terminal] = await run(bag, '--bagit', '--json');
    expect(JSON.parse(terminal.out)).toMatchObject({ valid: false, complete: false, version: '0.97' });
  });

  it('takes no keys', async () => {
    const [code, { err }] = await run(bag, '--bagit', '--key', 'x');
    expect(code).toBe(2);
    expect(err).toContain('--key is for archive packages');
  });
});
