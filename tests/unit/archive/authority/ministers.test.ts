import { describe, expect, it } from 'vitest';
import { linkPage, linkSentence, ministersOf, paragraphs, published } from './invented.ts';

function ministersIn(day: string, text: string): readonly string[] {
  return ministersOf(linkSentence(day, text));
}

const inMonth = (month: string): string =>
  `https://fjallriket.example/pressmeddelanden/${month.replace('-', '/')}/besked`;

describe('a strong link', () => {
  it('is a name with the title held that day', () => {
    expect(ministersIn('2017-03-01', 'Det är bra, säger energi- och fjällminister Disa Karlvik.')).toEqual([
      'disa-karlvik as energi-och-fjallminister: quoted strong',
    ]);
    expect(ministersIn('2017-03-01', 'Disa Karlvik, energiminister, inviger.')).toEqual([
      'disa-karlvik as energi-och-fjallminister: titled strong',
    ]);
    expect(ministersIn('2017-03-01', 'Minister for Finance Yrsa Malm Ödgren opens the fair.')).toEqual([
      'yrsa-malm-odgren as finansminister: titled strong',
    ]);
  });

  it('is a surname with the title held that day', () => {
    expect(ministersIn('2017-03-01', 'Finansminister Malm Ödgrens förslag')).toEqual([
      'yrsa-malm-odgren as finansminister: titled strong',
    ]);
  });

  it('carries every piece of evidence, the bare name among them', () => {
    const [link] = linkSentence(
      '2017-03-01',
      'Statsminister Signe Brännmo kom. Det är bra, säger Signe Brännmo.',
    ).ministers;
    expect(link).toMatchObject({ relation: 'quoted', strength: 'strong' });
    expect(link?.evidence.map(({ quote }) => quote)).toEqual([
      'Statsminister Signe Brännmo',
      'Signe Brännmo',
    ]);
  });

  it('is a name in the sender line', () => {
    const links = linkPage({
      dates: published('2017-03-01'),
      senders: ['Pressmeddelande från Signe Brännmo'],
    });
    expect(ministersOf(links)).toEqual(['signe-brannmo as statsminister: sender strong']);
    expect(links.ministers[0]?.evidence).toMatchObject([{ kind: 'tag', quote: 'Signe Brännmo' }]);
  });

  it('is an office banner whose days fit one person in office then', () => {
    const banners = [
      'Under perioden 25 maj 2016 till den 21 januari 2018 var hon energi- och fjällminister.',
    ];
    const links = linkPage({ dates: published('2017-03-01'), banners });
    expect(ministersOf(links)).toEqual(['disa-karlvik as energi-och-fjallminister: titled strong']);
    expect(links.ministers[0]?.evidence).toMatchObject([{ kind: 'banner', quote: banners[0] }]);
  });
});

describe('an office banner that several people fit', () => {
  const banners = ['Under perioden - var hon näringsminister.'];

  it('counts for the one whom the page names with that title', () => {
    const links = linkPage({
      dates: published('2018-01-21'),
      banners,
      body: paragraphs('Näringsminister Disa Karlvik kom.'),
    });
    expect(ministersOf(links)).toEqual(['disa-karlvik as naringsminister: titled strong']);
    expect(links.ministers[0]?.evidence.map(({ kind }) => kind)).toEqual(['text', 'banner']);
  });

  it('counts for nobody where the page names none of them', () => {
    expect(ministersOf(linkPage({ dates: published('2018-01-21'), banners }))).toEqual([]);
  });
});

