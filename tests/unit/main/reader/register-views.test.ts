import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { registerCalls } from '../../../../main/contract/index.ts';
import type { PersonView } from '../../../../main/contract/index.ts';
import { ArchiveWords } from '../../../../main/reader/localise.ts';
import type { SeriesHead } from '../../../../main/reader/library/protocol.ts';
import {
  departmentView,
  governmentView,
  personView,
  registerList,
} from '../../../../main/reader/register-views.ts';
import type { OpenRegister } from '../../../../main/reader/register-views.ts';

const registerFile = resolve(import.meta.dirname, '../../../../archive/example/register.json');
const example = openRegister(JSON.parse(readFileSync(registerFile, 'utf8')));
const sweden = openRegister(swedishRegister);

const head = (series: string, title: string): SeriesHead => ({
  series,
  packages: [
    { dir: '', identity: series, manifest: { title } as SeriesHead['packages'][number]['manifest'] },
  ],
  register: series === 'se' ? sweden.data : example.data,
  withdrawals: new Map(),
});
const one = new ArchiveWords({ series: [head('nordmark', 'Nordmark')], faults: [] });
const two = new ArchiveWords({ series: [head('nordmark', 'Nordmark'), head('se', 'Sverige')], faults: [] });
const none = { minister: new Map(), department: new Map(), government: new Map() };

function personIn(words: ArchiveWords, id: string): PersonView {
  const found = words.find(id);
  const person = found?.open.register.person(found.own);
  if (found === null || person === undefined) throw new Error(`nobody ${id}`);
  return personView(found.open, person);
}

describe('the pages of a register', () => {
  it('are what the contract says, for everybody and everything of both registers', () => {
    const registers: readonly OpenRegister[] = two.registers();
    for (const open of registers) {
      const { persons, departments, governments } = open.register.data;
      const { person, department, government } = registerCalls;
      for (const row of persons) expect(person.result.safeParse(personView(open, row)).error).toBeUndefined();
      for (const row of departments)
        expect(department.result.safeParse(departmentView(open, row)).error).toBeUndefined();
      for (const row of governments)
        expect(government.result.safeParse(governmentView(open, row)).error).toBeUndefined();
    }
    const lists = registers.map((open) => registerList(open, none));
    expect(registerCalls.register.result.safeParse(lists).error).toBeUndefined();
  });

  it('tell a role that runs through two governments as of both', () => {
    const [office] = personIn(one, 'signe-ahlgren').offices;
    expect(office?.governments.map(({ id }) => id)).toEqual(['ahlgren-1', 'ahlgren-2']);
    expect(office).toMatchObject({ from: '2014-05-03', to: '2020-06-12', toUnknown: false });
  });

  it('say what no source gives, and bound it by the government', () => {
    const offices = personIn(two, 'se:margareta-winberg').offices;
    expect(offices.find(({ from }) => from === null)).toMatchObject({
      fromUnknown: true,
      bounds: { from: '1996-03-22', to: '1998-10-07' },
    });
  });

  it('count each release list by the id that the archive knows it by', () => {
    const counts = { ...none, minister: new Map([['nordmark:henning-falk', 3]]) };
    const [nordmark] = two.registers().map((open) => registerList(open, counts));
    expect(nordmark?.persons.find(({ name }) => name === 'Henning Falk')?.releases).toBe(3);
    expect(nordmark?.persons.filter(({ releases }) => releases > 0)).toHaveLength(1);
  });
});

describe('ids over several series', () => {
  it('lead to the register that they name, and everything a page leads to is of the same series', () => {
    const view = personIn(two, 'nordmark:tore-lindvall');
    expect(view).toMatchObject({ id: 'nordmark:tore-lindvall', series: 'Nordmark' });
    const leads = view.offices.flatMap(({ department, governments }) => [department, ...governments]);
    expect(leads.length).toBeGreaterThan(0);
    for (const lead of leads) expect(lead?.id).toMatch(/^nordmark:/u);
  });

  it('are of no register without a series, or with one that is not open', () => {
    expect(two.find('tore-lindvall')).toBeNull();
    expect(two.find('annat:tore-lindvall')).toBeNull();
    expect(one.find('tore-lindvall')?.open.isOneOfSeveral).toBe(false);
    expect(personIn(one, 'tore-lindvall').series).toBeNull();
  });
});
