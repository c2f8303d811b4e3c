import { describe, expect, test } from 'vitest';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { addDays, rangesOverlap } from '../../../../archive/model/day.ts';
import { registerSchema } from '../../../../archive/model/register.ts';
import type { Role } from '../../../../archive/model/register.ts';

const register = registerSchema.parse(swedishRegister);
const { governments, mandatePeriods, departments, offices, persons, roles, kinds, subjects, sources } =
  register;

const BEGIN = '1996-03-22';
const tables = {
  sources,
  governments,
  mandatePeriods,
  departments,
  offices,
  persons,
  roles,
  kinds,
  subjects,
};
const holds = (row: { from: string | null; to: string | null }, day: string): boolean =>
  (row.from === null || row.from <= day) && (row.to === null || row.to >= day);
const holdersOf = (office: string, day: string): readonly string[] =>
  roles.filter((role) => role.office === office && holds(role, day)).map((role) => role.person);
const role = (id: string): Role => {
  const found = roles.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no role ${id}`);
  return found;
};

/**
 * Every day on which anything can differ from the day before, from the register's first day to the one it stands
 * for: between two of them nothing changes, so they speak for all days.
 */
const days: readonly string[] = [
  ...new Set(
    [...governments, ...mandatePeriods, ...roles].flatMap(({ from, to }) => [
      ...(from === null ? [] : [from]),
      ...(to === null ? [] : [to, addDays(to, 1)]),
    ]),
  ),
]
  .filter((day) => day >= BEGIN && day <= register.version)
  .toSorted();

describe('every table', () => {
  test.each(Object.entries(tables))('%s: has rows, and each id once', (_name, rows) => {
    expect(rows.length).toBeGreaterThan(0);
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  });

  test('names at least one source on each row, and each source exists and is used', () => {
    const known = new Set(sources.map(({ id }) => id));
    const rows = [...governments, ...mandatePeriods, ...departments, ...persons, ...roles, ...subjects];
    const used = rows.map(({ id, sources: named }) => ({ id, named: named ?? [] }));
    expect(used.filter(({ named }) => named.length === 0).map(({ id }) => id)).toEqual([]);
    expect(used.filter(({ named }) => named.some((id) => !known.has(id))).map(({ id }) => id)).toEqual([]);
    const named = new Set(used.flatMap((row) => row.named));
    expect(sources.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('refers only to rows that exist', () => {
    const [people, titles] = [new Set(persons.map(({ id }) => id)), new Set(offices.map(({ id }) => id))];
    const houses = new Set(departments.map(({ id }) => id));
    const lost = roles.filter(
      (row) =>
        !people.has(row.person) ||
        !titles.has(row.office) ||
        (row.department !== null && !houses.has(row.department)),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    expect(departments.flatMap(({ successors }) => successors).filter((id) => !houses.has(id))).toEqual([]);
  });

  test('has no row that nothing uses: persons without a role, offices nobody held', () => {
    expect(
      persons.filter(({ id }) => !roles.some(({ person }) => person === id)).map(({ id }) => id),
    ).toEqual([]);
    expect(
      offices.filter(({ id }) => !roles.some(({ office }) => office === id)).map(({ id }) => id),
    ).toEqual([]);
  });

  test('is written in composed letters, without stray spaces', () => {
    const text = JSON.stringify(register);
    expect(text).toBe(text.normalize('NFC'));
    const labels = [...offices.map(({ title }) => title), ...persons.map(({ name }) => name)];
    const more = [...departments.map(({ name }) => name), ...subjects.map(({ label }) => label.sv)];
    expect([...labels, ...more].filter((label) => label !== label.trim())).toEqual([]);
  });
});

describe('governments and mandate periods', () => {
  test('cover every day; one day of change is shared by two governments, none by two mandate periods', () => {
    const isChange = (day: string): boolean => governments.some((row) => row.from === day && day !== BEGIN);
    const wrong = days.filter(
      (day) =>
        governments.filter((row) => holds(row, day)).length !== (isChange(day) ? 2 : 1) ||
        mandatePeriods.filter((row) => holds(row, day)).length !== 1,
    );
    expect(wrong).toEqual([]);
  });

  test('let a caretaker government last until the next took office', () => {
    const on = (day: string): readonly string[] =>
      governments.filter((row) => holds(row, day)).map(({ name }) => name);
    expect(on('2019-01-20')).toEqual(['Regeringen Löfven I']);
    expect(on('2019-01-21')).toEqual(['Regeringen Löfven I', 'Regeringen Löfven II']);
    expect(on('2021-07-08')).toEqual(['Regeringen Löfven II']);
    expect(on('2021-11-30')).toEqual(['Regeringen Löfven III', 'Regeringen Andersson']);
  });

  test('begin a mandate period on the day the new Riksdag convened', () => {
    expect(mandatePeriods.map(({ name, from }) => `${name} ${from}`)).toEqual([
      '1994–1998 1994-10-03',
      '1998–2002 1998-10-05',
      '2002–2006 2002-09-30',
      '2006–2010 2006-10-02',
      '2010–2014 2010-10-04',
      '2014–2018 2014-09-29',
      '2018–2022 2018-09-24',
      '2022–2026 2022-09-26',
    ]);
  });
});

describe('departments', () => {
  test('never come back to themselves through their successors', () => {
    const onward = (id: string): readonly string[] =>
      departments.find((row) => row.id === id)?.successors ?? [];
    const heirs = (id: string): ReadonlySet<string> => {
      const [seen, open] = [new Set<string>(), [...onward(id)]];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (!seen.has(next)) open.push(...onward(next));
        seen.add(next);
      }
      return seen;
    };
    expect(departments.filter(({ id }) => heirs(id).has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('are never succeeded by one that ended before them', () => {
    const early = departments.flatMap(({ id, to, successors }) =>
      departments
        .filter((heir) => successors.includes(heir.id) && (heir.to ?? '9999') < (to ?? '0'))
        .map((heir) => `${id} to ${heir.id}`),
    );
    expect(early).toEqual([]);
  });

  test('have a successor when they ended, and only then', () => {
    const wrong = departments.filter(({ to, successors }) => (to !== null) !== successors.length > 0);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('share no name on one day, and no two rows ever have the same name', () => {
    const names = departments.map(({ name }) => name);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
    const called = (row: (typeof departments)[number]): readonly string[] => [row.name, ...row.aliases];
    const shared = departments.flatMap((one, n) =>
      departments
        .slice(n + 1)
        .filter((other) => rangesOverlap(one, other))
        .flatMap((other) => called(one).filter((name) => called(other).includes(name))),
    );
    expect(shared).toEqual([]);
  });

  test('know what a code that was renamed in place meant on a day', () => {
    const named = (code: string, day: string): readonly string[] =>
      departments.filter((row) => row.codes?.includes(code) === true && holds(row, day)).map(({ id }) => id);
    expect(named('1291', '2024-05-02')).toEqual(['klimat-och-naringslivsdepartementet']);
    expect(named('1291', '2013-05-02').toSorted()).toEqual([
      'landsbygdsdepartementet',
      'miljodepartementet-2007',
      'naringsdepartementet',
    ]);
    expect(named('2425', '2024-05-02')).toEqual(['landsbygds-och-infrastrukturdepartementet']);
    expect(named('1294', '2005-05-02')).toEqual(['utbildnings-och-kulturdepartementet']);
    expect(named('1294', '2007-01-01')).toEqual(['utbildningsdepartementet']);
  });
});

describe('roles', () => {
  test('run forwards, and say so where a day is not known', () => {
    const backwards = roles.filter(({ from, to }) => from !== null && to !== null && from > to);
    expect(backwards.map(({ id }) => id)).toEqual([]);
    const unknown = roles.filter(({ from, toUnknown }) => from === null || toUnknown === true);
    expect(unknown.filter(({ note }) => note === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('never overlap for one person in one office', () => {
    const clashes = roles.flatMap((one, n) =>
      roles
        .slice(n + 1)
        .filter((other) => other.person === one.person && other.office === one.office)
        .filter(
          (other) => (one.to ?? '9999') > (other.from ?? '0') && (other.to ?? '9999') > (one.from ?? '0'),
        )
        .map((other) => `${one.id} / ${other.id}`),
    );
    expect(clashes).toEqual([]);
  });

  test('fall within the governments, or the note says why not', () => {
    const begin = governments[0]?.from ?? '';
    const outside = roles.filter(
      ({ from, to }) => from === null || from < begin || (to !== null && to < begin),
    );
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.filter(({ note }) => note === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('end with the government, unless the person went on in the next', () => {
    const last = governments.at(-1);
    const open = roles.filter(({ to }) => to === null);
    expect(open.filter(({ from }) => (from ?? '') < (last?.from ?? '')).map(({ id }) => id)).toEqual([]);
  });

  test('stay within the life of their department, or the note tells the one before or after', () => {
    const strays = roles.filter((row) => {
      const house = departments.find(({ id }) => id === row.department);
      if (house === undefined) return false;
      const early = house.from !== null && (row.from ?? '0') < house.from;
      const late = house.to !== null && (row.to ?? '9999') > house.to && row.from !== null;
      return (early || late) && !(row.note ?? '').includes('epartment');
    });
    expect(strays.map(({ id }) => id)).toEqual([]);
  });

  test('give one prime minister on every day, two on a day of change', () => {
    const begins = new Set(roles.filter((row) => row.office === 'statsminister').map(({ from }) => from));
    const wrong = days.filter(
      (day) => new Set(holdersOf('statsminister', day)).size !== (begins.has(day) && day !== BEGIN ? 2 : 1),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['finansminister', 'utrikesminister', 'forsvarsminister'])(
    'leave no day without a %s',
    (office) => {
      expect(days.filter((day) => holdersOf(office, day).length === 0)).toEqual([]);
    },
  );

  test('leave no day without a minister of justice', () => {
    const justice = offices.filter(({ id }) => id.startsWith('justitie')).map(({ id }) => id);
    expect(days.filter((day) => justice.every((office) => holdersOf(office, day).length === 0))).toEqual([]);
  });
});

describe('what is known for certain', () => {
  test('Ibrahim Baylan: energy, then coordination and energy, then enterprise', () => {
    const held = roles
      .filter(({ person, acting }) => person === 'ibrahim-baylan' && acting !== true)
      .map(({ office, from, to }) => `${office} ${from}..${to}`);
    expect(held).toEqual([
      'skolminister 2004-11-01..2006-10-06',
      'energiminister 2014-10-03..2016-05-25',
      'samordnings-och-energiminister 2016-05-25..2019-01-21',
      'naringsminister 2019-01-21..2021-11-30',
    ]);
  });

  test('the foreign ministers of 2003 and 2006, acting ones marked', () => {
    expect(holdersOf('utrikesminister', '2003-09-20')).toEqual(['jan-o-karlsson']);
    expect(role('jan-o-karlsson.utrikesminister.2003').acting).toBe(true);
    expect(holdersOf('utrikesminister', '2006-03-24')).toEqual(['bosse-ringholm']);
    expect(holdersOf('utrikesminister', '2006-04-10')).toEqual(['carin-jamtin']);
    expect(holdersOf('utrikesminister', '2006-05-10')).toEqual(['jan-eliasson']);
  });

  test('the changes of 2024 and 2025', () => {
    expect(holdersOf('utrikesminister', '2024-09-09')).toEqual(['tobias-billstrom']);
    expect(holdersOf('utrikesminister', '2024-09-11')).toEqual(['maria-malmer-stenergard']);
    expect(holdersOf('migrationsminister', '2024-09-11')).toEqual(['johan-forssell']);
    expect(holdersOf('sjukvardsminister', '2025-09-09').toSorted()).toEqual([
      'acko-ankarberg-johansson',
      'elisabet-lann',
    ]);
    expect(holdersOf('jamstalldhets-och-arbetslivsminister', '2025-05-01')).toEqual(['nina-larsson']);
    expect(holdersOf('arbetsmarknadsminister', '2025-07-01')).toEqual(['johan-britz']);
  });

  test('the cabinet of July 2026 has twenty-four members', () => {
    const cabinet = new Set(
      roles.filter((row) => holds(row, register.version) && row.acting !== true).map(({ person }) => person),
    );
    expect(cabinet.size).toBe(24);
  });

  test('tags of ministers who left still lead to them', () => {
    const ofCode = (code: string): readonly string[] =>
      persons.filter((row) => row.codes?.includes(code) === true).map(({ name }) => name);
    expect(ofCode('2625')).toEqual(['Paulina Brandberg']);
    expect(ofCode('2607')).toEqual(['Acko Ankarberg Johansson']);
  });

  test('each code of the site means a person, a kind, a subject or departments of one line', () => {
    const rows = [...persons, ...kinds, ...subjects].flatMap(({ codes }) => codes ?? []);
    expect(rows.filter((code, n) => rows.indexOf(code) !== n)).toEqual([]);
    const houses = new Set(departments.flatMap(({ codes }) => codes ?? []));
    expect(rows.filter((code) => houses.has(code))).toEqual([]);
    expect(kinds.find(({ codes }) => codes?.includes('1334') === true)?.id).toBe('pressmeddelande');
    expect(kinds.find(({ codes }) => codes?.includes('1338') === true)?.id).toBe('tal');
  });
});
