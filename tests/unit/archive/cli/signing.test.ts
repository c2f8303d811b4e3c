import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../../archive/cli/language.ts';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import {
  decodePublicKey,
  encodePublicKey,
  publicKeyString,
} from '../../../../archive/package/signing/public-key.ts';
import { decodeSecretKey, encodeSecretKey } from '../../../../archive/package/signing/secret-key.ts';
import { fixedKey, LIGHT } from '../package/signing/fixed-key.ts';
import { temporaryFolder, writeSmallArchive } from '../package/small-archive.ts';
import { RecordingTerminal } from './recording-terminal.ts';

const COMMAND = resolve(import.meta.dirname, '../../../../archive/cli/lasesal.ts');
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const KEY = fixedKey();
const PASSPHRASE = 'Norrvik å ä ö';
const SIGNATURE = 'tagmanifest-sha256.txt.minisig';
/** A gibibyte and seconds, on a machine that may be busy. */
const SLOW = 300_000;

let dir = '';
let bag = '';
beforeAll(async () => {
  dir = temporaryFolder();
  bag = join(dir, 'bag');
  writeSmallArchive(join(dir, 'in'));
  await run(['build', join(dir, 'in'), '--out', bag]);
  writeFileSync(join(dir, 'ours.pub'), encodePublicKey(KEY.publicKey));
  writeFileSync(join(dir, 'other.pub'), encodePublicKey(fixedKey(1).publicKey));
  writeFileSync(join(dir, 'open.key'), await encodeSecretKey(KEY, { passphrase: null }));
  writeFileSync(join(dir, 'ours.key'), await encodeSecretKey(KEY, { passphrase: PASSPHRASE, limits: LIGHT }));
  writeFileSync(join(dir, 'right.txt'), `${PASSPHRASE}\r\n`);
  writeFileSync(join(dir, 'wrong.txt'), 'fel');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], language: Language = 'en'): Promise<Ran> {
  const terminal = new RecordingTerminal(language);
  const code = await runCommandLine(args, terminal);
  return { code, out: terminal.out, err: terminal.err };
}

/** Exit code and code of the problem that a command ends in. */
async function refused(args: readonly string[]): Promise<readonly unknown[]> {
  const { code, out } = await run([...args, '--json']);
  const answer = JSON.parse(out) as { readonly problem?: { readonly code: string } };
  return [code, answer.problem?.code];
}

function at(name: string): string {
  return join(dir, name);
}

