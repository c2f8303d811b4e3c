import { describe, expect, it } from 'vitest';
import { evidenceAt, sortEvidence } from '../../../../archive/authority/evidence.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { linkPage, paragraphs, published, saidOf } from './invented.ts';

describe('evidence', () => {
  const layout = layoutReading(saidOf({ title: 'Signe Brännmo', body: paragraphs('Statsminister', 'Mer') }));

  it('is the very words, with the part they lie in', () => {
    expect(evidenceAt(layout, 'text', { start: 15, end: 28 })).toEqual([
      { kind: 'text', block: 1, start: 15, end: 28, quote: 'Statsminister' },
    ]);
  });

  it('over several parts comes in one piece for each', () => {
    expect(
      evidenceAt(layout, 'text', { start: 6, end: 28 }).map(({ block, quote }) => `${block} ${quote}`),
    ).toEqual(['0 Brännmo', '1 Statsminister']);
  });

  it('stands once, metadata first, then in the order of the text', () => {
    const [first] = evidenceAt(layout, 'text', { start: 0, end: 5 });
    const [second] = evidenceAt(layout, 'text', { start: 15, end: 28 });
    const beside = { kind: 'tag', block: -1, start: -1, end: -1, quote: '22' } as const;
    expect(first && second && sortEvidence([second, first, beside, first])).toEqual([beside, first, second]);
  });

  it('of a title and a name in two parts is both', () => {
    const { ministers } = linkPage({
      dates: published('2017-03-01'),
      title: 'Signe Brännmo',
      body: paragraphs('Statsminister'),
    });
    expect(ministers).toMatchObject([{ strength: 'strong', relation: 'titled' }]);
    expect(ministers[0]?.evidence.map(({ block, quote }) => `${block} ${quote}`)).toEqual([
      '0 Signe Brännmo',
      '1 Statsminister',
    ]);
  });
});
