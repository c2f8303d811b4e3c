import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../../../main/contract/index.ts';
import type { Clause, Problem } from '../../../../../main/contract/index.ts';
import { Understood } from '../../../../../renderer/features/search/understood.tsx';

const clause = (text: string, rest: Partial<Clause> = {}): Clause => ({
  presence: 'required',
  field: null,
  form: 'word',
  text,
  also: [],
  alsoMore: 0,
  ...rest,
});

interface Shown {
  readonly clauses?: readonly Clause[];
  readonly problems?: readonly Problem[];
  readonly query?: string;
  readonly off?: readonly string[];
}

const shown = ({ clauses = [], problems = [], query = '', off = [] }: Shown): string =>
  renderToStaticMarkup(
    <Understood
      understood={{ clauses, problems }}
      query={query}
      off={new Set(off)}
      onSwitch={() => undefined}
    />,
  );
const text = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

describe('what a query was searched as', () => {
  it('is told in words: without, or, in a field', () => {
    const html = shown({
      clauses: [
        clause('skatt', { field: 'titel' }),
        clause('skola', { presence: 'optional' }),
        clause('förskola', { presence: 'optional' }),
        clause('budget', { presence: 'prohibited' }),
        clause('klimat', { form: 'prefix' }),
      ],
    });
    expect(text(html)).toBe('Sökt som titel: skatt skola eller förskola utan budget klimat…');
  });

  it('names each form that was added, why, and in how many releases it is', () => {
    const also = [
      { form: 'vården', kind: 'inflection' as const, releases: 1212, on: true },
      { form: 'äldrevård', kind: 'compound' as const, releases: 31, on: true },
    ];
    const html = shown({ clauses: [clause('vård', { also })] });
    expect(text(html)).toContain('vård vården 1 212 handlingar');
    expect(text(html)).toContain('sammansättningar äldrevård 31 handlingar');
    expect(html.match(/aria-pressed="true"/gu)).toHaveLength(2);
  });

  it('shows a form as left out at once, whatever the last answer says', () => {
    const also = [{ form: 'vården', kind: 'inflection' as const, releases: 12, on: true }];
    const html = shown({ clauses: [clause('vård', { also })], off: ['vården'] });
    expect(html).toContain('aria-pressed="false"');
  });

  it('counts what it does not list', () => {
    const also = [{ form: 'skatten', kind: 'truncation' as const, releases: 12, on: true }];
    const html = shown({ clauses: [clause('skatt', { form: 'infix', also, alsoMore: 31 })] });
    expect(text(html)).toContain('och 31 till som söks');
  });

  it('says where in the query a mistake is', () => {
    const problems = [problem('query-dangling-operator', {}, { at: 6, operator: 'OCH' })];
    expect(text(shown({ problems, query: 'skola OCH' }))).toMatch(/^Vid OCH \(tecken 7\): Ordet OCH/u);
  });
});
