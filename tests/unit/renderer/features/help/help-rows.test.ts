import { describe, expect, it } from 'vitest';
import { clauseSchema } from '../../../../../main/contract/index.ts';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { queryRows } from '../../../../../renderer/features/help/help-rows.ts';
import { wordsIn } from '../../../../../renderer/i18n/words.tsx';

describe.each(['sv', 'en'] as const)('the examples of the help in %s', (language) => {
  const { t } = wordsIn(language);
  const examples = queryRows.map(({ form }) => t(form));

  it('are all understood without a mistake', () => {
    for (const example of examples) {
      const { understood } = parseQuery(example);
      expect([example, understood.problems]).toEqual([example, []]);
      expect([example, understood.clauses.length > 0]).toEqual([example, true]);
    }
  });

  it('show every form that a piece of a query can have', () => {
    const seen = examples.flatMap((example) => parseQuery(example).understood.clauses);
    expect(new Set(seen.map(({ form }) => form))).toEqual(new Set(clauseSchema.shape.form.options));
    expect(new Set(seen.map(({ presence }) => presence))).toEqual(
      new Set(clauseSchema.shape.presence.options),
    );
    expect(seen.map(({ field }) => field)).toEqual(expect.arrayContaining(['titel', 'ämne', 'datum']));
  });
});