describe('a weak link', () => {
  it('is the bare name of someone in office that day', () => {
    expect(ministersIn('2017-03-01', 'Signe Brännmo besökte Fjällbyn.')).toEqual([
      'signe-brannmo as statsminister: named weak',
    ]);
    expect(ministersIn('2017-03-01', 'Det är bra, säger Signe Brännmo.')).toEqual([
      'signe-brannmo as statsminister: quoted weak',
    ]);
  });

  it('stands for every role held side by side', () => {
    expect(ministersIn('2017-03-01', 'Yrsa Malm Ödgren kom.')).toEqual([
      'yrsa-malm-odgren as finansminister: named weak',
      'yrsa-malm-odgren as vice-statsminister: named weak',
    ]);
    expect(ministersIn('2017-03-01', 'Vice statsminister Yrsa Malm Ödgren kom.')).toEqual([
      'yrsa-malm-odgren as vice-statsminister: titled strong',
    ]);
  });

  it('stands for the ordinary role, unless the acting one is named', () => {
    expect(ministersIn('2019-12-05', 'Lo-Marie Vinterek kom.')).toEqual([
      'lo-marie-vinterek as skogsminister: named weak',
    ]);
    expect(ministersIn('2019-12-05', 'Näringsminister Lo-Marie Vinterek kom.')).toEqual([
      'lo-marie-vinterek as naringsminister: titled strong',
    ]);
  });

  it('rests on the name alone where the title beside it is one of other years', () => {
    const { ministers, conflicts } = linkSentence(
      '2019-06-01',
      'Disa Karlvik, fjällminister 2014–2016, kom.',
    );
    expect(ministers).toMatchObject([{ strength: 'weak', evidence: [{ quote: 'Disa Karlvik' }] }]);
    expect(conflicts).toEqual([]);
  });

  it('is a title in the contact block alone; with the name in the text too, a strong one', () => {
    const contacts = [['Presskontakt', 'Ole Fremmed', 'Pressekreterare hos statsminister Signe Brännmo']];
    const dates = published('2017-03-01');
    expect(ministersOf(linkPage({ dates, contacts }))).toEqual([
      'signe-brannmo as statsminister: titled weak',
    ]);
    expect(ministersOf(linkPage({ dates, contacts, body: paragraphs('Signe Brännmo kom.') }))).toEqual([
      'signe-brannmo as statsminister: titled strong',
    ]);
  });

  it('is left when the page gives a title that was not held, and that is reported', () => {
    const links = linkSentence('2017-03-01', 'Näringsminister Signe Brännmo kom.');
    expect(ministersOf(links)).toEqual(['signe-brannmo as statsminister: named weak']);
    expect(links.conflicts).toMatchObject([
      {
        code: 'title-not-held',
        params: { person: 'Signe Brännmo', words: 'Näringsminister Signe Brännmo', held: 'statsminister' },
      },
    ]);
  });
});

describe('no link', () => {
  it('is made to someone out of office, whatever they are now', () => {
    for (const text of [
      'Torgny Alvhult har utsetts till landshövding.',
      'Ambassadör Torgny Alvhult, tidigare statsminister, talade.',
      'Torgny Alvhult var statsminister 2010–2014.',
      'Förre statsministern Torgny Alvhult ledde mötet.',
      'Våren 2012 lade statsminister Torgny Alvhult fram planen.',
    ]) {
      const links = linkSentence('2017-03-01', text);
      expect(links.ministers).toEqual([]);
      expect(links.conflicts).toEqual([]);
    }
  });

  it('is made to someone not yet in office', () => {
    expect(ministersIn('2014-10-03', 'Signe Brännmo, riksdagsledamot, kom.')).toEqual([]);
    expect(linkSentence('2014-10-03', 'Statsminister Signe Brännmo kom.').conflicts).toMatchObject([
      { code: 'title-not-held' },
    ]);
  });

  it('is made by a name in another capacity, by half a longer name, or by another country’s title', () => {
    expect(ministersIn('2017-03-01', 'Museichef Signe Brännmo visade runt.')).toEqual([]);
    expect(ministersIn('2017-03-01', 'säger Signe Brännmo Dahl från Fjällbyn')).toEqual([]);
    expect(ministersIn('2017-03-01', 'Norges statsminister Brännmo kom.')).toEqual([]);
  });

  it('is half a longer name, unless a title that stands alone tells who', () => {
    expect(ministersIn('2017-03-01', 'I dag besöker Signe Brännmo Fjällmuseet.')).toEqual([]);
    const links = linkSentence(
      '2017-03-01',
      'Statsministern reser. I dag besöker Signe Brännmo Fjällmuseet.',
    );
    expect(ministersOf(links)).toEqual(['signe-brannmo as statsminister: named weak']);
    expect(links.ministers[0]?.evidence.map(({ quote }) => quote)).toEqual([
      'Statsministern',
      'Signe Brännmo',
    ]);
    expect(
      ministersIn('2017-03-01', 'Finansministern reser. I dag besöker Signe Brännmo Fjällmuseet.'),
    ).toEqual([]);
  });

  it('is made by a title or a surname alone', () => {
    expect(ministersIn('2017-03-01', 'Finansministern besökte Brännmo gård.')).toEqual([]);
  });

  it('is made by a bare name when nothing bounds the date; a title still makes one', () => {
    expect(ministersOf(linkPage({ body: paragraphs('Sten Karlvik kom.') }))).toEqual([]);
    expect(ministersOf(linkPage({ body: paragraphs('Finansminister Sten Karlvik kom.') }))).toEqual([
      'sten-karlvik as finansminister: titled strong',
    ]);
  });
});

