import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import { NamedSections } from './named-sections.ts';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import type { AskedClause, Example } from './lunr-oracle.ts';
import { asking, mismatch, numberNodesFrom, packedIndex, stockIndex } from './lunr-oracle.ts';
import { STOPS_A } from './random-corpus.ts';
import { randomNumbers } from './zipf-corpus.ts';

const { REQUIRED, PROHIBITED } = lunr.Query.presence;

/** Two fields of these names; `title` holds one word of each text, `body` the text. */
function exampleOf(fields: readonly string[], texts: readonly string[]): Example {
  const [title = '', body = ''] = fields;
  return {
    settings: {
      fields: fields.map((name) => ({ name, boost: 1 })),
      b: 0.75,
      k1: 1.2,
      pipeline: [],
      searchPipeline: [],
      positions: false,
    },
    documents: texts.map((text, n) => ({
      ref: String(n),
      fields: Object.fromEntries([
        [title, text.split(' ')[0]],
        [body, text],
      ]),
    })),
  };
}

const texts = ['bro hamn', 'skola hamn vall', 'bro bro', 'å'];

function refsOf(answer: readonly { readonly ref: string }[]): readonly string[] {
  return answer.map(({ ref }) => ref).toSorted();
}

describe('where stock Lunr throws', () => {
  it('on a required clause of which the pipeline leaves nothing, nothing is found, wherever it stands', () => {
    const plain = exampleOf(['title', 'body'], texts);
    const example = { ...plain, settings: { ...plain.settings, searchPipeline: [STOPS_A] } };
    const stopped = { term: 'alla', presence: REQUIRED };
    const kept = { term: 'bro', presence: REQUIRED };
    expect(() => stockIndex(example).query(asking([stopped, kept]))).toThrow(TypeError);
    expect(stockIndex(example).query(asking([kept, stopped]))).toEqual([]);
    expect(packedIndex(example).query(asking([stopped, kept]))).toEqual([]);
    expect(packedIndex(example).query(asking([kept, stopped]))).toEqual([]);
  });

  it('on a field called _index, it is a field like any other', () => {
    expect(() => stockIndex(exampleOf(['_index', 'body'], texts))).toThrow(TypeError);
    const renamed = stockIndex(exampleOf(['other', 'body'], texts));
    const packed = packedIndex(exampleOf(['_index', 'body'], texts));
    expect(
      mismatch(renamed.query(asking([{ term: 'bro' }])), packed.query(asking([{ term: 'bro' }]))),
    ).toBeNull();
  });

  it.each(['other', '_index', 'constructor', '__proto__'])(
    'on a clause for a field %s that there is not, nothing is found there',
    (field) => {
      const example = exampleOf(['title', 'body'], texts);
      const [stock, packed] = [stockIndex(example), packedIndex(example)];
      const clause = { term: 'bro', fields: [field] };
      expect(() => stock.query(asking([clause]))).toThrow(TypeError);
      expect(packed.query(asking([clause]))).toEqual([]);
      const beside = { term: 'bro', fields: ['title', field] };
      expect(refsOf(packed.query(asking([beside])))).toEqual(['0', '2']);
      expect(packed.query(asking([{ ...clause, presence: REQUIRED }, { term: 'hamn' }]))).toEqual([]);
      const without = [{ ...clause, presence: PROHIBITED }, { term: 'hamn' }];
      expect(refsOf(packed.query(asking(without)))).toEqual(['0', '1']);
    },
  );
});

