import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const STAGING = /\.building-(\d+)-\d+(?:-former)?$/;
let count = 0;

/** A name for a folder, beside an index to be, that no other build uses. */
export function stagingBeside(indexDir: string): string {
  count += 1;
  return `${indexDir}.building-${process.pid}-${count}`;
}

/** Clears away what killed builds of an index left beside it. */
export async function clearForsaken(indexDir: string): Promise<void> {
  const beside = await readdir(dirname(indexDir)).catch(() => []);
  for (const name of beside) {
    if (!name.startsWith(basename(indexDir))) continue;
    const builder = STAGING.exec(name.slice(basename(indexDir).length))?.[1];
    if (builder !== undefined && !isRunning(Number(builder)))
      await rm(join(dirname(indexDir), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
