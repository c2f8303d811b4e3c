import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { leavesOf, plainText } from '../../../../archive/model/block.ts';
import type { ProblemCode } from '../../../../archive/model/problem.ts';
import { saidSchema } from '../../../../archive/model/said.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { readSources } from '../../../../archive/sources/index.ts';
import { realData } from '../../../fixtures/real-data.ts';

/** Reads real pages and keeps what tests ask of them. */
async function readAll(name: string, keep: (said: Said) => void): Promise<ReadonlyMap<ProblemCode, number>> {
  const problems = new Map<ProblemCode, number>();
  for await (const item of readSources([join(realData ?? '', name)])) {
    if (item.type === 'page') keep(saidSchema.parse(item.page.said));
    else problems.set(item.problem.code, (problems.get(item.problem.code) ?? 0) + 1);
  }
  return problems;
}

const textOf = (said: Said): string =>
  [...said.lead, ...said.body].flatMap(leavesOf).map(plainText).join('\n');

describe.skipIf(realData === null)('the seed (skipped where the real pages are not there)', () => {
  test('comes apart as it should', async () => {
    const pages: Said[] = [];
    const problems = await readAll('seed', (said) => pages.push(said));
    const [said] = pages;
    expect([pages.length, problems.size]).toEqual([1, 0]);
    expect(said).toMatchObject({
      kind: 'Pressmeddelande',
      senders: ['Pressmeddelande från Statsrådsberedningen'],
      dates: [{ role: 'published', where: 'text', text: '' }],
      language: 'sv',
    });
    expect(said?.banners).toHaveLength(4);
    expect(said?.contacts.map((lines) => lines.length)).toEqual([4]);
    expect(said?.lead).toHaveLength(1);
    expect(said?.body.map(({ type }) => type).join(' ')).toBe(
      'quote paragraph quote paragraph quote heading paragraph list paragraph paragraph paragraph list heading paragraph list',
    );
  });
});

describe.skipIf(realData === null)('saved pages (skipped where the real pages are not there)', () => {
  test('all give title, sender, date, number and files; only those without text lack it', async () => {
    const pages: Said[] = [];
    const problems = await readAll('html', (said) => pages.push(said));
    expect(pages).toHaveLength(12);
    expect([...problems]).toEqual([['source-page-without-text', 2]]);
    for (const said of pages) {
      expect(said.title).not.toBe('');
      expect(said.senders).toHaveLength(1);
      expect(said.kind).not.toBeNull();
      expect(said.source.address).toMatch(/^https:\/\/www\.regeringen\.se\//u);
      expect(said.dates.filter(({ role }) => role === 'published').length).toBe(2);
      expect(said.tags.some(({ role }) => role === 'sender')).toBe(true);
      expect(said.attachments.length).toBeGreaterThan(0);
    }
  });
});

describe.skipIf(realData === null)(
  'the whole g0v archive (skipped where the real pages are not there)',
  () => {
    const kinds = new Map<string | null, number>();
    const odd: string[] = [];
    const counts = { pages: 0, lead: 0, tables: 0, softHyphens: 0, noBreak: 0, contacts: 0 };
    let problems: ReadonlyMap<ProblemCode, number> = new Map();

    beforeAll(async () => {
      problems = await readAll('g0v.tar.gz', (said) => {
        const text = textOf(said);
        counts.pages += 1;
        kinds.set(said.kind, (kinds.get(said.kind) ?? 0) + 1);
        counts.lead += said.lead.length > 0 ? 1 : 0;
        counts.tables += said.body.some(({ type }) => type === 'table') ? 1 : 0;
        counts.softHyphens += text.includes('\u00AD') ? 1 : 0;
        counts.noBreak += text.includes('\u00A0') ? 1 : 0;
        counts.contacts += said.contacts.length > 0 ? 1 : 0;
        const isOdd =
          said.title === '' ||
          said.source.address === null ||
          /(?<![*\p{L}])\*\*(?=\p{L})|\]\(|!\[|&#/u.test(text);
        if (isOdd) odd.push(said.source.file);
      });
    }, 300_000);

    test('every page is read, and what is missing is said', () => {
      // 26,608 files; three of them are listed twice.
      expect(counts.pages).toBe(26_611);
      expect(new Map(problems)).toEqual(
        new Map([
          ['source-page-without-text', 3879],
          ['source-metadata-without-page', 947],
        ]),
      );
      expect(kinds.get('pressmeddelanden')).toBe(5090);
      expect(kinds.has(null)).toBe(false);
    });

    test('no markup is left in any text, and every page has title and address', () => {
      // One page prints double stars of its own, before footnotes.
      expect(odd.length).toBeLessThanOrEqual(1);
    });

    test('leads, tables, contacts and odd characters come through', () => {
      expect(counts.lead).toBeGreaterThan(5000);
      expect(counts.tables).toBeGreaterThanOrEqual(44);
      expect(counts.contacts).toBeGreaterThan(100);
      expect(counts.softHyphens).toBeGreaterThan(600);
      expect(counts.noBreak).toBeGreaterThan(1500);
    });
  },
);