describe('lasesal keygen', () => {
  it('without passphrase writes both files and tells how the key is known', async () => {
    const { code, out } = await run(['keygen', '--out', at('ny'), '--no-passphrase', '--json']);
    const publicKey = decodePublicKey(readFileSync(at('ny.pub'), 'utf8'));
    const secret = await decodeSecretKey(readFileSync(at('ny.key'), 'utf8'), null);
    expect(secret.publicKey).toEqual(publicKey);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        secretKeyFile: at('ny.key'),
        publicKeyFile: at('ny.pub'),
        keyId: publicKey.keyId,
        fingerprint: expect.stringMatching(/^(?:\d{5} ){7}\d{5}$/u) as string,
        publicKey: publicKeyString(publicKey),
        encrypted: false,
      },
    ]);
  });

  it.skipIf(process.platform === 'win32')('writes the secret key for its owner’s eyes alone', async () => {
    await run(['keygen', '--out', at('egen'), '--no-passphrase']);
    expect(statSync(at('egen.key')).mode & 0o777).toBe(0o600);
  });

  it('warns in the person’s language that a key is not protected', async () => {
    expect((await run(['keygen', '--out', at('sv'), '--no-passphrase'], 'sv')).out).toContain('OSKYDDAD');
    expect((await run(['keygen', '--out', at('en'), '--no-passphrase'], 'en')).out).toContain('UNPROTECTED');
  });

  it('never writes over a file, and leaves no half of a pair', async () => {
    writeFileSync(at('upptagen.pub'), 'min');
    expect(await refused(['keygen', '--out', at('upptagen'), '--no-passphrase'])).toEqual([1, 'key-exists']);
    expect([readFileSync(at('upptagen.pub'), 'utf8'), existsSync(at('upptagen.key'))]).toEqual([
      'min',
      false,
    ]);
    writeFileSync(at('hemlig.key'), 'min');
    expect(await refused(['keygen', '--out', at('hemlig'), '--no-passphrase'])).toEqual([1, 'key-exists']);
    expect([readFileSync(at('hemlig.key'), 'utf8'), existsSync(at('hemlig.pub'))]).toEqual(['min', false]);
    expect(await refused(['keygen', '--out', at('ingen/nyckel'), '--no-passphrase'])).toEqual([
      1,
      'key-write-failed',
    ]);
  });

  it('says that the name is taken before it asks for a passphrase', async () => {
    writeFileSync(at('tagen.pub'), 'min');
    expect(await refused(['keygen', '--out', at('tagen')])).toEqual([1, 'key-exists']);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves no secret key when the public one cannot be written',
    async () => {
      symlinkSync(at('ingenstans/alls'), at('lank.pub'));
      expect(await refused(['keygen', '--out', at('lank'), '--no-passphrase'])).toEqual([1, 'key-exists']);
      expect(existsSync(at('lank.key'))).toBe(false);
    },
  );

  it.each([
    ['a passphrase is neither given nor renounced', [], 'A passphrase is needed'],
    ['it is both', ['--no-passphrase', '--passphrase-file', 'x'], 'do not go together'],
    ['it stands in an argument', ['--passphrase', 'hemligt'], 'Unknown option'],
  ])('asks for better when %s', async (_, args, words) => {
    const { code, out, err } = await run(['keygen', '--out', at('aldrig'), ...args]);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(words)]);
    expect(existsSync(at('aldrig.key'))).toBe(false);
  });

  it.each([
    ['empty', '\n'],
    ['two lines', 'ett\ntvå\n'],
    ['longer than minisign takes', 'å'.repeat(512)],
  ])('refuses a passphrase that is %s', async (_, text) => {
    writeFileSync(at('trasig.txt'), text);
    expect(await refused(['keygen', '--out', at('aldrig'), '--passphrase-file', at('trasig.txt')])).toEqual([
      1,
      'key-passphrase-invalid',
    ]);
    expect(existsSync(at('aldrig.key'))).toBe(false);
  });
});

describe('lasesal sign', () => {
  it('signs with a passphrase from a file; verify with the key, as file or text, then tells who', async () => {
    const { code, out } = await run(
      ['sign', bag, '--key', at('ours.key'), '--passphrase-file', at('right.txt')],
      'sv',
    );
    expect([code, out]).toEqual([0, expect.stringContaining(KEY.publicKey.keyId)]);
    for (const key of [at('ours.pub'), publicKeyString(KEY.publicKey)]) {
      const checked = await run(['verify', bag, '--key', at('other.pub'), '--key', key], 'sv');
      expect(checked).toMatchObject({ code: 0, err: '' });
      expect(checked.out).toContain('Signerat av 0123456789ABCD00 (series:nordmark sequence:1)');
      expect(checked.out).toContain('74890 95023');
    }
    rmSync(join(bag, SIGNATURE));
  });

  it.each([
    ['a wrong passphrase', ['--key', 'ours.key', '--passphrase-file', 'wrong.txt'], 'key-passphrase-wrong'],
    ['no passphrase where no person is', ['--key', 'ours.key'], 'key-passphrase-missing'],
    [
      'a passphrase file that is not there',
      ['--key', 'ours.key', '--passphrase-file', 'x'],
      'key-passphrase-invalid',
    ],
    ['a key file that is not there', ['--key', 'x.key'], 'key-unreadable'],
    ['a public key', ['--key', 'ours.pub'], 'key-invalid'],
  ])('refuses %s and signs nothing', async (_, args, code) => {
    const placed = args.map((arg) => (arg.startsWith('--') ? arg : at(arg)));
    expect(await refused(['sign', bag, ...placed])).toEqual([1, code]);
    expect(existsSync(join(bag, SIGNATURE))).toBe(false);
  });

  it('refuses a damaged package, and says how to see what is wrong', async () => {
    const damaged = at('damaged');
    await run(['build', at('in'), '--out', damaged]);
    appendFileSync(join(damaged, 'bag-info.txt'), 'Rights: none\n');
    const { code, err } = await run(['sign', damaged, '--key', at('open.key')]);
    expect([code, err]).toEqual([1, expect.stringContaining('lasesal verify')]);
    expect(existsSync(join(damaged, SIGNATURE))).toBe(false);
  });

  it('needs a key named', async () => {
    expect(await run(['sign', bag])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--key FILE') as string,
    });
  });
});

