import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeads } from '../../../../archive/export/words.ts';
import { listWriter } from '../../../../archive/export/list-writer.ts';
import type { ListFormat } from '../../../../archive/export/list-writer.ts';
import type { OutRelease } from '../../../../archive/export/out-release.ts';
import { readable } from '../../../../archive/model/reading-text.ts';
import type { ReferenceForm } from '../../../../archive/model/reference.ts';
import { english, releaseLike, swedish } from './releases.ts';

function written(format: ListFormat, releases: readonly OutRelease[], form: ReferenceForm = swedish): string {
  const { head, item, tail } = listWriter(format, form);
  return head + releases.map(item).join('') + tail;
}

/** Python's csv module: a parser that is not ours. Null where there is no Python. */
function readByPython(csv: string, delimiter: string): readonly (readonly string[])[] | null {
  const script = `import csv,io,json,sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline='')
print(json.dumps(list(csv.reader(text, delimiter=${JSON.stringify(delimiter)}, strict=True))))`;
  const { stdout, error, status } = spawnSync('python3', ['-c', script], { input: csv, encoding: 'utf8' });
  if (error !== undefined) return null;
  expect(status).toBe(0);
  return JSON.parse(stdout) as string[][];
}

const hasPython = spawnSync('python3', ['--version']).error === undefined;
const columns = Object.keys(csvHeads.sv);
const odd = [
  'Han sa ”ja; nej, "kanske"”\r\noch gick',
  '=HYPERLINK("http://x")',
  '+46 8 405',
  '-1',
  '@SUM(A1)',
  '\tflik',
  '\rretur',
  '  =1+1',
  '＝1',
];

describe('a CSV file', () => {
  it('begins with the mark of UTF-8, parts cells as the language’s Excel expects, and ends lines with CR LF', () => {
    const [sv, en] = [written('csv', [releaseLike()]), written('csv', [releaseLike()], english)];
    expect(sv.startsWith('\uFEFF"Datum (EDTF)";"Tidigast";')).toBe(true);
    expect(en.startsWith('\uFEFF"Date (EDTF)","Earliest",')).toBe(true);
    expect(sv.endsWith('\r\n')).toBe(true);
    expect(sv.split('\r\n')).toHaveLength(3);
  });

  it('has no cell that a spreadsheet could take for a formula', () => {
    for (const title of odd.slice(1)) {
      const csv = written('csv', [releaseLike({ title })]);
      expect(csv).toContain(`;"'${title.replaceAll('"', '""')}";`);
      expect(csv).not.toMatch(/(?:^|[;\r\n])"?\s*[=+\-@＝＋－＠]/u);
    }
  });

  it.skipIf(!hasPython)(
    'is read back cell for cell by a parser that is not ours (skipped without python3)',
    () => {
      const any = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...odd),
      );
      const titles = [...odd, ...fc.sample(any, 500)].map((title) =>
        readable(title).replaceAll(/\0|[\uD800-\uDFFF]/gu, ''),
      );
      const rows =
        readByPython(
          written(
            'csv',
            titles.map((title) => releaseLike({ title })),
          ),
          ';',
        ) ?? [];
      for (const row of rows) expect(row).toHaveLength(columns.length);
      const [, ...read] = rows.map((row) => row[columns.indexOf('title')] ?? '');
      expect(read.map((title, n) => (title === titles[n] ? title : title.replace(/^'/u, '')))).toEqual(
        titles,
      );
      expect(rows[1]?.[columns.indexOf('link')]).toBe(`lasesal://release/0123456789abcdef@${'a'.repeat(64)}`);
    },
  );
});

describe('a JSON file', () => {
  it('says what it is, and holds each release with its text, reference and link', () => {
    const releases = [releaseLike(), releaseLike({ title: 'En till' })];
    const parsed: unknown = JSON.parse(written('json', releases));
    expect(parsed).toMatchObject({
      format: 'lasesal-export',
      version: 1,
      language: 'sv',
      releases: [
        { id: '0123456789abcdef', title: 'Vattnet räcker', date: { edtf: '2017-12-08' }, state: 'live' },
        { title: 'En till', text: releases[1]?.record.reading },
      ],
    });
  });

  it('is one of nothing when nothing is in it', () => {
    expect(JSON.parse(written('json', []))).toMatchObject({ releases: [] });
  });
});

describe('references of a list', () => {
  it('are one file that reads as each alone', () => {
    const releases = [releaseLike(), releaseLike({ title: 'En till' })];
    expect(JSON.parse(written('csl', releases))).toHaveLength(2);
    expect(written('ris', releases).match(/^TY {2}- /gmu)).toHaveLength(2);
    expect(written('bibtex', releases).match(/^@misc/gmu)).toHaveLength(2);
    expect(written('references', releases).split('\n\n')).toHaveLength(2);
  });
});
