import { describe, expect, it } from 'vitest';
import { formsOf, TitleFinder } from '../../../../archive/authority/titles.ts';
import { tokenise } from '../../../../archive/authority/tokens.ts';
import { inventedData } from './invented.ts';

const finder = new TitleFinder(inventedData.offices);

function titlesIn(text: string): readonly string[] {
  return finder.find({ text, tokens: tokenise(text) }).map((hit) => text.slice(hit.start, hit.end));
}

function firstIn(text: string): ReturnType<typeof finder.find>[number] | undefined {
  return finder.find({ text, tokens: tokenise(text) })[0];
}

describe('titles of office in running text', () => {
  it('are found in every form Swedish gives them', () => {
    for (const title of ['finansminister', 'Finansministern', 'finansministerns', 'finansministers']) {
      expect(firstIn(`i går reste ${title} dit`)?.offices).toEqual(['finansminister']);
    }
    expect(titlesIn('Ministern för skog och vatten talar.')).toEqual(['Ministern för skog och vatten']);
  });

  it('are found whole when combined, however the hyphens stand', () => {
    for (const title of [
      'energi- och fjällminister',
      'energi och fjällminister',
      'energi-och fjällminister',
    ]) {
      expect(titlesIn(`vår ${title} reser`)).toEqual([title]);
      expect(firstIn(title)?.offices).toEqual(['energi-och-fjallminister']);
    }
  });

  it('are found by one part of a combined title, which then can mean several offices', () => {
    expect(firstIn('energiministern')?.offices).toEqual(['energi-och-fjallminister']);
    expect(firstIn('fjällministern')?.offices).toEqual(['energi-och-fjallminister', 'fjallminister']);
  });

  it('take in the open parts before the part that is known', () => {
    expect(titlesIn('den tidigare handels- och näringsministern')).toEqual(['handels- och näringsministern']);
  });

  it('are not found inside longer words or compounds', () => {
    expect(titlesIn('finansministermötet, finansminister-mötet, finansministeriet')).toEqual([]);
  });

  it('know the general words for a minister', () => {
    expect(firstIn('statsrådet')?.offices).toBe('any');
    expect(firstIn('ministrarna')).toMatchObject({ offices: 'any', plural: true });
  });

  it('tell a lower office from the title it is built on', () => {
    expect(firstIn('biträdande finansminister')?.offices).toBe('any');
    expect(firstIn('vice statsminister')?.offices).toEqual(['vice-statsminister']);
  });

  it('tell what was or will be from what is', () => {
    const past = [
      'tidigare',
      'dåvarande',
      'förre',
      'f.d.',
      'fd',
      'före detta',
      'blivande',
      'förre svenske',
      'former',
    ];
    for (const words of past) expect(firstIn(`${words} finansminister`)?.notNow).toBe(true);
    const present = ['vår', 'avgående', 'nytillträdda', 'förra veckan mötte', 'kommande veckor besöker'];
    for (const words of present) expect(firstIn(`${words} finansminister`)?.notNow).toBe(false);
  });

  it('tell whose they are when a genitive says so', () => {
    for (const words of ['Norges', 'EU:s', 'Nordlandets nya']) {
      expect(firstIn(`hos ${words} finansminister`)?.owned).toBe(true);
    }
    expect(firstIn('hos landets finansminister')?.owned).toBe(false);
  });
});

describe('a printed title as a whole', () => {
  it('means an office only when nothing is left over', () => {
    expect(finder.officesOf('energi- och fjällminister')).toEqual(['energi-och-fjallminister']);
    expect(finder.officesOf('finansminister i landet')).toEqual([]);
    expect(finder.officesOf('statsråd')).toEqual([]);
    expect(finder.officesOf('')).toEqual([]);
  });

  it('is also called by its parts, and without its field of responsibility', () => {
    expect(formsOf('närings- och energiminister')).toContain('näringsminister');
    expect(formsOf('bostads-, stadsutvecklings- och it-minister')).toContain('stadsutvecklingsminister');
    expect(formsOf('EU-minister med ansvar för nordiska frågor')).toContain('EU-minister');
    expect(formsOf('minister för skog och vatten')).not.toContain('vatten');
  });
});
