import { join } from 'node:path';
import { checkSchema } from '../../model/certificate.ts';
import type { Check } from '../../model/certificate.ts';
import { LineLog } from '../line-log.ts';

/** The history of checks of a library, in its folder. */
const HISTORY = 'checks.log';

/** Every check that was made in a library, oldest first. Lines that cannot be understood are passed over. */
export function readChecks(libraryFolder: string): readonly Check[] {
  return understood(LineLog.read(join(libraryFolder, HISTORY)).values);
}

/** Keeps a check for good: it is on the disk when this returns. Only for one who holds the library's lock. */
export function keepCheck(libraryFolder: string, check: Check): void {
  const { log } = LineLog.open(join(libraryFolder, HISTORY));
  try {
    log.append(check);
  } finally {
    log.close();
  }
}

/** The last check of each package, by identity. */
export function lastChecks(checks: readonly Check[]): ReadonlyMap<string, Check> {
  return new Map(checks.map((check) => [check.identity, check]));
}

function understood(values: readonly unknown[]): readonly Check[] {
  return values.flatMap((value) => {
    const parsed = checkSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
