import * as fc from 'fast-check';
import lunr from 'lunr';
import { PIPELINE_NAME } from '../../../../../archive/search/core/text/swedish.ts';
import type { IndexSettings } from '../../../../../archive/search/core/packed/settings.ts';
import type { AskedClause, Example, ExampleDocument } from './lunr-oracle.ts';

/** A pipeline function that stops the terms that begin with an a. */
export const STOPS_A = 'test-stop-a';

/** Pipeline functions that do what Lunr allows and few do. */
const unusual: Readonly<Record<string, lunr.PipelineFunction>> = {
  /** One token becomes two. */
  'test-twofold': (token) => [token, token.clone((text) => `${text}b`)],
  /** Nothing gets through. */
  'test-nothing': () => undefined as unknown as lunr.Token,
  [STOPS_A]: (token) => (token.toString().startsWith('a') ? null : token),
  /** Terms become empty, which is not the same as stopped. */
  'test-empty-b': (token) => token.update((text) => (text.startsWith('b') ? '' : text)),
  /** What comes out hangs on the fields that a token is for. */
  'test-fields': (token) =>
    token.update((text) => text + String((token as unknown as TokenInside).metadata['fields']?.length)),
  /** What comes out hangs on where a token stands and on its neighbours. */
  'test-place': (token, index, tokens) =>
    token.update((text) => (index % 3 === 2 ? text + tokens.length : text)),
};

interface TokenInside {
  readonly metadata: { readonly fields?: readonly string[] };
}

for (const [name, work] of Object.entries(unusual))
  if (!(name in (lunr.Pipeline as unknown as { registeredFunctions: object }).registeredFunctions))
    lunr.Pipeline.registerFunction(work, name);

/** Words that trip up tables made of plain objects, and units that trip up encodings. */
export const hostileWords = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '_index',
  'length',
  'null',
  'undefined',
  '*',
  'a*b',
  '~',
  'a~1',
  '/',
  'a/b',
  '😀',
  'a😀',
  '\ud83d',
  '\ude00',
  'a\ud83d',
  '\ue000',
  '\uffff',
  '\u0000',
  '\u007f\u0080',
  '\u07ff\u0800',
  'a\u0fff',
  'åäö',
  'a\u0301',
  '\u00df',
  'a'.repeat(300),
  `${'ab'.repeat(150)}c`,
] as const;

const letters = fc.constantFrom('a', 'b', 'c', 'a', 'b', 'a');
const rareLetters = fc.constantFrom(
  'å',
  'ä',
  '*',
  '1',
  '2',
  '12',
  '😀',
  '\ud83d',
  '\ue000',
  '\u0fff',
  '.',
  "'",
  'S',
);

/** Few letters, so that terms meet and share beginnings and ends. */
const plainWord = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
const oddWord = fc.string({
  unit: fc.oneof({ weight: 2, arbitrary: letters }, rareLetters),
  minLength: 0,
  maxLength: 4,
});
const inflected = fc.constantFrom(
  'skola',
  'skolan',
  'skolor',
  'och',
  'running',
  'runs',
  'the',
  'flies',
  'a.',
  '"ab"',
);

export const word = fc.oneof(
  { weight: 12, arbitrary: plainWord },
  { weight: 3, arbitrary: oddWord },
  { weight: 2, arbitrary: inflected },
  { weight: 1, arbitrary: fc.constantFrom(...hostileWords) },
);

const text = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.constantFrom(' ', ' ', ' ', '-', '\n ', '  '))
  .map(([words, gap]) => words.join(gap));

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 10, arbitrary: text },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(word, fc.constantFrom(null, 12, 'Two words')), { maxLength: 6 }),
  },
  { weight: 1, arbitrary: fc.constantFrom(undefined, null, '', [], 2017, true) },
);

const fieldNames = ['title', 'body', 'å', '', 'length', 'a.b'] as const;
/** 0 counts as none, as in Lunr. */
const boost = fc.constantFrom(1, 1, 1, 0, 0.1, 0.5, 2, 3, 10, -1);

const pipelines = fc.oneof(
  { weight: 4, arbitrary: fc.constant<readonly [string[], string[]]>([[], []]) },
  {
    weight: 2,
    arbitrary: fc.constant<readonly [string[], string[]]>([
      ['trimmer', 'stopWordFilter', 'stemmer'],
      ['stemmer'],
    ]),
  },
  { weight: 2, arbitrary: fc.constant<readonly [string[], string[]]>([[PIPELINE_NAME], [PIPELINE_NAME]]) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.subarray(['trimmer', 'test-twofold', STOPS_A, 'test-empty-b', 'test-fields', 'test-place'], {
        maxLength: 3,
      }),
      fc.subarray(['stemmer', 'test-twofold', STOPS_A, 'test-empty-b', 'test-fields', 'test-nothing'], {
        maxLength: 2,
      }),
    ),
  },
);

