import type { HitMinister } from '../../../main/contract/index.ts';

/** A minister of a hit, with every office that the release may mean. */
export interface MinisterTold {
  readonly personId: string;
  readonly person: string;
  /** Titles, each once. */
  readonly roles: readonly string[];
  /** Whether all those offices were held that day; otherwise one of them was. */
  readonly certain: boolean;
  readonly isNamedOnly: boolean;
}

const order = { sender: 0, quoted: 1, titled: 2, named: 3 } as const;

/** Each person once, those who act before those who are named. */
export function ministersTold(ministers: readonly HitMinister[]): readonly MinisterTold[] {
  const sorted = ministers.toSorted((a, b) => order[a.relation] - order[b.relation]);
  const persons = new Set(sorted.map(({ personId }) => personId));
  return [...persons].flatMap((id) => {
    const links = sorted.filter(({ personId }) => personId === id);
    const first = links[0];
    if (first === undefined) return [];
    return {
      personId: id,
      person: first.person,
      roles: [...new Set(links.map(({ role }) => role))],
      certain: links.every(({ certain }) => certain),
      isNamedOnly: first.strength === 'weak',
    };
  });
}
