import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasRealDisplay, openDisplay } from '../../../../main/launch/display.ts';
import { isOnPath } from '../../../../main/launch/system-packages.ts';
import { displayAnswers } from '../../../../main/launch/x11.ts';

const hasXvfb = process.platform === 'linux' && isOnPath('Xvfb');

describe.skipIf(!hasXvfb)('a display (needs Xvfb)', () => {
  test('is made where there is none, answers, is used once it is there, and ends', async () => {
    const made = await openDisplay({});
    expect(made.kind).toBe('virtual');
    const display = made.env['DISPLAY'] ?? '';
    expect(display).toMatch(/^:\d+$/);
    expect(await displayAnswers(display, {})).toBe(true);
    expect((await openDisplay({ ...made.env })).kind).toBe('real');
    await made.close();
    expect(await displayAnswers(display, {})).toBe(false);
  });

  test('two made at once are two', async () => {
    const both = await Promise.all([openDisplay({}), openDisplay({})]);
    expect(both[0].env['DISPLAY']).not.toBe(both[1].env['DISPLAY']);
    await Promise.all(both.map(async (display) => display.close()));
  });
});

describe.skipIf(process.platform !== 'linux')(
  'a DISPLAY that does not work is not taken for one that does',
  () => {
    test.each(['', ':4711', 'nonsense', '127.0.0.1:4711'])('%j', async (display) => {
      expect(await hasRealDisplay({ DISPLAY: display })).toBe(false);
    });
  },
);

describe.skipIf(!hasXvfb)('a display that asks for a secret (needs Xvfb)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lasesal-x11-'));
  const right = join(folder, 'right');
  const wrong = join(folder, 'wrong');
  let end: () => Promise<unknown> = () => Promise.resolve();
  let display = '';

  beforeAll(async () => {
    writeFileSync(right, authority(Buffer.alloc(16, 1)));
    writeFileSync(wrong, authority(Buffer.alloc(16, 2)));
    const server = spawn('Xvfb', ['-displayfd', '3', '-auth', right, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    end = () => {
      const gone = once(server, 'exit');
      server.kill();
      return gone;
    };
    const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
    display = `:${number.toString().trim()}`;
  });
  afterAll(async () => {
    await end();
    rmSync(folder, { recursive: true });
  });

  test('opens to who has it', async () =>
    expect(await displayAnswers(display, { XAUTHORITY: right })).toBe(true));
  test('stays closed to who has another', async () => {
    expect(await displayAnswers(display, { XAUTHORITY: wrong })).toBe(false);
  });
  test('stays closed to who has none', async () => {
    expect(await displayAnswers(display, { XAUTHORITY: join(folder, 'none') })).toBe(false);
  });
});

/** An .Xauthority with one cookie for any display of any machine (family 65535). */
function authority(secret: Buffer): Buffer {
  const counted = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
  const [none, name] = [Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1')];
  return Buffer.concat([Buffer.from([255, 255]), ...[none, none, name, secret].map(counted)]);
}
