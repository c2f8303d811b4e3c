import { describe, expect, it } from 'vitest';
import { linkPage, ministersOf, published } from './invented.ts';

describe('tags', () => {
  it('are sorted by what their code stands for, whatever their role', () => {
    const links = linkPage({
      dates: published('2017-02-03'),
      tags: [
        { role: 'sender', code: '23', label: null },
        { role: 'sender', code: '11', label: null },
        { role: 'type', code: '32', label: null },
        { role: 'category', code: '41', label: null },
      ],
    });
    expect(ministersOf(links)).toEqual(['disa-karlvik as energi-och-fjallminister: sender strong']);
    expect(links.departments.map(({ id }) => id)).toEqual(['finans']);
    expect(links.kind?.id).toBe('tal');
    expect(links.subjects).toEqual([
      {
        id: 'skogsbruk',
        certain: true,
        evidence: [{ kind: 'tag', block: -1, start: -1, end: -1, quote: '41' }],
      },
    ]);
    expect(links.conflicts).toEqual([]);
  });

  it('are sorted by their words where there is no code, and the words are the evidence', () => {
    const links = linkPage({
      dates: published('2017-02-03'),
      tags: [
        { role: 'sender', code: null, label: 'Signe Brännmo' },
        { role: 'category', code: null, label: 'skogsbruk' },
      ],
    });
    expect(ministersOf(links)).toEqual(['signe-brannmo as statsminister: sender strong']);
    expect(links.subjects[0]?.evidence).toMatchObject([{ kind: 'tag', quote: 'skogsbruk' }]);
  });

  it('that the register does not know are reported', () => {
    const links = linkPage({ tags: [{ role: 'category', code: '999', label: 'Rymdfart' }] });
    expect(links.conflicts).toMatchObject([
      { code: 'tag-unknown', params: { label: 'Rymdfart', code: '999' } },
    ]);
  });

  it('of someone who held no office then are reported and link nobody', () => {
    const links = linkPage({
      dates: published('2012-02-03'),
      tags: [{ role: 'sender', code: '22', label: null }],
    });
    expect(links.ministers).toEqual([]);
    expect(links.conflicts).toMatchObject([
      {
        code: 'tag-outside-office',
        params: { person: 'Signe Brännmo', from: '2012-02-03', to: '2012-02-03' },
      },
    ]);
  });
});

describe('the kind of a release', () => {
  it('is what the source calls it, before its tags', () => {
    expect(
      linkPage({ kind: 'pressmeddelanden', tags: [{ role: 'type', code: '32', label: null }] }).kind?.id,
    ).toBe('pressmeddelande');
  });

  it('is the word before "från" in the sender line, with that word as evidence', () => {
    const { kind } = linkPage({ senders: ['Pressmeddelande från Finansdepartementet'] });
    expect(kind).toMatchObject({
      id: 'pressmeddelande',
      evidence: [{ kind: 'tag', quote: 'Pressmeddelande' }],
    });
  });

  it('is unknown rather than guessed', () => {
    expect(linkPage({ kind: 'recept', senders: ['Recept från köket'] }).kind).toBeNull();
    expect(linkPage({}).kind).toBeNull();
  });
});