export const settings: fc.Arbitrary<IndexSettings> = fc
  .record({
    names: fc.shuffledSubarray([...fieldNames], { minLength: 1, maxLength: 3 }),
    boosts: fc.tuple(boost, boost, boost),
    b: fc.constantFrom(0.75, 0.75, 0.4, 0, 1, -1, 2),
    k1: fc.constantFrom(1.2, 1.2, 0, 0.5, 2, 10),
    pipelines,
    positions: fc.boolean(),
  })
  .map(({ names, boosts, b, k1, pipelines: [pipeline, searchPipeline], positions }) => ({
    fields: names.map((name, n) => ({ name, boost: boosts[n] ?? 1 })),
    b,
    k1,
    pipeline,
    searchPipeline,
    positions,
  }));

const ref = fc.oneof(
  { weight: 4, arbitrary: fc.nat(500).map(String) },
  { weight: 2, arbitrary: plainWord },
  { weight: 1, arbitrary: fc.constantFrom('', ...hostileWords) },
);

/** Documents for the fields of some settings. */
export function documentsFor(of: IndexSettings, maxLength: number): fc.Arbitrary<readonly ExampleDocument[]> {
  const fields = fc.record(Object.fromEntries(of.fields.map(({ name }) => [name, value])), {
    requiredKeys: [],
  });
  const document = fc
    .record({ ref, fields, boost: fc.option(boost, { freq: 3 }) })
    .map(({ boost, ...rest }) => (boost === null ? rest : { ...rest, boost }));
  return fc.uniqueArray(document, { maxLength, selector: (one) => one.ref });
}

/** Small enough that a counterexample can be read. */
export const smallExample: fc.Arbitrary<Example> = settings.chain((of) =>
  documentsFor(of, 14).map((documents) => ({ settings: of, documents })),
);

/** A term as it may stand in a query: a word, or one with stars in it. */
const pattern = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 3, arbitrary: plainWord.map((one) => `${one.slice(0, 2)}*`) },
  { weight: 2, arbitrary: plainWord.map((one) => `*${one.slice(-2)}`) },
  {
    weight: 2,
    arbitrary: fc.tuple(plainWord, plainWord).map(([a, b]) => `${a.slice(0, 1)}*${b.slice(-1)}`),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 4 }) },
);

/** Such terms, but also those of a corpus and what lies near them. */
function termIn(vocabulary: readonly string[]): fc.Arbitrary<string> {
  if (vocabulary.length === 0) return pattern;
  const known = fc.constantFrom(...vocabulary);
  return fc.oneof(
    { weight: 2, arbitrary: pattern },
    { weight: 4, arbitrary: known },
    { weight: 1, arbitrary: known.map((one) => `${one.slice(0, 1 + Math.floor(one.length / 2))}*`) },
    { weight: 1, arbitrary: known.map((one) => `*${one.slice(Math.floor(one.length / 2))}`) },
  );
}

const presence = fc.constantFrom(
  lunr.Query.presence.OPTIONAL,
  lunr.Query.presence.OPTIONAL,
  lunr.Query.presence.REQUIRED,
  lunr.Query.presence.PROHIBITED,
);
const clauseBoost = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(1, 1, 0, 0.25, 2, 10, -1, 1e-3) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e200) },
);

/** Longer terms would keep stock Lunr busy for minutes. */
const LONGEST_FUZZY = 12;

function clauseFor(names: readonly string[], vocabulary: readonly string[]): fc.Arbitrary<AskedClause> {
  return fc
    .record(
      {
        term: termIn(vocabulary),
        fields: fieldsAmong(names),
        boost: clauseBoost,
        presence,
        wildcard: fc.constantFrom(0, 1, 2, 3),
        editDistance: fc.constantFrom(0, 1, 1, 2),
        usePipeline: fc.boolean(),
      },
      { requiredKeys: ['term'] },
    )
    .chain((clause) => fc.constantFrom(...thinned(clause)));
}

/** Some fields, at times all, rarely none or one of them twice. */
function fieldsAmong(names: readonly string[]): fc.Arbitrary<string[]> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.shuffledSubarray([...names], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }) },
  );
}

/** A clause with all it was given, and ones with less of it, so that plain clauses are common. */
function thinned(clause: AskedClause): readonly AskedClause[] {
  const { wildcard, editDistance, ...plain } = clause;
  const fuzzy = editDistance === undefined || clause.term.length > LONGEST_FUZZY ? {} : { editDistance };
  const truncated = wildcard === undefined ? {} : { wildcard };
  return [plain, { ...plain, ...truncated }, { ...plain, ...fuzzy }, { ...plain, ...truncated, ...fuzzy }];
}

/** A query: mostly one to three clauses, at times none or only prohibited ones. */
export function queryFor(
  names: readonly string[],
  vocabulary: readonly string[] = [],
): fc.Arbitrary<readonly AskedClause[]> {
  const clause = clauseFor(names, vocabulary);
  const prohibited = clause.map((one): AskedClause => ({ ...one, presence: lunr.Query.presence.PROHIBITED }));
  return fc.oneof(
    { weight: 16, arbitrary: fc.array(clause, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(prohibited, { maxLength: 2 }) },
  );
}
