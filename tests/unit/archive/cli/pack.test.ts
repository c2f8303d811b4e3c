import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../../archive/cli/language.ts';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import { sha256 } from '../../../../archive/package/identity.ts';
import { smallBag, treeHash } from '../package/container/small-container.ts';
import { RecordingTerminal } from './recording-terminal.ts';

let dir = '';
let bag = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lasesal-cli-pack-'));
  bag = await smallBag(dir, true);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly terminal: RecordingTerminal;
}

async function run(args: readonly string[], language: Language = 'en'): Promise<Ran> {
  const terminal = new RecordingTerminal(language);
  return { code: await runCommandLine(args, terminal), terminal };
}

describe('lasesal pack and unpack', () => {
  it('carry a package through one file, telling its hash and its identity', async () => {
    const [file, out] = [join(dir, 'p.lasesal'), join(dir, 'out')];
    const packed = await run(['pack', bag, '--out', file]);
    const bytes = readFileSync(file);
    expect([packed.code, packed.terminal.err]).toEqual([0, '']);
    expect(packed.terminal.out).toBe(`${sha256(bytes)}  ${file}\n${bytes.length} bytes\n`);
    expect(packed.terminal.steps.has('Packing, bytes')).toBe(true);

    const unpacked = await run(['unpack', file, '--out', out]);
    const identity = sha256(readFileSync(join(bag, 'tagmanifest-sha256.txt')));
    expect([unpacked.code, unpacked.terminal.out]).toEqual([0, `${out}  ${identity}\n`]);
    expect(treeHash(out)).toBe(treeHash(bag));
    expect((await run(['verify', out])).code).toBe(0);
  });

  it('print JSON when asked', async () => {
    const [file, out] = [join(dir, 'json.lasesal'), join(dir, 'json')];
    const packed = await run(['pack', bag, '--out', file, '--json']);
    const bytes = readFileSync(file);
    expect(JSON.parse(packed.terminal.out)).toEqual({
      path: file,
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
    const unpacked = await run(['unpack', file, '--out', out, '--json']);
    expect(JSON.parse(unpacked.terminal.out)).toMatchObject({ path: out });
  });

  it('refuse in words what is no package file, and write nothing', async () => {
    const file = join(dir, 'other.zip');
    writeFileSync(file, 'PK\u0003\u0004 and then nothing more');
    const out = join(dir, 'none');
    const { code, terminal } = await run(['unpack', file, '--out', out], 'sv');
    expect([code, terminal.out]).toEqual([1, '']);
    expect(terminal.err).toContain('är skadad: den är avhuggen');
    expect(existsSync(out)).toBe(false);
    expect((await run(['unpack', file])).code).toBe(2);
    expect((await run(['pack', join(dir, 'nothing'), '--out', file])).code).toBe(1);
  });
});
