import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Evaluator } from '../../../../../archive/search/core/match/evaluator.ts';
import { plainManner as manner } from '../../../../../archive/search/core/match/manner.ts';
import { leavesFrom } from '../../../../../archive/search/core/query/leaves.ts';
import type { Leaf, NearLeaf, NearSide, QueryNode } from '../../../../../archive/search/core/query/tree.ts';
import type { FieldName } from '../../../../../archive/search/core/query/fields.ts';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { Marker } from '../../../../../archive/search/core/passage/marker.ts';
import { isLeaf } from '../../../../../archive/search/core/query/tree.ts';
import { termOf } from '../../../../../archive/search/core/text/swedish.ts';
import { formsOf, wordsOf } from '../../../../../archive/search/core/text/words.ts';
import { openLibrary } from '../small-library.ts';
import type { Library, Page } from '../small-library.ts';

function found(library: Library, node: QueryNode): readonly number[] {
  return [...new Evaluator(library.holdings).find(node, manner).refs];
}

/** The blocks of a page that a leaf's field looks at. */
function blocksOf(page: Page, field: Leaf extends { field: infer F } ? F : unknown): readonly string[] {
  const [title, lead, body] = [[page.title ?? ''], [page.lead ?? ''], page.body ?? []];
  if (field === 'titel') return title;
  if (field === 'ingress') return lead;
  return field === 'text' ? [...lead, ...body] : [...title, ...lead, ...body];
}

/** Whether a page meets a leaf, by reading it. */
function meetsLeaf(page: Page, leaf: Leaf): boolean {
  if (leaf.type === 'dates') return false;
  const blocks = blocksOf(page, leaf.field);
  const words = blocks.flatMap(wordsOf);
  switch (leaf.type) {
    case 'word': {
      const asked = termOf(leaf.word.form);
      return words.some((word) => formsOf(word).some((form) => termOf(form) === asked));
    }
    case 'phrase': {
      const asked = leaf.folded.split(' ');
      return blocks.some((block) => {
        const said = block.toLowerCase().split(/\s+/u);
        return said.some((_, at) => asked.every((word, n) => said[at + n] === word));
      });
    }
    case 'exact':
      return words.some((word) => formsOf(word).includes(leaf.word.form));
    case 'fuzzy':
      return words.some((word) =>
        formsOf(word).some(
          (form) =>
            form === leaf.word.form ||
            (termOf(form) !== null && edits(form.split(''), leaf.word.form.split('')) <= leaf.distance),
        ),
      );
    case 'near':
      return blocks.some((block) => standsNear(block.split(' '), leaf));
    case 'pattern': {
      const pattern = new RegExp(`^${leaf.pieces.join('.*')}$`, 'u');
      return words.some((word) => formsOf(word).some((form) => termOf(form) !== null && pattern.test(form)));
    }
  }
}

/** The fewest edits between two words, counted without any cleverness. */
function edits([a, ...as]: readonly string[], [b, ...bs]: readonly string[]): number {
  if (a === undefined) return b === undefined ? 0 : 1 + bs.length;
  if (b === undefined) return 1 + as.length;
  const swapped = a === bs[0] && b === as[0] ? 1 + edits(as.slice(1), bs.slice(1)) : Number.POSITIVE_INFINITY;
  if (a === b) return Math.min(edits(as, bs), swapped);
  return Math.min(1 + edits(as, [b, ...bs]), 1 + edits([a, ...as], bs), 1 + edits(as, bs), swapped);
}

function standsNear(words: readonly string[], { sides: [one, other], distance }: NearLeaf): boolean {
  const isSide = (side: NearSide, said: string | undefined): boolean =>
    said !== undefined &&
    (side.type === 'exact' ? said === side.word.form : termOf(said) === termOf(side.word.form));
  return words.some(
    (said, at) =>
      isSide(one, said) &&
      words.some((more, n) => n !== at && Math.abs(n - at) <= distance && isSide(other, more)),
  );
}

