import type { Links, RegisterData, ReleaseRecord, Withdrawal } from '../../../../../archive/model/index.ts';
import type { StoredVersion } from '../../../../../archive/search/core/result/hit.ts';
import { pick, randomOf, whole } from '../../../../bench/search/random.ts';
import type { Random } from '../../../../bench/search/random.ts';
import { register as nordmark, versionOf } from '../small-library.ts';
import { randomPage } from './random-words.ts';

/** What a package holds of one release. */
export interface Share {
  /** The leading one first, where one leads. */
  readonly entries: readonly StoredVersion[];
  /** Links of versions that earlier packages hold. */
  readonly further: readonly Links[];
}

/** A package before it is written. */
export interface DraftPackage {
  readonly sequence: number;
  /** A full package goes on from none. */
  readonly isFull: boolean;
  readonly register: RegisterData;
  readonly shares: ReadonlyMap<string, Share>;
  readonly withdrawals: readonly Withdrawal[];
}

/** Packages of one series, and one package that holds what they hold together. */
export interface RandomSeries {
  readonly packages: readonly DraftPackage[];
  readonly whole: DraftPackage;
  /** Every id that is spoken of, and former ids. */
  readonly ids: readonly string[];
}

const NOBODY = 'zzzzzzzzzzzzzzzz';
const MOST_PACKAGES = 5;

/** The same series for the same seed. @param most releases; there are half as many at least. */
export function randomSeries(seed: number, most: number): RandomSeries {
  const random = randomOf(seed);
  const count = most - whole(random, most / 2);
  const ids = Array.from({ length: count }, (_, n) => idOf(random, n));
  const history = new History(random);
  const packages: DraftPackage[] = [];
  const length = 1 + whole(random, MOST_PACKAGES);
  let sequence = 1 + whole(random, 3);
  for (let n = 0; n < length; n += 1) {
    const isFull = n === 0 || random() < 0.15;
    const part = n === 0 ? 0.75 : 0.3;
    const shares = new Map<string, Share>();
    for (const id of ids) {
      const share = random() < part ? history.next(id, n, isFull) : null;
      if (share !== null) shares.set(id, share);
    }
    packages.push({
      sequence,
      isFull,
      register: registerFor(random),
      shares,
      withdrawals: withdrawalsFor(random, ids),
    });
    sequence += isFull && n > 0 ? 1 + whole(random, 2) : 1;
  }
  const formerIds = ids.map(aliasOf);
  return { packages, whole: history.wholeOf(packages, ids), ids: [...ids, ...formerIds, NOBODY] };
}

function idOf(random: Random, n: number): string {
  return `${whole(random, 4)}${String(n).padStart(15, '0')}`;
}

function aliasOf(id: string): string {
  return `y${id.slice(1)}`;
}

interface Occurrence extends StoredVersion {
  readonly package: number;
}

/** What has been published so far. */
class History {
  readonly #random: Random;
  readonly #records = new Map<string, Occurrence[]>();
  /** Links lines of a version, oldest first. */
  readonly #links = new Map<string, Links[]>();
  #versions = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** What the next package holds of a release; null for nothing. */
  next(id: string, position: number, isFull: boolean): Share | null {
    const before = this.#records.get(id) ?? [];
    const leading = before.findLast(({ record }) => record.current);
    if (leading === undefined) return this.#take(id, position, [this.#newVersion(id)]);
    const chance = this.#random();
    if (!isFull && chance < 0.35) {
      const { record } = pick(this.#random, before);
      const further = [this.#linksAnew(record)];
      this.#links.get(record.version)?.push(...further);
      return { entries: [], further };
    }
    if (isFull && chance < 0.5) {
      const again = { record: leading.record, links: this.#linksAnew(leading.record) };
      return this.#take(id, position, [again]);
    }
    const former = { record: { ...leading.record, current: false }, links: this.#linksAnew(leading.record) };
    return this.#take(id, position, [this.#newVersion(id), ...(isFull ? [former] : [])]);
  }

  /** One package with what several hold together, by the rule in its plainest form. */
  wholeOf(packages: readonly DraftPackage[], ids: readonly string[]): DraftPackage {
    const newest = packages.at(-1);
    if (newest === undefined) throw new RangeError('no package');
    const shares = new Map<string, Share>();
    for (const id of ids) {
      const all = (this.#records.get(id) ?? []).toSorted((a, b) => b.package - a.package);
      const once = all.filter(
        ({ record }, n) => all.findIndex((other) => other.record.version === record.version) === n,
      );
      const leading = once.find(({ record }) => record.current);
      if (leading === undefined) continue;
      const entries = [leading, ...once.filter((one) => one !== leading)].map(({ record }, n) => ({
        record: { ...record, current: n === 0 },
        links: this.#links.get(record.version)?.at(-1) ?? leading.links,
      }));
      shares.set(id, { entries, further: [] });
    }
    const withdrawals = packages.flatMap((one) => one.withdrawals);
    return { sequence: 1, isFull: true, register: newest.register, shares, withdrawals };
  }

  #take(id: string, position: number, entries: readonly StoredVersion[]): Share {
    const records = this.#records.get(id) ?? [];
    this.#records.set(id, records);
    for (const { record, links } of entries) {
      records.push({ record, links, package: position });
      this.#links.set(record.version, [...(this.#links.get(record.version) ?? []), links]);
    }
    return { entries, further: [] };
  }

  #newVersion(id: string): StoredVersion {
    this.#versions += 1;
    const version = String(this.#versions).padStart(64, '0');
    const { record, links } = versionOf(randomPage(this.#random, this.#versions), this.#versions);
    const aliases = this.#random() < 0.2 ? [aliasOf(id)] : [];
    return { record: { ...record, id, version, aliases }, links: { ...links, id, version } };
  }

  /** Concluded otherwise than before, from the same words. */
  #linksAnew({ id, version }: ReleaseRecord): Links {
    const { links } = versionOf(randomPage(this.#random, this.#versions), this.#versions);
    return { ...links, id, version };
  }
}

function withdrawalsFor(random: Random, ids: readonly string[]): readonly Withdrawal[] {
  return Array.from({ length: whole(random, 4) }, () => ({
    id: random() < 0.1 ? NOBODY : pick(random, ids),
    action: random() < 0.6 ? ('withdrawn' as const) : ('revoked' as const),
    day: '2020-01-02',
    reason: 'Fel årtal.',
    replacedBy: null,
  }));
}

/** The register as it is, with somebody more, or with other names for the same. */
function registerFor(random: Random): RegisterData {
  const chance = random();
  if (chance < 0.6) return nordmark;
  const [first, ...persons] = nordmark.persons;
  const [department, ...departments] = nordmark.departments;
  const [subject, ...subjects] = nordmark.subjects;
  if (first === undefined || department === undefined || subject === undefined)
    throw new RangeError('the register is empty');
  if (chance < 0.8)
    return { ...nordmark, persons: [...nordmark.persons, { ...first, id: 'ny', name: 'Ny Minister' }] };
  return {
    ...nordmark,
    persons: [{ ...first, name: 'Karim Nordh-Skatt' }, ...persons],
    departments: [{ ...department, name: 'Klimatdepartementet' }, ...departments],
    subjects: [{ ...subject, label: { sv: 'Politik', en: 'Politics' } }, ...subjects],
  };
}
