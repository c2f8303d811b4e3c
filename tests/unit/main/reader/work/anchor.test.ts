import { array, assert, constantFrom, integer, nat, property, record, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, findPassage } from '../../../../../main/reader/work/anchor.ts';
import { errorsByEnd, startOfNearest } from '../../../../../main/reader/work/near-match.ts';

/** Words that make sentences unlike each other, as those of a release are. */
const words = (
  'regeringen föreslår att skolor ska få mer stöd till lärare och elever i hela landet under nästa år då ' +
  'utredningen lämnar sitt betänkande om vattenkraft elnät hamnar järnvägar sjukvård bostäder forskning ' +
  'statsrådet säger minister kommunerna regionerna myndigheten uppdrag redovisas senast mars april juni'
).split(' ');

const sentence = array(constantFrom(...words), { minLength: 4, maxLength: 14 }).map(
  (chosen) => `${chosen.join(' ')}.`,
);
/** A text whose sentences are numbered, so that none stands twice. */
const text = array(sentence, { minLength: 6, maxLength: 25 }).map((sentences) =>
  sentences.map((one, n) => `${n} ${one}`),
);

/** What is done to the text beside a passage. */
const edit = record({
  at: nat(),
  kind: constantFrom('insert', 'delete', 'replace'),
  words: array(constantFrom(...words), { minLength: 1, maxLength: 30 }),
});

/** The text before or after a passage with some edits in it. */
function edited(
  from: string,
  edits: readonly { at: number; kind: string; words: readonly string[] }[],
): string {
  return edits.reduce((now, { at, kind, words: put }) => {
    const start = now.length === 0 ? 0 : at % now.length;
    const gone = kind === 'insert' ? 0 : put.join(' ').length;
    const come = kind === 'delete' ? '' : put.join(' ');
    return now.slice(0, start) + come + now.slice(start + gone);
  }, from);
}

