import { describe, expect, test } from 'vitest';
import { chooseStages, runStages, stages, total, type Stage } from '../../../../main/launch/stages.ts';
import { oneFailed, onePassed } from '../../../../main/launch/tally.ts';

const silent = (): void => undefined;

function stage(
  name: string,
  needs: readonly string[],
  ends: 'well' | 'badly' | 'thrown',
  ran: string[] = [],
): Stage {
  return {
    name,
    needs,
    run: () => {
      ran.push(name);
      if (ends === 'thrown') return Promise.reject(new Error('torn'));
      return Promise.resolve(ends === 'well' ? onePassed : oneFailed);
    },
  };
}

describe('stages are chosen with all that they rest on', () => {
  const all = [
    stage('a', [], 'well'),
    stage('b', ['a'], 'well'),
    stage('c', ['b'], 'well'),
    stage('d', [], 'well'),
  ];
  const names = (argv: readonly string[]): readonly string[] =>
    chooseStages(argv, all).map(({ name }) => name);

  test('all of them when none is named', () => expect(names([])).toEqual(['a', 'b', 'c', 'd']));
  test('in their own order, needs of needs included', () => {
    expect(names(['--only', 'd,c'])).toEqual(['a', 'b', 'c', 'd']);
    expect(names(['--only', 'b'])).toEqual(['a', 'b']);
  });
  test.each([[['--only']], [['--only', 'x']], [['--only', 'a', 'b']], [['a']], [['--only', '']]])(
    'anything else is refused with the names there are: %j',
    (argv) => expect(() => names(argv)).toThrow('a,b,c,d'),
  );
  test('every need is a stage that comes before', () => {
    stages.forEach(({ needs }, index) => {
      const before = stages.slice(0, index).map(({ name }) => name);
      expect(before).toEqual(expect.arrayContaining([...needs]));
    });
  });
});

describe('stages are run to the last, whatever happens', () => {
  test('a failing one does not keep the others from running', async () => {
    const ran: string[] = [];
    const results = await runStages([stage('a', [], 'badly', ran), stage('b', [], 'well', ran)], silent);
    expect(ran).toEqual(['a', 'b']);
    expect(total(results)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('one that throws counts as failed, and its words are shown', async () => {
    const said: string[] = [];
    const results = await runStages([stage('a', [], 'thrown')], (line) => said.push(line));
    expect(total(results)).toEqual(oneFailed);
    expect(said).toContain('torn');
  });

  test('one that rests on a failed one fails without being run, and so does what rests on it', async () => {
    const ran: string[] = [];
    const results = await runStages(
      [stage('a', [], 'badly', ran), stage('b', ['a'], 'well', ran), stage('c', ['b'], 'well', ran)],
      silent,
    );
    expect(ran).toEqual(['a']);
    expect(total(results)).toEqual({ passed: 0, failed: 3, skipped: 0 });
  });
});
