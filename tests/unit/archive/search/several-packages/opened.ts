import { join } from 'node:path';
import { packageIdentity } from '../../../../../archive/package/identity.ts';
import { buildIndex } from '../../../../../archive/search/host/build-index.ts';
import { OpenIndex } from '../../../../../archive/search/host/open-index.ts';
import { IndexesUnbuilt } from '../../../../../archive/search/host/usable.ts';

let builds = 0;

/** Opens packages for search, as the worker does, and builds in this thread what is missing. */
export async function openTogether(dirs: readonly string[], indexRoot: string): Promise<OpenIndex> {
  const packages = dirs.map((dir) => ({ dir, indexDir: join(indexRoot, packageIdentity(Buffer.from(dir))) }));
  try {
    return await OpenIndex.open(packages);
  } catch (error) {
    if (!(error instanceof IndexesUnbuilt)) throw error;
    for (const { source, indexDir } of error.unbuilt) {
      builds += 1;
      await buildIndex({ source, indexDir, staging: `${indexDir}.staging-${builds}` });
    }
    return await OpenIndex.open(packages);
  }
}
