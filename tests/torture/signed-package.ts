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
  /** Another one of the same signer, of another series: its single file. */
  readonly other: string;
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
  writeFiles(join(root, 'in'), sources);
  const key = fixedKey();
  const make = async (name: string, series: string): Promise<SignedFile> => {
    const [dir, file] = [join(root, name), join(root, `${name}.lasesal`)];
    const overrides = { series };
    await buildPackage({ sources: [join(root, 'in')], out: dir, defaultRegister: smallRegister, overrides });
    const { identity } = await signPackage({ dir, key });
    await packPackage({ dir, out: file });
    return { dir, file, identity };
  };
  const good = await make('bag', 'nordmark');
  const other = await make('other', 'sydmark');
  return { ...good, bytes: readFileSync(good.file), other: other.file, key: key.publicKey };
}

interface SignedFile {
  readonly dir: string;
  readonly file: string;
  readonly identity: string;
}
