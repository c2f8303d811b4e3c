import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { buildPackage } from '../../../../archive/package/build.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from './small-archive.ts';

/**
 * For each test of a file a folder of its own, with a copy of the small archive as a package in it; the package is built once.
 *
 * @param place is told, before each test, where the package is and the folder that it lies in.
 */
export function smallPackageForEach(place: (bag: string, root: string) => void): void {
  let built = '';
  let root = '';
  beforeAll(async () => {
    built = temporaryFolder();
    writeSmallArchive(join(built, 'in'));
    const [sources, out] = [[join(built, 'in')], join(built, 'bag')];
    await buildPackage({ sources, out, defaultRegister: smallRegister });
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));
  beforeEach(() => {
    root = temporaryFolder();
    cpSync(join(built, 'bag'), join(root, 'bag'), { recursive: true });
    place(join(root, 'bag'), root);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
}
