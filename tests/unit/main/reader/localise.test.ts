import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../../../archive/authority/register.ts';
import { facetNames } from '../../../../main/contract/index.ts';
import type {
  Completion,
  FacetName,
  FacetValue,
  Hit,
  SearchAnswer,
} from '../../../../main/contract/index.ts';
import { ArchiveWords } from '../../../../main/reader/localise.ts';
import type { SeriesHead } from '../../../../main/reader/library/protocol.ts';

const registerFile = resolve(import.meta.dirname, '../../../../archive/example/register.json');
const register = openRegister(JSON.parse(readFileSync(registerFile, 'utf8')));

const seriesHead = (series: string, title: string): SeriesHead => ({
  series,
  packages: [
    {
      dir: `/p/${series}`,
      identity: series,
      manifest: { title } as SeriesHead['packages'][number]['manifest'],
    },
  ],
  register: register.data,
  withdrawals: new Map(),
});
const words = new ArchiveWords({ series: [seriesHead('nordmark', 'Nordmark')], faults: [] });

const value = (id: string, label: string): FacetValue => ({ id, label, count: 3, uncertain: 0 });

function answer(hit: Partial<Hit>, facets: Partial<Record<FacetName, readonly FacetValue[]>>): SearchAnswer {
  const none = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as SearchAnswer['facets'];
  return {
    queryId: 1,
    understood: { clauses: [], problems: [] },
    total: 1,
    possible: 0,
    fallback: null,
    suggestions: [],
    offset: 0,
    hits: [{ kind: 'Tal', kindId: 'tal', subjects: [], ...hit } as unknown as Hit],
    facets: { ...none, ...facets },
  };
}

describe('an answer in the language of the interface', () => {
  it('has kinds in English for English, as they were for Swedish', () => {
    const asked = answer({}, { kind: [value('tal', 'Tal')] });
    expect(words.answer(asked, 'en').hits[0]?.kind).toBe('Speech');
    expect(words.answer(asked, 'en').facets.kind).toEqual([value('tal', 'Speech')]);
    expect(words.answer(asked, 'sv')).toEqual(asked);
  });

  it('leaves what the register does not know, and the names of people, as they are', () => {
    const asked = answer(
      { kind: 'webbsida', kindId: null },
      { minister: [value('tore-lindvall', 'Tore Lindvall')] },
    );
    expect(words.answer(asked, 'en')).toEqual(asked);
    const unknown = answer({ kind: 'Okänd', kindId: 'okand' }, { kind: [value('okand', 'Okänd')] });
    expect(words.answer(unknown, 'en')).toEqual(unknown);
  });
});

describe('an answer over several series', () => {
  it('has each name in the language of the interface, with the series that it belongs to', () => {
    const both = new ArchiveWords({
      series: [seriesHead('nordmark', 'Nordmark'), seriesHead('sundrike', 'Sundrike')],
      faults: [],
    });
    const asked = answer(
      { kindId: 'sundrike:tal', kind: 'Tal (Sundrike)' },
      { kind: [value('nordmark:tal', 'Tal (Nordmark)'), value('sundrike:tal', 'Tal (Sundrike)')] },
    );
    const { facets, hits } = both.answer(asked, 'en');
    expect(facets.kind.map(({ label }) => label)).toEqual(['Speech (Nordmark)', 'Speech (Sundrike)']);
    expect(hits[0]?.kind).toBe('Speech (Sundrike)');
    expect(both.answer(asked, 'sv')).toEqual(asked);
  });
});

describe('governments along the time', () => {
  const range = { from: '2014-01-01', to: '2014-12-31' };

  it('are those in office on any of the days, the one that leaves and the one that comes', () => {
    const names = words.governments(range);
    expect(names.length).toBeGreaterThan(1);
    expect(names[0]?.to).toBe(names[1]?.from);
    for (const { id, label, from, to } of names) {
      expect(label).toBe(register.governmentsOn(range).find((one) => one.id === id)?.name);
      expect(from <= range.to && (to ?? range.from) >= range.from).toBe(true);
    }
  });

  it('are told apart by series where there are several', () => {
    const both = new ArchiveWords({
      series: [seriesHead('nordmark', 'Nordmark'), seriesHead('sundrike', 'Sundrike')],
      faults: [],
    });
    const [first] = words.governments(range);
    expect(both.governments(range)).toHaveLength(words.governments(range).length * 2);
    expect(both.governments(range)[0]).toEqual({
      ...first,
      id: `nordmark:${first?.id}`,
      label: `${first?.label} (Nordmark)`,
    });
  });
});

describe('completions in the language of the interface', () => {
  const completion = (over: Partial<Completion>): Completion => ({
    facet: 'subject',
    id: 'energi',
    label: 'Energi',
    detail: '(Energy)',
    releases: 3,
    from: 0,
    to: 4,
    ...over,
  });

  it('call subjects by their names in it, and say what they were found by only where that is another', () => {
    const found = [completion({}), completion({ detail: null })];
    expect(words.completions(found, 'sv')).toEqual(found);
    expect(words.completions(found, 'en')).toEqual([
      completion({ label: 'Energy', detail: null }),
      completion({ label: 'Energy', detail: null }),
    ]);
  });

  it('leave what the register does not know, and the names of people, as they are', () => {
    const found = [
      completion({ id: 'okand', label: 'Okänd', detail: null }),
      completion({ facet: 'minister', id: 'tore-lindvall', label: 'Tore Lindvall', detail: null }),
    ];
    expect(words.completions(found, 'en')).toEqual(found);
  });
});
