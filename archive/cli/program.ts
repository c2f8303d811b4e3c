import { readFileSync } from 'node:fs';

/** Name and version of this program, as certificates tell them. */
export function programName(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { version } = manifest as { readonly version: string };
  return `Läsesal ${version}`;
}
