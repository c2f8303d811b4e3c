import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adoptReadyIndex } from '../../../../main/reader/ready-index.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-ready-'));
  mkdirSync(join(folder, 'ready'));
  writeFileSync(join(folder, 'ready', 'terms'), 'ready');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const places = (): { ready: string; own: string } => ({
  ready: join(folder, 'ready'),
  own: join(folder, 'user', 'index'),
});

describe('an index that came with the app', () => {
  it('is taken over whole where the reader has none, and stays where it was', async () => {
    await adoptReadyIndex(places());
    expect(readFileSync(join(places().own, 'terms'), 'utf8')).toBe('ready');
    expect(existsSync(places().ready)).toBe(true);
    expect(readdirSync(join(folder, 'user'))).toEqual(['index']);
  });

  it('never replaces one that the reader has', async () => {
    mkdirSync(places().own, { recursive: true });
    writeFileSync(join(places().own, 'terms'), 'own');
    await adoptReadyIndex(places());
    expect(readFileSync(join(places().own, 'terms'), 'utf8')).toBe('own');
  });

  it('is done without where there is none, or where it cannot be copied: nothing half is left', async () => {
    await adoptReadyIndex({ ...places(), ready: join(folder, 'nowhere') });
    expect(existsSync(places().own)).toBe(false);
    writeFileSync(join(folder, 'file'), '');
    await adoptReadyIndex({ ...places(), own: join(folder, 'file', 'index') });
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'ready']);
  });
});
