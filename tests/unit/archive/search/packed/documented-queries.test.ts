import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import type { Example } from './lunr-oracle.ts';
import { mismatch, packedIndex, stockIndex } from './lunr-oracle.ts';

/** What `lunr(function () { … })` sets. */
const example: Example = {
  settings: {
    fields: [
      { name: 'title', boost: 1 },
      { name: 'body', boost: 1 },
      { name: 'name', boost: 10 },
    ],
    b: 0.75,
    k1: 1.2,
    pipeline: ['trimmer', 'stopWordFilter', 'stemmer'],
    searchPipeline: ['stemmer'],
    positions: false,
  },
  documents: [
    { ref: '1', fields: { title: 'Foo', body: 'Hello world, said the foo to the bar.', name: 'bar' } },
    { ref: '2', fields: { title: 'Hello', body: 'A fool and a zoo: too many hellos.', name: 'foofoo' } },
    { ref: '3', fields: { title: 'Bar baz', body: 'The world of bars, foos and bazaars' } },
    { ref: '4', fields: { title: 'food for the world', body: 'fo fjo foo~2 title:foo', name: '' } },
    { ref: '5', fields: { title: 'jello', body: 'help hollow hero; studying studies' }, boost: 3 },
    { ref: '6', fields: { body: 'nothing of the kind' } },
    { ref: '7', fields: { title: ['foo', 'Two words', 'bar'], body: 'foo-bar hyphens', name: 12 } },
  ],
};

/** What the type declarations of lunr leave out. */
const { QueryParser, QueryParseError } = lunr as unknown as {
  readonly QueryParser: new (search: string, query: lunr.Query) => { parse(): lunr.Query };
  readonly QueryParseError: new () => Error;
};

function parsed(search: string): (query: lunr.Query) => void {
  return (query) => void new QueryParser(search, query).parse();
}

/** The forms that Lunr's guide to searching and the comments in its source tell of. */
const searches = [
  'foo',
  'foo bar',
  'FOO',
  'foo*',
  '*oo',
  'f*o',
  '*o*',
  'foo* bar',
  'title:foo',
  'title:foo body:foo',
  'title:foo* name:bar',
  'title:foo bar',
  'foo^10',
  'foo^10 bar',
  'foo bar^2',
  'foo* bar^2 baz~1',
  'foo~1',
  'foo~2',
  'foo~1^10',
  'foo^10~1',
  'title:foo~1',
  'title:foo^10',
  'title:foo^2 +bar',
  '+foo',
  '+foo bar',
  '+foo +bar',
  '+foo -bar',
  '+foo bar -baz',
  '-foo',
  '-foo -bar',
  '-foo bar',
  '-foo +bar baz',
  '+title:foo',
  '+title:foo -body:bar',
  '-title:foo',
  '+title:foo +body:foo*',
  'hello',
  'hello world',
  'title:hello',
  'hello^10',
  'hello~2',
  'hello^5',
  'foo\\~2',
  'title\\:foo',
  'studying',
  'studied stud*',
  'foo-bar',
  'foo   bar',
  '',
  ' ',
  'the',
  '+the +foo',
  '*',
  '+*',
  '-*',
] as const;

/** The ways to ask without a string. */
const queries: Readonly<Record<string, (query: lunr.Query) => void>> = {
  'a term': (query) => query.term('foo', {}),
  'a term with fields, boost and a trailing wildcard': (query) =>
    query.term('fo', { fields: ['title'], boost: 10, wildcard: lunr.Query.wildcard.TRAILING }),
  'wildcards on both sides': (query) =>
    query.term('o', { wildcard: lunr.Query.wildcard.LEADING | lunr.Query.wildcard.TRAILING }),
  'a required term': (query) => query.term('foo', { presence: lunr.Query.presence.REQUIRED }),
  'a prohibited term': (query) => query.term('foo', { presence: lunr.Query.presence.PROHIBITED }),
  'terms of the tokenizer': (query) => query.term(lunr.tokenizer('foo bar'), {}),
  'several terms with options of their own': (query) => query.term(['foo', 'bar'], { boost: 2 }),
  'a clause': (query) => query.clause({ term: 'studies', usePipeline: true } as lunr.Query.Clause),
  'a clause past the pipeline': (query) =>
    query.clause({ term: 'studies', usePipeline: false } as lunr.Query.Clause),
  'search as you type': (query) => {
    query.term('hel', { boost: 100, usePipeline: true });
    query.term('hel', { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    query.term('hel', { boost: 1, editDistance: 1 });
  },
  'terms one after the other': (query) => query.term('foo', {}).term('bar', { boost: 0.5 }),
  nothing: () => undefined,
};

const [stock, packed] = [stockIndex(example), packedIndex(example)];

describe('the queries that Lunr documents', () => {
  it.each(searches)('%j finds what it does there', (search) => {
    const parse = parsed(search);
    expect(mismatch(stock.query(parse), packed.query(parse))).toBeNull();
  });

  it('are examples that find something, most of them', () => {
    const finding = searches.filter((search) => stock.search(search).length > 0);
    expect(finding.length / searches.length).toBeGreaterThan(0.85);
  });

  it.each(Object.entries(queries))('%s finds what it does there', (_, ask) => {
    expect(mismatch(stock.query(ask), packed.query(ask))).toBeNull();
  });

  it('hand the query as `this` too', () => {
    const ask = function ask(this: lunr.Query): void {
      this.term('foo', {});
    };
    expect(mismatch(stock.query(ask), packed.query(ask))).toBeNull();
    expect(packed.query(ask).length).toBeGreaterThan(0);
  });

  it.each(['unknown:foo', 'title:', 'foo~a', 'foo^', '+'])(
    '%j is refused by the parser there and here',
    (search) => {
      const parse = parsed(search);
      expect(() => stock.query(parse)).toThrow(QueryParseError);
      expect(() => packed.query(parse)).toThrow(QueryParseError);
    },
  );
});
