import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultWorker, INDEX_FORMAT, openPackage, SearchClient } from '../../archive/index.ts';

/**
 * Builds the index of a package ahead, so that the app need not do so at its first start.
 * @param packageDir the package
 * @param root where the app looks for ready indexes; what was there is removed
 * @throws ProblemError when the package cannot be read
 */
export async function buildReadyIndex(packageDir: string, root: string): Promise<void> {
  const head = await openPackage(packageDir);
  head.close();
  rmSync(root, { recursive: true, force: true });
  const client = SearchClient.start(defaultWorker());
  try {
    const indexDir = join(root, String(INDEX_FORMAT), head.identity);
    await client.open({ packages: [{ dir: packageDir, indexDir }] });
  } finally {
    await client.close();
  }
}
