import { describe, expect, it } from 'vitest';
import { linkPage, published } from './invented.ts';
import type { Links } from '../../../../archive/model/links.ts';

function sentBy(
  day: string,
  senders: readonly string[],
  tag?: { code: string | null; label: string | null },
): Links {
  const tags = tag === undefined ? [] : [{ role: 'sender' as const, ...tag }];
  return linkPage({ dates: published(day), senders, tags });
}

function shortly(links: Links): readonly string[] {
  return links.departments.map(({ id, certain }) => `${id}${certain ? '' : '?'}`);
}

describe('the sender of a release', () => {
  it('is every department that the sender line names, with its words as evidence', () => {
    const links = sentBy('2017-02-03', [
      'Pressmeddelande från Finansdepartementet, Fjäll- och energidepartementet',
    ]);
    expect(shortly(links)).toEqual(['finans', 'fjall-energi']);
    expect(links.departments[1]?.evidence).toMatchObject([
      { kind: 'tag', quote: 'Fjäll- och energidepartementet' },
    ]);
    expect(links.conflicts).toEqual([]);
  });

  it('is found by its name in another language', () => {
    expect(shortly(sentBy('2017-02-03', ['Press release from Ministry of Finance']))).toEqual(['finans']);
  });

  it('is the department that the code stood for on the day, since codes are renamed in place', () => {
    expect(shortly(sentBy('2015-12-31', [], { code: '10', label: null }))).toEqual(['fjall']);
    expect(shortly(sentBy('2016-01-01', [], { code: '10', label: null }))).toEqual(['fjall-energi']);
    expect(
      shortly(
        linkPage({ tags: [{ role: 'sender', code: '10', label: null }] }, 'https://a.example/x/2015/12/y'),
      ),
    ).toEqual(['fjall']);
  });

  it('is named as then when the page shows a later name, and that is reported', () => {
    const links = sentBy('2014-11-05', [], { code: '10', label: 'Fjäll- och energidepartementet' });
    expect(shortly(links)).toEqual(['fjall']);
    expect(links.conflicts).toMatchObject([
      {
        code: 'department-not-at-date',
        params: { department: 'Fjäll- och energidepartementet', register: 'Fjälldepartementet' },
      },
    ]);
  });

  it('is traced by the name alone, but then uncertain', () => {
    expect(shortly(sentBy('2014-11-05', ['Pressmeddelande från Fjäll- och energidepartementet']))).toEqual([
      'fjall?',
    ]);
    expect(shortly(sentBy('2018-11-05', ['Pressmeddelande från Fjälldepartementet']))).toEqual([
      'fjall-energi?',
    ]);
  });

  it('stands once where tag and line say the same', () => {
    const links = sentBy('2017-02-03', ['Pressmeddelande från Finansdepartementet'], {
      code: '11',
      label: 'Finansdepartementet',
    });
    expect(shortly(links)).toEqual(['finans']);
    expect(links.departments[0]?.evidence).toHaveLength(2);
  });

  it('that nobody knows is reported', () => {
    expect(sentBy('2017-02-03', ['Pressmeddelande från Rymddepartementet']).conflicts).toMatchObject([
      { code: 'sender-unknown', params: { sender: 'Pressmeddelande från Rymddepartementet' } },
    ]);
  });

  it('is not an abbreviation that happens to be a word', () => {
    expect(shortly(sentBy('2017-02-03', ['Pressmeddelande från Sci fi-förbundet']))).toEqual([]);
  });
});
