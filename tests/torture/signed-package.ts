import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../../archive/package/build.ts';
import { packPackage } from '../../archive/package/container/pack.ts';
import type { PublicKey } from '../../archive/package/signing/public-key.ts';
import { signPackage } from '../../archive/package/signing/sign-package.ts';
import { fixedKey } from '../unit/archive/package/signing/fixed-key.ts';
import { smallRegister, writeFiles } from '../unit/archive/package/small-archive.ts';

/** A package that is really signed, as small as one can be with every sort of file in it. */
export interface SignedPackage {
  /** Its folder, which is not to be changed. */
  readonly dir: string;
  /** Its single file, likewise. */
  readonly file: string;
  readonly bytes: Buffer;
  readonly identity: string;
  readonly key: PublicKey;
}

const HOST = 'https://regeringen.nordmark.example/pressmeddelanden/2016/05';

/** Of each sort one: a release with a minister, evidence and a date, an original, a withdrawal. */
const sources = {
  'sidor/elnat.txt': `Pressmeddelande från Energidepartementet

Nya stamledningar

Publicerad 12 maj 2016

– Ledningen behövs, säger energiminister Karim Nordh.
`,
  'sources.csv': `file,address,fetched\nsidor/elnat.txt,${HOST}/nya-stamledningar,2018-01-02\n`,
  'archive.json': `${JSON.stringify({
    series: 'nordmark',
    title: 'Nordmark',
    date: '2024-12-02',
    withdrawals: [{ release: `${HOST}/annat`, day: '2016-06-01', reason: 'Fel.', replacedBy: null }],
  })}\n`,
};

/** Builds, signs and packs the package in a folder that is there and empty. */
export async function makeSignedPackage(root: string): Promise<SignedPackage> {
  const [dir, file] = [join(root, 'bag'), join(root, 'bag.lasesal')];
  writeFiles(join(root, 'in'), sources);
  await buildPackage({ sources: [join(root, 'in')], out: dir, defaultRegister: smallRegister });
  const key = fixedKey();
  const { identity } = await signPackage({ dir, key });
  await packPackage({ dir, out: file });
  return { dir, file, bytes: readFileSync(file), identity, key: key.publicKey };
}
