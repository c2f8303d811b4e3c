import { cpSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
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

describe('a mixture', () => {
  test('each file is told by what it holds, not by its name', async () => {
    scratch.put('b/ett.html', fixture('text-dump/hamnkommission.txt'));
    scratch.put('b/två.txt', fixture('regeringen/pressmeddelande-2026.html'));
    scratch.put('b/tre', fixture('regeringen/kommittedirektiv-2014.html'));
    cpSync(join(fixtureFolder, 'g0v'), join(scratch.folder, 'a'), { recursive: true });
    const { pages, problems } = await read([scratch.folder]);
    const parsers = new Map(pages.map(({ said }) => [said.source.file.normalize('NFC'), said.source.parser]));
    expect([parsers.get('b/ett.html'), parsers.get('b/två.txt'), parsers.get('b/tre')]).toEqual([
      'text-dump/1',
      'regeringen-2026/1',
      'regeringen-2014/1',
    ]);
    expect(pages.filter(({ said }) => said.source.parser === 'g0v/1')).toHaveLength(9);
    expect(problems.map(({ code }) => code)).toEqual([
      'source-page-without-text',
      'source-metadata-without-page',
    ]);
  });

  test('what cannot be read is reported with file and reason, and the rest goes on', async () => {
    scratch.put('a-tom.txt', ' \n');
    scratch.put('b-bild.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
    scratch.put('c-dålig.txt', Buffer.from('Tal från X\n\nRubrik på ö\n\nPublicerad', 'latin1'));
    scratch.put('d-lista.txt', 'ägg och mjölk');
    scratch.put('e-sida.html', '<html><body><p>En annan webbplats</p></body></html>');
    scratch.put('f-trasig.json', '[{"title": "a",\n "url": "/a/"},\n oj]');
    scratch.put('g-annat.json', '{"fyrar": 3}');
    scratch.put('h-djup.html', `<html>${'<div>'.repeat(5000)}`);
    scratch.put('i-README.md', '# Om samlingen\n\nText.');
    scratch.put('j-arkiv.tar.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    truncateSync(scratch.put('k-stor.txt', ''), 33 * 1024 * 1024);
    symlinkSync(join(scratch.folder, 'l-ut.txt'), join(scratch.folder, 'm-länk.txt'));
    scratch.put('z-bra.txt', fixture('text-dump/hamnkommission.txt'));
    const { pages, problems } = await read([scratch.folder]);
    expect(pages.map(({ said }) => said.source.file)).toEqual(['z-bra.txt']);
    expect(
      problems.map(({ code, file, line, params }) => [code, file, line, params['reason'] ?? params['sort']]),
    ).toEqual([
      ['source-empty', 'a-tom.txt', undefined, undefined],
      ['source-not-recognised', 'b-bild.png', undefined, 'binary'],
      ['source-bad-encoding', 'c-dålig.txt', 1, undefined],
      ['source-not-recognised', 'd-lista.txt', undefined, 'text'],
      ['source-not-recognised', 'e-sida.html', undefined, 'html'],
      ['source-bad-json', 'f-trasig.json', 3, 'syntax'],
      ['source-not-recognised', 'g-annat.json', undefined, 'json'],
      ['source-unreadable', 'h-djup.html', undefined, 'nested-too-deep'],
      ['source-not-recognised', 'i-README.md', undefined, 'markdown'],
      ['source-bad-archive', 'j-arkiv.tar.gz', undefined, 'cut-off'],
      ['source-unreadable', 'k-stor.txt', undefined, 'too-large'],
      ['source-unreadable', 'm-länk.txt', undefined, 'link'],
    ]);
  });

  test('hidden files and what a builder hands over beside the sources are passed by', async () => {
    scratch.put('.git/config', 'x');
    scratch.put('.DS_Store', 'x');
    scratch.put('Thumbs.db', 'x');
    scratch.put('archive.json', '{"series": "nordland"}');
    scratch.put('register.json', '{"governments": [], "persons": [], "roles": []}');
    scratch.put('sources.csv', 'file,address,fetched\n');
    scratch.put('sida.txt', fixture('text-dump/hamnkommission.txt'));
    expect((await read([scratch.folder])).problems).toEqual([]);
  });

  test('an input that is not there is reported', async () => {
    expect((await read([join(scratch.folder, 'borta')])).problems).toEqual([
      { code: 'source-unreadable', file: 'borta', params: { reason: 'ENOENT' } },
    ]);
  });

  test('several inputs are told apart, also those of one name; one alone needs no prefix', async () => {
    const dump = fixture('text-dump/hamnkommission.txt');
    const [one, two] = [scratch.put('x/in/a.txt', dump), scratch.put('y/in/a.txt', dump)];
    expect(
      (await read([join(scratch.folder, 'x/in'), join(scratch.folder, 'y/in'), one, two])).pages.map(
        ({ said }) => said.source.file,
      ),
    ).toEqual(['in/a.txt', 'in-2/a.txt', 'a.txt', 'a.txt-2']);
    expect((await read([one])).pages[0]?.said.source.file).toBe('a.txt');
  });

  test('a Markdown page handed over by itself, or listed, is read though no tree knows it', async () => {
    const page = scratch.put('sidor/fyr.md', '# En fyr\n\nLjus.');
    expect((await read([page])).pages[0]?.said).toMatchObject({
      title: 'En fyr',
      kind: null,
      source: { address: null },
    });
    const csv = scratch.put('sources.csv', 'file,address\nsidor/fyr.md,https://x.example/tal/fyr\n');
    expect(
      (await read([join(scratch.folder, 'sidor')], { sourcesCsv: csv })).pages[0]?.said.source.address,
    ).toBe('https://x.example/tal/fyr');
  });

  test('a folder of dated Markdown pages is a tree though its lists are not there', async () => {
    scratch.put('tal/2018/03/fyr.md', '# En fyr\n\nLjus.');
    expect((await read([scratch.folder])).pages[0]?.said).toMatchObject({
      kind: 'tal',
      source: { address: 'https://www.regeringen.se/tal/2018/03/fyr' },
    });
  });

  test('paths as long as the longest addresses are read', async () => {
    const slug = 'a'.repeat(230);
    scratch.put(`tal/2018/03/${slug}.md`, '# En fyr\n\nLjus.');
    expect((await read([scratch.folder])).said.has(`tal/2018/03/${slug}.md`)).toBe(true);
  });
});

describe('sources.csv', () => {
  test('gives address and day, before what the page says; bad rows and lost files are reported', async () => {
    scratch.put('a.html', fixture('regeringen/pressmeddelande-2026.html'));
    scratch.put('b.txt', fixture('text-dump/hamnkommission.txt'));
    scratch.put(
      'sources.csv',
      'file,address,fetched\na.html,https://arkiv.example/a,2026-07-01\nb.txt,,2026-07-02\nc.txt,,\nd.txt,inget,\n',
    );
    const { said, problems } = await read([scratch.folder]);
    expect(said.get('a.html')?.source).toMatchObject({
      address: 'https://arkiv.example/a',
      fetched: '2026-07-01',
    });
    expect(said.get('b.txt')?.source).toMatchObject({ address: null, fetched: '2026-07-02' });
    expect(problems).toEqual([
      { code: 'sources-csv-bad-row', file: 'sources.csv', line: 5, params: { reason: 'address' } },
      { code: 'sources-csv-bad-row', file: 'sources.csv', line: 4, params: { reason: 'no-such-file' } },
    ]);
  });

  test('in a folder below speaks of that folder', async () => {
    scratch.put('under/b.txt', fixture('text-dump/hamnkommission.txt'));
    scratch.put('under/sources.csv', 'file,address\nb.txt,https://arkiv.example/b\n');
    expect((await read([scratch.folder])).said.get('under/b.txt')?.source.address).toBe(
      'https://arkiv.example/b',
    );
  });
});

describe('a long reading', () => {
  test('tells how far it is', async () => {
    const heard: (readonly [number, number])[] = [];
    await read([join(fixtureFolder, 'g0v')], { onProgress: (done, total) => heard.push([done, total]) });
    expect(heard.at(-1)).toEqual([heard.length, heard.length]);
    expect(heard.map(([done]) => done)).toEqual(heard.map((_, index) => index + 1));
  });

  test('stops when told to', async () => {
    const stop = new AbortController();
    const reading = read([join(fixtureFolder, 'g0v')], {
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 3) stop.abort();
      },
    });
    await expect(reading).rejects.toThrow(/abort/iu);
  });

  test('gives the same pages in the same order each time', async () => {
    const once = await read([fixtureFolder]);
    const again = await read([fixtureFolder]);
    expect(again.pages.map(({ said }) => said)).toEqual(once.pages.map(({ said }) => said));
    expect(again.problems).toEqual(once.problems);
  });
});
