import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Language } from '../../../../archive/cli/language.ts';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import { facetNames, searchAnswerSchema } from '../../../../archive/model/search.ts';
import { releaseIdOfAddress } from '../../../../archive/package/identity.ts';
import { temporaryFolder, writeFiles, writeSmallArchive } from '../package/small-archive.ts';
import { RecordingTerminal } from './recording-terminal.ts';

const ADDRESS = 'https://regeringen.nordmark.example/pressmeddelanden/2016/05/nya-stamledningar';
const ID = releaseIdOfAddress(ADDRESS) ?? '';

let dir = '';
let bag = '';
beforeAll(async () => {
  dir = temporaryFolder();
  bag = join(dir, 'bag');
  vi.stubEnv('XDG_CACHE_HOME', join(dir, 'cache'));
  writeSmallArchive(join(dir, 'in'));
  await runCommandLine(['build', join(dir, 'in'), '--out', bag], new RecordingTerminal());
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], language: Language = 'en'): Promise<Ran> {
  const terminal = new RecordingTerminal(language);
  const code = await runCommandLine(args, terminal);
  return { code, out: terminal.out, err: terminal.err };
}

async function json(...args: readonly string[]): Promise<unknown> {
  const { code, out, err } = await run([...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as unknown;
}

const answerSchema = searchAnswerSchema.omit({ queryId: true });

async function search(...args: readonly string[]): Promise<z.infer<typeof answerSchema>> {
  return answerSchema.parse(await json('search', ...args, '--package', bag));
}

describe('lasesal build', () => {
  it('prints the report as JSON, with every part of it', async () => {
    const report = await json(
      'build',
      join(dir, 'in'),
      '--out',
      join(dir, 'other'),
      '--series',
      'prov',
      '--title',
      'Prov',
    );
    expect(report).toMatchObject({
      releases: 2,
      byKind: { pressmeddelande: 2 },
      byDatePrecision: { day: 2 },
      linkedMinisters: { strong: 1, weak: 0 },
      conflicts: [{ code: 'duplicate-release' }],
      unreadable: [],
    });
    expect(await json('inspect', join(dir, 'other'))).toMatchObject({ series: 'prov', title: 'Prov' });
  });

  it('takes the register, the day and the configuration named, and leaves originals out when asked', async () => {
    const config = join(dir, 'annan.json');
    writeFileSync(config, '{"series":"annan"}');
    const register = join(dir, 'in', 'register.json');
    const out = join(dir, 'bare');
    await json(
      'build',
      join(dir, 'in', 'sidor'),
      '--out',
      out,
      '--config',
      config,
      '--authority',
      register,
      '--date',
      '2020-02-29',
      '--no-originals',
    );
    expect(await json('inspect', out)).toMatchObject({
      series: 'annan',
      date: '2020-02-29',
      counts: { originals: 0 },
    });
  });

  it('says in words where pages and register disagree, and what could not be read', async () => {
    writeFiles(join(dir, 'mixed'), { 'trasig.txt': Uint8Array.of(0xc3, 0x28) });
    const { code, out } = await run(
      ['build', join(dir, 'in'), join(dir, 'mixed'), '--out', join(dir, 'worded')],
      'sv',
    );
    expect(code).toBe(0);
    expect(out).toContain('2 sidor, 3 versioner');
    expect(out).toContain('duplicate-release: 1');
    expect(out).toMatch(/Kunde inte läsas: 1\nsource-bad-encoding: 1\n {2}mixed\/trasig\.txt:1: Texten/u);
  });

  it('refuses a place that is taken, with what and where, in words and as JSON', async () => {
    const { code, out, err } = await run(['build', join(dir, 'in'), '--out', bag, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ problem: { code: 'package-out-exists', file: bag, params: {} } });
    expect(err).toContain(`${bag}: There is something in`);
  });
});

describe('lasesal inspect and verify', () => {
  it('tell what a package says of itself, in the language of the environment', async () => {
    expect((await run(['inspect', bag], 'sv')).out).toMatch(/^Titel {9}Nordmarks pressmeddelanden$/mu);
    expect((await run(['inspect', bag], 'en')).out).toMatch(/^Title {9}Nordmarks pressmeddelanden$/mu);
    expect(await json('inspect', bag)).toMatchObject({
      format: 1,
      series: 'nordmark',
      counts: { releases: 2, versions: 3 },
    });
  });

  it('find a package intact, or give 1 and name what is damaged', async () => {
    const copy = join(dir, 'copy');
    await run(['build', join(dir, 'in'), '--out', copy]);
    expect(await json('verify', copy)).toMatchObject({ ok: true, problems: [] });
    writeFileSync(
      join(copy, 'bag-info.txt'),
      readFileSync(join(copy, 'bag-info.txt'), 'utf8').replace('Fria', 'Dyra'),
    );
    const { code, out } = await run(['verify', copy, '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { ok: false, problems: [{ code: 'package-entry-damaged', file: 'bag-info.txt' }] },
    ]);
    expect((await run(['verify', copy], 'sv')).out).toContain('SKADAT');
  });

  it('refuse a folder that is no package', async () => {
    for (const command of ['inspect', 'verify']) {
      const { code, out } = await run([command, join(dir, 'in'), '--json']);
      expect([code, JSON.parse(out)]).toMatchObject([1, { problem: { code: 'package-not-a-bag' } }]);
    }
  });
});

describe('lasesal search', () => {
  it('searches packages of one series as one, in whatever order they are named', async () => {
    const [later, delta] = [join(dir, 'later'), join(dir, 'delta')];
    const text = readFileSync(join(dir, 'in', 'sidor', 'elnat.txt'), 'utf8');
    writeSmallArchive(later, { 'sidor/elnat.txt': text.replace('Ledningen behövs', 'Sjökabeln behövs') });
    await json('build', later, '--out', delta, '--previous', bag);
    const both = ['--package', delta, '--package', bag];
    const found = async (query: string): Promise<number> => {
      const { total, fallback } = answerSchema.parse(await json('search', query, ...both));
      return fallback === null ? total : 0;
    };
    expect([await found('sjökabeln'), await found('=ledningen'), await found('')]).toEqual([1, 0, 1]);
    expect((await search('=ledningen')).total).toBe(1);
  });

  it('tells people of several series apart', async () => {
    const other = join(dir, 'annan-serie');
    await json('build', join(dir, 'in'), '--out', other, '--series', 'sydmark', '--title', 'Sydmarks arkiv');
    const both = ['--package', bag, '--package', other];
    const { code, err } = await run(['search', '', ...both, '--minister', 'Karim Nordh']);
    expect([code, err.includes('nordmark:karim-nordh'), err.includes('sydmark:karim-nordh')]).toEqual([
      1,
      true,
      true,
    ]);
    const { total, hits } = answerSchema.parse(
      await json('search', '', ...both, '--minister', 'sydmark:karim-nordh'),
    );
    expect([total, hits[0]?.ministers[0]?.person]).toEqual([1, 'Karim Nordh (Sydmarks arkiv)']);
  });

  it('finds releases by their words, with labels, ids, snippet and every facet', async () => {
    const { total, hits, facets } = await search('stamledning');
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({
      id: ID,
      url: ADDRESS,
      title: 'Nya stamledningar till Norrvik',
      kind: 'Pressmeddelande',
      kindId: 'pressmeddelande',
      date: { edtf: '2016-05-12', basis: 'text' },
      ministers: [
        { person: 'Karim Nordh', personId: 'karim-nordh', role: 'energiminister', strength: 'strong' },
      ],
      governments: [{ id: 'ahlgren-i', label: 'Regeringen Ahlgren I', certain: true }],
    });
    expect(Object.keys(facets).toSorted()).toEqual([...facetNames].toSorted());
    expect(facets.minister).toMatchObject([{ id: 'karim-nordh', label: 'Karim Nordh', count: 1 }]);
  });

  it('narrows by names or ids, by day, month or year, and takes the rest of a long result', async () => {
    expect((await search('', '--minister', 'karim nordh', '--role', 'energiminister')).total).toBe(1);
    expect((await search('', '--minister', 'karim-nordh', '--department', 'Energidepartementet')).total).toBe(
      1,
    );
    expect(
      (await search('', '--government', 'Regeringen Ahlgren I', '--kind', 'press release', '--withdrawn'))
        .total,
    ).toBe(2);
    expect((await search('', '--from', '2016-05-13', '--withdrawn')).total).toBe(1);
    expect((await search('', '--to', '2016-04')).total).toBe(0);
    expect((await search('', '--year', '2016', '--year', '2015', '--mandate', '2014-2018')).total).toBe(1);
    const rest = await search('', '--withdrawn', '--sort', 'oldest', '--offset', '1', '--limit', '5');
    expect([rest.total, rest.offset, rest.hits.map(({ date }) => date.edtf)]).toEqual([2, 1, ['2016-05-20']]);
  });

  it('takes a query that begins with a dash', async () => {
    expect((await search('-stamledning', '--withdrawn')).total).toBe(1);
  });

  it('is read by a person too', async () => {
    const { code, out } = await run(['search', 'norrvik', '--package', bag], 'sv');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^1 träff\n\nSökt som:\n  norrvik\n\n 1\. Nya stamledningar till Norrvik\n {4}12 maj 2016/u,
    );
    expect(out).toContain('Minister: Karim Nordh 1');
  });

  it('refuses a filter that nothing answers to, with the nearest names', async () => {
    const { code, out, err } = await run(
      ['search', '', '--package', bag, '--minister', 'Karin Nord', '--json'],
      'sv',
    );
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { problem: { code: 'filter-unknown', params: { option: '--minister' } } },
    ]);
    expect(err).toContain('Karim Nordh');
  });
});

