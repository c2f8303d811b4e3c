import { describe, expect, it } from 'vitest';
import { correctedSchema, entrySchema, workChangeSchema } from '../../../../main/contract/index.ts';

const release = {
  id: 'a',
  version: 'b',
  title: 'En rubrik',
  date: '2017-12',
  address: null,
  package: { identity: 'p', series: 's' },
};
const at = '2026-11-30T22:00:00.000Z';

describe('what a reader can do with her own work', () => {
  it('takes a note on a passage, and refuses one on a passage that has nothing in it', () => {
    const note = { do: 'make-note', id: 'n', release: { id: 'a', version: null }, text: '' };
    const isTaken = (passage: unknown): boolean => workChangeSchema.safeParse({ ...note, passage }).success;
    expect([null, { start: 0, end: 1 }].map(isTaken)).toEqual([true, true]);
    expect(
      [
        { start: 3, end: 3 },
        { start: 4, end: 3 },
        { start: -1, end: 3 },
      ].map(isTaken),
    ).toEqual([false, false, false]);
  });

  it('takes a correction of what is missing or too much, and refuses one that says neither', () => {
    const value = { id: 'q', label: 'Skola' };
    const isTaken = (record: unknown, should: unknown): readonly boolean[] => [
      correctedSchema.safeParse({ about: 'subject', record, should }).success,
      correctedSchema.safeParse({
        about: 'minister',
        record: record === null ? null : { person: record, office: null },
        should: should === null ? null : { person: should, office: null },
      }).success,
    ];
    expect(isTaken(value, null)).toEqual([true, true]);
    expect(isTaken(null, value)).toEqual([true, true]);
    expect(isTaken(null, null)).toEqual([false, false]);
  });

  it('refuses a date whose last day comes before its first', () => {
    const isTaken = (earliest: string | null, latest: string | null): boolean =>
      correctedSchema.safeParse({
        about: 'date',
        record: { edtf: 'XXXX', earliest: null, latest: null },
        should: { earliest, latest },
      }).success;
    expect(isTaken('2017-01-02', '2017-01-02')).toBe(true);
    expect(isTaken(null, '2017-01-02')).toBe(true);
    expect(isTaken('2017-01-02', '2017-01-01')).toBe(false);
    expect(isTaken('2017-02-30', null)).toBe(false);
  });

  it('refuses an entry with a field that nobody knows: a newer program wrote it', () => {
    const entry = { id: 'e', collection: 'c', place: 'a', release, why: '', made: at, changed: at };
    expect(entrySchema.safeParse(entry).success).toBe(true);
    expect(entrySchema.safeParse({ ...entry, colour: 'red' }).success).toBe(false);
  });
});