describe('a marked passage', () => {
  it('is found where it stood, and where it stands, in an unchanged text: at once', () => {
    assert(
      property(string({ minLength: 1, maxLength: 300 }), nat(), nat(), (reading, a, b) => {
        const start = a % reading.length;
        const end = start + 1 + (b % (reading.length - start));
        expect(findPassage(anchorAt(reading, { start, end }), reading)).toEqual({ how: 'exact', start, end });
      }),
    );
  });

  it('of a sentence is never lost, whatever is done to the text elsewhere, and however much', () => {
    assert(
      property(
        text,
        nat(),
        array(edit, { maxLength: 6 }),
        array(edit, { maxLength: 6 }),
        (all, which, a, b) => {
          const n = which % all.length;
          const [before, passage, after] = [
            all.slice(0, n).join(' '),
            // Long enough to be known by its own words: thirty units at the least.
            `${all[n] ?? ''} ${words.slice(n, n + 6).join(' ')}`,
            all.slice(n + 1).join(' '),
          ];
          const anchor = anchorAt(before + passage + after, {
            start: before.length,
            end: before.length + passage.length,
          });
          const now = edited(before, a);
          const found = findPassage(anchor, now + passage + edited(after, b));
          expect(found).toMatchObject({ start: now.length, end: now.length + passage.length });
          expect(['exact', 'moved']).toContain(found.how);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of one word is found among others of the same word, as long as one side of it is as it was', () => {
    assert(
      property(text, nat(), array(edit, { minLength: 1, maxLength: 4 }), (all, which, edits) => {
        const n = 1 + (which % (all.length - 2));
        const before = `${all.slice(0, n).join(' ')} `;
        const after = ` ${all.slice(n).join(' ')}`;
        const anchor = anchorAt(`${before}skolor${after}`, {
          start: before.length,
          end: before.length + 'skolor'.length,
        });
        // The last sentence before it stays.
        const kept = ` ${all[n - 1] ?? ''} ${all[n] ?? ''} `;
        const reading = `${edited(all.slice(0, n - 1).join(' '), edits)}${kept.slice(0, (all[n - 1] ?? '').length + 2)}skolor${after}`;
        const start = reading.length - after.length - 'skolor'.length;
        expect(findPassage(anchor, reading)).toMatchObject({ start, end: start + 'skolor'.length });
      }),
    );
  });

  it('that was deleted is said to be gone, whatever stands there instead', () => {
    assert(
      property(text, nat(), array(edit, { maxLength: 4 }), (all, which, edits) => {
        const n = which % all.length;
        const passage = 'Xylofonens klanger överröstade fagotten när zebror dansade jitterbugg på Öland.';
        const [before, after] = [all.slice(0, n).join(' '), all.slice(n).join(' ')];
        const anchor = anchorAt(before + passage + after, {
          start: before.length,
          end: before.length + passage.length,
        });
        expect(findPassage(anchor, edited(before + after, edits))).toEqual({ how: 'gone' });
      }),
      { numRuns: 200 },
    );
  });

  it('of one word that was deleted is gone, though the word stands elsewhere', () => {
    const reading =
      'Alla skolor får stöd. Regeringen sade i går att friskolor och skolor ska ha samma villkor.';
    const start = reading.indexOf('skolor ska');
    const anchor = anchorAt(reading, { start, end: start + 'skolor'.length });
    expect(findPassage(anchor, 'Alla skolor får stöd. Ett annat förslag kommer senare i vår.')).toEqual({
      how: 'gone',
    });
  });

  it('that was reworded is found, with how like it is', () => {
    const old = 'Inledning. Regeringen avsätter 200 miljoner kronor till landets bibliotek under 2018. Slut.';
    const passage = 'Regeringen avsätter 200 miljoner kronor till landets bibliotek under 2018.';
    const start = old.indexOf(passage);
    const now =
      'En ny inledning som är längre. Regeringen satsar 250 miljoner kronor på landets bibliotek under 2018. Slut.';
    const found = findPassage(anchorAt(old, { start, end: start + passage.length }), now);
    expect(found.how).toBe('altered');
    if (found.how !== 'altered') return;
    expect(now.slice(found.start, found.end)).toBe(
      'Regeringen satsar 250 miljoner kronor på landets bibliotek under 2018.',
    );
    expect(found.likeness).toBeGreaterThan(0.75);
  });

  it('that stands twice is the one whose surroundings are most alike, also when both have moved', () => {
    const twice = 'Ansökan görs hos myndigheten senast den sista mars varje år.';
    const old = `Om bidrag till teater. ${twice} Det gäller scenkonst. Om bidrag till film. ${twice} Det gäller biografer.`;
    const start = old.lastIndexOf(twice);
    const anchor = anchorAt(old, { start, end: start + twice.length });
    const now = `Nytt stycke först, med många ord som flyttar allt som kommer efter det. ${old}`;
    expect(findPassage(anchor, now)).toMatchObject({ how: 'moved', start: now.lastIndexOf(twice) });
  });

  it('cannot be marked outside the text', () => {
    for (const [start, end] of [
      [0, 0],
      [3, 2],
      [0, 5],
    ] as const)
      expect(() => anchorAt('fyra', { start, end })).toThrow('work-passage-outside');
  });
});

/** The table of Sellers: the same by the plainest way. */
function errorsPlainly(reading: string, pattern: string): readonly number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, n) => n);
  const errors = [pattern.length];
  for (const unit of reading.split('')) {
    const next = [0];
    for (let n = 0; n < pattern.length; n += 1)
      next.push(
        Math.min(
          (column[n] ?? 0) + (pattern[n] === unit ? 0 : 1),
          (column[n + 1] ?? 0) + 1,
          (next[n] ?? 0) + 1,
        ),
      );
    column = next;
    errors.push(column[pattern.length] ?? 0);
  }
  return errors;
}

describe('the nearest stretch of a text', () => {
  const few = constantFrom('a', 'b', 'å', ' ', '\u{1F600}');
  const some = (minLength: number, maxLength: number) =>
    array(few, { minLength, maxLength }).map((letters) => letters.join(''));

  it('takes as many errors as the plain table says, for patterns within a block, at its bounds and over several', () => {
    const pattern = tuple(integer({ min: 1, max: 100 }), some(1, 100)).map(
      ([length, letters]) => letters.slice(0, length) || 'a',
    );
    assert(
      property(some(0, 150), pattern, (reading, wanted) => {
        expect([...errorsByEnd(reading, wanted)]).toEqual(errorsPlainly(reading, wanted));
      }),
      { numRuns: 400 },
    );
    for (const length of [31, 32, 33, 63, 64, 65, 96])
      expect([...errorsByEnd('ab'.repeat(80), 'ba '.repeat(40).slice(0, length))]).toEqual(
        errorsPlainly('ab'.repeat(80), 'ba '.repeat(40).slice(0, length)),
      );
  });

  it('begins where what it takes to make the pattern of it is what was counted', () => {
    assert(
      property(some(1, 80), some(1, 40), (reading, wanted) => {
        const errors = errorsByEnd(reading, wanted);
        const end = errors.indexOf(Math.min(...errors));
        const start = startOfNearest(reading, wanted, { end, errors: errors[end] ?? 0 });
        const whole = errorsPlainly(reading.slice(start, end), wanted);
        expect(start).toBeLessThanOrEqual(end);
        expect(Math.min(...whole)).toBeLessThanOrEqual(errors[end] ?? 0);
      }),
    );
  });
});
