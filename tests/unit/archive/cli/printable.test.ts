import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../../archive/cli/printable.ts';

describe('what a terminal is given', () => {
  it('keeps letters of every kind, line breaks, tabs and our own marks', () => {
    const text = 'Åäö\tالحكومة\n\u001B[1mträff\u001B[22m 🏛';
    expect(printable(text)).toBe(text);
  });

  it.each([
    ['clears the screen', '\u001B[2J', String.raw`\x1b[2J`],
    ['names the window', '\u001B]0;x\u0007', String.raw`\x1b]0;x\x07`],
    ['colours', '\u001B[31m', String.raw`\x1b[31m`],
    ['goes back to the line’s beginning', 'a\rb', String.raw`a\x0db`],
    ['is a control character of one byte', '\u009B2J', String.raw`\x9b2J`],
    ['turns the line around', 'a\u202Eb', String.raw`a\u202eb`],
  ])('shows what %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('holds for what the command says of a file’s name', () => {
    const args = ['--import', 'tsx', 'archive/cli/lasesal.ts', 'inspect', 'no\u001B[2Jwhere'];
    const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toContain(String.raw`no\x1b[2Jwhere`);
  });
});