describe('where stock Lunr is wrong without a word', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'a field called %s scores as any other, where Lunr scores nothing',
    (name) => {
      const ask = asking([{ term: 'bro', fields: [name] }]);
      const stock = stockIndex(exampleOf([name, 'body'], texts)).query(ask);
      expect(stock.map(({ score }) => score)).toEqual([0, 0]);
      const renamed = stockIndex(exampleOf(['other', 'body'], texts));
      const packed = packedIndex(exampleOf([name, 'body'], texts));
      const expected = renamed.query(asking([{ term: 'bro', fields: ['other'] }]));
      expect(mismatch(expected, packed.query(ask))).toBeNull();
    },
  );

  it('a document without such a field has nothing in it, where Lunr indexes what every object inherits', () => {
    const builder = new lunr.Builder();
    builder.field('constructor', {});
    builder.add({ id: 'a' });
    expect(builder.build().search('function')).toHaveLength(1);
    const example = { ...exampleOf(['constructor'], []), documents: [{ ref: 'a', fields: {} }] };
    expect(packedIndex(example).terms()).toEqual([]);
  });

  it('a ref that is there already is refused, where Lunr mixes the two documents', () => {
    const example = exampleOf(['title', 'body'], ['bro', 'hamn']);
    const twice = { ...example, documents: example.documents.map((one) => ({ ...one, ref: 'x' })) };
    const [mixed] = stockIndex(twice).query(asking([{ term: 'bro' }]));
    expect(mixed).toMatchObject({ ref: 'x', score: 0 });
    expect(() => packedIndex(twice)).toThrow(RangeError);
  });

  it('a required clause for an unknown field and an unknown term is not met, where Lunr passes it over', () => {
    const example = exampleOf(['title', 'body'], texts);
    const clauses: AskedClause[] = [
      { term: 'saknas', fields: ['other'], presence: REQUIRED },
      { term: 'bro' },
    ];
    expect(refsOf(stockIndex(example).query(asking(clauses)))).toEqual(['0', '2']);
    expect(packedIndex(example).query(asking(clauses))).toEqual([]);
  });

  it('numbers are all found, where Lunr’s automaton takes two of its nodes for one', () => {
    const random = randomNumbers(1876);
    const numbers = new Set<string>();
    while (numbers.size < 200) numbers.add(String(Math.floor(10 ** (6 * random()))));
    const example = exampleOf(['title', 'body'], [...numbers]);
    const stock = withFreshAutomata(() => stockIndex(example));
    const packed = packedIndex(example);
    const found = (index: Pick<lunr.Index, 'query'> | PackedIndex, term: string): number =>
      index.query(asking([{ term }])).length;
    expect([...numbers].filter((term) => found(stock, term) === 0)).toEqual(['887122']);
    expect(() => stock.query(asking([{ term: '887*' }]))).toThrow(TypeError);
    expect([...numbers].filter((term) => found(packed, term) !== 1)).toEqual([]);
    expect(refsOf(packed.query(asking([{ term: '887122*' }])))).toHaveLength(1);
  });

  it('documents that score the same come in their own order, where Lunr goes by clause', () => {
    const example = exampleOf(['title', 'body'], ['hamn', 'bro']);
    const ask = asking([{ term: 'bro' }, { term: 'hamn' }]);
    expect(
      stockIndex(example)
        .query(ask)
        .map(({ ref }) => ref),
    ).toEqual(['1', '0']);
    expect(
      packedIndex(example)
        .query(ask)
        .map(({ ref }) => ref),
    ).toEqual(['0', '1']);
  });
});

/** Work done as in a process that has not used Lunr yet: the nodes of automata are numbered from 1. */
function withFreshAutomata<T>(work: () => T): T {
  const numbering = lunr.TokenSet as unknown as Record<'_nextId', number>;
  numbering['_nextId'] = 1;
  try {
    return work();
  } finally {
    numberNodesFrom(1e9);
  }
}

