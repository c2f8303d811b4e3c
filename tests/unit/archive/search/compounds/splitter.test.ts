import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEXICON_NAME, splitter } from '../../../../../archive/search/core/compounds/default-splitter.ts';
import { combiningForm } from '../../../../../archive/search/core/compounds/linking.ts';
import type { Joint } from '../../../../../archive/search/core/compounds/linking.ts';
import { CompoundSplitter } from '../../../../../archive/search/core/compounds/splitter.ts';
import type { CompoundPart, LexiconWord } from '../../../../../archive/search/core/compounds/splitter.ts';
import { termOf } from '../../../../../archive/search/core/text/swedish.ts';

function partsOf(form: string): readonly string[] {
  return splitter()
    .split(form)
    .map(({ part }) => part);
}

function smallest(parts: readonly CompoundPart[]): readonly CompoundPart[] {
  return parts.filter(
    (one) => !parts.some((other) => other !== one && other.start >= one.start && other.end <= one.end),
  );
}

describe('compounds', () => {
  it.each([
    ['segregationspolitik', 'segregation politik'],
    ['äldrevård', 'äldre vård'],
    ['försvarsdepartementet', 'försvar departementet'],
    ['lagförslag', 'lag förslag'],
    ['arvsskatten', 'arv skatten'],
    ['trängselskattens', 'trängsel skattens'],
    ['kvinnojour', 'kvinna jour'],
    ['skolpolitik', 'skola politik'],
    ['arbetstid', 'arbete tid'],
    ['familjepolitik', 'familj politik'],
    ['föräldraansvar', 'föräldrar ansvar'],
    ['hyresvillkor', 'hyra villkor'],
    ['elpriser', 'el priser'],
    ['remissinstanserna', 'remiss instanserna'],
    ['batteriindustri', 'batteri industri'],
  ])('%s is made of %s', (form, parts) => {
    expect(partsOf(form)).toEqual(parts.split(' '));
  });

  it('are taken apart at every level', () => {
    expect(new Set(partsOf('ungdomsbrottslighetskommission'))).toEqual(
      new Set(['ungdomsbrottslighet', 'ungdom', 'brottslighetskommission', 'brottslighet', 'kommission']),
    );
  });

  it('have parts that end before the letters which only link them', () => {
    const form = 'energistödspaket';
    const ends = smallest(splitter().split(form)).map(({ start, end }) => form.slice(start, end));
    expect(ends).toEqual(['energi', 'stöd', 'paket']);
  });

  it.each([
    ['vård', 'äldrevården'],
    ['segregation', 'segregationspolitiken'],
    ['kvinnor', 'kvinnojouren'],
    ['skatt', 'arvsskatten'],
    ['arbete', 'arbetstider'],
    ['kommission', 'ungdomsbrottslighetskommissionens'],
  ])('are found by what they are made of: %s in %s', (word, form) => {
    expect(partsOf(form).map(termOf)).toContain(termOf(word));
  });

  it.each([
    ['lag', 'förslag'],
    ['lag', 'förslagets'],
    ['skatt', 'uppskattning'],
    ['tal', 'avtal'],
    ['svar', 'ansvar'],
    ['råd', 'område'],
    ['formation', 'information'],
    ['port', 'transport'],
    ['trakt', 'kontrakt'],
    ['ring', 'värderingar'],
    ['drag', 'uppdraget'],
    ['katt', 'trängselskattens'],
  ])('are not seen where there is none: no %s in %s', (word, form) => {
    expect(partsOf(form).map(termOf)).not.toContain(termOf(word));
  });

  it.each([
    'regering',
    'ekonomiska',
    'verksamheten',
    'hållbarhet',
    'klagandena',
    'lagring',
    'barndomen',
    'medlemskap',
    'universitet',
  ])('are not seen in %s, which only ends like one', (form) => {
    expect(partsOf(form)).toEqual([]);
  });

  it.each(['', 'lag', 'covid-19', '2023/24', 'constructor', '__proto__', 'слава', 'a'.repeat(5000)])(
    'are not seen in %s',
    (form) => {
      expect(partsOf(form)).toEqual([]);
    },
  );

  it('are split by a lexicon that has a name', () => {
    expect(LEXICON_NAME).toMatch(/^sv-1-[0-9a-f]{12}$/);
  });
});

const words: readonly LexiconWord[] = [
  { word: 'vård', joints: ['+', 's'], last: true, weight: 20 },
  { word: 'skola', joints: ['a'], last: true, weight: 30 },
  { word: 'kvinna', joints: ['o'], last: false, weight: 9 },
  { word: 'arbete', joints: ['S'], last: true, weight: 40 },
  { word: 'familj', joints: ['x'], last: true, weight: 8 },
  { word: 'försvar', joints: ['s'], last: true, weight: 12 },
  { word: 'politik', joints: ['+'], last: true, weight: 50 },
  { word: 'ansökningar', joints: ['A'], last: false, weight: 5 },
];
const lasts = words.filter(({ last }) => last);
const small = new CompoundSplitter(words);
const headArbitrary = fc
  .constantFrom(...words)
  .chain(({ word, joints }) => fc.constantFrom(...joints).map((joint: Joint) => ({ word, joint })));
const compoundArbitrary = fc.tuple(
  fc.array(headArbitrary, { minLength: 1, maxLength: 3 }),
  fc.constantFrom(...lasts.map(({ word }) => word)),
);

describe('any compound of known words', () => {
  it('comes apart into parts that give it back with nothing but joints between', () => {
    fc.assert(
      fc.property(compoundArbitrary, ([heads, last]) => {
        const form = heads.map(({ word, joint }) => combiningForm(word, joint)?.form ?? '').join('') + last;
        const parts = smallest(small.split(form));
        expect(parts.length).toBeGreaterThan(1);
        expect(parts[0]?.start).toBe(0);
        expect(parts.at(-1)?.end).toBe(form.length);
        parts.slice(1).forEach(({ start }, n) => {
          expect(form.slice(parts[n]?.end, start)).toMatch(/^(?:|s|e)$/);
        });
      }),
    );
  });

  it('is split the same whenever it is asked for', () => {
    fc.assert(
      fc.property(fc.array(compoundArbitrary, { maxLength: 5 }), (compounds) => {
        const forms = compounds.map(
          ([heads, last]) =>
            heads.map(({ word, joint }) => combiningForm(word, joint)?.form ?? '').join('') + last,
        );
        const backwards = new CompoundSplitter(words.toReversed());
        const ours = new Map(forms.toReversed().map((form) => [form, backwards.split(form)]));
        for (const form of forms) expect(ours.get(form)).toEqual(small.split(form));
      }),
    );
  });
});

describe('any run of letters', () => {
  it('has parts that lie in it, ascending, the longer first where two begin together, and never all of it', () => {
    const pieces = fc.constantFrom(
      ...words.map(({ word }) => word),
      's',
      'e',
      'för',
      'arbets',
      'skol',
      'lagen',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (run) => {
        const form = run.join('');
        const parts = splitter().split(form);
        parts.forEach(({ start, end, part }, n) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(form.length);
          expect(end - start).toBeLessThan(form.length);
          expect(part).not.toBe('');
          const next = parts[n + 1];
          if (next === undefined) return;
          expect(next.start > start || (next.start === start && next.end < end)).toBe(true);
        });
      }),
    );
  });
});
