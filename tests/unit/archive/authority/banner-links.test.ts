import { describe, expect, it } from 'vitest';
import { readBanners } from '../../../../archive/authority/banner-links.ts';
import type { BannerReading } from '../../../../archive/authority/banner-links.ts';
import { TitleFinder } from '../../../../archive/authority/titles.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { inventedData, inventedRegister as register, saidOf } from './invented.ts';

const titles = new TitleFinder(inventedData.offices);

function read(...banners: readonly string[]): BannerReading {
  const layout = layoutReading(saidOf({ title: 'Besked', banners }));
  return readBanners({ id: 'x', layout, register, officesOf: (title) => titles.officesOf(title) });
}

function rolesIn(reading: BannerReading): readonly string[] {
  return reading.roles.flatMap(({ roles, exact }) =>
    roles.map((role) => `${role.id}${exact ? '' : ' not exactly'}`),
  );
}

describe('a period banner', () => {
  it('is taken with its line as evidence, and agrees with the register to the day before a change', () => {
    const line = 'Innehållet publicerades under perioden 5 oktober 2010 till den 3 oktober 2014';
    const { periods, conflicts } = read(line);
    expect(periods.map(({ range }) => range)).toEqual([{ from: '2010-10-05', to: '2014-10-03' }]);
    expect(periods[0]?.evidence).toMatchObject([{ kind: 'banner', quote: line }]);
    expect(conflicts).toEqual([]);
  });

  it('is reported where the register knows no such period', () => {
    const { conflicts } = read('Innehållet publicerades under perioden 5 oktober 2010 till den 3 mars 2013');
    expect(conflicts).toMatchObject([
      { code: 'banner-period-differs', params: { register: 'Regeringen Alvhult 2010-10-05–2014-10-04' } },
    ]);
  });

  it('is reported as lost where its dates are gone, and bounds nothing', () => {
    const { periods, conflicts } = read('Innehållet publicerades under perioden -');
    expect(periods).toEqual([]);
    expect(conflicts).toMatchObject([{ code: 'banner-period-lost' }]);
  });

  it('is not believed when it ends before it begins', () => {
    const { periods, conflicts } = read(
      'Innehållet publicerades under perioden 3 oktober 2014 till den 5 oktober 2010',
    );
    expect(periods).toEqual([]);
    expect(conflicts).toMatchObject([{ code: 'banner-period-differs' }]);
  });
});

describe('an office banner', () => {
  it('is the one who held that office on those days', () => {
    const reading = read(
      'Under perioden 25 maj 2016 till den 21 januari 2018 var hon energi- och fjällminister.',
    );
    expect(rolesIn(reading)).toEqual(['disa-karlvik.energi-och-fjallminister.2016']);
    expect(reading.conflicts).toEqual([]);
  });

  it('tells namesakes apart by their days', () => {
    const reading = read('Mellan den 4 oktober 2014 och den 21 januari 2018 var han näringsminister.');
    expect(rolesIn(reading)).toEqual(['nils-granvret-younger.naringsminister.2014']);
  });

  it('with one wrong day is still matched by the other, and both days are reported', () => {
    const reading = read('Under perioden 21 januari 2019 och den 30 november 2019 var hon näringsminister.');
    expect(rolesIn(reading)).toEqual(['disa-karlvik.naringsminister.2018 not exactly']);
    expect(reading.conflicts).toEqual([
      {
        code: 'banner-role-dates-differ',
        id: 'x',
        params: {
          person: 'Disa Karlvik',
          role: 'disa-karlvik.naringsminister.2018',
          office: 'näringsminister',
          pageFrom: '2019-01-21',
          pageTo: '2019-11-30',
          registerFrom: '2018-01-21',
          registerTo: '2019-11-30',
        },
      },
    ]);
  });

  it('off by one day counts as the same role but is reported', () => {
    const reading = read(
      'Under perioden 25 maj 2016 till den 20 januari 2018 var hon energi- och fjällminister.',
    );
    expect(rolesIn(reading)).toEqual(['disa-karlvik.energi-och-fjallminister.2016']);
    expect(reading.conflicts).toMatchObject([{ code: 'banner-role-dates-differ' }]);
  });

  it('that fits nobody is reported and links nobody', () => {
    const reading = read(
      'Under perioden 1 mars 2003 till den 2 mars 2004 var hon näringsminister.',
      'Under perioden 5 oktober 2010 till den 4 oktober 2014 var hon rymdminister.',
    );
    expect(rolesIn(reading)).toEqual([]);
    expect(reading.conflicts.map(({ code }) => code)).toEqual(['banner-role-unknown', 'banner-role-unknown']);
  });

  it('missing under its heading is reported', () => {
    expect(read('Statsråd på denna sida som har entledigats').conflicts).toMatchObject([
      { code: 'banner-role-without-dates' },
    ]);
  });
});