describe('lasesal show', () => {
  it('shows a release by id, the start of one, version or address', async () => {
    const shown = z.object({
      id: z.string(),
      version: z.string(),
      state: z.string(),
      versions: z.array(z.string()),
    });
    const whole = shown.parse(await json('show', ID, '--package', bag));
    expect(whole).toMatchObject({ id: ID, state: 'live' });
    const [leading, former = ''] = whole.versions;
    expect(whole.version).toBe(leading);
    expect(await json('show', ID.slice(0, 4), '--package', bag)).toMatchObject({ version: leading });
    expect(await json('show', `${ADDRESS}/`, '--package', bag)).toMatchObject({ version: leading });
    expect(await json('show', `${ID}@${former.slice(0, 8)}`, '--package', bag)).toMatchObject({
      version: former,
      state: 'former',
    });
  });

  it('says that one was withdrawn, and why', async () => {
    const id = releaseIdOfAddress(ADDRESS.replace('nya-stamledningar', 'villkor-for-vattenkraften')) ?? '';
    expect(await json('show', id, '--package', bag)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: 'Fel årtal.' },
    });
    expect((await run(['show', id, '--package', bag], 'sv')).out).toContain(
      'Återkallad 2016-06-01: Fel årtal.',
    );
  });

  it('is read by a person: text, ministers and the words they were found by', async () => {
    const { out } = await run(['show', ID, '--package', bag], 'sv');
    expect(out).toMatch(
      /^Nya stamledningar till Norrvik\nPressmeddelande från Energidepartementet · 12 maj 2016\n/u,
    );
    expect(out).toContain('– Ledningen behövs före vintern, säger energiminister Karim Nordh.');
    expect(out).toContain('Karim Nordh, energiminister (säker)\n  text: ”energiminister Karim Nordh”');
  });

  it.each([
    ['an id that is not there', 'zzzzzzzz'],
    ['a start that is none', ''],
    ['a version that is not there', `${ID}@ffffffff0`],
  ])('refuses %s', async (_, id) => {
    const { code, out } = await run(['show', id, '--package', bag, '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([1, { problem: { code: 'release-not-found' } }]);
  });
});

