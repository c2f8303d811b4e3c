import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { releaseIdOfAddress, versionOf } from '../../../../archive/package/identity.ts';
import { PackageWriter } from '../package-writer.ts';
import { randomOf } from '../random.ts';
import { makeLinks, makeSaid } from './release.ts';
import { Vocabulary } from './vocabulary.ts';

/** Writes a package of so many made-up releases. The same number gives the same package. */
export function writeSyntheticPackage(dir: string, releases: number): void {
  const register = openRegister(swedishRegister).data;
  const vocabulary = new Vocabulary();
  const writer = new PackageWriter(dir, register);
  for (const { id, number, address } of identities(releases)) {
    const random = randomOf(number);
    const said = makeSaid(random, vocabulary, address);
    const version = versionOf(said);
    writer.add({
      record: { id, version, aliases: [], current: true, said, reading: layoutReading(said).text },
      links: makeLinks(random, register, { id, version }),
    });
  }
  writer.close(`${releases} made-up releases`);
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
