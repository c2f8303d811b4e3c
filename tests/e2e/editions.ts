import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../../archive/package/build.ts';
import { packPackage } from '../../archive/package/container/pack.ts';
import { packageIdentity } from '../../archive/package/identity.ts';
import { encodePublicKey } from '../../archive/package/signing/public-key.ts';
import { signPackage } from '../../archive/package/signing/sign-package.ts';
import { projectRoot } from '../../main/launch/project.ts';
import { fixedKey } from '../unit/archive/package/signing/fixed-key.ts';

/** What a package is to hold, as one edition of a series. */
export interface EditionOrder {
  readonly name: string;
  readonly sequence?: number;
  readonly series?: string;
  readonly title?: string;
  /** Folders of the packages that it goes on from. */
  readonly previous?: readonly string[];
  /** Numbers of the example archive's text pages. */
  readonly pages: readonly number[];
  /** Pages of one's own, by name: title and text. */
  readonly own?: Readonly<Record<string, readonly [title: string, text: string]>>;
  /** Names of own pages that are withdrawn. */
  readonly withdrawn?: readonly string[];
  /** Which fixed key signs it; null for none. */
  readonly signedBy?: number | null;
}

/** A package on a medium. */
export interface Edition {
  readonly bag: string;
  readonly file: string;
  readonly identity: string;
}

const example = join(projectRoot, 'archive', 'example');
const HOST = 'https://regeringen.nordmark.example/pressmeddelanden/2026/11';

/** Makes a package in `root`: `NAME/` is its folder, `NAME.lasesal` its file. */
export async function makeEdition(root: string, order: EditionOrder): Promise<Edition> {
  const { name, pages, own = {}, withdrawn = [], sequence = 1, series = 'nordmark' } = order;
  const [source, bag, file] = [join(root, `${name}-pages`), join(root, name), join(root, `${name}.lasesal`)];
  mkdirSync(source, { recursive: true });
  const texts = readdirSync(join(example, 'sources', 'text')).toSorted();
  for (const n of pages) {
    const text = texts[n] ?? '';
    writeFileSync(join(source, text), readFileSync(join(example, 'sources', 'text', text)));
  }
  for (const [page, [title, text]] of Object.entries(own))
    writeFileSync(
      join(source, `${page}.txt`),
      `Pressmeddelande från Energidepartementet\n\n${title}\n\nPublicerad 12 november 2026\n\n${text}\n`,
    );
  const rows = Object.keys(own).map((page) => `${page}.txt,${HOST}/${page},2026-11-20\n`);
  writeFileSync(join(source, 'sources.csv'), `file,address,fetched\n${rows.join('')}`);
  writeFileSync(
    join(source, 'archive.json'),
    JSON.stringify({
      series,
      sequence,
      title: order.title ?? 'Nordmarks pressarkiv',
      organisation: 'Statskansliet i Nordmark',
      rights: 'Fria att använda med angivande av källan.',
      language: 'sv',
      date: `2026-11-${String(Math.min(sequence, 28)).padStart(2, '0')}`,
      withdrawals: withdrawn.map((page) => ({
        release: `${HOST}/${page}`,
        day: '2026-11-21',
        reason: 'Beloppet var fel.',
        replacedBy: null,
      })),
    }),
  );
  const register: unknown = JSON.parse(readFileSync(join(example, 'register.json'), 'utf8'));
  const { previous } = order;
  await buildPackage({ sources: [source], out: bag, defaultRegister: register, previous });
  rmSync(source, { recursive: true });
  if (typeof order.signedBy === 'number') await signPackage({ dir: bag, key: fixedKey(order.signedBy) });
  await packPackage({ dir: bag, out: file });
  return { bag, file, identity: packageIdentity(readFileSync(join(bag, 'tagmanifest-sha256.txt'))) };
}

/** The public file of a fixed key, as a sender hands it over. */
export function keyFileText(n: number): string {
  return encodePublicKey(fixedKey(n).publicKey);
}
