import { array, boolean, constantFrom, nat, record, uniqueArray } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { RegisterData } from '../../../../archive/model/register.ts';
import { releaseIdOfAddress } from '../../../../archive/package/identity.ts';
import { smallRegister, writeFiles } from './small-archive.ts';

/** A small world of pages that are published, changed and withdrawn, told package by package. */

const HOST = 'https://regeringen.nordmark.example/pressmeddelanden/2016';

/** What is handed over for one package, by numbers that mean the next thing of its sort. */
export interface Step {
  /** Pages that are published or changed. */
  readonly changed: readonly number[];
  /** Pages that are handed over once more, as they are or as they were first. */
  readonly again: readonly number[];
  readonly old: readonly number[];
  /** Pages that are withdrawn, or stand again when they are withdrawn already. */
  readonly toggled: readonly number[];
  readonly register: 'first' | 'corrected';
  readonly full: boolean;
  /** Whether all withdrawals there ever were are handed over, or only the new ones. */
  readonly allWithdrawals: boolean;
}

/** Nothing happens. */
export const emptyStep: Step = {
  changed: [],
  again: [],
  old: [],
  toggled: [],
  register: 'first',
  full: false,
  allWithdrawals: true,
};

const page = nat({ max: 5 });
const pages = uniqueArray(page, { maxLength: 3 });

export const steps: Arbitrary<readonly Step[]> = array(
  record({
    changed: pages,
    again: pages,
    old: pages,
    toggled: uniqueArray(page, { maxLength: 2 }),
    register: constantFrom('first', 'first', 'corrected'),
    full: boolean(),
    allWithdrawals: boolean(),
  }),
  { minLength: 2, maxLength: 5 },
);

const [minister] = smallRegister.roles;

/** In the second one another person holds the office: links of all pages that name the first differ. */
export const registers: Readonly<Record<Step['register'], RegisterData>> = {
  first: smallRegister,
  corrected: {
    ...smallRegister,
    version: '2025-01-02',
    persons: [{ id: 'stina-falk', name: 'Stina Falk', aliases: [], sources: ['kalender'] }],
    roles:
      minister === undefined ? [] : [{ ...minister, id: 'stina-falk.energiminister', person: 'stina-falk' }],
  },
};

export function addressOf(n: number): string {
  return `${HOST}/sida-${n}`;
}

export function idOf(n: number): string {
  return releaseIdOfAddress(addressOf(n)) ?? '';
}

/** Pages with an even number name the minister. */
function textOf(n: number, edition: number): string {
  const who = n % 2 === 0 ? 'energiminister Karim Nordh' : 'departementet';
  return `Pressmeddelande från Energidepartementet

Sida nummer ${n}

Publicerad 12 maj 2016
Uppdaterad ${edition} juni 2016

Detta är utgåva ${edition} av sidan om elnätet mellan Storälven och Norrvik.

– Ledningen behövs före vintern, säger ${who}.
`;
}

/** The words by which an edition is told from the others in its reading text. */
export function wordsOf(edition: number): string {
  return `utgåva ${edition} av`;
}

export interface WithdrawalLine {
  readonly release: string;
  readonly action: 'withdrawn' | 'revoked';
  readonly day: string;
  readonly reason: string;
  readonly replacedBy: null;
}

/** What is known when a step is done. */
export interface World {
  /** How many editions of each page there are; they are numbered from 1. */
  readonly editions: ReadonlyMap<number, number>;
  readonly withdrawals: readonly WithdrawalLine[];
  readonly register: Step['register'];
}

export const emptyWorld: World = { editions: new Map(), withdrawals: [], register: 'first' };

/** Which pages are withdrawn: the naive reading of the lines. */
export function withdrawnIn(world: World): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { release, action } of world.withdrawals)
    if (action === 'withdrawn') out.add(release);
    else out.delete(release);
  return out;
}

/** The world after a step. */
export function after(world: World, step: Step): World {
  const editions = new Map(world.editions);
  for (const n of step.changed) editions.set(n, (editions.get(n) ?? 0) + 1);
  const withdrawals = [...world.withdrawals];
  for (const n of step.toggled) {
    if (!editions.has(n)) continue;
    const isWithdrawn = withdrawnIn({ ...world, withdrawals }).has(addressOf(n));
    withdrawals.push({
      release: addressOf(n),
      action: isWithdrawn ? 'revoked' : 'withdrawn',
      // No two lines are alike: the same line handed over once more says nothing new.
      day: '2016-07-01',
      reason: `Beslut ${withdrawals.length + 1}.`,
      replacedBy: null,
    });
  }
  return { editions, withdrawals, register: step.register };
}

/** Writes what a step hands over into a folder of its own. */
export function handOver(dir: string, step: Step, before: World, now: World): void {
  const files = new Map<string, readonly [number, number]>();
  for (const n of step.old) if (before.editions.has(n)) files.set(`gammal-${n}.txt`, [n, 1]);
  for (const n of [...step.again, ...step.changed]) {
    const edition = now.editions.get(n);
    if (edition !== undefined) files.set(`sida-${n}.txt`, [n, edition]);
  }
  const given = step.allWithdrawals ? now.withdrawals : now.withdrawals.slice(before.withdrawals.length);
  write(dir, files, given, now.register);
}

/** Writes all there is: every edition of every page. */
export function handOverAll(dir: string, world: World): void {
  const files = new Map(
    [...world.editions].flatMap(([n, last]) =>
      Array.from({ length: last }, (_, k) => [`sida-${n}-${k + 1}.txt`, [n, k + 1] as const] as const),
    ),
  );
  write(dir, files, world.withdrawals, world.register);
}

function write(
  dir: string,
  files: ReadonlyMap<string, readonly [number, number]>,
  withdrawals: readonly WithdrawalLine[],
  register: Step['register'],
): void {
  const rows = [...files].map(([name, [n]]) => `${name},${addressOf(n)},`);
  writeFiles(dir, {
    ...Object.fromEntries([...files].map(([name, [n, edition]]) => [name, textOf(n, edition)])),
    'sources.csv': ['file,address,fetched', ...rows, ''].join('\n'),
    'archive.json': JSON.stringify({ series: 'nordmark', register: 'register.json', withdrawals }),
    'register.json': JSON.stringify(registers[register]),
  });
}
