import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceList } from '../../../../archive/sources/source-list.ts';
import { readSourcesCsv } from '../../../../archive/sources/sources-csv.ts';

describe('sources.csv', () => {
  test('gives each file its address and the day it was fetched, as far as they are known', () => {
    const { rows, problems } = readSourcesCsv(
      [
        'file,address,fetched',
        'a.html,http://X.example/Fyr/?q#r,2026-01-28',
        '"mapp/b, c.txt",,2026-01-28T14:30:00Z',
        './d.md,https://x.example/d,',
        'g0v/,https://x.example,2026-01-29',
        '',
      ].join('\r\n'),
      'sources.csv',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { file: 'a.html', address: 'https://x.example/Fyr', fetched: '2026-01-28', line: 2 },
      { file: 'mapp/b, c.txt', address: null, fetched: '2026-01-28T14:30:00Z', line: 3 },
      { file: 'd.md', address: 'https://x.example/d', fetched: null, line: 4 },
      { file: 'g0v', address: 'https://x.example', fetched: '2026-01-29', line: 5 },
    ]);
  });

  test('may have its columns in any order, semicolons, a mark, quotes and line ends within quotes', () => {
    const text = '\uFEFFAddress;File\n"https://x.example/a";"en ""fyr""\n.txt"\n;b.txt';
    expect(readSourcesCsv(text, 's').rows).toEqual([
      { file: 'en "fyr"\n.txt', address: 'https://x.example/a', fetched: null, line: 2 },
      { file: 'b.txt', address: null, fetched: null, line: 4 },
    ]);
  });

  test.each([
    ['a.txt,https://x.example', 'columns'],
    [',https://x.example,', 'file'],
    ['../a.txt,,', 'file'],
    ['/etc/passwd,,', 'file'],
    ['a.txt,x.example/a,', 'address'],
    ['a.txt,ftp://x.example/a,', 'address'],
    ['a.txt,,28 januari', 'fetched'],
    ['a.txt,,2026-02-30', 'fetched'],
    ['a.txt,,2026-02-01T25:00', 'fetched'],
    ['"a.txt,,', 'quote'],
    ['ok.txt,,', 'duplicate'],
  ])('reports the bad row %j with its line, and uses the others', (row, reason) => {
    const { rows, problems } = readSourcesCsv(`file,address,fetched\nok.txt,,\n${row}\n`, 'mapp/sources.csv');
    expect(rows.map(({ file }) => file)).toEqual(['ok.txt']);
    expect(problems).toEqual([
      { code: 'sources-csv-bad-row', file: 'mapp/sources.csv', line: 3, params: { reason } },
    ]);
  });

  test.each(['', 'fil,adress\na.txt,x', 'file,file\na,b', 'address\nx'])(
    'without its header nothing is used: %j',
    (text) => {
      expect(readSourcesCsv(text, 's')).toEqual({
        rows: [],
        problems: [{ code: 'sources-csv-bad-row', file: 's', line: 1, params: { reason: 'header' } }],
      });
    },
  );

  test('any file name, quoted, comes back', () => {
    const name = fc
      .string({ minLength: 1 })
      .filter((text) => /^[^/\\]*[^/\\ .]$/u.test(text.trim()) && text === text.trim().normalize('NFC'));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (names) => {
        const text = ['file', ...names.map((file) => `"${file.replaceAll('"', '""')}"`)].join('\n');
        expect(readSourcesCsv(text, 's').rows.map(({ file }) => file)).toEqual(names);
      }),
    );
  });
});

describe('what a list says of files', () => {
  const list = new SourceList();
  list.add('/in', 'sources.csv', [
    { file: 'a.txt', address: 'https://x.example/a', fetched: null, line: 2 },
    { file: 'trad', address: 'https://y.example', fetched: '2026-01-29', line: 3 },
    { file: 'trad/b.md', address: 'https://z.example/b', fetched: null, line: 4 },
    { file: 'borta.txt', address: null, fetched: null, line: 5 },
  ]);

  test('a row of its own goes before that of the folder around', () => {
    expect(list.originOf('/in/a.txt')).toEqual({
      address: 'https://x.example/a',
      fetched: null,
      site: null,
      isListed: true,
    });
    expect(list.originOf('/in/trad/b.md')).toEqual({
      address: 'https://z.example/b',
      fetched: '2026-01-29',
      site: 'https://y.example',
      isListed: true,
    });
  });

  test('a folder speaks for all in it, and for nothing beside it', () => {
    expect(list.originOf('/in/trad/djupt/c.md')).toMatchObject({ address: null, site: 'https://y.example' });
    expect(list.originOf('/in/tradgard/c.md')).toMatchObject({ site: null, isListed: false });
  });

  test('names that the system decomposes are the same names', () => {
    list.add('/in', 'sources.csv', [
      { file: 'fyr\u00E5.txt', address: 'https://x.example/f', fetched: null, line: 6 },
    ]);
    expect(list.originOf('/in/fyra\u030A.txt').address).toBe('https://x.example/f');
  });

  test('a row that no file answers to is reported, where its place was handed over', () => {
    expect(list.unused(['/in'])).toEqual([
      { code: 'sources-csv-bad-row', file: 'sources.csv', line: 5, params: { reason: 'no-such-file' } },
    ]);
    expect(list.unused(['/annan'])).toEqual([]);
  });
});
