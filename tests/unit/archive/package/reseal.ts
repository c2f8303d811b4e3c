import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestText } from '../../../../archive/package/bag-tags.ts';
import { sha256 } from '../../../../archive/package/identity.ts';

/** Writes a bag's manifests and stated size anew for what lies in it: what one would do who forges it. */
export function reseal(bag: string): void {
  const names = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(bag.length + 1));
  writeFileSync(join(bag, 'manifest-sha256.txt'), manifestText(hashes(bag, names)));
  const bytes = names.reduce((sum, name) => sum + statSync(join(bag, name)).size, 0);
  const info = readFileSync(join(bag, 'bag-info.txt'), 'utf8');
  const oxum = `Payload-Oxum: ${bytes}.${names.length}`;
  writeFileSync(join(bag, 'bag-info.txt'), info.replace(/Payload-Oxum: .*/u, oxum));
  const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'package.json'];
  writeFileSync(join(bag, 'tagmanifest-sha256.txt'), manifestText(hashes(bag, tags)));
}

function hashes(bag: string, names: readonly string[]): ReadonlyMap<string, { readonly hash: string }> {
  return new Map(names.map((name) => [name, { hash: sha256(readFileSync(join(bag, name))) }]));
}
