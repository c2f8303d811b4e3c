import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completed, missingOptionals, type LockEntries } from './lockfile.ts';
import { projectRoot } from './project.ts';

/** `npm run lock`: after dependencies changed, gives the lockfile the entries that npm left out. */
const file = join(projectRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { readonly packages: LockEntries };
const missing = missingOptionals(lock.packages);
if (missing.length > 0) {
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: completed(lock.packages) }, null, 2)}\n`);
}
console.log(`${missing.length} entries for other platforms were missing in package-lock.json.`);
