import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readKeyChange,
  signatureOf,
  writeKeyChange,
} from '../../../../../archive/package/library/key-change.ts';
import { hasProgram } from '../container/programs.ts';
import { fixedKey, refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';
import { keyText, putKey } from './packages.ts';

let root = '';
let file = '';
beforeEach(async () => {
  root = temporaryFolder();
  file = await write('byte');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function write(name: string, series = 'nordmark'): Promise<string> {
  const to = fixedKey(2).publicKey;
  return await writeKeyChange({ series, from: fixedKey(1), to, name: join(root, name) });
}

describe('a statement of a key change', () => {
  it('is read as it was written', async () => {
    expect(file).toBe(join(root, 'byte.keychange'));
    expect(await readKeyChange(file)).toEqual({ series: 'nordmark', from: keyText(1), to: keyText(2) });
  });

  it.skipIf(!hasProgram('minisign'))('is confirmed by minisign (which must be installed)', () => {
    const checked = spawnSync('minisign', ['-Vm', file, '-p', putKey(root, 1)], { encoding: 'utf8' });
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining('series:nordmark')]);
  });

  it('does not stand after any bit of either file was turned, but in what minisign does not sign', async () => {
    for (const path of [file, signatureOf(file)]) {
      const whole = readFileSync(path);
      const firstLine = path === file ? 0 : whole.indexOf('\n') + 1;
      for (let bit = firstLine * 8; bit < whole.length * 8; bit += 1) {
        const bytes = Buffer.from(whole);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(path, bytes);
        expect(await refusal(() => readKeyChange(file))).toMatch(/^key-change-invalid/u);
      }
      writeFileSync(path, whole);
    }
    expect(await readKeyChange(file)).toMatchObject({ series: 'nordmark' });
  });

  it('without its signature, or too large, is told', async () => {
    rmSync(signatureOf(file));
    expect(await refusal(() => readKeyChange(file))).toMatch(/no-signature$/u);
    writeFileSync(file, Buffer.alloc(1 << 17));
    expect(await refusal(() => readKeyChange(file))).toMatch(/too-large$/u);
    expect(await refusal(() => readKeyChange(join(root, 'ingen.keychange')))).toMatch(/ENOENT$/u);
  });

  it('is never written over a file, for a series that cannot stand on a line, or to the same key', async () => {
    const before = readFileSync(file);
    expect(await refusal(() => write('byte'))).toBe('package-out-exists');
    expect(readFileSync(file)).toEqual(before);
    rmSync(file);
    expect(await refusal(() => write('byte'))).toBe('package-out-exists');
    expect(existsSync(file)).toBe(false);
    expect(await refusal(() => write('rad', 'nord\nmark'))).toMatch(/syntax$/u);
    const same = { series: 'x', from: fixedKey(1), to: fixedKey(1).publicKey, name: join(root, 'samma') };
    expect(await refusal(() => writeKeyChange(same))).toMatch(/same-key$/u);
    expect(existsSync(join(root, 'samma.keychange'))).toBe(false);
  });
});
