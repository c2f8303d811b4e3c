import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderOut } from '../../../../archive/export/folder-out.ts';
import { releaseLike, swedish } from './releases.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'lasesal-folder-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const place = (): Parameters<typeof FolderOut.begin>[0] => ({
  parent,
  name: 'Vatten',
  mark: 'job-1',
  form: swedish,
});
const nothing = async (): Promise<void> => await Promise.resolve();
const file = '2017/2017-12-08 Vattnet räcker 0123456789abcdef';

describe('a folder of texts', () => {
  it('has each release as text and as a page, and an index that leads to them', async () => {
    const folder = await FolderOut.begin(place());
    await folder.add([releaseLike()]);
    const path = await folder.finish(nothing);
    expect(path).toBe(join(parent, 'Vatten'));
    const names = readdirSync(path, { recursive: true }).map(String).toSorted();
    expect(names).toEqual(['2017', `${file}.html`, `${file}.txt`, 'index.csv', 'index.html']);
    expect(readFileSync(join(path, 'index.csv'), 'utf8')).toContain(`\r\n"${file}.html";"2017-12-08"`);
    const [, href = ''] = /href="([^"]+)\.html"/u.exec(readFileSync(join(path, 'index.html'), 'utf8')) ?? [];
    expect(decodeURIComponent(href)).toBe(file);
  });

  it('never takes the place of what is there', async () => {
    mkdirSync(join(parent, 'Vatten'));
    const folder = await FolderOut.begin(place());
    await folder.add([releaseLike()]);
    expect(await folder.finish(nothing)).toBe(join(parent, 'Vatten 2'));
    expect(readdirSync(join(parent, 'Vatten'))).toEqual([]);
  });

  it('leaves nothing when it is let go of, also while it is put on the disk', async () => {
    const folder = await FolderOut.begin(place());
    await folder.add([releaseLike()]);
    const stop = async (): Promise<void> => await Promise.reject(new Error('stopped'));
    await expect(folder.finish(stop)).rejects.toThrow('stopped');
    await folder.abandon();
    expect(readdirSync(parent)).toEqual([]);
  });
});
