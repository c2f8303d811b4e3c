import { describe, expect, it } from 'vitest';
import type { NoteView } from '../../../../main/contract/index.ts';
import { marginNotes } from '../../../../renderer/state/margin-notes.ts';
import type { BegunNote } from '../../../../renderer/state/margin-notes.ts';

const at = '2026-12-01T08:00:00.000Z';
const release = { id: 'r', version: 'v' };

/** A note that is kept; on the whole release when it stands nowhere, gone when `start` is null. */
function kept(id: string, start?: number | null): NoteView {
  const quote = { type: 'TextQuoteSelector', exact: `words of ${id}`, prefix: '', suffix: '' } as const;
  const position = { type: 'TextPositionSelector', start: start ?? 0, end: (start ?? 0) + 5 } as const;
  const place = { how: 'exact', start: position.start, end: position.end } as const;
  return {
    id,
    release: { ...release, title: 'T', date: '2017', address: null, package: { identity: 'p', series: 's' } },
    anchor: start === undefined ? null : { position, quote },
    text: id,
    made: at,
    changed: at,
    now: { state: 'missing' },
    found: start === undefined ? null : start === null ? { how: 'gone' } : place,
  };
}
const begun = (id: string, start: number | null): BegunNote => ({
  id,
  release,
  passage: start === null ? null : { start, end: start + 4, text: 'ord' },
});

describe('the notes beside a text', () => {
  it('stand in reading order, with those begun among those kept', () => {
    const notes = marginNotes(
      [kept('whole'), kept('first', 10), kept('second', 30), kept('gone', null)],
      [begun('new', 20), begun('new-whole', null)],
    );
    expect(notes.map(({ id }) => id)).toEqual(['whole', 'new-whole', 'first', 'new', 'second', 'gone']);
    expect(notes[3]).toEqual({
      id: 'new',
      text: '',
      quote: 'ord',
      found: { how: 'exact', start: 20, end: 24 },
    });
    expect(notes.map(({ quote }) => quote)).toEqual([
      null,
      null,
      'words of first',
      'ord',
      'words of second',
      'words of gone',
    ]);
  });

  it('are each there once: what is kept stands for what was begun', () => {
    const notes = marginNotes([kept('new', 20)], [begun('new', 20)]);
    expect(notes).toMatchObject([{ id: 'new', text: 'new', quote: 'words of new' }]);
  });
});