describe('namesakes', () => {
  it('are kept apart by the date', () => {
    expect(ministersIn('2012-03-01', 'Näringsminister Nils Granvret kom.')).toEqual([
      'nils-granvret-elder as naringsminister: titled strong',
    ]);
    expect(ministersIn('2017-03-01', 'Nils Granvret kom.')).toEqual([
      'nils-granvret-younger as naringsminister: named weak',
    ]);
  });

  it('are both given, weak and uncertain, where the date cannot tell', () => {
    expect(ministersIn('2014-10-04', 'Näringsminister Nils Granvret kom.')).toEqual([
      'nils-granvret-elder as naringsminister: titled weak?',
      'nils-granvret-younger as naringsminister: titled weak?',
    ]);
  });

  it('are told apart by a tag, for the bare name too', () => {
    const tags = [{ role: 'sender' as const, code: '26', label: null }];
    expect(
      ministersOf(linkPage({ tags, body: paragraphs('Nils Granvret kom.') }, inMonth('2014-10'))),
    ).toEqual(['nils-granvret-younger as naringsminister: sender strong']);
  });

  it('of the same surname are told apart by the office, and left out when the title is general', () => {
    expect(ministersIn('2019-06-01', 'Finansminister Karlvik kom.')).toEqual([
      'sten-karlvik as finansminister: titled strong',
    ]);
    expect(ministersIn('2019-06-01', 'Statsrådet Karlvik kom.')).toEqual([]);
    expect(ministersIn('2017-06-01', 'Statsrådet Karlvik kom.')).toEqual([
      'disa-karlvik as energi-och-fjallminister: titled strong',
    ]);
  });
});

describe('where the date leaves several roles open', () => {
  it('each is given, uncertain', () => {
    expect(ministersOf(linkPage({ body: paragraphs('Disa Karlvik kom.') }, inMonth('2016-05')))).toEqual([
      'disa-karlvik as energi-och-fjallminister: named weak?',
      'disa-karlvik as fjallminister: named weak?',
    ]);
    expect(ministersIn('2016-05-25', 'Disa Karlvik kom.')).toEqual([
      'disa-karlvik as energi-och-fjallminister: named weak?',
      'disa-karlvik as fjallminister: named weak?',
    ]);
    expect(ministersIn('2016-05-26', 'Disa Karlvik kom.')).toEqual([
      'disa-karlvik as energi-och-fjallminister: named weak',
    ]);
  });

  it('a title tells which, for every mention on the page', () => {
    const text = 'Energiminister Disa Karlvik kom. Disa Karlvik talade.';
    const links = linkPage({ body: paragraphs(text) }, inMonth('2016-05'));
    expect(ministersOf(links)).toEqual(['disa-karlvik as energi-och-fjallminister: titled strong']);
    expect(links.ministers[0]?.evidence).toHaveLength(2);
  });

  it('a title that both roles share leaves both', () => {
    expect(
      ministersOf(linkPage({ body: paragraphs('Fjällminister Disa Karlvik kom.') }, inMonth('2016-05'))),
    ).toEqual([
      'disa-karlvik as energi-och-fjallminister: titled strong?',
      'disa-karlvik as fjallminister: titled strong?',
    ]);
  });

  it('a title that stands alone tells which, but makes no link by itself', () => {
    const links = linkPage(
      { title: 'Energiministern reser', body: paragraphs('Disa Karlvik reser.') },
      inMonth('2016-05'),
    );
    expect(ministersOf(links)).toEqual(['disa-karlvik as energi-och-fjallminister: named weak']);
    expect(links.ministers[0]?.evidence.map(({ quote }) => quote)).toEqual([
      'Energiministern',
      'Disa Karlvik',
    ]);
    expect(ministersOf(linkPage({ title: 'Energiministern reser' }, inMonth('2016-05')))).toEqual([]);
    const others = [
      'Norges energiminister reser',
      'Förre energiministern reser',
      'Energiminister Ole Fremmed reser',
    ];
    for (const title of others) {
      expect(
        ministersOf(linkPage({ title, body: paragraphs('Disa Karlvik reser.') }, inMonth('2016-05'))),
      ).toHaveLength(2);
    }
  });

  it('a tag leaves both, until a title tells which', () => {
    const tags = [{ role: 'sender' as const, code: '23', label: null }];
    expect(ministersOf(linkPage({ tags }, inMonth('2016-05')))).toEqual([
      'disa-karlvik as energi-och-fjallminister: sender strong?',
      'disa-karlvik as fjallminister: sender strong?',
    ]);
    expect(
      ministersOf(
        linkPage({ tags, body: paragraphs('Energiminister Disa Karlvik kom.') }, inMonth('2016-05')),
      ),
    ).toEqual(['disa-karlvik as energi-och-fjallminister: sender strong']);
  });

  it('a title of before leaves the other', () => {
    const links = linkPage(
      { body: paragraphs('Disa Karlvik, tidigare fjällminister, kom.') },
      inMonth('2018-01'),
    );
    expect(ministersOf(links)).toEqual(['disa-karlvik as naringsminister: named weak?']);
  });

  it('a bare name in the month someone took office is uncertain', () => {
    expect(ministersOf(linkPage({ body: paragraphs('Signe Brännmo kom.') }, inMonth('2014-10')))).toEqual([
      'signe-brannmo as statsminister: named weak?',
    ]);
  });
});