describe('a command line that is not understood', () => {
  it.each([
    ['a command misspelt', ['serach', 'x'], 'Did you mean search?'],
    ['an option misspelt', ['search', 'x', '--package', 'p', '--minster', 'x'], 'Did you mean --minister?'],
    ['a package not named', ['search', 'x'], '--package DIR is missing.'],
    ['a query not given', ['search', '--package', 'p'], 'QUERY is missing.'],
    ['no source', ['build', '--out', 'x'], 'SOURCE is missing.'],
    ['a day that does not exist', ['build', '.', '--out', 'x', '--date', '2019-02-30'], '2019-02-30'],
    ['a series that cannot be a name', ['build', '.', '--out', 'x', '--series', 'Å'], '--series Å'],
    [
      'a sort that does not exist',
      ['search', 'x', '--package', 'p', '--sort', 'newst'],
      'Did you mean newest?',
    ],
    ['a limit that is no number', ['search', 'x', '--package', 'p', '--limit', 'ten'], '--limit ten'],
    ['a limit too great', ['search', 'x', '--package', 'p', '--limit', '501'], '--limit 501'],
    ['a bound that is no date', ['search', 'x', '--package', 'p', '--from', '2019-13'], '--from 2019-13'],
    [
      'a period that runs backwards',
      ['search', 'x', '--package', 'p', '--from', '2023', '--to', '2020'],
      '--from 2023-01-01',
    ],
    ['a year that is none', ['search', 'x', '--package', 'p', '--year', '19'], '--year 19'],
  ])('for %s gives 2, nothing on standard output, and what to do', async (_, args, words) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('gives help for all and for each command, in both languages', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('build ') as string,
    });
    expect((await run([])).code).toBe(2);
    for (const name of ['build', 'inspect', 'verify', 'search', 'show']) {
      expect(await run([name, '--help'], 'sv')).toMatchObject({
        code: 0,
        out: expect.stringContaining(`Användning: lasesal ${name}`) as string,
      });
      expect((await run([name, '-h'], 'en')).out).toContain(`Usage: lasesal ${name}`);
    }
  });
});
