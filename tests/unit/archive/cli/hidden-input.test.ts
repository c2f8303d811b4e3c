import { describe, expect, it } from 'vitest';
import { HiddenInput } from '../../../../archive/cli/hidden-input.ts';
import type { Keyboard } from '../../../../archive/cli/hidden-input.ts';
import { refusal } from '../package/signing/fixed-key.ts';
import { Keys } from './keys.ts';

function typing(): { readonly keys: Keys; readonly input: HiddenInput } {
  const keys = new Keys();
  return { keys, input: new HiddenInput(keys as unknown as Keyboard) };
}

const NEVER = new AbortController().signal;

describe('a line that is typed and not shown', () => {
  it.each([
    ['letters', Array.from('Norrvik å ä ö\r'), 'Norrvik å ä ö'],
    ['letters taken back', Array.from('Norv\u007Frvik\b\bik\r'), 'Norrvik'],
    ['all of them taken back', Array.from('fel\u0015rätt\r'), 'rätt'],
    ['more taken back than there was', Array.from('\u007F\u007Fa\r'), 'a'],
    [
      'arrows and other keys that are no letters',
      ['a', '\u001B[A', 'b', '\u001B[3~', 'c', '\u001BOP', 'd', '\r'],
      'abcd',
    ],
    ['control characters', Array.from('a\u0000\tb\n'), 'ab'],
    ['a letter beyond the basic plane, taken back whole', Array.from('a\u{1F511}\u007F\r'), 'a'],
  ])('takes %s', async (_, typed, line) => {
    const { keys, input } = typing();
    const got = input.line(NEVER);
    for (const key of typed) keys.emit('data', key);
    expect(await got).toBe(line);
  });

  it('leaves what was typed ahead to the next', async () => {
    const { keys, input } = typing();
    keys.emit('data', 'ett\rtvå\r');
    expect([await input.line(NEVER), await input.line(NEVER)]).toEqual(['ett', 'två']);
  });

  it('is given up at Ctrl-C, at Ctrl-D, when input ends and when the command is stopped', async () => {
    const stop = new AbortController();
    const ends: readonly ((keys: Keys) => void)[] = [
      (keys) => keys.emit('data', 'a\u0003'),
      (keys) => keys.emit('data', 'a\u0004'),
      (keys) => keys.emit('end'),
      () => stop.abort(),
    ];
    for (const end of ends) {
      const { keys, input } = typing();
      const got = refusal(async () => await input.line(stop.signal));
      end(keys);
      expect(await got).toBe('job-cancelled');
    }
  });

  it('gives the terminal back', () => {
    const { keys, input } = typing();
    expect(keys.raw).toBe(true);
    input.close();
    expect([keys.raw, keys.listenerCount('data'), keys.listenerCount('end')]).toEqual([false, 0, 0]);
  });
});
