import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder that this machine keeps disposable files of a person in. */
export function cacheHome(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const given = env['XDG_CACHE_HOME'];
  if (given !== undefined && given.startsWith('/')) return given;
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** Where the command keeps the index of a package: made anew whenever it is missing. */
export function indexPlace(format: string | number, identity: string): string {
  return join(cacheHome(), 'lasesal', 'index', String(format), identity);
}
