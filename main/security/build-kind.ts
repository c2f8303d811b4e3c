import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildKind } from './start-arguments.ts';

/**
 * What a build is for, as its own manifest says: the packer writes it there. A manifest that does not say, or cannot
 * be read, is that of a release, which takes least.
 * @param appPath where the app's code lies: a folder, or an archive of Electron's
 */
export function readBuildKind(appPath: string): BuildKind {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
    const kind: unknown = (manifest as { readonly lasesalBuild?: unknown }).lasesalBuild;
    return kind === 'source' || kind === 'test' ? kind : 'release';
  } catch {
    return 'release';
  }
}
