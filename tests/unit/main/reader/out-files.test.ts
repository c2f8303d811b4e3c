import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../main/reader/personal.ts';
import { namesIn, pageOf, writeFolder, writeList, writePdf } from '../../../../main/reader/out-files.ts';
import type { OutWork } from '../../../../main/reader/out-files.ts';
import { releaseLike } from '../../archive/export/releases.ts';

const ids = Array.from({ length: 350 }, (_, n) => String(n).padStart(16, '0'));

let folder = '';
let controller = new AbortController();
let largest = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-out-files-'));
  controller = new AbortController();
  largest = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Work on an archive that holds every id; it is cancelled once the release `cancelAt` was asked for. */
function work(cancelAt = Infinity): OutWork {
  return {
    archive: {
      found: async () => await Promise.resolve(ids),
      named: async (names) => {
        largest = Math.max(largest, names.length);
        if (names.some(({ id }) => Number(id) >= cancelAt)) controller.abort();
        return await Promise.resolve(
          names.map(({ id }) => {
            const release = releaseLike({ title: `Nummer ${Number(id)}` });
            return { ...release, record: { ...release.record, id } };
          }),
        );
      },
    },
    settings: defaultSettings,
    job: { jobId: 'job-1', signal: controller.signal, progress: () => undefined },
    paper: {
      pdf: async ({ body }) => await Promise.resolve(Buffer.from(body)),
      print: async () => await Promise.resolve(),
    },
  };
}

const all = { type: 'releases', ids, title: 'Allt' } as const;

describe('a list that is saved', () => {
  it('has every release in its order, and is read some at a time', async () => {
    const file = join(folder, 'allt.json');
    expect(await writeList(namesIn(ids), { format: 'json', file }, work())).toEqual({ file, releases: 350 });
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly releases: readonly { readonly id: string }[];
    };
    expect(parsed.releases.map(({ id }) => id)).toEqual(ids);
    expect(largest).toBeLessThanOrEqual(100);
  });

  it('is not there when it is cancelled on the way: no file, no folder, no page', async () => {
    const file = join(folder, 'allt.csv');
    const cancelled = { problem: { code: 'job-cancelled' } };
    await expect(writeList(namesIn(ids), { format: 'csv', file }, work(150))).rejects.toMatchObject(
      cancelled,
    );
    controller = new AbortController();
    await expect(writeFolder(all, { parent: folder, name: 'Allt' }, work(340))).rejects.toMatchObject(
      cancelled,
    );
    controller = new AbortController();
    await expect(writePdf(all, join(folder, 'allt.pdf'), work(349))).rejects.toMatchObject(cancelled);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is drawn no further once it is cancelled, and nothing of it is left', async () => {
    const drawing = work();
    const paper = {
      ...drawing.paper,
      pdf: async (_page: unknown, signal: AbortSignal): Promise<Uint8Array> =>
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('let go')));
          controller.abort();
        }),
    };
    await expect(writePdf(all, join(folder, 'allt.pdf'), { ...drawing, paper })).rejects.toThrow('let go');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of nothing is refused, and nothing is written', async () => {
    const nothing = { problem: { code: 'out-nothing' } };
    await expect(
      writeList([], { format: 'ris', file: join(folder, 'inget.ris') }, work()),
    ).rejects.toMatchObject(nothing);
    await expect(pageOf({ type: 'releases', ids: [] }, work())).rejects.toMatchObject(nothing);
    expect(readdirSync(folder)).toEqual([]);
  });
});
