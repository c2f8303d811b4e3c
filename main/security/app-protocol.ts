import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol } from 'electron';
import type { Session } from 'electron';

/** The scheme our own pages are served by, instead of file://. */
export const APP_SCHEME = 'lasesal-app';
export const APP_ORIGIN = `${APP_SCHEME}://app`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What a file is, by its ending; undefined for one that is not served. */
export function mediaTypeOf(file: string): string | undefined {
  return MEDIA_TYPES[extname(file)];
}

/** Before the app is ready: a standard, secure scheme, so that it has an origin and a CSP of its own. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the files found under `root` at start-up and nothing else: a request is looked up in that list, never
 * joined to a path, so no spelling of an address reaches another file.
 */
export function serveApp(session: Session, root: string): void {
  const files = listFiles(root);
  session.protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = request.method === 'GET' && url.host === 'app' ? files.get(url.pathname) : undefined;
    const type = file === undefined ? undefined : mediaTypeOf(file);
    if (file === undefined || type === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(type) });
  });
}

function headersFor(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'x-dns-prefetch-control': 'off',
  };
}

/** The files under a folder, by the path that they are asked for with. */
export function listFiles(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(root, path).split(sep).join('/')}`, path]),
  );
}
