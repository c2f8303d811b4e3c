import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageManifestSchema } from '../../../../../archive/model/manifest.ts';
import { ProblemError } from '../../../../../archive/model/problem.ts';

import { buildPackage } from '../../../../../archive/package/build.ts';
import { packPackage } from '../../../../../archive/package/container/pack.ts';
import { packageIdentity } from '../../../../../archive/package/identity.ts';
import { Library } from '../../../../../archive/package/library/library.ts';
import { readPolicy } from '../../../../../archive/package/library/policy.ts';
import { signPackage } from '../../../../../archive/package/signing/sign-package.ts';
import { encodePublicKey, publicKeyString } from '../../../../../archive/package/signing/public-key.ts';
import { packageJsonText } from '../../../../../archive/package/write-bag.ts';
import { fixedKey } from '../signing/fixed-key.ts';
import { reseal } from '../reseal.ts';
import { smallRegister, writeFiles } from '../small-archive.ts';

/** Packages of a small series, built, signed and packed for real, and libraries to import them into. */

const HOST = 'https://regeringen.nordmark.example/pressmeddelanden/2016/05';

/** What a package is to hold: for each page's name its text. */
export interface PackageOrder {
  readonly name: string;
  readonly series?: string;
  readonly sequence?: number;
  readonly previous?: string | null;
  readonly rights?: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly withdrawals?: readonly { readonly page: string; readonly action?: 'revoked' }[];
  /** Which fixed key signs it; null for none. */
  readonly signedBy?: number | null;
}

/** A package on a medium: its folder, its single file, and what it is. */
export interface MadePackage {
  readonly bag: string;
  readonly file: string;
  readonly identity: string;
}

/** The text of a page, as a text dump says it. */
export function page(title: string, body = 'Arbetet börjar i augusti.'): string {
  return `Pressmeddelande från Energidepartementet\n\n${title}\n\nPublicerad 12 maj 2016\n\n${body}\n`;
}

/** Makes a package below `root`: `NAME/` is its folder, `NAME.lasesal` its file. */
export async function makePackage(root: string, order: PackageOrder): Promise<MadePackage> {
  const { name, series = 'nordmark', sequence = 1, previous = null, signedBy = null } = order;
  const [source, bag] = [join(root, `.${name}-in`), join(root, name)];
  mkdirSync(source, { recursive: true });
  const rows = Object.keys(order.pages).map((one) => `${one}.txt,${HOST}/${one},2018-01-02\n`);
  writeFiles(source, {
    ...Object.fromEntries(Object.entries(order.pages).map(([one, text]) => [`${one}.txt`, text])),
    'sources.csv': `file,address,fetched\n${rows.join('')}`,
    'archive.json': JSON.stringify({
      series,
      sequence,
      title: `Pressmeddelanden ${series}`,
      rights: order.rights ?? 'Fria att använda',
      date: '2024-12-02',
      withdrawals: (order.withdrawals ?? []).map(({ page: one, action }) => ({
        release: `${HOST}/${one}`,
        day: '2016-06-01',
        reason: 'Fel årtal.',
        replacedBy: null,
        ...(action === undefined ? {} : { action }),
      })),
    }),
  });
  await buildPackage({ sources: [source], out: bag, defaultRegister: smallRegister });
  rmSync(source, { recursive: true });
  if (previous !== null) makeDelta(bag, previous, order.withdrawals);
  if (signedBy !== null) await signPackage({ dir: bag, key: fixedKey(signedBy) });
  const file = `${bag}.lasesal`;
  await packPackage({ dir: bag, out: file });
  return { bag, file, identity: packageIdentity(readFileSync(join(bag, 'tagmanifest-sha256.txt'))) };
}

/** Puts the public file of a fixed key into a folder. */
export function putKey(folder: string, n: number): string {
  const file = join(folder, `key-${n}.pub`);
  writeFileSync(file, encodePublicKey(fixedKey(n).publicKey));
  return file;
}

/** A fixed key in base64. */
export function keyText(n: number): string {
  return publicKeyString(fixedKey(n).publicKey);
}

/** A library in a folder, with a policy file of these contents if any. */
export async function openLibrary(folder: string, policy?: object, readOnly = false): Promise<Library> {
  const file = `${folder}-policy.json`;
  if (policy !== undefined) writeFileSync(file, JSON.stringify({ format: 1, ...policy }));
  return await Library.open({
    folder,
    policy: readPolicy(policy === undefined ? null : file),
    now: () => new Date('2026-01-02T03:04:05Z'),
    readOnly,
  });
}

/** Imports with every decision taken. Throws what is refused. */
export async function importAll(library: Library, ...sources: readonly string[]): Promise<readonly string[]> {
  const staged = await library.stage({ sources });
  const [refused] = staged.preview.refused;
  if (refused !== undefined) {
    await staged.discard();
    throw new ProblemError(refused.problem);
  }
  return await staged.commit({ decisions: staged.preview.decisions.map(({ id }) => id) });
}

/**
 * Makes a full package one that rests on another, whichever that is: a builder makes a delta only of what it follows on.
 */
function makeDelta(bag: string, previous: string, withdrawals: PackageOrder['withdrawals'] = []): void {
  const file = join(bag, 'package.json');
  const manifest = packageManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const revoked = withdrawals.filter(({ action }) => action === 'revoked').length;
  const withdrawn = withdrawals.length - revoked;
  const changes = { new: manifest.counts.releases, changed: 0, links: 0, withdrawn, revoked };
  writeFileSync(file, packageJsonText({ ...manifest, previous, changes }));
  reseal(bag);
}
