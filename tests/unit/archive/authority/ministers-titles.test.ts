import { describe, expect, it } from 'vitest';
import type { Links } from '../../../../archive/model/links.ts';
import { linkPage, ministersOf, paragraphs, published } from './invented.ts';

describe('several titles with one name', () => {
  it('mean the office that one of them tells, where another is general', () => {
    const body = paragraphs('Fjällminister Disa Karlvik kom. Statsrådet Disa Karlvik gick.');
    expect(ministersOf(linkPage({ dates: published('2018-01-21'), body }))).toEqual([
      'disa-karlvik as energi-och-fjallminister: titled strong',
    ]);
  });

  it('give each office the words that tell it, the contacts’ where no others do', () => {
    const body = paragraphs('Fjällminister Disa Karlvik kom.');
    const contacts = [['Pressekreterare hos näringsminister Disa Karlvik']];
    const { ministers } = linkPage({ dates: published('2018-01-21'), body, contacts });
    expect(ministers.map(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual([
      ['Fjällminister Disa Karlvik'],
      ['näringsminister Disa Karlvik'],
    ]);
  });
});

describe('a role that the date tells and the page denies', () => {
  const tags = [{ role: 'sender', code: '23', label: null }] as const;
  const page = (day: string, text: string): Links =>
    linkPage({ dates: published(day), tags, body: paragraphs(text) });

  it('is open where the person held the other one before or after', () => {
    for (const text of ['Näringsminister Disa Karlvik kom.', 'Näringsminister Karlvik kom.']) {
      const links = page('2018-01-10', text);
      expect(ministersOf(links)).toEqual(['disa-karlvik as energi-och-fjallminister: sender strong?']);
      expect(links.conflicts).toMatchObject([{ code: 'title-not-held' }]);
    }
  });

  it('is open too where only a general title stands for it', () => {
    const text = 'Statsrådet Disa Karlvik kom. Det är bra, säger näringsminister Disa Karlvik.';
    expect(ministersOf(page('2018-01-10', text))).toEqual([
      'disa-karlvik as energi-och-fjallminister: sender strong?',
    ]);
  });

  it('is certain where the other title is a slip, or the page gives the right one too', () => {
    expect(ministersOf(page('2018-01-10', 'Finansminister Disa Karlvik kom.'))).toEqual([
      'disa-karlvik as energi-och-fjallminister: sender strong',
    ]);
    const both = 'Näringsminister Disa Karlvik kom. Det är bra, säger energiminister Disa Karlvik.';
    expect(ministersOf(page('2018-01-10', both))).toEqual([
      'disa-karlvik as energi-och-fjallminister: sender strong',
    ]);
  });
});
