import { execFileSync } from 'node:child_process';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixture, fixtureFolder } from '../../../fixtures/sources/fixture.ts';
import { read, Scratch } from '../../../fixtures/sources/reading.ts';

let scratch: Scratch;

beforeEach(() => {
  scratch = new Scratch();
});

afterEach(() => {
  scratch.remove();
});

describe('archives', () => {
  test('hostile entries are reported and nothing is written; the others are read', async () => {
    const path = join(scratch.folder, 'in.tar.gz');
    const tar = pack();
    const dump = fixture('text-dump/hamnkommission.txt');
    tar.entry({ name: '../ut.txt' }, dump);
    tar.entry({ name: '/etc/ut.txt' }, dump);
    tar.entry({ name: 'a\\..\\..\\ut.txt' }, dump);
    tar.entry({ name: 'symlänk.txt', type: 'symlink', linkname: '/etc/passwd' });
    tar.entry({ name: 'länk.txt', type: 'link', linkname: 'bra.txt' });
    tar.entry({ name: 'rör', type: 'fifo' });
    tar.entry({ name: './.gömd' }, dump);
    tar.entry({ name: './mapp/', type: 'directory' });
    tar.entry({ name: './mapp/bra.txt' }, dump);
    tar.finalize();
    const out = createWriteStream(path);
    (tar as unknown as NodeJS.ReadableStream).pipe(createGzip()).pipe(out);
    await finished(out);
    const { pages, problems } = await read([path]);
    expect(pages.map(({ said }) => said.source.file)).toEqual(['mapp/bra.txt']);
    expect(problems.map(({ file, params }) => [file, params['reason']])).toEqual([
      ['../ut.txt', 'unsafe-name'],
      ['/etc/ut.txt', 'unsafe-name'],
      ['a\\..\\..\\ut.txt', 'unsafe-name'],
      ['symlänk.txt', 'link'],
      ['länk.txt', 'link'],
      ['rör', 'not-a-file'],
    ]);
  });

  test('one cut short gives what came before the cut, and says so once', async () => {
    const archive = join(scratch.folder, 'tree.tar.gz');
    execFileSync('tar', ['-czf', archive, '-C', fixtureFolder, 'g0v', 'regeringen', 'text-dump']);
    const bytes = readFileSync(archive);
    writeFileSync(archive, bytes.subarray(0, Math.floor(bytes.length * 0.8)));
    const { pages, problems } = await read([archive]);
    expect(pages.length).toBeGreaterThan(0);
    expect(
      problems
        .filter(({ code }) => code === 'source-bad-archive')
        .map(({ file, params }) => [file, params['reason']]),
    ).toEqual([['tree.tar.gz', 'cut-off']]);
  });

  test('one in a folder is opened, its files named after it', async () => {
    execFileSync('tar', [
      '-cf',
      join(scratch.folder, 'dump.tar'),
      '-C',
      fixtureFolder,
      'text-dump/in-english.txt',
    ]);
    expect((await read([scratch.folder])).pages.map(({ said }) => said.source.file)).toEqual([
      'dump.tar/text-dump/in-english.txt',
    ]);
  });
});
