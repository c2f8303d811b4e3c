import { describe, expect, it } from 'vitest';
import { parseArguments, requireOperands, UsageError } from '../../../../archive/cli/arguments.ts';
import type { CommandSpec } from '../../../../archive/cli/arguments.ts';

const about = { sv: '', en: '' };
const search: CommandSpec = {
  name: 'search',
  about,
  operands: ['QUERY'],
  options: {
    package: { value: 'DIR', required: true, about },
    minister: { value: 'N', repeated: true, about },
    json: { about },
    help: { about },
  },
};

describe('a command line', () => {
  it('is read with options before, between and after the arguments', () => {
    const parsed = parseArguments(
      ['--json', 'vård', '--package=p q', '--minister', 'Å', '--minister', 'Ö'],
      search,
    );
    expect(parsed.operands).toEqual(['vård']);
    expect(parsed.value('package')).toBe('p q');
    expect(parsed.values('minister')).toEqual(['Å', 'Ö']);
    expect([parsed.has('json'), parsed.has('help')]).toEqual([true, false]);
  });

  it('may have a query that begins with a dash, and anything after --', () => {
    expect(parseArguments(['-covid', '--package', 'p'], search).operands).toEqual(['-covid']);
    expect(parseArguments(['--package', '-p', '--', '--json'], search).operands).toEqual(['--json']);
    expect(parseArguments(['--package', '-p', 'a'], search).value('package')).toBe('-p');
  });

  it.each([
    [
      'an unknown option, with the nearest one',
      ['a', '--package', 'p', '--minster', 'X'],
      'Did you mean --minister?',
    ],
    ['an option that is like none', ['a', '--package', 'p', '--zzz'], 'Unknown option: --zzz.'],
    [
      'the name of something every object has',
      ['a', '--package', 'p', '--constructor'],
      'Unknown option: --constructor.',
    ],
    ['an option without its value', ['a', '--package'], '--package needs a value: DIR.'],
    ['a switch with a value', ['a', '--package', 'p', '--json=yes'], '--json takes no value.'],
    ['an option given twice', ['a', '--package', 'p', '--package', 'q'], '--package can be given only once.'],
    ['a required option missing', ['a'], '--package DIR is missing.'],
    ['one argument too many', ['a', 'b', '--package', 'p'], 'One argument too many: “b”.'],
  ])('is refused for %s', (_, args, words) => {
    const refused = (): unknown => parseArguments(args, search);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(words);
  });

  it('is refused for an argument missing, but help is always given', () => {
    expect(() => requireOperands(parseArguments(['--package', 'p'], search), search)).toThrow(
      'QUERY is missing.',
    );
    expect(parseArguments(['--help'], search).has('help')).toBe(true);
  });

  it('may have several of the last argument where the command takes several', () => {
    const build = { ...search, operands: ['SOURCE...'] };
    expect(parseArguments(['a', 'b', '--package', 'p'], build).operands).toEqual(['a', 'b']);
    expect(() => requireOperands(parseArguments(['--package', 'p'], build), build)).toThrow(
      'SOURCE is missing.',
    );
  });
});