describe('where stock Lunr never ends', () => {
  const packed = packedIndex(
    exampleOf(['title', 'body'], ['pressmeddelande', 'pressmeddelandet', 'hamn', 'hamm']),
  );

  it.each([
    [-1, ['2']],
    [0.5, ['2']],
    [1.5, ['2', '3']],
    [Number.NaN, ['2']],
    [undefined, ['2']],
  ])('an edit distance of %s counts as the whole number below it, from 0', (editDistance, refs) => {
    const clause = { term: 'hamn', editDistance } as unknown as AskedClause;
    expect(refsOf(packed.query(asking([clause])))).toEqual(refs);
  });

  it('a large edit distance on a long term is answered', () => {
    expect(refsOf(packed.query(asking([{ term: 'pressmeddelande', editDistance: 6 }])))).toEqual(['0', '1']);
    const distant = { term: 'pressmeddelande', editDistance: Number.POSITIVE_INFINITY };
    expect(packed.query(asking([distant]))).toHaveLength(4);
  });

  it('many stars in a term are answered', () => {
    const long = packedIndex(exampleOf(['title', 'body'], ['a'.repeat(60)]));
    expect(long.query(asking([{ term: '*a'.repeat(25) }]))).toHaveLength(1);
    expect(long.query(asking([{ term: `${'*a'.repeat(25)}*b` }]))).toHaveLength(0);
  });
});

describe('what both do that may surprise', () => {
  it('boosts that are no numbers, or have no end, leave a field without a score', () => {
    const example = exampleOf(['title', 'body'], texts);
    for (const boost of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200]) {
      const ask = asking([{ term: 'bro', boost, fields: ['title'] }, { term: 'hamn' }]);
      const [stock, packed] = [stockIndex(example).query(ask), packedIndex(example).query(ask)];
      expect(mismatch(stock, packed)).toBeNull();
    }
  });

  it('an empty term has a place in a document’s length but is never found', () => {
    const example: Example = {
      ...exampleOf(['title'], []),
      documents: [
        { ref: 'a', fields: { title: ['', '', 'bro'] } },
        { ref: 'b', fields: { title: ['bro'] } },
      ],
    };
    const [stock, packed] = [stockIndex(example), packedIndex(example)];
    for (const term of ['', '*', '**'])
      for (const usePipeline of [true, false]) {
        const ask = asking([{ term, usePipeline }]);
        expect(mismatch(stock.query(ask), packed.query(ask))).toBeNull();
      }
    const [first, second] = packed.query(asking([{ term: 'bro' }]));
    expect(first?.score).toBeGreaterThan(second?.score ?? Number.POSITIVE_INFINITY);
  });

  it('an index without documents, or without fields, finds nothing', () => {
    for (const example of [exampleOf(['title', 'body'], []), exampleOf([], ['bro'])])
      for (const clauses of [
        [],
        [{ term: 'bro' }],
        [{ term: '*' }],
        [{ term: 'bro', presence: PROHIBITED }],
      ]) {
        const [stock, packed] = [stockIndex(example), packedIndex(example)];
        expect(mismatch(stock.query(asking(clauses)), packed.query(asking(clauses)))).toBeNull();
        expect(packed.query(asking(clauses))).toEqual([]);
      }
  });

  it('a term of a hundred thousand letters is a term', () => {
    const long = 'å'.repeat(100_000);
    const example = exampleOf(['title', 'body'], [`${long}a`, `${long}b`, 'bro']);
    const [stock, packed] = [stockIndex(example), packedIndex(example)];
    for (const term of [`${long}a`, `${long}*`, '*b']) {
      const ask = asking([{ term, usePipeline: false }]);
      expect(packed.query(ask).length).toBeGreaterThan(0);
      expect(mismatch(stock.query(ask), packed.query(ask))).toBeNull();
    }
  });
});

describe('documents without names', () => {
  it('are called by their numbers', () => {
    const { settings } = exampleOf(['title', 'body'], []);
    const builder = new PackedBuilder(settings);
    builder.begin();
    builder.begin();
    builder.addTerm(0, 'bro', 0);
    const sections = new NamedSections();
    builder.finish(sections, '');
    const packed = PackedIndex.of(PackedSegment.open(sections, ''));
    expect(packed.query(asking([{ term: 'bro' }]))).toMatchObject([{ ref: '1', document: 1 }]);
    expect(sections.names).not.toContain('refs');
  });
});
