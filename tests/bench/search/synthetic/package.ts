import { mkdirSync } from 'node:fs';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { canonicalJson } from '../../../../archive/model/canonical-json.ts';
import { PACKAGE_FORMAT } from '../../../../archive/model/manifest.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { linksEntry, releasesEntry, shardOf } from '../../../../archive/package/entry-names.ts';
import { releaseIdOfAddress, versionOf } from '../../../../archive/package/identity.ts';
import { BagWriter } from '../../../../archive/package/write-bag.ts';
import type { EntryWriter } from '../../../../archive/package/write-bag.ts';
import { randomOf } from '../random.ts';
import { makeLinks, makeSaid } from './release.ts';
import { Vocabulary } from './vocabulary.ts';

/** Writes a package of so many made-up releases. The same number gives the same package. */
export function writeSyntheticPackage(dir: string, releases: number): void {
  mkdirSync(dir, { recursive: true });
  const register = openRegister(swedishRegister).data;
  const vocabulary = new Vocabulary();
  const bag = new BagWriter(dir);
  let open: Shard | null = null;
  for (const { id, number, address } of identities(releases)) {
    if (open?.name !== shardOf(id)) {
      open?.close();
      open = new Shard(bag, shardOf(id));
    }
    const random = randomOf(number);
    const said = makeSaid(random, vocabulary, address);
    const version = versionOf(said);
    const reading = layoutReading(said).text;
    open.add(
      { id, version, aliases: [], current: true, said, reading },
      makeLinks(random, register, { id, version }),
    );
  }
  open?.close();
  bag.register(register);
  bag.withdrawals([]);
  bag.seal({
    format: PACKAGE_FORMAT,
    series: register.id,
    sequence: 1,
    previous: null,
    title: `${releases} made-up releases`,
    organisation: null,
    rights: null,
    date: null,
    languages: ['sv'],
    counts: { releases, versions: releases, withdrawn: 0, originals: 0 },
    register: { id: register.id, version: register.version },
    rules: 'synthetic/1',
    minimumReader: '0.1.0',
  });
}

interface Identity {
  readonly id: string;
  readonly number: number;
  readonly address: string;
}

/** In the order in which a package holds them. */
function identities(count: number): readonly Identity[] {
  return Array.from({ length: count }, (_, number) => {
    const address = `https://example.invalid/${String(number).padStart(9, '0')}`;
    const id = releaseIdOfAddress(address);
    if (id === null) throw new RangeError(`${address} makes no id`);
    return { id, number, address };
  }).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The two entries of a shard, line by line. */
class Shard {
  readonly name: string;
  readonly #releases: EntryWriter;
  readonly #links: EntryWriter;

  constructor(bag: BagWriter, name: string) {
    this.name = name;
    this.#releases = bag.lines(releasesEntry(name));
    this.#links = bag.lines(linksEntry(name));
  }

  add(record: object, links: object): void {
    this.#releases.line(canonicalJson(record));
    this.#links.line(canonicalJson(links));
  }

  close(): void {
    this.#releases.close();
    this.#links.close();
  }
}
