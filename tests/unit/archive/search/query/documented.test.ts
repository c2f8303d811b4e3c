import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../../../archive/model/problem.ts';
import { mistakes, understood } from './shown.ts';

const page = readFileSync(new URL('../../../../../docs/search.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, as cells. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = page.split(`### ${heading}\n`)[1]?.split(/^##/mu)[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function quoted(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
}

describe('the documented query language', () => {
  const examples = rowsUnder('Forms').flatMap(([, example]) => quoted(example));
  const told = rowsUnder('How a mistake is told');
  const wrong = told.flatMap(([typed, , code]) =>
    quoted(typed).map((query) => [query, quoted(code)[0] ?? ''] as const),
  );

  it('has an example of every form and mistake', () => {
    expect(examples.length).toBeGreaterThan(20);
    expect(wrong.length).toBeGreaterThan(12);
  });

  it.each(examples)('%s is read without a mistake', (query) => {
    expect(mistakes(query)).toEqual([]);
    expect(understood(query)).not.toBe('');
  });

  it.each(wrong.filter(([query]) => query !== '~'))('%s is told as %s', (query, code) => {
    expect(mistakes(query).map(([found]) => found)).toEqual([code]);
  });

  it('tells every mistake that a query can have', () => {
    const documented = told.flatMap(([, , code]) => quoted(code));
    expect(documented.filter((code) => code.startsWith('query-')).toSorted()).toEqual(
      problemCodes.filter((code) => code.startsWith('query-')).toSorted(),
    );
  });

  it.each(rowsUnder('Fields').flatMap(([swedish, english]) => [...quoted(swedish), ...quoted(english)]))(
    '%s is a field',
    (name) => {
      const asked = name.startsWith('dat') ? '2017' : 'hamn';
      expect(mistakes(`${name}${asked}`)).toEqual([]);
      expect(understood(`${name}${asked}`)).toMatch(
        name.startsWith('dat') ? /^2017-01-01/u : /^\p{L}+:hamn$/u,
      );
    },
  );
});
