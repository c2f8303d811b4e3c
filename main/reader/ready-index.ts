import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';

/** Where an index lies ready, and where it is to be. */
export interface ReadyIndex {
  readonly ready: string;
  readonly own: string;
}

/**
 * Takes over the index that came with the app, where there is one and the reader has none of her own yet. What is
 * taken over is checked like any index when it is loaded; what cannot be taken over is built.
 */
export async function adoptReadyIndex({ ready, own }: ReadyIndex): Promise<void> {
  if (existsSync(own) || !existsSync(ready)) return;
  const half = `${own}.adopting-${process.pid}`;
  try {
    await cp(ready, half, { recursive: true });
    await rename(half, own);
  } catch {
    await rm(half, { recursive: true, force: true }).catch(() => undefined);
  }
}
