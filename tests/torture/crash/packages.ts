import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packPackage } from '../../../archive/index.ts';
import { buildPackage } from '../../../archive/package/build.ts';
import { smallRegister, writeSmallArchive } from '../../unit/archive/package/small-archive.ts';

/** Makes two packages of one series in a folder: the first as a file, the next as a folder. */
export async function makeChain(stick: string): Promise<readonly string[]> {
  const sources = join(stick, 'in');
  writeSmallArchive(sources);
  const [first, next] = [join(stick, 'first'), join(stick, 'next')];
  await buildPackage({ sources: [sources], out: first, defaultRegister: smallRegister, originals: false });
  const file = join(stick, 'first.lasesal');
  await packPackage({ dir: first, out: file });
  const config = join(sources, 'archive.json');
  const settings = JSON.parse(readFileSync(config, 'utf8')) as object;
  writeFileSync(config, JSON.stringify({ ...settings, sequence: 2, date: '2024-12-09' }));
  await buildPackage({ sources: [sources], out: next, defaultRegister: smallRegister, originals: false });
  return [file, next];
}
