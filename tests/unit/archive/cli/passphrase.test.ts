import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../archive/cli/arguments.ts';
import type { Keyboard } from '../../../../archive/cli/hidden-input.ts';
import { passphraseOptions, readPassphrase } from '../../../../archive/cli/passphrase.ts';
import { refusal } from '../package/signing/fixed-key.ts';
import { Keys } from './keys.ts';
import { RecordingTerminal } from './recording-terminal.ts';

interface Person {
  readonly typed: string;
  readonly twice: boolean;
  readonly args?: readonly string[];
}

interface Heard {
  readonly passphrase: string | null;
  readonly asked: string;
  readonly keys: Keys;
}

/** What is taken from a person who types all that is asked for at once, and what is said to that person. */
async function taken({ typed, twice, args = [] }: Person): Promise<Heard> {
  const keys = new Keys();
  const terminal = new RecordingTerminal('sv');
  const context = { terminal, signal: new AbortController().signal };
  const spec = { name: 'x', about: { sv: '', en: '' }, operands: [], options: passphraseOptions };
  const keyboard = keys as unknown as Keyboard;
  const reading = readPassphrase(parseArguments(args, spec), context, { twice, keyboard });
  keys.emit('data', typed);
  try {
    return { passphrase: await reading, asked: terminal.err, keys };
  } finally {
    expect(keys.raw).toBe(false);
  }
}

describe('a passphrase that a person types', () => {
  it('is asked for once for a key that there is', async () => {
    const { passphrase, asked } = await taken({ typed: 'norrvik\r', twice: false });
    expect([passphrase, asked]).toEqual(['norrvik', 'Lösenord (syns inte medan du skriver):\n']);
  });

  it('is asked for twice for a new key, and must be the same', async () => {
    const { passphrase, asked } = await taken({ typed: 'norrvik\rnorrvik\r', twice: true });
    expect([passphrase, asked]).toEqual(['norrvik', expect.stringMatching(/En gång till:\n$/u)]);
    expect(await refusal(async () => await taken({ typed: 'norrvik\rnorvik\r', twice: true }))).toBe(
      'key-passphrase-invalid  passphrases-differ',
    );
  });

  it('is not nothing', async () => {
    expect(await refusal(async () => await taken({ typed: '\r', twice: false }))).toBe(
      'key-passphrase-invalid  passphrase-empty',
    );
  });

  it('is asked for also where standard input is named and a person sits at it', async () => {
    const args = ['--passphrase-file', '-'];
    expect((await taken({ typed: 'norrvik\r', twice: false, args })).passphrase).toBe('norrvik');
  });
});