describe('lasesal verify', () => {
  beforeAll(async () => {
    await run(['sign', bag, '--key', at('open.key')]);
  });
  afterAll(() => rmSync(join(bag, SIGNATURE)));

  it('without a key says that a signature is there and not checked, and is content', async () => {
    const { code, out } = await run(['verify', bag]);
    expect([code, out]).toEqual([0, expect.stringContaining('not checked with any key')]);
    expect(JSON.parse((await run(['verify', bag, '--json'])).out)).toMatchObject({
      ok: true,
      signature: { state: 'signed-by-unknown', keyId: KEY.publicKey.keyId, trustedComment: null },
    });
  });

  it('with another key gives 1 and names the key that signed', async () => {
    const { code, out } = await run(['verify', bag, '--key', at('other.pub'), '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { ok: false, problems: [{ code: 'package-signer-unknown', params: { key: KEY.publicKey.keyId } }] },
    ]);
    expect((await run(['verify', bag, '--key', at('other.pub')])).out).toMatch(/^Intact/u);
  });

  it('with a key gives 1 for a package that is not signed', async () => {
    const bare = at('bare');
    await run(['build', at('in'), '--out', bare]);
    const { code, out } = await run(['verify', bare, '--key', at('ours.pub'), '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { ok: false, problems: [{ code: 'package-not-signed' }], signature: { state: 'unsigned' } },
    ]);
    expect((await run(['verify', bare], 'sv')).out).toContain('Inte signerat.');
  });

  it('gives 1 for a signature that does not hold, with or without a key that could tell', async () => {
    const path = join(bag, SIGNATURE);
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace('sequence:1', 'sequence:7'));
    const bad = await run(['verify', bag, '--key', at('ours.pub')], 'sv');
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('SIGNATUREN GÄLLER INTE')]);
    writeFileSync(path, good.slice(0, -1));
    for (const args of [[], ['--key', at('ours.pub')]]) {
      const { code, out } = await run(['verify', bag, ...args, '--json']);
      expect([code, JSON.parse(out)]).toMatchObject([
        1,
        { problems: [{ code: 'package-signature-invalid', line: 4 }], signature: { state: 'bad' } },
      ]);
    }
    writeFileSync(path, good);
  });

  it('refuses a key that is none before it checks anything', async () => {
    expect(await refused(['verify', bag, '--key', at('open.key')])).toEqual([1, 'key-invalid']);
    expect(await refused(['verify', bag, '--key', at('nowhere.pub')])).toEqual([1, 'key-unreadable']);
  });
});

const hasTerminal = spawnSync('script', ['--version']).error === undefined && process.platform === 'linux';

describe.skipIf(!hasTerminal)('a person at a terminal (needs the program script)', () => {
  it(
    'types a passphrase twice, unseen; the key it makes takes that passphrase',
    { timeout: SLOW },
    async () => {
      const home = at('person');
      mkdirSync(home);
      const command = [process.execPath, '--import', LOADER, COMMAND, 'keygen', '--out', 'min'].join(' ');
      const shown = await atTerminal(command, home, ['Passphrase', 'Once more']);
      expect(shown).toContain('min.key');
      expect(shown).not.toContain('Norrvik');
      const made = readFileSync(join(home, 'min.key'), 'utf8');
      const { publicKey } = await decodeSecretKey(made, PASSPHRASE);
      expect(publicKey).toEqual(decodePublicKey(readFileSync(join(home, 'min.pub'), 'utf8')));
      expect(readdirSync(home)).toEqual(['min.key', 'min.pub']);
    },
  );
});

/** What a terminal shows of a command that is given the passphrase at each prompt. */
async function atTerminal(command: string, cwd: string, prompts: readonly string[]): Promise<string> {
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  let shown = '';
  let answered = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const prompt = prompts[answered];
    if (prompt === undefined || !shown.includes(prompt)) return;
    answered += 1;
    child.stdin.write(`${PASSPHRASE}\r`);
  });
  expect(await once(child, 'exit')).toEqual([0, null]);
  return shown;
}
