import type { PackageManifest } from '../model/manifest.ts';
import { parseOxum } from './bag-tags.ts';
import type { Oxum } from './bag-tags.ts';
import { MAX_TAG_BYTES } from './bounds.ts';
import { packageRoot, readEntry } from './entry-files.ts';
import { BAG_INFO } from './entry-names.ts';
import { readHead } from './head.ts';

/** What a package says of itself. */
export interface Inspection extends PackageManifest {
  readonly path: string;
  /** SHA-256 of its tag manifest. */
  readonly identity: string;
  readonly registerTitle: string;
  /** Size and number of its payload files, as its bag-info states; null when it does not. */
  readonly payload: Oxum | null;
}

/** Reads what a package says of itself, checking its head only. Throws ProblemError as `openPackage`. */
export async function inspectPackage(dir: string): Promise<Inspection> {
  const root = await packageRoot(dir);
  const { manifest, identity, register } = await readHead(root);
  const bagInfo = (await readEntry(root, BAG_INFO, MAX_TAG_BYTES)).toString('utf8');
  return {
    path: dir,
    identity,
    ...manifest,
    registerTitle: register.data.title,
    payload: parseOxum(bagInfo),
  };
}
