import type { RegisterData, Withdrawal } from '../../../../../archive/model/index.ts';
import { register, versionOf } from '../small-library.ts';
import type { Page } from '../small-library.ts';
import type { DraftPackage, Share } from './random-series.ts';

/** A release in a package: its id, which edition of it this is, and what it says. */
type Edition = readonly [id: string, edition: number, page: Page];

interface Draft {
  readonly editions?: readonly Edition[];
  readonly withdrawals?: readonly Pick<Withdrawal, 'id' | 'action'>[];
  readonly register?: RegisterData;
}

/** Packages of one series, each holding the editions that are told of it; the first is whole, the others go on from it. */
export function series(...drafts: readonly Draft[]): readonly DraftPackage[] {
  return drafts.map(({ editions = [], withdrawals = [], ...rest }, n) => ({
    sequence: n + 1,
    isFull: n === 0,
    register: rest.register ?? register,
    shares: new Map(editions.map((edition) => [edition[0], shareOf(edition)])),
    withdrawals: withdrawals.map((line) => ({
      ...line,
      day: '2020-01-02',
      reason: 'Fel.',
      replacedBy: null,
    })),
  }));
}

function shareOf([id, edition, page]: Edition): Share {
  const { record, links } = versionOf(page, edition);
  const version = `${id}${String(edition).padStart(64 - id.length, '0')}`.replaceAll(/[^0-9a-f]/gu, '0');
  return {
    entries: [{ record: { ...record, id, version }, links: { ...links, id, version } }],
    further: [],
  };
}

export const HAMN = '1000000000000001';
export const BRO = '2000000000000002';
export const VATTEN = '3000000000000003';

/** The same release under other names: the index of the base is made anew with them. */
export const renaming = series(
  { editions: [[HAMN, 5, { title: 'Hamnen', ministers: [['karim-nordh.energiminister', 'strong']] }]] },
  {
    register: {
      ...register,
      persons: register.persons.map((person) => ({ ...person, name: `${person.name}-Falk` })),
    },
    editions: [[BRO, 6, { title: 'Bron' }]],
  },
);

/** A base of two releases; then one of them anew, one more, and the other withdrawn. */
export const changing = series(
  {
    editions: [
      [
        HAMN,
        1,
        { title: 'Hamnen byggs', body: ['muddring'], ministers: [['karim-nordh.energiminister', 'strong']] },
      ],
      [BRO, 1, { title: 'Bron målas', departments: ['energi'] }],
    ],
  },
  {
    editions: [
      [
        HAMN,
        2,
        {
          title: 'Hamnen byggs ut',
          body: ['pålning'],
          ministers: [['signe-ahlgren.statsminister', 'strong']],
        },
      ],
      [VATTEN, 1, { title: 'Vattnet stiger', body: ['hamnen'] }],
    ],
    withdrawals: [{ id: BRO, action: 'withdrawn' }],
  },
);
