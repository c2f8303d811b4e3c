import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../../archive/model/canonical-json.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';
import { fixture, fixtureFolder } from '../../../fixtures/sources/fixture.ts';
import { read, Scratch } from '../../../fixtures/sources/reading.ts';
import type { Read } from '../../../fixtures/sources/reading.ts';

let scratch: Scratch;

beforeEach(() => {
  scratch = new Scratch();
});

afterEach(() => {
  scratch.remove();
});

describe('a g0v tree', () => {
  const tree = join(fixtureFolder, 'g0v');

  test('gives each page with what the tree lists of it', async () => {
    const { said, pages } = await read([tree]);
    const page = said.get('pressmeddelanden/2017/12/tva-nya-fyrar-byggs.md');
    expect(page).toMatchObject({
      title: 'Två nya fyrar byggs',
      kind: 'pressmeddelanden',
      language: null,
      senders: [],
      tags: [
        { role: 'sender', code: '7001', label: null },
        { role: 'sender', code: '1500', label: null },
        { role: 'type', code: '1334', label: null },
        { role: 'category', code: '1700', label: null },
      ],
      dates: [
        { role: 'published', where: 'meta', text: '2017-12-08' },
        { role: 'updated', where: 'meta', text: '2017-12-11' },
      ],
      contacts: [['Kontaktperson', 'Siv Ekblad', '010-555 01 00']],
      attachments: [
        { label: 'Ritning (pdf 3 MB)', href: 'https://www.regeringen.se/contentassets/abc/ritning.pdf' },
      ],
      shortcuts: [{ label: 'Fyrarnas vänner', href: 'https://fyrar.nordland.example/' }],
      source: {
        address: 'https://www.regeringen.se/pressmeddelanden/2017/12/tva-nya-fyrar-byggs',
        fetched: null,
        mediaType: 'text/markdown',
        parser: 'g0v/1',
      },
    });
    expect(notation([...(page?.lead ?? []), ...(page?.body ?? [])])).toEqual([
      'p Staten bygger två nya fyrar vid norra grunden.',
      'q – Nu blir det ljusare, säger fiskeminister Olle Tunberg.',
      'h2 Så fördelas pengarna',
      '|= Fyr | Miljoner',
      '| Norra grund | 12',
      '| Södra grund* | 9',
      'p *Beloppet är preliminärt.',
      '* Bygget börjar i maj',
      '  * med grunden',
      '  * och sedan tornet',
      '* Det är klart i [oktober](https://www.regeringen.se/kalender/2018/10/).',
    ]);
    const own = pages.find((one) => one.said === page);
    const listed: unknown = JSON.parse(fixture('g0v/pressmeddelanden.json'))[0];
    expect(new TextDecoder().decode(own?.metadata)).toBe(canonicalJson(listed));
    expect(new TextDecoder().decode(own?.original)).toBe(
      fixture('g0v/pressmeddelanden/2017/12/tva-nya-fyrar-byggs.md'),
    );
  });

  test('gives pages that it does not list, with address and kind by their place', async () => {
    const { said } = await read([tree]);
    expect(said.get('rattsliga-dokument/proposition/2018/04/prop.-20171899.md')).toMatchObject({
      title: 'En lag om fyrar',
      designations: ['Prop. 2017/18:99'],
      kind: 'rattsliga-dokument/proposition',
      dates: [],
      tags: [],
      source: { address: 'https://www.regeringen.se/rattsliga-dokument/proposition/2018/04/prop.-20171899' },
    });
    expect(said.get('rattsliga-dokument/kommittedirektiv/2018/02/dir.-20187.md')).toMatchObject({
      title: 'Fyrarnas framtid',
      designations: ['Dir. 2018:7'],
    });
  });

  test('keeps soft hyphens, NBSP, zero-width and decomposed characters, and resolves escapes', async () => {
    const page = (await read([tree])).said.get('uttalanden/2018/05/tecken.md');
    expect(page?.title).toBe('F\u00F6r\u00ADsvars\u00ADl\u00E4get vid Ska\u030Ala\u0308n');
    expect(notation(page?.body ?? [])).toEqual([
      'p Det kostar 300\u00A0000 kronor\u200B i a\u030Ar.',
      'p #Fyrar * 5 _ 6 [7]',
    ]);
  });

  test('an address listed twice gives both pages, capitals in it kept', async () => {
    const { pages } = await read([tree]);
    const twice = pages.filter(({ said }) => said.source.file.endsWith('Fyrvaktare-utsedd.md'));
    expect(twice.map(({ said }) => said.dates.map(({ text }) => text))).toEqual([
      ['2018-01-09'],
      ['2018-01-09', '2018-01-10'],
    ]);
    expect(new Set(twice.map(({ said }) => said.source.address))).toEqual(
      new Set(['https://www.regeringen.se/pressmeddelanden/2018/01/Fyrvaktare-utsedd']),
    );
  });

  test('reports an empty page, which it keeps, and an entry without a page; its lists of codes are no pages', async () => {
    const { problems, said } = await read([tree]);
    expect(problems).toEqual([
      {
        code: 'source-page-without-text',
        file: 'pressmeddelanden/2018/01/ny-ambassador.md',
        params: { title: 'Ny ambassadör' },
      },
      {
        code: 'source-metadata-without-page',
        file: 'pressmeddelanden.json',
        line: 43,
        params: { url: '/pressmeddelanden/2018/01/borta/', title: 'Sidan som aldrig sparades' },
      },
    ]);
    expect(said.has('pressmeddelanden/2018/01/ny-ambassador.md')).toBe(true);
  });

  test('is the same tree in a .tar.gz, whatever the order in it', async () => {
    const archive = join(scratch.folder, 'tree.tar.gz');
    execFileSync('tar', [
      '-czf',
      archive,
      '-C',
      fixtureFolder,
      '--sort=name',
      'g0v/tal',
      'g0v/uttalanden',
      'g0v/rapporter',
      'g0v/rattsliga-dokument',
      'g0v/pressmeddelanden',
      'g0v/api',
      'g0v/pressmeddelanden.json',
    ]);
    const [fromFolder, fromArchive] = [await read([tree]), await read([archive])];
    const words = ({ pages }: Read): readonly string[] =>
      pages
        .map(({ said }) =>
          canonicalJson({
            ...said,
            source: { ...said.source, file: said.source.file.replace(/^g0v\//u, '') },
          }),
        )
        .toSorted();
    expect(words(fromArchive)).toEqual(words(fromFolder));
    expect(fromArchive.problems.map(({ code }) => code).toSorted()).toEqual(
      fromFolder.problems.map(({ code }) => code).toSorted(),
    );
  });

  test('in another state has its own site, by a list or an option', async () => {
    cpSync(join(tree, 'tal'), join(scratch.folder, 'trad/tal'), { recursive: true });
    scratch.put('trad/tal.json', '[{"title":"Tal på fyrarnas dag","url":"/tal/2018/03/fyrarnas-dag/"}]');
    const csv = scratch.put(
      'sources.csv',
      'file,address,fetched\ntrad,https://www.regering.nordland.example,2026-01-29\n',
    );
    const listed = await read([join(scratch.folder, 'trad')], { sourcesCsv: csv });
    expect(listed.problems).toEqual([]);
    expect(listed.pages[0]?.said.source).toMatchObject({
      address: 'https://www.regering.nordland.example/tal/2018/03/fyrarnas-dag',
      fetched: '2026-01-29',
    });
    const given = await read([join(scratch.folder, 'trad')], { site: 'https://annan.example/' });
    expect(given.pages[0]?.said.source.address).toBe('https://annan.example/tal/2018/03/fyrarnas-dag');
  });
});
