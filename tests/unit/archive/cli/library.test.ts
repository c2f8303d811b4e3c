import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../archive/cli/arguments.ts';
import { isYes } from '../../../../archive/cli/ask.ts';
import { libraryCommand } from '../../../../archive/cli/command-library.ts';
import { decide } from '../../../../archive/cli/library-import.ts';
import { decisionText } from '../../../../archive/cli/library-text.ts';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import type { ImportDecision } from '../../../../archive/model/library.ts';
import { namesOf } from '../../../../archive/package/library/trust.ts';
import { fixedKey } from '../package/signing/fixed-key.ts';
import { makePackage, page, putKey } from '../package/library/packages.ts';
import type { MadePackage } from '../package/library/packages.ts';
import { temporaryFolder } from '../package/small-archive.ts';
import { RecordingTerminal } from './recording-terminal.ts';

let stick = '';
let plain: MadePackage;
let signed: MadePackage;
beforeAll(async () => {
  stick = temporaryFolder();
  plain = await makePackage(join(stick, 'a'), { name: 'ett', pages: { a: page('Den första') } });
  signed = await makePackage(join(stick, 'b'), {
    name: 'syd',
    series: 'sydmark',
    pages: { b: page('Den andra') },
    signedBy: 1,
  });
  putKey(join(stick, 'b'), 1);
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

let root = '';
beforeEach(() => {
  root = temporaryFolder();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  const terminal = new RecordingTerminal('en');
  const code = await runCommandLine(['library', ...args, '--library', join(root, 'lib')], terminal);
  return { code, out: terminal.out, err: terminal.err };
}

const print = namesOf(fixedKey(1).publicKey).fingerprint;

describe('lasesal library', () => {
  it('imports with the decisions that the line takes, lists, and removes by series and number', async () => {
    expect(await run('list')).toMatchObject({ code: 0, out: 'No packages.\n' });
    const { code, out } = await run(
      'import',
      plain.file,
      signed.file,
      '--accept-unsigned',
      '--accept-key',
      print,
    );
    expect(code).toBe(0);
    expect(out).toContain('NOT SIGNED');
    expect(out).toContain('New: 1\n    2016-05-12  Den första');
    expect(out).toContain('Imported: 2 packages.');
    const list = await run('list');
    expect(list.out.split('\n')).toEqual([
      expect.stringMatching(/^[0-9a-f]{12} {2}nordmark\/1 .* 1 releases {2}NOT SIGNED$/u),
      expect.stringMatching(/^[0-9a-f]{12} {2}sydmark\/1 .* signed by [0-9A-F]{16}$/u),
      '',
    ]);
    const removed = await run('remove', 'nordmark/1');
    expect(removed.out).toContain('Only there were: releases 1, versions 1.');
    expect((await run('remove', plain.identity.slice(0, 8))).err).toContain('no installed package');
    expect(JSON.parse((await run('list', '--json')).out)).toMatchObject({
      readOnly: false,
      packages: [{ identity: signed.identity }],
    });
  });

  it('imports nothing that nobody decided on, says what is missing, and gives 1', async () => {
    const { code, err } = await run('import', signed.file);
    expect(code).toBe(1);
    expect(err).toContain('waits for a decision on series sydmark: the key 0123456789ABCD01');
    const other = await run('import', signed.file, '--accept-unsigned', '--json');
    expect(other.code).toBe(1);
    expect(JSON.parse(other.out)).toMatchObject({
      imported: [],
      problem: { code: 'import-undecided' },
      preview: { decisions: [{ kind: 'accept-key', to: { fingerprint: print } }] },
    });
    expect((await run('list')).out).toBe('No packages.\n');
  });

  it('shows what an import would do without doing it', async () => {
    const { code, out } = await run('import', plain.file, '--preview');
    expect([code, out.includes('nordmark/1')]).toEqual([0, true]);
    expect((await run('list')).out).toBe('No packages.\n');
  });

  it('gives 1 when something was refused, and 0 when all is there already', async () => {
    expect((await run('import', join(root, 'borta.lasesal'))).code).toBe(1);
    expect((await run('import', plain.file, join(root, 'borta.lasesal'), '--accept-unsigned')).code).toBe(1);
    const again = await run('import', plain.file);
    expect([again.code, again.out.includes('installed already')]).toEqual([0, true]);
  });

  it('trusts a key whose fingerprint was compared, shows it, and trusts it no more', async () => {
    const key = join(stick, 'b', 'key-1.pub');
    const uncompared = await run('trust', key);
    expect([uncompared.code, uncompared.err.includes(print)]).toEqual([2, true]);
    expect((await run('trust', key, '--accept-key', print, '--name', 'Arkivet')).code).toBe(0);
    expect((await run('keys')).out).toContain(`0123456789ABCD01 (Arkivet)\n  fingerprint ${print}`);
    expect((await run('import', signed.file)).code).toBe(0);
    expect((await run('keys')).out).toContain('sydmark: 0123456789ABCD01 (trusted)');
    expect((await run('untrust', ...print.split(' '))).code).toBe(0);
    expect((await run('keys')).out).toContain('No trusted keys.');
    expect((await run('list')).out).toContain('HOLDS NO MORE');
    expect((await run('untrust', print)).code).toBe(1);
  });

  it('says what it does not understand', async () => {
    expect((await run('lst')).err).toContain('Did you mean list?');
    expect((await run('import')).err).toContain('SOURCE... is missing');
    const terminal = new RecordingTerminal('en');
    expect(await runCommandLine(['library', 'list'], terminal)).toBe(2);
    expect(terminal.err).toContain('--library DIR is missing');
    expect((await run('--help')).out).toContain('untrust FINGERPRINT');
  });
});

describe('what a package says of itself', () => {
  it('stands on the line it is given, and begins none of the program’s own', () => {
    const decision: ImportDecision = { kind: 'accept-unsigned', id: 'u', series: 'a\nsigned by 1' };
    expect(decisionText(decision, 'en').split('\n')).toHaveLength(1);
  });
});

describe('a decision at the terminal', () => {
  const unsigned: ImportDecision = { kind: 'accept-unsigned', id: 'u', series: 'nordmark' };
  const job = {
    parsed: parseArguments(['import', 'x'], libraryCommand),
    terminal: new RecordingTerminal('sv'),
    signal: new AbortController().signal,
  };

  it('is taken when the person says yes, and anything else leaves it open', async () => {
    const answers = (answer: string) => ({
      agrees: async (question: string) => {
        expect(question).toContain('Ingen har signerat serien nordmark');
        return await Promise.resolve(isYes(answer));
      },
    });
    expect(await decide([unsigned], job, answers('Ja\n'))).toEqual({ taken: ['u'], open: null });
    expect(await decide([unsigned], job, answers('kanske'))).toMatchObject({
      taken: [],
      open: { code: 'import-undecided' },
    });
    expect(await decide([unsigned], job, null)).toMatchObject({ taken: [] });
  });
});

describe('lasesal library check', () => {
  it('checks every package, sets damaged files aside and names them, and writes a certificate of one', async () => {
    await run('import', plain.file, '--accept-unsigned');
    expect(await run('check')).toMatchObject({ code: 0, out: expect.stringContaining('Intact: nordmark/1') });
    const list = JSON.parse((await run('list', '--json')).out) as {
      packages: readonly { identity: string }[];
    };
    const identity = list.packages[0]?.identity ?? '';
    writeFileSync(join(root, 'lib', 'packages', identity, 'data', 'authority.json'), '{}');
    const intyg = join(root, 'intyg.html');
    const { code, out } = await run('check', 'nordmark/1', '--certificate', intyg);
    expect(code).toBe(1);
    expect(out).toContain('DAMAGED: nordmark/1');
    expect(out).toContain('Set aside, not removed: data/authority.json.');
    expect(readFileSync(intyg, 'utf8')).toContain('DAMAGED');
    expect((await run('import', plain.file)).code).toBe(0);
    expect((await run('check')).code).toBe(0);
  });
});