function meets(page: Page, node: QueryNode): boolean {
  switch (node.type) {
    case 'all':
      return node.of.every((part) => meets(page, part));
    case 'any':
      return node.of.some((part) => meets(page, part));
    case 'not':
      return !meets(page, node.of);
    default:
      return meetsLeaf(page, node);
  }
}

// Forms of few stems, so that stems say too little: the index alone could not answer for truncation and phrases.
const word = fc.constantFrom(
  'hamn',
  'hamnen',
  'hamnar',
  'bro',
  'broar',
  'brons',
  'vård',
  'värd',
  'vårdens',
  'och',
  'åt',
);
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const page: fc.Arbitrary<Page> = fc.record({
  title: text,
  lead: text,
  body: fc.array(text, { maxLength: 2 }),
});
const chunk = fc.constantFrom(
  'hamn',
  'broar',
  'vård',
  'värd',
  'hamn*',
  'hamna*',
  'vårde*',
  '*ar',
  '*en',
  '*am*',
  'b*r',
  '=hamn',
  '=vårdens',
  '=och',
  'hamnn~1',
  'bor~2',
  'vård~1',
);
const field = fc.constantFrom<(FieldName | null)[]>(null, null, null, 'titel', 'ingress', 'text');

const leaf: fc.Arbitrary<QueryNode> = fc
  .oneof(
    fc.record({ type: fc.constant<'chunk'>('chunk'), text: chunk, at: fc.constant(0), field }),
    fc.record({
      type: fc.constant<'phrase'>('phrase'),
      text: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      at: fc.constant(0),
      field,
    }),
  )
  .map(({ field: asked, ...rest }) => leavesFrom(rest, asked).leaves[0])
  .filter((one) => one !== undefined);

const near: fc.Arbitrary<QueryNode> = fc
  .tuple(word, fc.constantFrom('NÄRA/1', 'NEAR/2', 'NÄRA/4'), word, fc.constantFrom('', 'titel:', 'text:'))
  .map(([one, operator, other, name]) => parseQuery(`${name}(${one} ${operator} ${other})`).root)
  .filter((root) => root !== null);

const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    near,
    fc.record({
      type: fc.constantFrom<('all' | 'any')[]>('all', 'any'),
      of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant<'not'>('not'), of: tie('node') }),
  ),
}));

describe('finding what a query asks for', () => {
  it('finds the releases that reading each of them would find', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 8 }), node, (pages, asked) => {
        const expected = pages.flatMap((one, ref) => (meets(one, asked) ? [ref] : []));
        expect(found(openLibrary(pages), asked)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('marks what it finds in the texts in which it finds it, and nothing in the others', () => {
    const everywhere = fc
      .oneof(leaf, near)
      .filter((one) => isLeaf(one) && one.type !== 'dates' && one.field !== 'ingress');
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), everywhere, (pages, asked) => {
        const shown = { root: asked, manner, associated: [] };
        const marked = pages.flatMap(({ title = '', lead = '', body = [] }, ref) => {
          const inTitle = new Marker(shown, 'title').marks(title);
          const inText = new Marker(shown, 'text').marks([lead, ...body].join('\n\n'));
          return inTitle.length + inText.length > 0 ? [ref] : [];
        });
        expect(marked).toEqual(found(openLibrary(pages), asked));
      }),
      { numRuns: 300 },
    );
  });

  it('adds up what each word gives, so that more of what was asked for comes first', () => {
    const library = openLibrary([{ body: ['hamn'] }, { body: ['hamn bro'] }, { body: ['bro'] }]);
    const { root } = parseQuery('hamn ELLER bro');
    const { refs, scores } = new Evaluator(library.holdings).find(root as QueryNode, manner);
    expect([...refs]).toEqual([0, 1, 2]);
    expect(scores[1]).toBeGreaterThan(Math.max(scores[0] ?? 0, scores[2] ?? 0));
  });

  it('puts what has all alternatives before what has one of them, however much that says', () => {
    const filler = 'kaj '.repeat(200);
    const library = openLibrary([
      { title: 'hamn', lead: 'hamn hamn', body: ['hamn'] },
      { title: 'ö', body: [`${filler} hamn ${filler} bro`] },
      ...Array.from({ length: 6 }, () => ({ title: 'kaj', body: [`${filler} bro`] })),
    ]);
    expect(library.titles('hamn ELLER bro').slice(0, 2)).toEqual(['ö', 'hamn']);
  });

  it('keeps a phrase within its block, whatever white space stands in it', () => {
    const library = openLibrary([
      { body: ['den nya\u00A0\n hamnen'] },
      { body: ['den nya', 'hamnen'] },
      { title: 'den nya', lead: 'hamnen' },
      { body: ['den nya fina hamnen'] },
      { body: ['DEN NYA HAMNEN!'] },
      { body: ['den nya hamnens'] },
    ]);
    const { root } = parseQuery('"nya hamnen"');
    expect(found(library, root as QueryNode)).toEqual([0, 4]);
  });

  it('checks a phrase of stop words alone against every text', () => {
    const library = openLibrary([{ body: ['till och med nu'] }, { body: ['med och till'] }]);
    expect(found(library, parseQuery('"till och med"').root as QueryNode)).toEqual([0]);
  });

  it('stops when the answer is no longer wanted', () => {
    const library = openLibrary([{ body: ['hamn'] }]);
    const keepGoing = (): never => {
      throw new Error('moot');
    };
    const { root } = parseQuery('hamn');
    expect(() => new Evaluator(library.holdings).find(root as QueryNode, { ...manner, keepGoing })).toThrow(
      'moot',
    );
  });
});

describe('fields of what was concluded', () => {
  const library = openLibrary([
    {
      title: 'noll',
      ministers: [['karim-nordh.energiminister', 'strong']],
      departments: ['narings'],
      subjects: ['energi'],
      kind: 'pressmeddelande',
      date: '2015-02-03',
      designations: ['SOU 2019:12'],
    },
    {
      title: 'ett',
      ministers: [['maj-britt-ost.energiminister', 'weak']],
      departments: ['energi'],
      subjects: ['bostader'],
      kind: 'tal',
      date: '2018',
      designations: ['S2021/05469'],
      body: ['Karim Nordh'],
    },
    {
      title: 'två',
      date: '[2015-12-01..2016-02-01]',
      ministers: [
        ['signe-ahlgren.statsminister', 'strong'],
        ['karim-nordh.bostadsminister', 'strong'],
      ],
    },
  ]);

  it.each([
    ['minister:nordh', [0, 2]],
    ['minister:"maj-britt öst"', [1]],
    ['minister:öst', [1]],
    ['minister:energiminister', [0, 1]],
    ['roll:energiminister', [0, 1]],
    ['role:"minister for energy"', [0, 1]],
    ['roll:nordh', []],
    ['minister:nordh roll:energiminister', [0]],
    ['minister:nordh roll:bostadsminister', [2]],
    ['minister:ahlgren roll:statsminister', [2]],
    ['minister:ahlgren roll:bostadsminister', []],
    ['departement:näringsdepartementet', [0]],
    ['department:trade', [0]],
    ['departement:energi*', [1]],
    ['regering:ahlgren', [0, 1, 2]],
    ['regering:"ahlgren ii"', [1]],
    ['ämne:energi', [0]],
    ['subject:housing', [1]],
    ['typ:tal', [1]],
    ['typ:"press release"', [0]],
    ['nr:2019:12', [0]],
    ['nr:"sou 2019:12"', [0]],
    ['nr:s2021/05469', [1]],
    ['nr:sou', [0]],
    ['datum:2015', [0, 2]],
    ['datum:2016..', [1, 2]],
    ['-datum:2015', [1]],
    ['regering:ahlgren -typ:tal', [0, 2]],
  ])('%s', (query, expected) => {
    expect(found(library, parseQuery(query).root as QueryNode)).toEqual(expected);
  });

  it('lets weak links out when only strong ones are asked for', () => {
    const { root } = parseQuery('minister:öst');
    const { refs } = new Evaluator(library.holdings).find(root as QueryNode, { ...manner, strong: true });
    expect([...refs]).toEqual([]);
  });
});
